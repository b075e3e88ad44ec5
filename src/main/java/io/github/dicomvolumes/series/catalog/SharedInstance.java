/*-
 * #%L
 * DICOM Volumes: DICOM folders as calibrated volumes in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 DICOM Volumes developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package io.github.dicomvolumes.series.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.series.group.Grouping;
import io.github.dicomvolumes.series.object.TypicalHeader;

/**
 * A file whose SOP Instance UID another file has too.
 *
 * @param index of the file in the order of paths
 * @param damage why its pixels are not whole or cannot be decoded; empty if they are
 */
record SharedInstance(int index, DicomFile file, PixelContent pixels, String damage) {

	/** What places and values hang on, in the order in which a difference is told. */
	private static final int[] TOLD = { Tag.IMAGE_POSITION_PATIENT, Tag.IMAGE_ORIENTATION_PATIENT, Tag.PIXEL_SPACING,
		Tag.ROWS, Tag.COLUMNS, Tag.NUMBER_OF_FRAMES, Tag.SAMPLES_PER_PIXEL, Tag.PHOTOMETRIC_INTERPRETATION,
		Tag.BITS_ALLOCATED, Tag.BITS_STORED, Tag.HIGH_BIT, Tag.PIXEL_REPRESENTATION, Tag.RESCALE_SLOPE,
		Tag.RESCALE_INTERCEPT };

	/** How many of those tags, the first ones, are place and size. */
	private static final int GEOMETRY = 6;

	boolean isWhole() {
		return damage.isEmpty();
	}

	/** The same, damaged if its compressed pixels cannot be read. */
	SharedInstance tried(final FileDecoding decoding) {
		if (!isWhole() || !file.transferSyntax().encapsulated()) return this;
		return new SharedInstance(index, file, pixels, decoding.unreadable(file).orElse(""));
	}

	Object series() {
		return Grouping.series(file.attributes());
	}

	String uid() {
		return file.attributes().orElse(Tag.SOP_INSTANCE_UID, "");
	}

	/** Empty if there is none. */
	String instanceNumber() {
		return file.attributes().orElse(Tag.INSTANCE_NUMBER, "");
	}

	/** Size and place, as numbers. */
	List<List<Double>> geometry() {
		return IntStream.range(0, GEOMETRY)
			.mapToObj(i -> Arrays.stream(file.attributes().doubles(TOLD[i])).boxed().toList())
			.toList();
	}

	/** What files of the same UID have in common if nothing at all tells them apart that an image hangs on. */
	Object content() {
		return List.of(series(), geometry(), instanceNumber(), pixels.digest(), damage, writing());
	}

	/** How the bytes are to be read: the element that holds them, and what compresses them. */
	private Object writing() {
		final TransferSyntax syntax = file.transferSyntax();
		return List.of(file.pixelData().tag(), syntax.encapsulated() ? syntax.uid() : "");
	}

	/**
	 * Whether this is an image of the same series once more, with at most one thing altered: one attribute, or the
	 * pixels. Two images differ in more, such as position and number.
	 *
	 * @param oneAtAPlace whether the series has one image at each place, so that place and number tell which it is
	 */
	boolean isAlteredCopyOf(final SharedInstance other, final boolean oneAtAPlace) {
		final boolean samePlace = geometry().equals(other.geometry());
		final boolean sameNumber = instanceNumber().equals(other.instanceNumber());
		final boolean placed = file.attributes().contains(Tag.IMAGE_POSITION_PATIENT);
		if (samePlace && sameNumber && (placed || !instanceNumber().isEmpty()) && (oneAtAPlace || !isWhole()))
			return true;
		final int headers = differences(other).size();
		if (headers > 1) return false;
		return hasPixelsOf(other) || headers == 0 && (placed || !instanceNumber().isEmpty());
	}

	/** Whether the pixels are the same as far as those of both are there. */
	private boolean hasPixelsOf(final SharedInstance other) {
		if (pixels.length() == other.pixels.length()) return pixels.digest().equals(other.pixels.digest());
		return PixelContent.isStart(file, other.file, Math.min(pixels.length(), other.pixels.length()));
	}

	/** This file as a copy of one that is kept; two that are damaged in the same way are the same. */
	Copy copyOf(final SharedInstance other) {
		if (!isWhole() && !content().equals(other.content()))
			return new Copy(file, other.file, Copy.Kind.DAMAGED, damage);
		final Set<Integer> tags = differences(other);
		for (final int tag : TOLD)
			if (tags.contains(tag)) return altered(other, tag);
		return hasPixelsOf(other) ? new Copy(file, other.file, Copy.Kind.SAME, "") : altered(other, Tag.PIXEL_DATA);
	}

	private Copy altered(final SharedInstance other, final int tag) {
		return new Copy(file, other.file, Copy.Kind.ALTERED, "another " + Tag.describe(tag));
	}

	private Set<Integer> differences(final SharedInstance other) {
		return TypicalHeader.differences(file.attributes(), other.file.attributes());
	}
}

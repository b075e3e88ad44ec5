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

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.PixelData;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.group.Group;
import io.github.dicomvolumes.series.group.Grouping;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.PixelBytes;

/**
 * Files that have fewer pixels than their headers say, as transfers leave them that were interrupted, or pixels that
 * cannot be decoded. They may complete what the whole files of the series are, as a slice that is cut in part; they
 * must not divide it, or add times or channels to it.
 */
final class DamagedFiles {

	/** What decides whether pixels can be decoded, as far as headers tell, and how many bytes they need. */
	private static final int[] PIXEL_MODULE = { Tag.ROWS, Tag.COLUMNS, Tag.NUMBER_OF_FRAMES, Tag.BITS_ALLOCATED,
		Tag.BITS_STORED, Tag.HIGH_BIT, Tag.PIXEL_REPRESENTATION, Tag.SAMPLES_PER_PIXEL, Tag.PHOTOMETRIC_INTERPRETATION,
		Tag.PLANAR_CONFIGURATION };
	/** What is said of a stack that would be regular without some of its frames. */
	private static final Set<Code> IRREGULAR = Set.of(Code.IRREGULAR_GAPS, Code.NEARLY_UNIFORM, Code.POSITIONS_ROUNDED);

	private final FileDecoding decoding;
	/**
	 * One that is whole, by the data set from which what its files say of their pixels is: those of a series share it.
	 */
	private final Map<Attributes, DicomFile> whole = new IdentityHashMap<>();
	private final Map<DicomFile, Boolean> damaged = new IdentityHashMap<>();

	/** @param decoding says which file can be decoded */
	DamagedFiles(final FileDecoding decoding) {
		this.decoding = decoding;
	}

	/** The stacks of a series. */
	List<Stack> stacks(final Group series) {
		final List<Stack> all = assembled(series);
		if (isOneFile(series) || all.size() == 1 && isUndivided(all.get(0))) return all;
		final Map<Boolean, List<Frame>> byDamage = series.frames()
			.stream()
			.collect(Collectors.partitioningBy(frame -> isDamaged(frame.file())));
		if (byDamage.get(true).isEmpty() || byDamage.get(false).isEmpty()) return all;
		final List<Stack> whole = assembled(series.only(byDamage.get(false)));
		final boolean isBetter = all.size() <= whole.size() && all.stream().allMatch(DamagedFiles::isComplete) &&
			!whole.stream().allMatch(DamagedFiles::isComplete);
		if (isBetter || whole.stream().allMatch(w -> isKept(w, all))) return all;
		final List<Stack> apart = new ArrayList<>(whole);
		apart.addAll(assembled(series.dividedBy("damaged pixel data", byDamage.get(true))));
		return apart;
	}

	private static List<Stack> assembled(final Group series) {
		final List<Stack> stacks = new ArrayList<>();
		for (final Group group : Grouping.of(series))
			stacks.add(StackAssembler.assemble(group));
		return stacks;
	}

	private static boolean isOneFile(final Group series) {
		for (final Frame frame : series.frames())
			if (frame.file() != series.first().file()) return false;
		return true;
	}

	/** Whether nobody can have divided it, or have filled it with what nothing has. */
	private static boolean isUndivided(final Stack stack) {
		return stack.channels() == 1 && stack.times() == 1 && isComplete(stack);
	}

	/** Whether there is a frame for every place, and equal gaps. */
	private static boolean isComplete(final Stack stack) {
		return stack.frames().size() == stack.shape().planes() && isRegular(stack);
	}

	private static boolean isRegular(final Stack stack) {
		for (final Finding finding : stack.findings())
			if (IRREGULAR.contains(finding.code())) return false;
		return true;
	}

	/** Whether a stack is there in one, with no more than some slices besides. */
	private static boolean isKept(final Stack stack, final List<Stack> all) {
		final Set<List<Object>> frames = frames(stack);
		return all.stream()
			.anyMatch(s -> s.channels() == stack.channels() && s.times() == stack.times() &&
				(isRegular(s) || !isRegular(stack)) && frames(s).containsAll(frames));
	}

	/** What names each frame, which grouping may replace by another that is placed otherwise. */
	private static Set<List<Object>> frames(final Stack stack) {
		return stack.frames().stream().map(f -> List.<Object> of(f.name(), f.index())).collect(Collectors.toSet());
	}

	private boolean isDamaged(final DicomFile file) {
		return !isLikeWhole(file) && damaged.computeIfAbsent(file, f -> {
			if (PixelBytes.areCut(f) || decoding.unsupported(f).isPresent()) return true;
			if (isPlain(f)) whole.put(f.attributes().holderOf(PIXEL_MODULE), f);
			return false;
		});
	}

	/** Whether a file says the same of its pixels as one that is whole, and has as many bytes of them. */
	private boolean isLikeWhole(final DicomFile file) {
		if (!isPlain(file)) return false;
		final DicomFile like = whole.get(file.attributes().holderOf(PIXEL_MODULE));
		try {
			return like != null && file.transferSyntax().equals(like.transferSyntax()) &&
				file.pixelData().tag() == like.pixelData().tag() &&
				file.pixelData().length() == like.pixelData().length() &&
				file.pixelBytes() == file.pixelData().length();
		}
		catch (final IOException exc) {
			return false;
		}
	}

	/** Whether the length on disk tells whether pixels are missing. */
	private static boolean isPlain(final DicomFile file) {
		return file.isSeekable() && file.pixelData().length() != PixelData.UNDEFINED;
	}
}

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

package io.github.dicomvolumes.io.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.header.PixelData;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.io.source.Source;

/**
 * The header of an instance that was told by its server, without the file. Where the frames of the file are whole bytes
 * one behind the other each is fetched by itself; else the file is, when the first of its pixels is read.
 */
final class WebHeader {

	/** Where the positions of pixels begin in the source, whose file is not as long. */
	static final long PIXELS = 1L << 48;

	/** What is fetched. */
	@FunctionalInterface
	interface Fetching {

		Spool.Region fetch() throws IOException;
	}

	private final Attributes meta, attributes;
	private final TransferSyntax syntax;
	private final VR vr;
	private final int frames;
	/** Bytes of all pixels; {@link PixelData#UNDEFINED} if they are in fragments. */
	private final long pixelBytes;
	private final long frameBytes;
	private final Map<Integer, Spool.Region> fetched = new ConcurrentHashMap<>();
	/** Where the pixel data begin in the file; -1 before the file is here. */
	private volatile long pixelOffset = -1;

	/** @param told see {@link #isEnough} */
	WebHeader(final JsonDataSet told, final TransferSyntax syntax) {
		this.syntax = syntax;
		meta = Attributes.builder().put(Tag.TRANSFER_SYNTAX_UID, syntax.uid()).build();
		attributes = beforePixels(told.attributes());
		vr = told.bulk(Tag.PIXEL_DATA).orElseThrow().vr();
		frames = Math.max(1, attributes.orElse(Tag.NUMBER_OF_FRAMES, 1));
		final long bits = (long) attributes.orElse(Tag.ROWS, 0) * attributes.orElse(Tag.COLUMNS, 0) *
			attributes.orElse(Tag.SAMPLES_PER_PIXEL, 1) * attributes.orElse(Tag.BITS_ALLOCATED, 16);
		final long bytes = (bits * frames + 7) / 8;
		pixelBytes = syntax.encapsulated() ? PixelData.UNDEFINED : bytes + bytes % 2;
		final boolean isByFrames = frames > 1 && bits % 8 == 0 && bits > 0 && !syntax.encapsulated() &&
			!syntax.bigEndianPixels() && attributes.orElse(Tag.PHOTOMETRIC_INTERPRETATION, "").indexOf("422") < 0;
		frameBytes = isByFrames ? bits / 8 : 0;
	}

	/** What a reader of the file gives: all before the pixels. */
	private static Attributes beforePixels(final Attributes told) {
		final AttributesBuilder before = Attributes.builder(told.order(), told.charset());
		for (final Element element : told.elements()) {
			if (Integer.compareUnsigned(element.tag(), Tag.PIXEL_DATA) >= 0) break;
			if (element.vr() == VR.SQ) before.put(element.tag(), told.items(element.tag()));
			else if (element.isLeftInFile()) before.putLeftInFile(element.tag(), element.vr(), element.length());
			else before.put(element.tag(), element.vr(), element.bytes());
		}
		return before.build();
	}

	/**
	 * Whether what was told is enough to know the header: its pixels are a reference, and no value is one that the
	 * volume could depend on. Of many private values nothing is known but that they are bytes.
	 */
	static boolean isEnough(final JsonDataSet told, final TransferSyntax syntax) {
		if (told.bulk(Tag.PIXEL_DATA).isEmpty() || syntax.deflated() || !syntax.isKnown()) return false;
		final Attributes all = told.attributes();
		for (final Element element : all.elements()) {
			if (Integer.compareUnsigned(element.tag(), Tag.PIXEL_DATA) >= 0) return true;
			if (element.vr() == VR.SQ && isAnyElsewhere(all.items(element.tag()))) return false;
			if (element.isLeftInFile() && isNeeded(element, all.privateCreator(element.tag()).orElse(""))) return false;
		}
		return true;
	}

	private static boolean isNeeded(final Element element, final String creator) {
		if (!Tag.isPrivate(element.tag())) return true;
		final boolean mayBeNumber = element.vr() == VR.UN && List.of("SIEMENS MR HEADER", "GEMS_RELA_01",
			"GEMS_PARM_01", "GEMS_ACQU_01", "GEMS_PETD_01", "Image Private Header").contains(creator);
		return mayBeNumber || creator.equals("SIEMENS CSA HEADER") || creator.startsWith("Philips ");
	}

	private static boolean isAnyElsewhere(final List<Attributes> items) {
		for (final Attributes item : items)
			for (final Element element : item.elements())
				if (element.isLeftInFile() || isAnyElsewhere(item.items(element.tag()))) return true;
		return false;
	}

	TransferSyntax syntax() {
		return syntax;
	}

	/** The header as if the file had been read. */
	DicomFile file(final Source source, final DicomFile.Rereader reader) {
		final PixelData pixels = new PixelData(Tag.PIXEL_DATA, vr, PIXELS, pixelBytes, -1);
		return new DicomFile(source, meta, attributes, syntax, pixels, reader, List.of());
	}

	// -- Pixels --

	/** The frame, 0-based, that a byte of the pixels is in; -1 if frames are not fetched one by one. */
	int frameAt(final long position) {
		return frameBytes == 0 || position >= frameBytes * frames ? -1 : (int) (position / frameBytes);
	}

	/** Where a frame begins in the pixels. */
	long frameStart(final int frame) {
		return frame * frameBytes;
	}

	/** A frame that is here, or is fetched; not by two threads at once. */
	Spool.Region frame(final int frame, final Fetching fetching) throws IOException {
		final Spool.Region known = fetched.get(frame);
		if (known != null && known.isOpen()) return known;
		final Spool.Region now = fetching.fetch();
		if (now.length() != frameBytes) throw WebException.of("The server gives frame " + (frame + 1) + " with " +
			now.length() + " bytes, and by the header it has " + frameBytes + "; open it in memory, not virtually.");
		fetched.put(frame, now);
		return now;
	}

	/** Where the pixels begin in the file, which is here; it has to be what was told. */
	long pixelOffset(final Source source) throws IOException {
		if (pixelOffset >= 0) return pixelOffset;
		final DicomFile file = HeaderReaders.BUILT_IN.read(source, OpenSources.NONE);
		if (file.pixelData() == null || !file.transferSyntax().equals(syntax) || !isLike(file.attributes()))
			throw new DicomException("is not what the server told before (" + file.transferSyntax() + ", not " +
				syntax + ", or another size); open it in memory, not virtually");
		pixelOffset = file.pixelData().offset();
		return pixelOffset;
	}

	private boolean isLike(final Attributes read) {
		for (final int tag : new int[] { Tag.ROWS, Tag.COLUMNS, Tag.BITS_ALLOCATED, Tag.SAMPLES_PER_PIXEL,
			Tag.NUMBER_OF_FRAMES })
			if (!read.orElse(tag, "").equals(attributes.orElse(tag, ""))) return false;
		return true;
	}
}

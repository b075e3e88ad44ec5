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

package io.github.dicomvolumes.pixels.codec.jpegls;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.pixels.codec.DecodedFrame;
import io.github.dicomvolumes.pixels.codec.DecodedFrame.Colours;
import io.github.dicomvolumes.pixels.codec.FrameShape;

import java.util.Arrays;
import java.util.StringJoiner;

/** Walks the marker segments of one stream and decodes its scans, until every component had one. */
final class StreamDecoder {

	private final byte[] data;

	private final FrameShape shape;

	private final SampleSink sink;

	private FrameHeader frame;

	private PresetParameters preset = PresetParameters.DEFAULT;

	/** Lines of a restart interval; 0 if there are none. */
	private long restartInterval;

	private ColourTransform transform = ColourTransform.NONE;

	/** Complete lines of each component; -1 before its scan. */
	private final int[] lines;

	private final StringJoiner damage = new StringJoiner("; ");

	StreamDecoder(final byte[] data, final FrameShape shape, final byte[] samples) {
		this.data = data;
		this.shape = shape;
		sink = new SampleSink(samples, shape);
		lines = new int[shape.samplesPerPixel()];
		Arrays.fill(lines, -1);
	}

	DecodedFrame decode() throws DicomException {
		MarkerSegment segment = MarkerSegment.at(data, 0);
		if (segment.code() != MarkerSegment.SOI) throw segment.wrong("a JPEG-LS stream must begin with FFD8");
		int at = segment.end();
		while (completeLines() < 0) {
			segment = MarkerSegment.at(data, at);
			at = segment.end();
			if (segment.code() == MarkerSegment.SOS) at = scan(segment);
			else read(segment);
		}
		final int pixels = completeLines() * shape.columns();
		if (pixels == 0) throw new DicomException("No line is complete. " + damage);
		if (transform != ColourTransform.NONE) sink.undo(transform, pixels, frame.precision());
		return new DecodedFrame(pixels, frame.precision(), false,
			transform == ColourTransform.NONE ? Colours.UNSTATED : Colours.RGB, damage.toString());
	}

	/** Lines that are complete in all components; negative before the last component's scan. */
	private int completeLines() {
		return Arrays.stream(lines).min().getAsInt();
	}

	/** Reads any segment but that of a scan. */
	private void read(final MarkerSegment segment) throws DicomException {
		final int code = segment.code();
		switch (code) {
			case MarkerSegment.SOF -> {
				if (frame != null) throw segment.wrong("a second frame header");
				frame = FrameHeader.of(segment, shape);
			}
			case MarkerSegment.LSE -> parameters(segment);
			case MarkerSegment.DRI -> restartInterval = segment.numberAt(0, Math.max(2, Math.min(4, segment.length())));
			case MarkerSegment.APP8 -> transform = ColourTransform.of(segment, transform);
			case MarkerSegment.EOI -> throw segment.wrong("the end, before all components were decoded. " + damage);
			default -> {
				final boolean application = code >= MarkerSegment.APP0 && code <= MarkerSegment.APP15;
				if (!application && code != MarkerSegment.COM && code != MarkerSegment.DNL)
					throw segment.wrong("which has no meaning in a JPEG-LS stream");
			}
		}
	}

	/** Reads an LSE segment: its first byte is the type (T.87 C.2.4.1). */
	private void parameters(final MarkerSegment segment) throws DicomException {
		final int type = segment.byteAt(0);
		switch (type) {
			case 1 -> preset = PresetParameters.of(segment);
			case 2, 3 -> {
				// A mapping table, or more of it: refused by the scan that uses it.
			}
			case 4 -> {
				final int bytes = segment.byteAt(1);
				if (bytes < 2 || bytes > 4) throw segment.wrong(bytes + " bytes for a size; there must be 2 to 4");
				FrameHeader.checkSize(segment, segment.numberAt(2 + bytes, bytes), segment.numberAt(2, bytes), shape);
			}
			default -> throw segment
				.wrong("parameters of type " + type + "; extensions of JPEG-LS (ISO/IEC 14495-2) are not supported");
		}
	}

	/** Decodes a scan; returns the offset of the marker behind it. */
	private int scan(final MarkerSegment segment) throws DicomException {
		if (frame == null) throw segment.wrong("a scan before the frame header, FFF7");
		if (transform != ColourTransform.NONE) transform.check(segment, frame);
		final ScanHeader header = ScanHeader.of(segment, frame);
		for (final int component : header.components())
			if (lines[component] >= 0) throw segment.wrong("a second scan of a component");
		final CodingParameters parameters = preset.parameters(segment, frame.precision(), header.near());
		ScanDecoder scan = decode(segment, header, parameters);
		final boolean maybeDcmtk = preset == PresetParameters.DEFAULT && header.near() > 0 && parameters.maxval() < 128;
		if (maybeDcmtk && !scan.damage().isEmpty()) {
			final ScanDecoder other = decode(segment, header,
				CodingParameters.ofDcmtk(parameters.maxval(), header.near()));
			scan = other.damage().isEmpty() ? other : decode(segment, header, parameters); // for its lines once more
		}
		for (final int component : header.components())
			lines[component] = scan.lines();
		if (!scan.damage().isEmpty()) damage.add(scan.damage());
		return scan.end();
	}

	private ScanDecoder decode(final MarkerSegment segment, final ScanHeader header,
		final CodingParameters parameters)
	{
		final ScanDecoder scan = new ScanDecoder(data, segment.end(), shape, header, parameters, sink);
		scan.decode(restartInterval);
		return scan;
	}
}

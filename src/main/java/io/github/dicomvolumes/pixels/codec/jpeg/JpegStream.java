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

package io.github.dicomvolumes.pixels.codec.jpeg;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.pixels.codec.DecodedFrame;
import io.github.dicomvolumes.pixels.codec.FrameShape;

/** Decodes one stream, segment by segment (T.81 E.2). */
final class JpegStream {

	/**
	 * How often all blocks of a progressive frame may be gone through without data; each byte pays for some more
	 * blocks. Without this, a few thousand empty scans could keep us busy for hours.
	 */
	private static final int FREE_PASSES = 64, BLOCKS_PER_BYTE = 8;

	private final byte[] data;
	private final FrameShape shape;
	private final HuffmanTable[] dcTables = new HuffmanTable[4], acTables = new HuffmanTable[4];
	private final int[][] quantizationTables = new int[4][];
	private final ColourMarkers colours = new ColourMarkers();
	private FrameHeader frame;
	private int restartInterval;
	/** What a DNL segment says; 0 without. */
	private int lines;
	private boolean ended;
	/** Blocks that scans may still go through. */
	private long budget;
	private String damage = "";

	JpegStream(final byte[] data, final FrameShape shape) {
		this.data = data;
		this.shape = shape;
	}

	DecodedFrame decode(final byte[] samples) throws DicomException {
		if (data.length < 2 || data[0] != (byte) 0xFF || data[1] != (byte) Marker.SOI) throw new DicomException(
			"The frame does not begin with the JPEG marker SOI (FFD8) at byte 0; it has " + data.length + " bytes.");
		try {
			readSegments();
		}
		catch (final DicomException exc) {
			if (frame == null || frame.components().stream().noneMatch(Component::isScanned)) throw exc;
			note(exc.getMessage());
		}
		if (frame == null)
			throw new DicomException("The JPEG data end at byte " + data.length + " without a frame header (SOF).");
		if (lines > 0 && lines != frame.rows()) throw new DicomException(
			"JPEG DNL says " + lines + " rows; it must be " + frame.rows() + ", the Rows of the data set.");
		if (frame.rowsFollow() && lines == 0) note("JPEG SOF leaves the rows to a DNL segment, which is missing.");
		return finish(samples);
	}

	private void readSegments() throws DicomException {
		int position = 2;
		while (!isComplete()) {
			final int at = BitReader.nextMarker(data, position);
			if (at == data.length) return;
			final int code = data[at + 1] & 0xFF;
			if (code == Marker.EOI) {
				ended = true;
				return;
			}
			position = at + 2;
			if (!Marker.standsAlone(code)) {
				final var segment = new JpegSegment(data, at);
				position = segment.end();
				if (code == Marker.SOS) position = scan(segment);
				else read(segment);
			}
		}
	}

	/** Whether no segment can add anything: progressive frames end with EOI only. */
	private boolean isComplete() {
		return frame != null && !frame.isProgressive() && (lines > 0 || !frame.rowsFollow()) &&
			frame.components().stream().allMatch(Component::isScanned);
	}

	private void read(final JpegSegment segment) throws DicomException {
		final int code = segment.code();
		if (Marker.isFrame(code)) startFrame(segment);
		else switch (code) {
			case Marker.DHT -> readHuffmanTables(segment);
			case Marker.DQT -> readQuantizationTables(segment);
			case Marker.DRI -> restartInterval = segment.u16();
			case Marker.DNL -> lines = segment.u16();
			case Marker.DAC -> throw segment.error("sets up arithmetic coding; only Huffman coding is read");
			case Marker.DHP, Marker.EXP -> throw segment.error("belongs to a hierarchical frame, which is not read");
			default -> colours.read(segment);
		}
	}

	private void startFrame(final JpegSegment segment) throws DicomException {
		if (frame != null) throw segment.error("begins a second frame");
		frame = FrameHeader.read(segment, shape);
		for (final Component component : frame.components())
			component.allocate(frame);
	}

	/** 4 bits class, 4 bits destination, and a table, as often as there is room (T.81 B.2.4.2). */
	private void readHuffmanTables(final JpegSegment segment) throws DicomException {
		while (segment.remaining() > 0) {
			final int target = segment.u8(), kind = target >> 4, number = target & 15;
			if (kind > 1 || number > 3) throw segment
				.error("says class " + kind + " and destination " + number + "; they must be at most 1 and 3");
			(kind == 0 ? dcTables : acTables)[number] = HuffmanTable.read(segment, kind == 0);
		}
	}

	/**
	 * 4 bits precision, 4 bits destination, and 64 numbers in zigzag order, as often as there is room (T.81 B.2.4.1).
	 */
	private void readQuantizationTables(final JpegSegment segment) throws DicomException {
		while (segment.remaining() > 0) {
			final int target = segment.u8(), wide = target >> 4, number = target & 15;
			if (wide > 1 || number > 3) throw segment
				.error("says precision " + wide + " and destination " + number + "; they must be at most 1 and 3");
			final int[] table = new int[64];
			for (int k = 0; k < 64; k++)
				table[k] = wide == 1 ? segment.u16() : segment.u8();
			quantizationTables[number] = table;
		}
	}

	/** Decodes a scan; returns the byte to go on at. */
	private int scan(final JpegSegment segment) throws DicomException {
		if (frame == null) throw segment.error("comes before the frame header (SOF)");
		final ScanHeader header = ScanHeader.read(segment, frame, dcTables, acTables);
		for (final ScanHeader.Part part : header.parts()) {
			if (part.component().isScanned() && !frame.isProgressive())
				throw segment.error("codes component " + part.component().id() + " a second time");
			if (!frame.isLossless()) quantize(segment, part.component());
			else part.component().setPointTransform(header.low());
		}
		final var in = new BitReader(data, segment.end());
		final EntropyScan scan = frame.isLossless() ? new LosslessScan(frame, header, in)
			: frame.isProgressive() ? new ProgressiveScan(frame, header, in) : new SequentialScan(frame, header, in);
		if (frame.isLossless() && restartInterval % scan.mcusPerRow != 0)
			throw segment.error("has restart intervals of " + restartInterval + "; they must be whole rows of " +
				scan.mcusPerRow + " (T.81 H.1.1)");
		pay(segment, scan.units());
		note(scan.run(restartInterval));
		final int end = in.nextMarker();
		budget += (long) BLOCKS_PER_BYTE * (end - segment.end());
		return end;
	}

	private void quantize(final JpegSegment segment, final Component component) throws DicomException {
		final int number = component.quantizationSelector();
		if (component.quantization() != null) return;
		if (number > 3 || quantizationTables[number] == null)
			throw segment.error("needs quantization table " + number + ", which no DQT has defined");
		component.setQuantization(quantizationTables[number]);
	}

	private void pay(final JpegSegment segment, final long units) throws DicomException {
		if (!frame.isProgressive()) return;
		if (frame.components().stream().noneMatch(Component::isScanned)) budget = FREE_PASSES *
			frame.components().stream().mapToLong(component -> component.samples().length / 64).sum();
		budget -= units;
		if (budget < 0) throw segment.error("is one scan too many for the few data of the others");
	}

	private void note(final String what) {
		if (damage.isEmpty()) damage = what;
	}

	private DecodedFrame finish(final byte[] samples) throws DicomException {
		int rows = frame.rows();
		for (final Component component : frame.components()) {
			if (!component.isScanned()) note(
				"The JPEG data end at byte " + data.length + " without a scan of component " + component.id() + ".");
			if (component.completeRows() < component.rows())
				rows = Math.min(rows, component.completeRows() * frame.maxVertical() / component.vertical());
		}
		if (rows == 0) throw new DicomException("No row is complete: " + damage);
		if (frame.isProgressive()) {
			if (!ended) note("The JPEG data end at byte " + data.length + " without EOI; finer detail may be missing.");
			for (final Component component : frame.components())
				ProgressiveScan.finish(frame, component);
		}
		new SampleWriter(frame, shape, samples).write();
		return new DecodedFrame(rows * frame.columns(), frame.precision(), false, colours.of(frame), damage);
	}
}

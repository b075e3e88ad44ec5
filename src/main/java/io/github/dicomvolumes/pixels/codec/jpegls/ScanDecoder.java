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

import io.github.dicomvolumes.pixels.codec.FrameShape;

import java.util.Arrays;

/** Decodes the lines of one scan, in restart intervals if there are any. */
final class ScanDecoder {

	/**
	 * Bytes between the last line and the next marker that are no sign of damage: less than a whole word, with which an
	 * encoder may end.
	 */
	private static final int PADDING = 4;

	private final byte[] data;

	private final FrameShape shape;

	private final ScanHeader header;

	private final SampleSink sink;

	private final BitReader bits;

	private final ContextModel contexts;

	private final RunMode runs;

	private final LineDecoder decoder;

	/** The line above and that being decoded, of each component or of all interleaved ones. */
	private final int[][] above;

	private final int[][] lines;

	/** Pixels of padding are so many samples. */
	private final int stride;

	private int complete;

	private String damage = "";

	ScanDecoder(final byte[] data, final int start, final FrameShape shape, final ScanHeader header,
		final CodingParameters parameters, final SampleSink sink)
	{
		this.data = data;
		this.shape = shape;
		this.header = header;
		this.sink = sink;
		final int components = header.components().size();
		final boolean pixels = header.interleave() == ScanHeader.Interleave.SAMPLE;
		bits = new BitReader(data, start);
		contexts = new ContextModel(parameters);
		runs = new RunMode(bits, parameters, pixels ? 1 : components);
		stride = pixels ? components : 1;
		above = new int[components / stride][(shape.columns() + 2) * stride];
		lines = new int[components / stride][(shape.columns() + 2) * stride];
		if (pixels) decoder = new InterleavedLine(new RegularMode(bits, parameters, contexts), runs, components);
		else if (LosslessLine.canDecode(parameters)) decoder = new LosslessLine(bits, parameters, contexts, runs);
		else decoder = new NearLosslessLine(new RegularMode(bits, parameters, contexts), runs);
	}

	/**
	 * Decodes lines until the last one or damage.
	 *
	 * @param interval lines of a restart interval; 0 if there are none
	 */
	void decode(final long interval) {
		for (int row = 0; row < shape.rows(); row++) {
			if (interval > 0 && row > 0 && row % interval == 0 && !restart((int) (row / interval - 1 & 7))) return;
			decodeLine();
			if (bits.isDamaged() || bits.isExhausted()) {
				damage = String.format("JPEG-LS: the data of line %d of %d %s byte %d", row + 1, shape.rows(),
					bits.isExhausted() ? "end at" : "are damaged before", bits.offset());
				return;
			}
			put(row);
			complete++;
		}
		final int end = bits.nextMarker();
		final int left = end - bits.offset();
		if (end < data.length && left >= PADDING) damage = String.format(
			"JPEG-LS: %d bytes of a scan are left over at byte %d, so that some of its lines are probably wrong", left,
			bits.offset());
	}

	/** Complete lines. */
	int lines() {
		return complete;
	}

	/** What is wrong with the scan, as a sentence with the byte offset; empty if all is well. */
	String damage() {
		return damage;
	}

	/** Offset of the marker behind the scan, or the length of the data. */
	int end() {
		return bits.nextMarker();
	}

	private void decodeLine() {
		for (int i = 0; i < lines.length; i++) {
			final int[] last = lines[i];
			lines[i] = above[i];
			above[i] = last;
			System.arraycopy(last, stride, lines[i], 0, stride);
			runs.select(i);
			decoder.decode(last, lines[i]);
		}
	}

	private void put(final int row) {
		for (int i = 0; i < header.components().size(); i++) {
			final int[] line = lines[stride == 1 ? i : 0];
			sink.put(row, header.components().get(i), line, stride == 1 ? 1 : stride + i, stride);
		}
	}

	/** Begins the interval after restart marker {@code number}, if that comes next. */
	private boolean restart(final int number) {
		final int at = bits.nextMarker();
		if (at == data.length || data[at + 1] != (byte) (0xD0 + number)) {
			damage = String.format("JPEG-LS: %s at byte %d where restart marker FF%02X must be",
				at == data.length ? "the data end" : String.format("marker FF%02X", data[at + 1]), at, 0xD0 + number);
			return false;
		}
		bits.restart(at + 2);
		contexts.restart();
		runs.restart();
		for (final int[] line : lines)
			Arrays.fill(line, 0);
		return true;
	}
}

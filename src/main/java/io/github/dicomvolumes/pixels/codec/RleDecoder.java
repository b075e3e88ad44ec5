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

package io.github.dicomvolumes.pixels.codec;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.pixels.codec.DecodedFrame.Colours;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Decodes RLE (PS3.5 Annex G): one segment for each byte of a pixel, the samples one after another, the most
 * significant byte of a sample first.
 *
 * <pre>
 * 0   number of segments, 1 to 15   } 32 bits each, little endian
 * 4   byte offsets of 15 segments   }
 * 64  segment: runs of a control byte n and
 *              n + 1 bytes to copy         n =    0 ..  127
 *              1 byte to repeat 1 - n times    n = -127 .. -1
 *              nothing                         n = -128
 * </pre>
 */
public final class RleDecoder implements FrameDecoder {

	private static final int HEADER = 64, MAX_SEGMENTS = 15;

	@Override
	public DecodedFrame decode(final byte[] data, final FrameShape shape, final byte[] samples) throws DicomException {
		final int[] offsets = offsets(data, shape);
		final int size = shape.bytesPerSample(), pixelBytes = size * shape.samplesPerPixel();
		final int pixels = shape.columns() * shape.rows();
		final int perSegment = shape.bitsAllocated() == 1 ? PackedBits.bytes(pixels) : pixels;
		int complete = pixels;
		String damage = "";
		for (int i = 0; i < offsets.length - 1; i++) {
			final var segment = new RleSegment(data, offsets[i], offsets[i + 1]);
			final int first = i / size * size + size - 1 - i % size;
			final int bytes = segment.decode(samples, first, perSegment, pixelBytes);
			if (bytes == perSegment) continue;
			final String found = "RLE segment " + (i + 1) + " of " + (offsets.length - 1) + ", bytes " + offsets[i] +
				" to " + offsets[i + 1] + ", holds " + bytes + " bytes of " + perSegment;
			if (shape.bitsAllocated() > 1 && segment.isWhole() && segment.crossesRows(shape.columns()))
				throw new DicomException(
					found + " and its runs do not end with the rows (PS3.5 G.3.1): the frame is not " +
						shape.columns() + " x " + shape.rows() + ".");
			complete = Math.min(complete, shape.bitsAllocated() == 1 ? bytes * 8 : bytes);
			if (damage.isEmpty()) damage = found + "; the data are cut or damaged.";
		}
		if (complete == 0) throw new DicomException("No pixel is complete: " + damage);
		if (shape.bitsAllocated() == 1) PackedBits.unpack(samples, pixels);
		return new DecodedFrame(complete, shape.bitsStored(), false, Colours.UNSTATED, damage);
	}

	/** Where the segments begin, and where the last one ends. */
	private static int[] offsets(final byte[] data, final FrameShape shape) throws DicomException {
		if (data.length < HEADER) throw new DicomException("The RLE frame has " + data.length +
			" bytes; its header alone has " + HEADER + " (PS3.5 G.5): the data are cut.");
		final long count = u32(data, 0), expected = (long) shape.bytesPerSample() * shape.samplesPerPixel();
		if (shape.bitsAllocated() == 1 && shape.samplesPerPixel() > 1)
			throw new DicomException("RLE of 1 bit and more than one sample is not defined (PS3.5 8.2.2).");
		if (count != expected || count > MAX_SEGMENTS)
			throw new DicomException("The RLE header at byte 0 says " + count + " segments; it must be " + expected +
				", one for each byte of a pixel, and at most 15 (PS3.5 G.2).");
		final int[] offsets = new int[(int) count + 1];
		for (int i = 0; i < count; i++) {
			final long offset = u32(data, 4 + 4 * i), least = i == 0 ? HEADER : offsets[i - 1];
			if (offset < least || offset > Integer.MAX_VALUE)
				throw new DicomException("The RLE header says at byte " + (4 + 4 * i) + " that segment " + (i + 1) +
					" begins at byte " + offset + "; it must be at least " + least + " (PS3.5 G.5).");
			offsets[i] = (int) Math.min(offset, data.length);
		}
		offsets[(int) count] = data.length;
		return offsets;
	}

	private static long u32(final byte[] data, final int at) {
		return data[at] & 0xFF | (data[at + 1] & 0xFF) << 8 | (data[at + 2] & 0xFF) << 16 |
			(data[at + 3] & 0xFFL) << 24;
	}

	/** Runs from a byte of the frame up to another. */
	private static final class RleSegment {

		private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class,
			ByteOrder.nativeOrder());
		/** Bytes of two words. */
		private static final int WORDS = 16;
		/** Each byte is 1. */
		private static final long ONES = 0x0101010101010101L;

		private final byte[] data;
		private final int from, to;
		private boolean whole = true;

		RleSegment(final byte[] data, final int from, final int to) {
			this.data = data;
			this.from = from;
			this.to = to;
		}

		/** Fills every {@code step}th byte from the first on, at most {@code count}; returns how many. */
		int decode(final byte[] out, final int first, final int count, final int step) {
			int in = from, done = 0;
			while (done < count && in < to) {
				final int control = data[in++];
				if (step == 1 && Math.abs(control) < WORDS && count - done >= WORDS && to - in >= WORDS) {
					// Most runs are short. What is written beyond one, the next overwrites: no loop whose end must be guessed.
					words(control, in, out, first + done);
					done += 1 + Math.abs(control);
					in += control < 0 ? 1 : 1 + control;
					continue;
				}
				if (control == -128) continue;
				final int run = Math.min(control < 0 ? 1 - control : 1 + control, count - done);
				if (control < 0) {
					if (in == to) {
						whole = false;
						return done;
					}
					repeat(data[in++], out, first + done * step, run, step);
					done += run;
				}
				else {
					final int there = Math.min(run, to - in);
					copy(data, in, out, first + done * step, there, step);
					in += there;
					done += there;
					// a segment of odd length is padded with a control byte 0
					if (there < run) whole = run == 1;
				}
			}
			return done;
		}

		/** Whether the segment did not end within a run when it was decoded. */
		boolean isWhole() {
			return whole;
		}

		/** Whether a run begins in one row and ends in another, which encoders must avoid. */
		boolean crossesRows(final int columns) {
			long done = 0;
			for (int in = from; in < to;) {
				final int control = data[in++];
				if (control == -128) continue;
				final int run = control < 0 ? 1 - control : Math.min(1 + control, to - in);
				if (run > 0 && done / columns != (done + run - 1) / columns) return true;
				done += run;
				in += control < 0 ? 1 : run;
			}
			return false;
		}

		private void words(final int control, final int in, final byte[] out, final int at) {
			final long repeated = (data[in] & 0xFF) * ONES;
			LONG.set(out, at, control < 0 ? repeated : (long) LONG.get(data, in));
			LONG.set(out, at + WORDS / 2, control < 0 ? repeated : (long) LONG.get(data, in + WORDS / 2));
		}

		private static void repeat(final byte value, final byte[] out, final int at, final int run, final int step) {
			if (step == 1) Arrays.fill(out, at, at + run, value);
			else for (int i = 0, o = at; i < run; i++, o += step)
				out[o] = value;
		}

		private static void copy(final byte[] in, final int from, final byte[] out, final int at, final int run,
			final int step)
		{
			if (step == 1) System.arraycopy(in, from, out, at, run);
			else for (int i = 0, o = at; i < run; i++, o += step)
				out[o] = in[from + i];
		}
	}
}

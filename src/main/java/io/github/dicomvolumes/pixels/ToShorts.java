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

package io.github.dicomvolumes.pixels;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;

/** Words of 8, 16 or 32 bits to {@code short[]} planes of stored values plus an offset. */
final class ToShorts implements SampleLoop {

	private final int shift, mask, flip, add;
	private final boolean verbatim;

	private ToShorts(final BitField bits, final int offset) {
		shift = bits.shift();
		mask = bits.mask();
		flip = bits.flip();
		add = (int) bits.bias() + offset;
		verbatim = bits.isWholeUnsigned(16) && offset == 0;
	}

	/** @param offset 0 or 32768, see {@link PlaneType#offset} */
	static SampleLoop loop(final PixelFormat format, final int offset) {
		final ToShorts to = new ToShorts(BitField.of(format), offset);
		return switch (format.bitsAllocated()) {
			case 8 -> to.from8(new byte[SampleLoop.BLOCK]);
			case 16 -> to;
			default -> to.from32(new int[SampleLoop.BLOCK]);
		};
	}

	/** The loop for words of 16 bits. */
	@Override
	public void run(final ByteBuffer in, final int count, final Object plane, final int first) {
		final short[] out = (short[]) plane;
		in.asShortBuffer().get(out, first, count);
		if (verbatim) return;
		final int shift = this.shift, mask = this.mask, flip = this.flip, add = this.add, end = first + count;
		for (int i = first; i < end; i++)
			out[i] = (short) ((out[i] >> shift & mask ^ flip) + add);
	}

	private SampleLoop from8(final byte[] block) {
		return (in, count, plane, first) -> {
			for (int done = 0; done < count; done += block.length) {
				final int n = Math.min(block.length, count - done);
				in.get(block, 0, n);
				convert(block, n, (short[]) plane, first + done);
			}
		};
	}

	private SampleLoop from32(final int[] block) {
		return (in, count, plane, first) -> {
			final IntBuffer words = in.asIntBuffer();
			for (int done = 0; done < count; done += block.length) {
				final int n = Math.min(block.length, count - done);
				words.get(block, 0, n);
				convert(block, n, (short[]) plane, first + done);
			}
		};
	}

	private void convert(final byte[] words, final int n, final short[] out, final int first) {
		final int shift = this.shift, mask = this.mask, flip = this.flip, add = this.add;
		for (int i = 0; i < n; i++)
			out[first + i] = (short) ((words[i] >> shift & mask ^ flip) + add);
	}

	private void convert(final int[] words, final int n, final short[] out, final int first) {
		final int shift = this.shift, mask = this.mask, flip = this.flip, add = this.add;
		for (int i = 0; i < n; i++)
			out[first + i] = (short) ((words[i] >> shift & mask ^ flip) + add);
	}
}

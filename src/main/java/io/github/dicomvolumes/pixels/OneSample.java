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
import java.util.Arrays;

/** One sample of each pixel, as if the others were not there. */
final class OneSample {

	private OneSample() {}

	/**
	 * The loops for pixels of several samples: one that picks, or, if the samples are planar, one for each of which
	 * only that of the wanted sample does anything.
	 *
	 * @param component 0-based sample
	 * @param loop for pixels of this sample only
	 */
	static SampleLoop[] loops(final PixelFormat format, final int component, final SampleLoop loop) {
		final int bytes = format.bitsAllocated() / 8;
		if (!format.planar())
			return new SampleLoop[] { pick(loop, component * bytes, bytes, bytes * format.samplesPerPixel()) };
		final SampleLoop[] loops = new SampleLoop[format.samplesPerPixel()];
		Arrays.fill(loops, (SampleLoop) (in, count, plane, first) -> {});
		loops[component] = loop;
		return loops;
	}

	private static SampleLoop pick(final SampleLoop loop, final int offset, final int bytes, final int step) {
		final byte[] block = new byte[bytes * SampleLoop.BLOCK];
		return (in, count, plane, first) -> {
			for (int done = 0; done < count; done += SampleLoop.BLOCK) {
				final int n = Math.min(SampleLoop.BLOCK, count - done), start = in.position() + done * step + offset;
				for (int i = 0; i < n; i++)
					in.get(start + i * step, block, i * bytes, bytes);
				loop.run(ByteBuffer.wrap(block, 0, n * bytes).order(in.order()), n, plane, first + done);
			}
		};
	}
}

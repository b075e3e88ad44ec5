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

/**
 * Lines of pixels whose samples are interleaved (T.87 B.3, ILV 2): the samples of a pixel are side by side, and a run
 * begins where all of them would begin one.
 */
final class InterleavedLine extends LineDecoder {

	private final RegularMode regular;

	private final RunMode runs;

	/** Samples of a pixel. */
	private final int samples;

	/** The contexts of a pixel's samples. */
	private final int[] contexts;

	InterleavedLine(final RegularMode regular, final RunMode runs, final int samples) {
		this.regular = regular;
		this.runs = runs;
		this.samples = samples;
		contexts = new int[samples];
	}

	@Override
	void decode(final int[] above, final int[] line) {
		final int end = line.length - samples;
		for (int at = samples; at < end; at += samples) {
			if (regular(at, above, line)) continue;
			final int interruption = at + samples * runs.length((end - at) / samples);
			for (int i = at; i < interruption; i++)
				line[i] = line[i - samples];
			at = interruption;
			if (at == end) break;
			for (int i = at; i < at + samples; i++)
				line[i] = runs.interruptionOfPixel(line[i - samples], above[i]);
			runs.end();
		}
		System.arraycopy(line, end - samples, line, end, samples);
	}

	/** Decodes the pixel whose samples begin at {@code at}, unless a run begins with it. */
	private boolean regular(final int at, final int[] above, final int[] line) {
		int any = 0;
		for (int i = 0; i < samples; i++) {
			final int x = at + i;
			contexts[i] = regular.context(line[x - samples], above[x], above[x - samples], above[x + samples]);
			any |= contexts[i];
		}
		if (any == 0) return false;
		for (int i = 0; i < samples; i++) {
			final int x = at + i;
			line[x] = regular.sample(contexts[i], line[x - samples], above[x], above[x - samples]);
		}
		return true;
	}
}

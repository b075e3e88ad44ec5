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

package io.github.dicomvolumes.series.object;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import io.github.dicomvolumes.data.Attributes;

/** Makes the frames of objects. */
final class FrameLists {

	/** No compressed frame is shorter, with the header of its fragment (PS3.5 A.4). */
	static final int MIN_COMPRESSED_BYTES = 32;

	private FrameLists() {}

	/** Frames without places, which are slices one after another. */
	static List<Frame> inOrderOfFile(final ImageObject object, final int n, final String why,
		final IntFunction<Attributes> attributes)
	{
		final Frame first = new Frame(object, 0, attributes.apply(0));
		final Frame[] frames = new Frame[n];
		Arrays.setAll(frames, k -> first.withoutPlace(k, attributes.apply(k), why));
		return List.of(frames);
	}

	/** One frame for each plane of the file. */
	static List<Frame> list(final ImageObject object, final int n, final IntFunction<Attributes> attributes) {
		final Frame[] frames = new Frame[n];
		for (int k = 0; k < n; k++) {
			final Attributes own = attributes.apply(k);
			final boolean isSame = k > 0 && own == frames[k - 1].attributes();
			frames[k] = isSame ? frames[k - 1].onIndex(k) : new Frame(object, k, own);
		}
		return List.of(frames);
	}
}

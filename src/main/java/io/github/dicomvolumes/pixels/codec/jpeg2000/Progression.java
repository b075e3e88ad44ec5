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

package io.github.dicomvolumes.pixels.codec.jpeg2000;

import io.github.dicomvolumes.data.DicomException;

/**
 * A run of packets: an order, and what it covers (T.800 A.6.6, B.12).
 *
 * @param fromResolution first resolution, 0-based
 * @param toResolution after the last, like the others
 */
record Progression(ProgressionOrder order, int fromResolution, int toResolution, int fromComponent, int toComponent,
	int toLayer)
{

	/** Reads the next entry of POC. */
	static Progression read(final MarkerSegment poc, final int components) throws DicomException {
		final boolean wide = components > 256;
		final int fromResolution = poc.u8();
		final int fromComponent = wide ? poc.u16() : poc.u8();
		final int toLayer = poc.u16();
		final int toResolution = poc.u8();
		final int toComponent = wide ? poc.u16() : poc.u8();
		return new Progression(ProgressionOrder.of(poc, poc.u8()), fromResolution, toResolution, fromComponent,
			toComponent == 0 ? components : Math.min(toComponent, components), toLayer);
	}
}

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

/**
 * Coding parameters as an LSE segment of type 1 states them (T.87 C.2.4.1.1); 0 stands for the default.
 *
 * <pre>
 * 0 type  1 MAXVAL  3 T1  5 T2  7 T3  9 RESET (2 bytes each)
 * </pre>
 */
record PresetParameters(int maxval, int t1, int t2, int t3, int reset) {

	/** Those of streams that state none. */
	static final PresetParameters DEFAULT = new PresetParameters(0, 0, 0, 0, 0);

	static PresetParameters of(final MarkerSegment segment) throws DicomException {
		return new PresetParameters(segment.shortAt(1), segment.shortAt(3), segment.shortAt(5), segment.shortAt(7),
			segment.shortAt(9));
	}

	/**
	 * The parameters of a scan.
	 *
	 * @param segment that begins the scan
	 * @param precision bits of a sample
	 */
	CodingParameters parameters(final MarkerSegment segment, final int precision, final int near)
		throws DicomException
	{
		final int greatest = (1 << precision) - 1;
		final int max = maxval == 0 ? greatest : maxval;
		if (max > greatest) throw segment.wrong("MAXVAL is " + max + ", but samples have " + precision + " bits");
		if (near > Math.min(255, max / 2))
			throw segment.wrong("NEAR is " + near + "; it must be " + Math.min(255, max / 2) + " or less");
		final CodingParameters defaults = CodingParameters.ofDefaults(max, near);
		final CodingParameters parameters = new CodingParameters(near, max, t1 == 0 ? defaults.t1() : t1,
			t2 == 0 ? defaults.t2() : t2, t3 == 0 ? defaults.t3() : t3, reset == 0 ? defaults.reset() : reset);
		if (parameters.reset() < 3) throw segment.wrong("RESET is " + parameters.reset() + "; it must be 3 or more");
		return parameters;
	}
}

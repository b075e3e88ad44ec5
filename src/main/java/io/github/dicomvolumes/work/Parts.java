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

package io.github.dicomvolumes.work;

import java.util.stream.IntStream;

/**
 * The progress of one phase that has parts, one after the other, such as volumes or segments: each may have phases of
 * its own, which are not told, and never goes back.
 */
public final class Parts implements Progress {

	private final Progress all;
	private final String phase;
	/** Where each part begins, and the last one ends, from 0 to 1. */
	private final double[] begins;
	private int part;
	private double far;

	/** Equal parts; if there are none the phase is not told. */
	public Parts(final Progress all, final String phase, final int count) {
		this(all, phase, IntStream.range(0, count).mapToDouble(i -> 1).toArray());
	}

	/** @param shares of the time, in relation to each other */
	public Parts(final Progress all, final String phase, final double... shares) {
		this.all = all;
		this.phase = phase;
		begins = new double[shares.length + 1];
		for (int i = 0; i < shares.length; i++)
			begins[i + 1] = begins[i] + shares[i];
		for (int i = 1; i < begins.length; i++)
			begins[i] /= begins[shares.length];
	}

	/** Ends a part, and begins the next one, if there is one. */
	public void next() {
		part++;
		tell(0);
	}

	@Override
	public void update(final String phaseOfPart, final long done, final long total) {
		tell(total <= 0 ? 0 : Math.min(1, (double) done / total));
	}

	@Override
	public void update(final String phaseOfPart, final double ofPart) {
		tell(ofPart);
	}

	private void tell(final double ofPart) {
		final double at = part < begins.length - 1 ? begins[part] + ofPart * (begins[part + 1] - begins[part]) : 1;
		far = Math.max(far, Math.min(1, at));
		all.update(phase, far);
	}

	@Override
	public boolean isCanceled() {
		return all.isCanceled();
	}
}

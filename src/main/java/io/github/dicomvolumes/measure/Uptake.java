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

package io.github.dicomvolumes.measure;

import java.util.List;

/**
 * What PET in SUV says of a segment besides its statistics, of which maximum and mean are SUVmax and SUVmean.
 *
 * @param peak SUVpeak: the greatest mean within a sphere of 1 ml centred on a voxel of the segment (IBSI 0F91)
 * @param peakAtMaximum the same, centred on the voxel with SUVmax (IBSI VJGA)
 * @param lesionGlycolysis TLG of the whole segment: SUVmean times its volume, in ml times the unit of the values
 * @param active by the thresholds 41 % and 50 % of SUVmax, SUV 2.5 and 4.0, in this order
 */
public record Uptake(double peak, double peakAtMaximum, double lesionGlycolysis, List<Active> active) {

	/**
	 * Voxels of the segment at or above a threshold.
	 *
	 * @param threshold SUV
	 * @param millilitres MTV: metabolic tumour volume
	 * @param lesionGlycolysis TLG of it: its mean times its volume
	 */
	public record Active(double threshold, double millilitres, double lesionGlycolysis) {}

	public Uptake {
		active = List.copyOf(active);
	}
}

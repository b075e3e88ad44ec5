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

import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.series.Segment;

/**
 * How the dose is spread over a segment: the doses at points that lie evenly in it, closer together than voxels, linear
 * between the voxels of the dose. Immutable.
 */
public final class DoseVolumeHistogram {

	private final Segment segment;
	private final String unit;
	private final float[] doses;
	private final double millilitres, outsideMillilitres;
	private final List<String> notes;

	/**
	 * @param doses at the points within the dose, in any order; they are sorted here
	 * @param millilitres of the whole segment
	 * @param outsideMillilitres what of it lies outside the dose
	 */
	DoseVolumeHistogram(final Segment segment, final String unit, final float[] doses, final double millilitres,
		final double outsideMillilitres, final List<String> notes)
	{
		this.segment = segment;
		this.unit = unit;
		this.doses = doses;
		Arrays.sort(doses);
		this.millilitres = millilitres;
		this.outsideMillilitres = outsideMillilitres;
		this.notes = List.copyOf(notes);
	}

	/** What has the dose. */
	public Segment segment() {
		return segment;
	}

	/** The same of a segment with another name or colour. */
	public DoseVolumeHistogram named(final Segment newSegment) {
		return new DoseVolumeHistogram(newSegment, unit, doses.clone(), millilitres, outsideMillilitres, notes);
	}

	/** Of the dose, such as "GY". */
	public String unit() {
		return unit;
	}

	/** The volume of the segment within the dose, ml: 100 %. */
	public double millilitres() {
		return millilitres - outsideMillilitres;
	}

	/** The volume of the segment where no dose is known, ml. */
	public double outsideMillilitres() {
		return outsideMillilitres;
	}

	/** At how many points the dose was taken. */
	public int points() {
		return doses.length;
	}

	/** What to know about the numbers, one sentence each. */
	public List<String> notes() {
		return notes;
	}

	/** The mean dose; NaN if there are no points. */
	public double mean() {
		double sum = 0;
		for (final float dose : doses)
			sum += dose;
		return doses.length == 0 ? Double.NaN : sum / doses.length;
	}

	/** The least dose; NaN if there are no points. */
	public double minimum() {
		return doses.length == 0 ? Double.NaN : doses[0];
	}

	/** The greatest dose; NaN if there are no points. */
	public double maximum() {
		return doses.length == 0 ? Double.NaN : doses[doses.length - 1];
	}

	/**
	 * The dose that a part of the volume gets at least: D98 for 98.
	 *
	 * @param percent of the volume, 0 to 100
	 * @return NaN if there are no points
	 */
	public double dose(final double percent) {
		if (doses.length == 0) return Double.NaN;
		final double rank = (1 - percent / 100) * doses.length - 0.5; // a point stands for the volume around it
		final int below = (int) Math.max(0, Math.min(doses.length - 1.0, Math.floor(rank)));
		final int above = (int) Math.max(0, Math.min(doses.length - 1.0, Math.ceil(rank)));
		return doses[below] + (rank - Math.floor(rank)) * (doses[above] - doses[below]);
	}

	/**
	 * The part of the volume that gets a dose or more: V20 for 20 Gy.
	 *
	 * @return percent; NaN if there are no points
	 */
	public double volume(final double dose) {
		if (doses.length == 0) return Double.NaN;
		int from = 0, to = doses.length; // the first that is not below the dose is between
		while (from < to) {
			final int middle = (from + to) >>> 1;
			if (doses[middle] < dose) from = middle + 1;
			else to = middle;
		}
		return 100.0 * (doses.length - from) / doses.length;
	}
}

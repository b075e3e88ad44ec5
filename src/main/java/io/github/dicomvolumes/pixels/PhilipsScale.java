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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.Tag;

/**
 * The second scale of Philips' MR images. With the stored value SV, Rescale Slope RS, Rescale Intercept RI and the
 * private scale slope SS (2005,100E) and scale intercept SI (2005,100D),
 *
 * <pre>
 * DV = RS * SV + RI      what the scanner displays, as the standard says
 * FP = DV / (RS * SS)    what it measured, in units of its own; equal to (SV - SI) / SS, as RI = -RS * SI
 * </pre>
 *
 * (Chenevert et al., Translational Oncology 2014, 7(1): 65-71; the choice of dcm2niix.) Only FP can be compared between
 * series and times.
 *
 * @param slope SS, finite, not 0
 * @param intercept SI; empty if the file has none
 */
public record PhilipsScale(double slope, Optional<Double> intercept) {

	public static final String CREATOR = "Philips MR Imaging DD 001";

	/** Reserves (2005,140F) of enhanced images, which has what classic images have outside, for each frame. */
	private static final String FRAME_CREATOR = "Philips MR Imaging DD 005";

	private static final int[] FUNCTIONAL_GROUPS = { Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
		Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE };
	private static final int GROUP = 0x2005, INTERCEPT = 0x0D, SLOPE = 0x0E, FRAME = 0x0F;

	/** Relative, for numbers of 32 bits. */
	private static final double TOLERANCE = 1e-5;

	/** The scale of a frame; empty if it has none that can be used. */
	public static Optional<PhilipsScale> of(final Attributes attributes) {
		final List<Attributes> places = new ArrayList<>();
		addPlaces(places, attributes);
		for (final int groups : FUNCTIONAL_GROUPS) {
			final List<Attributes> items = attributes.items(groups);
			if (!items.isEmpty()) addPlaces(places, items.get(0));
		}
		for (final Attributes place : places) {
			final double slope = number(place, SLOPE).orElse(0.0);
			if (slope != 0) return Optional.of(new PhilipsScale(slope, number(place, INTERCEPT)));
		}
		return Optional.empty();
	}

	/** Adds attributes that may have the scale themselves, and their items that may. */
	private static void addPlaces(final List<Attributes> places, final Attributes attributes) {
		places.add(attributes);
		final Element frames = attributes.optional(FRAME_CREATOR, GROUP, FRAME).orElse(null);
		if (frames != null) places.addAll(attributes.items(frames.tag()));
	}

	private static Optional<Double> number(final Attributes attributes, final int element) {
		final Element found = attributes.optional(CREATOR, GROUP, element).orElse(null);
		final OptionalDouble number = found == null ? OptionalDouble.empty() : found.number();
		return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
	}

	/** The line from stored values to FP, without unit. */
	public Rescale precise(final Rescale displayed) {
		return new Rescale(1 / slope, displayed.intercept() / (displayed.slope() * slope), "");
	}

	/** What to know if (SV - SI) / SS is something else; empty if it is not. */
	public Optional<String> contradiction(final Rescale displayed) {
		final double expected = -displayed.intercept() / displayed.slope();
		return intercept.filter(si -> Math.abs(si - expected) > TOLERANCE * Math.max(1, Math.abs(expected)))
			.map(si -> "(2005,100D) scale intercept is " + NumberText.of(si) + ", by slope and intercept it is " +
				NumberText.of(expected) + ", which is used");
	}
}

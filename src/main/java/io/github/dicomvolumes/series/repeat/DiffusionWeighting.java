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

package io.github.dicomvolumes.series.repeat;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.CsaHeader;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.object.Mosaic;

/**
 * How strongly and in which direction an image is diffusion weighted, in the standard's attributes or a manufacturer's
 * own.
 *
 * @param b in s/mm2; empty if the image does not say
 * @param direction of the gradient for people, " 0.5 0.5 0.7" or "trace"; empty if it has none
 */
record DiffusionWeighting(OptionalDouble b, String direction) {

	private static final DiffusionWeighting NONE = new DiffusionWeighting(OptionalDouble.empty(), "");

	private static final String PHILIPS = "Philips Imaging DD 001", PHILIPS_MR = "Philips MR Imaging DD 001";
	private static final String GE_PARAMETERS = "GEMS_PARM_01", GE_ACQUISITION = "GEMS_ACQU_01";
	private static final String UNITED_IMAGING = "Image Private Header";

	/** Philips' word for the image that is the mean of all directions. */
	private static final String PHILIPS_ISOTROPIC = "I";

	/** GE adds flags above 100000. */
	private static final int GE_FLAGS = 100_000;

	/** Canon's comment: b=1000(0.25,0.445,0.859). */
	private static final Pattern CANON = Pattern.compile("b=([0-9.]+)(?:\\(([-0-9.]+),([-0-9.]+),([-0-9.]+)\\))?.*");

	/** The weighting of an image; the standard's attributes count before those of manufacturers. */
	static DiffusionWeighting of(final Attributes attributes) {
		final OptionalDouble standard = attributes.number(Tag.DIFFUSION_B_VALUE);
		final double[] direction = attributes.doubles(Tag.DIFFUSION_GRADIENT_ORIENTATION);
		if (standard.isPresent() || direction.length > 0) return new DiffusionWeighting(standard, text(direction));
		final Optional<Element> siemens = attributes.optional(Mosaic.MR_HEADER, 0x0019, 0x0C);
		if (siemens.isPresent()) return new DiffusionWeighting(siemens.get().number(),
			text(doubles(attributes.optional(Mosaic.MR_HEADER, 0x0019, 0x0E))));
		final Optional<Element> philips = attributes.optional(PHILIPS, 0x2001, 0x03);
		if (philips.isPresent()) return philips(attributes, philips.get().number());
		final Optional<Element> ge = attributes.optional(GE_PARAMETERS, 0x0043, 0x39);
		if (ge.isPresent()) return ge(attributes, ge.get().number());
		final Optional<Element> unitedImaging = attributes.optional(UNITED_IMAGING, 0x0065, 0x09);
		if (unitedImaging.isPresent()) return new DiffusionWeighting(unitedImaging.get().number(),
			text(doubles(attributes.optional(UNITED_IMAGING, 0x0065, 0x37))));
		final Matcher canon = CANON.matcher(attributes.orElse(Tag.IMAGE_COMMENTS, ""));
		if (canon.matches()) return canon(canon);
		final CsaHeader csa = Mosaic.csa(attributes);
		final OptionalDouble b = Arrays.stream(csa.numbers("B_value")).filter(Double::isFinite).findFirst();
		return b.isEmpty() ? NONE : new DiffusionWeighting(b, text(csa.numbers("DiffusionGradientDirection")));
	}

	private static DiffusionWeighting philips(final Attributes attributes, final OptionalDouble b) {
		final boolean isIsotropic = attributes.optional(PHILIPS, 0x2001, 0x04)
			.map(Element::text)
			.filter(PHILIPS_ISOTROPIC::equals)
			.isPresent();
		if (isIsotropic) return new DiffusionWeighting(b, b.orElse(0) > 0 ? "trace" : "");
		final double[] direction = new double[3];
		for (int i = 0; i < 3; i++)
			direction[i] = number(attributes.optional(PHILIPS_MR, 0x2005, 0xB0 + i)).orElse(0);
		return new DiffusionWeighting(b, Arrays.stream(direction).allMatch(v -> v == 0) ? "" : text(direction));
	}

	/** GE's directions are in the frame of the gradients, not of the patient. */
	private static DiffusionWeighting ge(final Attributes attributes, final OptionalDouble b) {
		final double[] direction = new double[3];
		for (int i = 0; i < 3; i++)
			direction[i] = number(attributes.optional(GE_ACQUISITION, 0x0019, 0xBB + i)).orElse(0);
		final boolean isNone = Arrays.stream(direction).allMatch(v -> v == 0);
		return new DiffusionWeighting(b.isPresent() ? OptionalDouble.of(b.getAsDouble() % GE_FLAGS) : b,
			isNone ? "" : text(direction) + " (GE frame)");
	}

	private static DiffusionWeighting canon(final Matcher comment) {
		final OptionalDouble b = number(comment.group(1));
		if (comment.group(2) == null) return new DiffusionWeighting(b, "");
		final double[] direction = new double[3];
		for (int i = 0; i < 3; i++)
			direction[i] = number(comment.group(2 + i)).orElse(Double.NaN);
		return new DiffusionWeighting(b, text(direction));
	}

	private static OptionalDouble number(final String text) {
		try {
			return OptionalDouble.of(Double.parseDouble(text));
		}
		catch (final NumberFormatException exc) {
			return OptionalDouble.empty();
		}
	}

	private static OptionalDouble number(final Optional<Element> element) {
		return element.map(Element::number).orElse(OptionalDouble.empty());
	}

	private static double[] doubles(final Optional<Element> element) {
		return element.map(Element::doubles).orElse(new double[0]);
	}

	private static String text(final double[] direction) {
		return direction.length == 0 ? ""
			: "direction " + String.join(" ", Arrays.stream(direction).mapToObj(NumberText::of).toList());
	}
}

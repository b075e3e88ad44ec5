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
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalDouble;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.CsaHeader;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.Mosaic;

/**
 * How Siemens MR scanners say the diffusion weighting of an image or a mosaic: in private elements, older ones only in
 * the CSA header. Remembers what it found, because the tiles of a mosaic share one header.
 */
final class SiemensDiffusion {

	private static final int GROUP = 0x0019, B = 0x0C, DIRECTION = 0x0E;

	private final Map<Attributes, Weighting> known = new IdentityHashMap<>();

	/**
	 * @param b in s/mm2; empty if the image does not say
	 * @param direction of the gradient, LPS; empty if it has none
	 */
	record Weighting(OptionalDouble b, double[] direction) {}

	Weighting of(final Frame frame) {
		return known.computeIfAbsent(frame.attributes(), SiemensDiffusion::read);
	}

	private static Weighting read(final Attributes attributes) {
		final OptionalDouble b = attributes.optional(Mosaic.MR_HEADER, GROUP, B)
			.map(Element::number)
			.orElse(OptionalDouble.empty());
		if (b.isPresent()) return new Weighting(b,
			attributes.optional(Mosaic.MR_HEADER, GROUP, DIRECTION).map(Element::doubles).orElse(new double[0]));
		final CsaHeader csa = Mosaic.csa(attributes);
		final OptionalDouble said = Arrays.stream(csa.numbers("B_value")).filter(Double::isFinite).findFirst();
		return new Weighting(said, csa.numbers("DiffusionGradientDirection"));
	}
}

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

package io.github.dicomvolumes.volume;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.PhilipsScale;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.object.Frame;

/** Puts the frames of a volume on the second scale of Philips, all or none of them, and says that there are two. */
final class PhilipsValues {

	private PhilipsValues() {}

	/**
	 * @param frames null where a slice is missing
	 * @param codings null where no frame can be read; changed if the precise values are chosen
	 * @return what to know; empty for files of others, unless their precise values are asked for
	 */
	static Optional<Finding> apply(final Frame[] frames, final FrameCoding[] codings, final ValueChoice choice) {
		final boolean isChosen = choice == ValueChoice.PHILIPS_PRECISE;
		if (!isChosen && !isFirstScaled(frames, codings)) return Optional.empty();
		final int[] readable = IntStream.range(0, codings.length).filter(i -> codings[i] != null).toArray();
		final PhilipsScale[] scales = Arrays.stream(readable)
			.mapToObj(i -> scale(frames[i], codings[i]).orElse(null))
			.toArray(PhilipsScale[]::new);
		final List<String> without = IntStream.range(0, readable.length)
			.filter(n -> scales[n] == null)
			.mapToObj(n -> frames[readable[n]].toString())
			.toList();
		if (!without.isEmpty()) return isChosen ? Optional.of(unscaled(without, readable.length)) : Optional.empty();
		final Rescale displayed = codings[readable[0]].rescale();
		if (isChosen) for (int n = 0; n < readable.length; n++)
			codings[readable[n]] = codings[readable[n]].onLine(scales[n].precise(codings[readable[n]].rescale()));
		return Optional.of(new Finding(Code.VALUES, describe(displayed, scales, isChosen)));
	}

	private static boolean isFirstScaled(final Frame[] frames, final FrameCoding[] codings) {
		for (int i = 0; i < codings.length; i++)
			if (codings[i] != null) return scale(frames[i], codings[i]).isPresent();
		return false;
	}

	private static Optional<PhilipsScale> scale(final Frame frame, final FrameCoding coding) {
		final Attributes attributes = frame.attributes();
		return coding.isGrey() && coding.table().isEmpty() ? PhilipsScale.of(attributes) : Optional.empty();
	}

	private static Finding unscaled(final List<String> without, final int all) {
		return new Finding(Code.PIXEL_FORMAT,
			"values=[" + ValueChoice.PHILIPS_PRECISE.label() + "] needs the scale slope (2005,100E) of \"" +
				PhilipsScale.CREATOR + "\" in all slices; " +
				(without.size() == all ? "none has" : without.size() + " do not have") +
				" it, so all values are as slope and intercept say",
			without.size() == all ? List.of() : without);
	}

	private static String describe(final Rescale displayed, final PhilipsScale[] scales, final boolean isChosen) {
		final PhilipsScale first = scales[0];
		final boolean isOne = Arrays.stream(scales).filter(Objects::nonNull).allMatch(s -> s.slope() == first.slope());
		return "Philips has two scales: displayed values are " + displayed + ", precise ones " +
			first.precise(displayed) + " by (2005,100E) scale slope " + first.slope() +
			(isOne ? "" : " (these are of the first slice)") + "; the " + (isChosen ? "precise" : "displayed") +
			" ones are used" +
			(isChosen ? "" : ", values=[" + ValueChoice.PHILIPS_PRECISE.label() + "] takes the others") +
			first.contradiction(displayed).map(text -> "; " + text).orElse("");
	}
}

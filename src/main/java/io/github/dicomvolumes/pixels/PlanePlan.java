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

import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.pixels.PixelFormat.Kind;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the planes of a volume hold, decided once from the headers of all its frames: stored values where one line fits
 * all frames and an 8- or 16-bit type fits all values that their bits could hold, else real values as 32-bit floating
 * point; colour as RGB.
 *
 * @param type of all planes
 * @param line from what the planes hold to real values; the identity where they hold real values or colours
 * @param holdsStored whether {@link FrameCoding#stored} tells the stored value of every pixel exactly
 * @param reason for people: "real values as 32-bit: slopes differ between slices"
 * @param palette the colours of 8-bit planes that hold indices
 */
public record PlanePlan(PlaneType type, Rescale line, boolean holdsStored, String reason, Optional<Palette> palette) {

	/** A plan for planes without palette. */
	public PlanePlan(final PlaneType type, final Rescale line, final boolean holdsStored, final String reason) {
		this(type, line, holdsStored, reason, Optional.empty());
	}

	/**
	 * The plan for the frames of one volume.
	 *
	 * @param codings of all frames, which {@link NativeDecoder} can read, all grey or all colour; at least one
	 * @param wantReal whether the user wants real values in any case
	 * @throws IllegalArgumentException if the frames do not fit together
	 */
	public static PlanePlan of(final List<FrameCoding> codings, final boolean wantReal) {
		if (codings.isEmpty()) throw new IllegalArgumentException("A volume has at least one frame");
		final FrameCoding first = codings.get(0);
		final boolean grey = first.isGrey();
		boolean table = false, sameSlope = true, sameIntercept = true, sameUnit = true, integers = true, bytes = true,
			exact = true;
		double min = first.format().minStored(), max = first.format().maxStored();
		for (final FrameCoding coding : codings) {
			final PixelFormat format = coding.format();
			if (coding.isGrey() != grey)
				throw new IllegalArgumentException("Grey and colour frames cannot be one volume");
			sameSlope &= coding.rescale().sameSlopeAs(first.rescale());
			sameIntercept &= coding.rescale().sameInterceptAs(first.rescale());
			sameUnit &= coding.rescale().unit().equals(first.rescale().unit());
			table |= coding.table().isPresent();
			integers &= format.kind() == Kind.INTEGER;
			bytes &= format.bitsAllocated() <= 8;
			exact &= coding.floatHoldsStored();
			min = Math.min(min, format.minStored());
			max = Math.max(max, format.maxStored());
		}
		if (!grey && bytes && min >= 0 && first.palette().isPresent() &&
			codings.stream().allMatch(c -> c.palette().equals(first.palette())))
			return new PlanePlan(PlaneType.UINT8, Rescale.IDENTITY, true, "indices with a palette", first.palette());
		if (!grey) return new PlanePlan(PlaneType.RGB, Rescale.IDENTITY, true, "colour as RGB");
		final String unit = sameUnit ? first.rescale().unit() : "";
		final PlaneType type = bytes && min >= 0 ? PlaneType.UINT8
			: min >= 0 && max <= 0xFFFF ? PlaneType.UINT16
				: min >= Short.MIN_VALUE && max <= Short.MAX_VALUE ? PlaneType.INT16 : PlaneType.FLOAT32;
		final String why = wantReal ? "as requested"
			: !integers ? "the pixels are floating point"
				: table ? "a table gives the real values"
					: !sameSlope ? "slopes differ between slices"
						: !sameIntercept ? "intercepts differ between slices"
							: type == PlaneType.FLOAT32 ? range(min, max) : null;
		if (why != null) return new PlanePlan(PlaneType.FLOAT32, new Rescale(1, 0, unit), exact,
			"real values as 32-bit: " + why + (exact ? "" : "; some may be rounded"));
		final Rescale line = new Rescale(first.rescale().slope(), first.rescale().intercept(), unit);
		return new PlanePlan(type, line, true, "stored values as " + 8 * type.bytesPerPixel() + "-bit" +
			(line.isIdentity() ? "" : ", real value = " + line));
	}

	private static String range(final double min, final double max) {
		return "stored values can be " + NumberText.exact(min) + " to " + NumberText.exact(max) +
			", more than 16 bits hold";
	}

	/** Whether the planes hold real values rather than stored ones. */
	public boolean isReal() {
		return type == PlaneType.FLOAT32;
	}

	/** What a plane holds for a stored value of a grey frame. */
	public double held(final double stored, final FrameCoding coding) {
		return isReal() ? (float) coding.real(stored) : stored;
	}

	/**
	 * The least value that a grey plane holds, leaving out padding and what is no number; empty if nothing is left.
	 * Looks at every pixel.
	 */
	public OptionalDouble minimum(final Object plane, final FrameCoding coding) {
		return PlaneMinimum.of(type, plane, Excluded.of(coding, this));
	}
}

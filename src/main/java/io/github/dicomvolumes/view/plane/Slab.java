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

package io.github.dicomvolumes.view.plane;

import java.util.Objects;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Labelled;
import io.github.dicomvolumes.volume.sample.PlaneAxis;
import io.github.dicomvolumes.volume.sample.SlabMode;

/**
 * Several slices shown as one.
 *
 * @param thickness in the unit of the image's axis through the plane, usually mm; not negative. The slices whose
 *        centres lie within half of it on either side are taken, so that less than two slice distances is one slice
 */
public record Slab(Mode mode, double thickness) {

	/** Which of the values along a line through the slab is shown. */
	public enum Mode implements Labelled {
		/** That of the one slice. */
		NONE("None", "One slice"),
		/** The greatest (MIP). */
		MAX("Maximum", "Maximum (MIP)"),
		/** The least (MinIP). */
		MIN("Minimum", "Minimum"),
		/** The average. */
		MEAN("Mean", "Mean");

		private final String label, text;

		Mode(final String label, final String text) {
			this.label = label;
			this.text = text;
		}

		/** Of the numbers that pixels hold, which are the greater the smaller values are if the image is descending. */
		SlabMode ofHeld(final boolean isDescending) {
			return switch (this) {
				case MAX -> isDescending ? SlabMode.MIN : SlabMode.MAX;
				case MIN -> isDescending ? SlabMode.MAX : SlabMode.MIN;
				default -> SlabMode.MEAN;
			};
		}

		/** In macros. */
		@Override
		public String label() {
			return label;
		}

		/** For people. */
		@Override
		public String toString() {
			return text;
		}
	}

	/** One slice only. */
	public static final Slab NONE = new Slab(Mode.NONE, 0);

	/** @throws IllegalArgumentException if the thickness is negative or not finite */
	public Slab {
		Objects.requireNonNull(mode, "mode");
		if (!(thickness >= 0) || Double.isInfinite(thickness))
			throw new InputException("The slab is " + thickness + " thick; it must be 0 or more");
	}

	/** How many slices on either side of the middle one belong to the slab; more than there are counts as all. */
	int reach(final PlaneAxis through) {
		if (mode == Mode.NONE) return 0;
		// the tolerance is for decimal fractions: 3 * 0.1 > 0.3
		return (int) Math.min(through.voxels(), Math.floor(thickness / 2 / through.spacing() + 1e-9));
	}
}

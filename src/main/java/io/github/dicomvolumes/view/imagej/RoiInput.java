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

package io.github.dicomvolumes.view.imagej;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

/** Where selections come from. */
public enum RoiInput {

	/** The ROI Manager if it has any, else the overlay, else the selection. */
	ANY {

		@Override
		public List<Roi> rois(final ImagePlus image) {
			for (final RoiInput input : List.of(MANAGER, OVERLAY, SELECTION)) {
				final List<Roi> rois = input.rois(image);
				if (!rois.isEmpty()) return rois;
			}
			return List.of();
		}
	},

	MANAGER {

		@Override
		public List<Roi> rois(final ImagePlus image) {
			final RoiManager manager = GraphicsEnvironment.isHeadless() ? null : RoiManager.getInstance2();
			return manager == null ? List.of() : Arrays.asList(manager.getRoisAsArray());
		}
	},

	OVERLAY {

		@Override
		public List<Roi> rois(final ImagePlus image) {
			final Overlay overlay = image.getOverlay();
			return overlay == null ? List.of() : Arrays.asList(overlay.toArray());
		}
	},

	/** On the current slice. */
	SELECTION {

		@Override
		public List<Roi> rois(final ImagePlus image) {
			if (image.getRoi() == null) return List.of();
			final Roi roi = (Roi) image.getRoi().clone();
			if (RoiSlices.slice(roi, image) < 0) roi.setPosition(image.getCurrentSlice());
			return new ArrayList<>(List.of(roi));
		}
	};

	/** The selections, in their order; they are not changed. */
	public abstract List<Roi> rois(ImagePlus image);
}

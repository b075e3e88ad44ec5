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

package io.github.dicomvolumes.command.input;

import io.github.dicomvolumes.data.Labelled;
import io.github.dicomvolumes.view.imagej.RoiInput;

/** The input {@code rois}: where selections are taken from. */
public final class RoisInput {

	public static final String ANY = "Any", MANAGER = "ROI Manager", OVERLAY = "Overlay";

	public static final String DESCRIPTION = "Any: those of the ROI Manager if it has some, else of the overlay, else the " +
		"selection";

	/** What each choice of the input stands for. */
	private enum Choice implements Labelled {

		ANY(RoiInput.ANY, RoisInput.ANY), MANAGER(RoiInput.MANAGER, RoisInput.MANAGER),
		OVERLAY(RoiInput.OVERLAY, RoisInput.OVERLAY);

		private final RoiInput input;
		private final String label;

		Choice(final RoiInput input, final String label) {
			this.input = input;
			this.label = label;
		}

		@Override
		public String label() {
			return label;
		}
	}

	private RoisInput() {}

	/** @throws io.github.dicomvolumes.data.InputException naming what is allowed */
	public static RoiInput of(final String choice) {
		return Choices.of(Choice.class, "rois", choice).input;
	}
}

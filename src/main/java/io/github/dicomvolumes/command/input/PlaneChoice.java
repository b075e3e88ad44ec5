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

import java.util.Optional;

import io.github.dicomvolumes.geometry.AnatomicalPlane;

/** The choices of the key {@code plane}: those of the patient, and what some commands have besides. */
public enum PlaneChoice {

	/** The slices of the image as they are. */
	AS_ACQUIRED, AXIAL(AnatomicalPlane.AXIAL), CORONAL(AnatomicalPlane.CORONAL), SAGITTAL(AnatomicalPlane.SAGITTAL),
	/** Slices along a normal of any direction. */
	OBLIQUE;

	/** The key, and its choices as annotations need them. */
	public static final String KEY = "plane", AS_ACQUIRED_LABEL = "As acquired", AXIAL_LABEL = "Axial",
		CORONAL_LABEL = "Coronal", SAGITTAL_LABEL = "Sagittal", OBLIQUE_LABEL = "Oblique";

	private final Optional<AnatomicalPlane> plane;

	PlaneChoice() {
		plane = Optional.empty();
	}

	PlaneChoice(final AnatomicalPlane plane) {
		this.plane = Optional.of(plane);
	}

	/** The plane of the patient; empty for the others. */
	public Optional<AnatomicalPlane> anatomical() {
		return plane;
	}

	/**
	 * The choice that a text stands for, of those that a command has.
	 *
	 * @param other what the command has besides the planes of the patient
	 * @throws io.github.dicomvolumes.data.InputException naming what is allowed
	 */
	public static PlaneChoice of(final String text, final PlaneChoice other) {
		return Choices.of(KEY, text, other == AS_ACQUIRED ? new PlaneChoice[] { AS_ACQUIRED, AXIAL, CORONAL, SAGITTAL }
			: new PlaneChoice[] { AXIAL, CORONAL, SAGITTAL, other });
	}
}

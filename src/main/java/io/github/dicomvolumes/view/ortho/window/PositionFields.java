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

package io.github.dicomvolumes.view.ortho.window;

import javax.swing.JTextField;

import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.ortho.OrthoModel;

/** Where the crosshair is, to read, to copy and to type, and the value there. */
final class PositionFields implements PanelPart {

	private final ViewSet set;
	private final OrthoModel model;
	private final JTextField voxel = FieldGrid.field(18, "Voxel x, y, z, counted from 0; Enter goes there",
		this::goToVoxel, () -> now().voxel());
	private final JTextField patient = FieldGrid.field(18,
		"Patient coordinates in mm towards left, posterior, superior; Enter goes there", this::goToPatient,
		() -> patientText(now()));
	private final JTextField value = new JTextField(18);

	PositionFields(final ViewSet set) {
		this.set = set;
		model = set.model();
		value.setEditable(false);
		value.setToolTipText("The value of the voxel, whatever the slab");
		patient.setEnabled(model.patient().isPresent());
	}

	@Override
	public void addTo(final FieldGrid grid) {
		grid.add("Voxel", 'V', voxel);
		grid.add("LPS mm", 'M', patient);
		grid.add("Value", 'U', value);
	}

	@Override
	public void update() {
		final Readout now = now();
		FieldGrid.show(voxel, now.voxel());
		FieldGrid.show(patient, patientText(now));
		FieldGrid.show(value, now.value().isEmpty() ? "" : now.values());
	}

	private Readout now() {
		return set.readout(model.cursor());
	}

	private String patientText(final Readout now) {
		return model.patient().isPresent() ? now.patient() : "unknown";
	}

	private boolean goToVoxel(final String text) {
		return NumberText.parse(text, 3).map(n -> {
			model.moveTo(n[0], n[1], n[2]);
			set.reveal();
			return true;
		}).orElse(false);
	}

	private boolean goToPatient(final String text) {
		return NumberText.parse(text, 3).map(n -> {
			model.moveToPatient(Vector3.of(n));
			set.reveal();
			return true;
		}).orElse(false);
	}
}

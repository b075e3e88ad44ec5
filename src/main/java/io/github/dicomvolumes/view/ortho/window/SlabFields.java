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

import javax.swing.JComboBox;
import javax.swing.JTextField;

import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.plane.Slab;

/** How many slices are shown as one. */
final class SlabFields implements PanelPart {

	/** A slab's thickness until somebody chooses another. */
	private static final double FIRST = 10;

	private final OrthoModel model;
	private final JComboBox<Slab.Mode> kind = new JComboBox<>(Slab.Mode.values());
	private final JTextField thickness;
	private boolean isUpdating;

	SlabFields(final OrthoModel model) {
		this.model = model;
		final String unit = model.image().unit(2);
		thickness = FieldGrid.field(7, "Thickness of the slab in " + unit + "; Enter shows it", this::thickness,
			this::text);
		kind.setToolTipText("Show several slices as one, by the greatest, least or mean value");
		kind.addActionListener(e -> {
			if (!isUpdating) change(model.slab().thickness() > 0 ? model.slab().thickness() : FIRST);
		});
	}

	@Override
	public void addTo(final FieldGrid grid) {
		grid.add("Slab, " + model.image().unit(2), 'B', kind, thickness);
	}

	@Override
	public void update() {
		isUpdating = true;
		kind.setSelectedItem(model.slab().mode());
		isUpdating = false;
		thickness.setEnabled(model.slab().mode() != Slab.Mode.NONE);
		FieldGrid.show(thickness, text());
	}

	private String text() {
		return model.slab().mode() == Slab.Mode.NONE ? "" : NumberText.of(model.slab().thickness());
	}

	private boolean thickness(final String text) {
		final var typed = NumberText.parse(text, 1).filter(n -> n[0] >= 0);
		typed.ifPresent(n -> change(n[0]));
		return typed.isPresent();
	}

	private void change(final double mm) {
		final Slab.Mode mode = (Slab.Mode) kind.getSelectedItem();
		model.setSlab(mode == Slab.Mode.NONE ? Slab.NONE : new Slab(mode, mm));
	}
}

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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import javax.swing.JComboBox;
import javax.swing.JTextField;

import ij.ImagePlus;

import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.over.DoseImages;
import io.github.dicomvolumes.view.over.IsodoseLevels;
import io.github.dicomvolumes.view.over.Isodoses;
import io.github.dicomvolumes.view.over.StructureLines;
import io.github.dicomvolumes.view.plane.OrthoImage;

/** How structures are drawn, if the image has any, and at which levels isodoses are, if a dose is open. */
final class LineFields implements PanelPart {

	/** A dose to choose, by its title. */
	private record Choice(ImagePlus image) {

		@Override
		public String toString() {
			return image.getTitle();
		}
	}

	private final OrthoModel model;
	private final Runnable rowsChanged;
	private final JComboBox<StructureLines.Style> style = new JComboBox<>(StructureLines.Style.values());
	private final JTextField levels;
	private final JComboBox<Choice> doses = new JComboBox<>();
	private FieldGrid.Row structures, isodoses;
	private boolean isUpdating;

	/** @param rowsChanged is called when rows have come or gone */
	LineFields(final OrthoModel model, final Runnable rowsChanged) {
		this.model = model;
		this.rowsChanged = rowsChanged;
		style.setToolTipText("How the structures of DICOM Structure Set... are drawn");
		style.addActionListener(e -> {
			if (!isUpdating) model.setLines(
				model.lines().withStructuresOf(model.image(), (StructureLines.Style) style.getSelectedItem()));
		});
		levels = FieldGrid.field(7, "Lines at " + IsodoseLevels.ALLOWED + "; empty for none; Enter shows them",
			this::levels, this::text);
		doses.setToolTipText("The dose of which isodose lines are drawn");
		final ImagePlus usual = new ImagePlus();
		usual.setTitle("RT Dose 0000"); // which a long title is cut off to
		doses.setPrototypeDisplayValue(new Choice(usual));
		doses.addActionListener(e -> { if (!isUpdating) levels(levels.getText()); });
	}

	@Override
	public void addTo(final FieldGrid grid) {
		structures = grid.add("Structures", 'R', style);
		isodoses = grid.add("Isodoses", 'I', levels, doses);
		imagesChanged();
	}

	@Override
	public void update() {
		isUpdating = true;
		style.setSelectedItem(model.lines().style());
		final Optional<Isodoses> shown = model.lines().isodoses();
		shown.map(lines -> new Choice(lines.dose().image())).ifPresent(choice -> {
			doses.setSelectedItem(choice);
			if (choice.equals(doses.getSelectedItem())) return;
			doses.addItem(choice); // it was closed, or a macro has named what is no dose
			doses.setSelectedItem(choice);
		});
		isUpdating = false;
		FieldGrid.show(levels, text());
		final boolean isOther = structures.setVisible(StructureLines.areIn(model.image()));
		if (isodoses.setVisible(doses.getItemCount() > 0) || isOther) rowsChanged.run();
	}

	@Override
	public void imagesChanged() {
		final List<Choice> open = new ArrayList<>(DoseImages.of(model.image()).stream().map(Choice::new).toList());
		model.lines()
			.isodoses()
			.map(lines -> new Choice(lines.dose().image()))
			.filter(shown -> !open.contains(shown))
			.ifPresent(open::add);
		final Object chosen = doses.getSelectedItem();
		isUpdating = true;
		doses.removeAllItems();
		open.forEach(doses::addItem);
		if (open.contains(chosen)) doses.setSelectedItem(chosen);
		isUpdating = false;
		update();
	}

	private String text() {
		return model.lines().isodoses().map(lines -> lines.levels().text()).orElse("");
	}

	private boolean levels(final String text) {
		if (text.isBlank()) {
			model.setLines(model.lines().withIsodoses(Optional.empty()));
			return true;
		}
		final Optional<IsodoseLevels> parsed = IsodoseLevels.parse(text);
		final ImagePlus dose = ((Choice) doses.getSelectedItem()).image();
		parsed.ifPresent(at -> model.setLines(model.lines().withIsodoses(Optional.of(isodoses(dose, at)))));
		return parsed.isPresent();
	}

	/** The same prescription counts as long as it is the same dose. */
	private Isodoses isodoses(final ImagePlus dose, final IsodoseLevels at) {
		return model.lines()
			.isodoses()
			.filter(shown -> shown.dose().image() == dose)
			.map(shown -> shown.with(at))
			.orElseGet(() -> Isodoses.of(model.image(), OrthoImage.of(dose), at, OptionalDouble.empty()));
	}
}

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

import java.util.List;

import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JTextField;

import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.view.ortho.OrthoModel;

/** Which values are black and white: presets, width and centre. */
final class WindowFields implements PanelPart {

	private final ViewSet set;
	private final OrthoModel model;
	private final JComboBox<Preset> presets = new JComboBox<>();
	private final JTextField width = FieldGrid.field(7, "Values from black to white; Enter shows them", this::change,
		() -> text(false));
	private final JTextField center = FieldGrid.field(7, "The value in the middle, level; Enter shows it", this::change,
		() -> text(true));
	private boolean isUpdating;
	/** Channel and time that the presets are for, if they depend on it; null before there are any. */
	private List<Integer> place;

	WindowFields(final ViewSet set) {
		this.set = set;
		model = set.model();
		presets.setToolTipText("Windows of the file, of the modality, and of the values: width / centre");
		presets.setPrototypeDisplayValue(null);
		presets.addActionListener(e -> {
			if (!isUpdating && presets.getSelectedItem() instanceof Preset preset) model.setWindow(preset.range());
		});
		for (final var component : List.of(presets, width, center))
			component.setEnabled(!model.image().isColour());
	}

	@Override
	public void addTo(final FieldGrid grid) {
		grid.add("Window", 'D', presets);
		grid.add("Width, centre", 'I', width, center);
	}

	@Override
	public void update() {
		if (model.image().isColour()) return;
		isUpdating = true;
		final List<Integer> now = Preset.isOfAll(model.image()) ? List.of() : List.of(model.channel(), model.time());
		if (!now.equals(place)) {
			final List<Preset> known = set.presets();
			presets.setModel(new DefaultComboBoxModel<>(known.toArray(Preset[]::new)));
			// the last one is made of values, which may not have been read yet
			place = known.stream().anyMatch(preset -> preset.key() == '0') ? now : null;
		}
		presets.setSelectedItem(chosen());
		isUpdating = false;
		FieldGrid.show(width, text(false));
		FieldGrid.show(center, text(true));
	}

	private String text(final boolean isCenter) {
		if (model.image().isColour()) return "";
		final Preset chosen = chosen();
		if (chosen != null) return NumberText.of(isCenter ? chosen.center() : chosen.width());
		return NumberText.of(isCenter ? model.windowCentre() : model.windowWidth());
	}

	/** The first preset that is shown; null if none is. */
	private Preset chosen() {
		for (int i = 0; i < presets.getItemCount(); i++)
			if (presets.getItemAt(i).isShown(model)) return presets.getItemAt(i);
		return null;
	}

	private boolean change(final String text) {
		final var newWidth = NumberText.parse(width.getText(), 1);
		final var newCenter = NumberText.parse(center.getText(), 1);
		if (newWidth.isEmpty() || newCenter.isEmpty() || newWidth.get()[0] < 0) return false;
		model.window(newCenter.get()[0], newWidth.get()[0]);
		return true;
	}
}

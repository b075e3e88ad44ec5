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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;

import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

import ij.IJ;
import ij.ImagePlus;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.view.imagej.Log;
import io.github.dicomvolumes.view.imagej.OpenImages;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.over.Fusion;
import io.github.dicomvolumes.view.plane.OrthoImage;

/**
 * The images that may lie over the planes: those that are open, and the one that does though it was closed.
 */
final class FusionList {

	/**
	 * An image to choose.
	 *
	 * @param image null for none
	 */
	private record Choice(ImagePlus image, String name) {

		@Override
		public String toString() {
			return name;
		}
	}

	private static final Choice NONE = new Choice(null, "None");
	private static final String TIP = "An open image of the same patient coordinates to draw over this one";

	private final OrthoModel model;
	private final JComboBox<Choice> box = new JComboBox<>();
	/** Images that were open when the list was made. */
	private final Set<ImagePlus> wereOpen = Collections.newSetFromMap(new WeakHashMap<>());
	private boolean isUpdating;

	FusionList(final OrthoModel model) {
		this.model = model;
		box.setPrototypeDisplayValue(new Choice(null, "PET whole body AC")); // titles may be long
		box.setToolTipText(TIP);
		box.setEnabled(model.image().space().isPresent());
		box.addActionListener(
			e -> { if (!isUpdating && box.getSelectedItem() instanceof Choice chosen) choose(chosen); });
		box.addPopupMenuListener(new PopupMenuListener() {

			@Override
			public void popupMenuWillBecomeVisible(final PopupMenuEvent e) {
				list(); // images may have been renamed
			}

			@Override
			public void popupMenuWillBecomeInvisible(final PopupMenuEvent e) {}

			@Override
			public void popupMenuCanceled(final PopupMenuEvent e) {}
		});
	}

	JComboBox<?> box() {
		return box;
	}

	/** Offers what is open now, and selects what lies over the planes. */
	void list() {
		final Optional<ImagePlus> fused = model.fusion().map(fusion -> fusion.over().image());
		final List<Choice> choices = new ArrayList<>();
		choices.add(NONE);
		final List<ImagePlus> open = OpenImages.all().toList();
		wereOpen.addAll(open);
		open.stream()
			.filter(image -> Fusion.isPossible(model.image(), image))
			.forEach(image -> choices.add(new Choice(image, image.getTitle())));
		fused.filter(image -> choices.stream().noneMatch(choice -> choice.image == image))
			.ifPresent(image -> choices.add(new Choice(image,
				image.getTitle() + (wereOpen.contains(image) && !open.contains(image) ? " (closed)" : ""))));
		isUpdating = true;
		box.setModel(new DefaultComboBoxModel<>(choices.toArray(Choice[]::new)));
		box.setSelectedItem(
			choices.stream().filter(choice -> choice.image == fused.orElse(null)).findFirst().orElse(NONE));
		isUpdating = false;
		box.setToolTipText(fused.isPresent() ? String.valueOf(box.getSelectedItem()) : TIP);
	}

	private void choose(final Choice chosen) {
		final ImagePlus now = model.fusion().map(fusion -> fusion.over().image()).orElse(null);
		if (chosen.image == now) return;
		try {
			model.setFusion(Optional.ofNullable(chosen.image).map(this::over));
		}
		catch (final InputException exc) { // it was closed or changed meanwhile
			IJ.showStatus(exc.getMessage());
			IJ.beep();
			list();
		}
	}

	private Fusion over(final ImagePlus image) {
		final OrthoImage over = OrthoImage.of(image);
		final Fusion fusion = Fusion.of(model.image(), over);
		Fusion.warning(model.image(), over).ifPresent(warning -> {
			Log.add(warning);
			IJ.showStatus(warning);
		});
		return fusion;
	}
}

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

import java.awt.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JTextField;

import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.over.Fusion;
import io.github.dicomvolumes.view.plane.OrthoImage;

/** What lies over the planes, and how it is drawn. All rows but the first are there only while something does. */
final class FusionFields implements PanelPart {

	private static final String FILL = "Fill", OUTLINE = "Outline";

	private final OrthoModel model;
	private final Runnable rowsChanged;
	private final FusionList over;
	private final JLabel warning = new JLabel("\u26A0 taken to fit");
	private final JComboBox<Integer> channel = new JComboBox<>();
	private final JSlider opacity = new JSlider(0, 100);
	private final JLabel percent = new JLabel();
	private final LutList lut = new LutList();
	private final JComboBox<String> labels = new JComboBox<>(new String[] { FILL, OUTLINE });
	private final JTextField width = field("Values of the second image from the first colour to the last",
		this::changeWindow, FusionFields::width);
	private final JTextField center = field("The value of the second image in the middle of the colours",
		this::changeWindow, FusionFields::center);
	private final JTextField threshold = field("Below this value of the second image nothing is drawn",
		this::changeThreshold, Fusion::threshold);
	private FieldGrid.Row warningRow, channelRow, opacityRow, labelsRow;
	/** Not for labels. */
	private List<FieldGrid.Row> valueRows;
	/** What the rows show; null before they do. */
	private Optional<Fusion> shown;
	private boolean isUpdating;

	/** @param rowsChanged is called when rows have come or gone */
	FusionFields(final OrthoModel model, final Runnable rowsChanged) {
		this.model = model;
		this.rowsChanged = rowsChanged;
		over = new FusionList(model);
		opacity.setPreferredSize(new Dimension(90, opacity.getPreferredSize().height));
		opacity.setToolTipText("0 % shows the first image alone, 100 % the second where it is drawn");
		labels.setToolTipText("All of a label, or its border");
		channel.setToolTipText("Channel of the second image");
		opacity.addChangeListener(e -> change(fusion -> fusion.withOpacity(opacity.getValue() / 100.0)));
		lut.box().addActionListener(e -> change(fusion -> fusion.withColours(lut.chosen())));
		labels.addActionListener(e -> change(fusion -> fusion.withStyle(style())));
		channel.addActionListener(e -> change(fusion -> fusion.withChannel(channel.getSelectedIndex())));
	}

	/** A field for a real value, accepted if a change that it makes is one. */
	private JTextField field(final String tip, final Function<Fusion, Optional<Fusion>> changed,
		final ToDoubleFunction<Fusion> real)
	{
		return FieldGrid.field(7, tip + "; Enter shows it", text -> {
			final Optional<Fusion> newFusion = model.fusion().flatMap(changed);
			if (newFusion.isPresent()) model.setFusion(newFusion);
			return newFusion.isPresent();
		}, () -> model.fusion().map(fusion -> NumberText.of(real.applyAsDouble(fusion))).orElse(""));
	}

	@Override
	public void addTo(final FieldGrid grid) {
		grid.add("Over", 'O', over.box());
		warningRow = grid.add("", '\0', warning);
		channelRow = grid.add("Its channel", '\0', channel);
		opacityRow = grid.add("Opacity", 'A', opacity, percent);
		labelsRow = grid.add("Labels", '\0', labels);
		valueRows = List.of(grid.add("LUT", '\0', lut.box()), grid.add("Its window", '\0', width, center),
			grid.add("Threshold", '\0', threshold));
	}

	@Override
	public void imagesChanged() {
		over.list();
	}

	@Override
	public void update() {
		final Optional<Fusion> now = model.fusion();
		if (now.equals(shown)) return;
		final boolean isOther = shown == null || !now.map(Fusion::over).equals(shown.map(Fusion::over));
		shown = now;
		isUpdating = true;
		if (isOther) over.list();
		now.ifPresent(fusion -> show(fusion, isOther));
		isUpdating = false;
		if (showRows()) rowsChanged.run();
	}

	private void show(final Fusion fusion, final boolean isOther) {
		final OrthoImage image = fusion.over();
		warning.setToolTipText(Fusion.warning(model.image(), image).orElse(null));
		if (isOther) channel.setModel(
			new DefaultComboBoxModel<>(IntStream.rangeClosed(1, image.channels()).boxed().toArray(Integer[]::new)));
		channel.setSelectedIndex(fusion.channel());
		final int rounded = (int) Math.round(100 * fusion.opacity());
		opacity.setValue(rounded);
		percent.setText(rounded + " %");
		lut.show(fusion.colours());
		labels.setSelectedItem(fusion.style() == Fusion.Style.OUTLINE ? OUTLINE : FILL);
		FieldGrid.show(width, NumberText.of(width(fusion)));
		FieldGrid.show(center, NumberText.of(center(fusion)));
		FieldGrid.show(threshold, NumberText.of(fusion.threshold()));
	}

	/** Shows the rows that are needed, and returns whether they were others before. */
	private boolean showRows() {
		final boolean isThere = shown.isPresent();
		final boolean areLabels = shown.filter(fusion -> fusion.style() != Fusion.Style.VALUES).isPresent();
		final boolean isAssumed = shown.flatMap(fusion -> Fusion.warning(model.image(), fusion.over())).isPresent();
		boolean isOther = warningRow.setVisible(isAssumed);
		isOther |= channelRow.setVisible(shown.filter(fusion -> fusion.over().channels() > 1).isPresent());
		isOther |= opacityRow.setVisible(isThere);
		isOther |= labelsRow.setVisible(areLabels);
		for (final FieldGrid.Row row : valueRows)
			isOther |= row.setVisible(isThere && !areLabels);
		return isOther;
	}

	private void change(final UnaryOperator<Fusion> change) {
		if (!isUpdating) model.setFusion(model.fusion().map(change));
	}

	private Fusion.Style style() {
		return OUTLINE.equals(labels.getSelectedItem()) ? Fusion.Style.OUTLINE : Fusion.Style.FILL;
	}

	private Optional<Fusion> changeWindow(final Fusion fusion) {
		final var newWidth = NumberText.parse(width.getText(), 1);
		final var newCenter = NumberText.parse(center.getText(), 1);
		if (newWidth.isEmpty() || newCenter.isEmpty() || newWidth.get()[0] < 0) return Optional.empty();
		final double half = newWidth.get()[0] / 2, middle = newCenter.get()[0];
		return Optional.of(fusion.withWindow(new DisplayRange(middle - half, middle + half)));
	}

	private Optional<Fusion> changeThreshold(final Fusion fusion) {
		return NumberText.parse(threshold.getText(), 1).map(least -> fusion.withThreshold(least[0]));
	}

	private static double width(final Fusion fusion) {
		return fusion.window().high() - fusion.window().low();
	}

	private static double center(final Fusion fusion) {
		return (fusion.window().low() + fusion.window().high()) / 2;
	}
}

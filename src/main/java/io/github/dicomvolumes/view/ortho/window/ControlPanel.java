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

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.WindowConstants;

import ij.IJ;
import ij.gui.GUI;

import io.github.dicomvolumes.view.help.Guide;
import io.github.dicomvolumes.view.imagej.GuiScale;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;

/**
 * The panel beside the planes: the position as text to read, copy and type, the window, the slab, and what is drawn.
 */
final class ControlPanel extends JFrame implements OrthoModel.Listener {

	private static final long serialVersionUID = 1L;

	private final transient ViewSet set;
	private final transient OrthoModel model;
	private final transient List<PanelPart> parts;
	private final JCheckBox smooth = new JCheckBox("Smooth");
	private final JCheckBox crosshair = new JCheckBox("Crosshair");
	private final JCheckBox letters = new JCheckBox("Letters");
	private final JCheckBox square = new JCheckBox("Square pixels");
	private final JCheckBox linked = new JCheckBox("Linked");
	private final JButton back = new JButton("Back");

	ControlPanel(final ViewSet set) {
		super(set.model().image().image().getTitle() + " [Views]");
		this.set = set;
		model = set.model();
		parts = List.of(new PositionFields(set), new WindowFields(set), new SlabFields(model),
			new LineFields(model, this::adapt), new DimensionSliders(model), new FusionFields(model, this::adapt));
		final Box box = Box.createVerticalBox();
		box.setBorder(BorderFactory.createEmptyBorder(8, 8, 4, 8));
		final FieldGrid grid = new FieldGrid();
		parts.forEach(part -> part.addTo(grid));
		box.add(left(grid.panel()));
		box.add(left(options()));
		box.add(left(buttons()));
		add(box, BorderLayout.NORTH);
		GuiScale.scale(box);
		update();
		pack();
		setMinimumSize(getSize());
		setDefaultCloseOperation(WindowConstants.HIDE_ON_CLOSE);
	}

	private static JComponent left(final JComponent component) {
		component.setAlignmentX(LEFT_ALIGNMENT);
		return component;
	}

	private JPanel options() {
		smooth.setToolTipText("Interpolate between voxels, rather than show them as they are");
		smooth.setMnemonic('S');
		smooth.addActionListener(e -> model.setSmooth(smooth.isSelected()));
		crosshair.setToolTipText("Lines where the other two planes are: axial red, coronal green, sagittal yellow");
		crosshair.setMnemonic('C');
		crosshair.addActionListener(e -> model.setCrosshairVisible(crosshair.isSelected()));
		letters.setToolTipText("Left, Right, Anterior, Posterior, Head, Foot of the patient");
		letters.setMnemonic('L');
		letters.addActionListener(e -> model.setLettersVisible(letters.isSelected()));
		square.setToolTipText("Planes in proportion; otherwise one pixel for each voxel, which removes selections");
		square.setMnemonic('Q');
		square.addActionListener(e -> model.setPixels(square.isSelected() ? Pixels.ISOTROPIC : Pixels.RAW));
		linked.setToolTipText("Go where the views of other images of the same patient coordinates go");
		linked.setMnemonic('K');
		linked.setEnabled(model.image().frameOfReference().isPresent());
		linked.addActionListener(e -> set.setLinked(linked.isSelected()));
		final JPanel first = row(), second = row(), both = new JPanel();
		for (final JCheckBox box : new JCheckBox[] { crosshair, letters, linked })
			first.add(box);
		second.add(smooth);
		second.add(square);
		both.setLayout(new BoxLayout(both, BoxLayout.PAGE_AXIS));
		both.add(left(first));
		both.add(left(second));
		return both;
	}

	private JPanel buttons() {
		final JPanel buttons = row();
		button(buttons, "Centre", 'E', "Go to the centre of the image", () -> {
			model.moveTo(model.image().middle());
			set.reveal();
		});
		button(buttons, "Fit", 'F', "Zoom so that all of the planes is seen", set::fit);
		button(buttons, back, 'B',
			"Let the planes lie along the image again (key R); to turn them, drag the end of a crosshair line",
			model::turnBack);
		button(buttons, "Hand", 'H', "Choose ImageJ's hand tool, so that dragging moves the crosshair",
			() -> IJ.setTool("hand"));
		button(buttons, "Copy", 'Y', "Copy voxel, patient coordinates and value",
			() -> Toolkit.getDefaultToolkit()
				.getSystemClipboard()
				.setContents(new StringSelection(set.readout(model.cursor()).toString()), null));
		button(buttons, "Help", 'P', "What mouse and keys do", () -> Guide.show(Guide.VIEWS));
		final OrthoImage image = model.image();
		if (!image.warnings().isEmpty()) button(buttons, "\u26A0 " + image.warnings().size(), 'W',
			"<html>" + Notices.list(image), () -> Notices.warnings(image));
		return buttons;
	}

	private static JPanel row() {
		return new JPanel(new FlowLayout(FlowLayout.LEADING, 2, 2));
	}

	private static void button(final JPanel row, final String text, final char mnemonic, final String tip,
		final Runnable action)
	{
		button(row, new JButton(text), mnemonic, tip, action);
	}

	private static void button(final JPanel row, final JButton button, final char mnemonic, final String tip,
		final Runnable action)
	{
		button.setMargin(new Insets(2, 6, 2, 6));
		button.setMnemonic(mnemonic);
		button.setToolTipText(tip);
		button.addActionListener(e -> action.run());
		row.add(button);
	}

	@Override
	public void changed(final OrthoModel changed, final OrthoModel.Change change) {
		update();
	}

	/** Shows what the model says, and the values that have been read meanwhile. */
	void update() {
		parts.forEach(PanelPart::update);
		smooth.setSelected(model.isSmooth());
		crosshair.setSelected(model.isCrosshairVisible());
		letters.setSelected(model.isLettersVisible());
		square.setSelected(model.pixels() == Pixels.ISOTROPIC);
		linked.setSelected(set.isLinked() && linked.isEnabled());
		back.setEnabled(model.isTurned());
	}

	/** Looks what images are open, after one was opened or closed. */
	void imagesChanged() {
		if (isDisplayable()) parts.forEach(PanelPart::imagesChanged);
	}

	/** Takes the height that its rows need now, and stays on the screen. */
	private void adapt() {
		if (!isDisplayable()) return; // its first size comes later
		setMinimumSize(null);
		final Dimension needed = getPreferredSize();
		setMinimumSize(needed);
		final Rectangle screen = GUI.getMaxWindowBounds(this);
		final int lowest = Math.max(screen.y, screen.y + screen.height - needed.height);
		setBounds(getX(), Math.min(getY(), lowest), Math.max(getWidth(), needed.width), needed.height);
		validate();
	}

	/** Closes the panel with the views. */
	void close() {
		dispose();
	}
}

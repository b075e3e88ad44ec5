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
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Panel;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Arrays;
import java.util.Optional;

import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;

import ij.ImagePlus;
import ij.gui.GUI;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.imagej.GuiScale;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.ortho.PlanesFigure;
import io.github.dicomvolumes.view.plane.Plane;

/**
 * Three sliders below a figure in its window, one for each plane, that draw it at other slices. The figure stays an
 * ordinary image of one size: what is seen can be saved, copied and duplicated; what was drawn into its pixels is lost
 * with the next picture, unlike selections and overlays.
 */
public final class FigureSliders {

	private final ImageWindow window;
	private final JPanel rows = new JPanel(new GridBagLayout());
	/** Null when the window is closed: AWT may remember a slider that had the focus. */
	private FigureRedraw redraw;

	private FigureSliders(final ImagePlus figure, final PlanesFigure drawing) {
		window = figure.getWindow();
		redraw = new FigureRedraw(figure, drawing);
		for (final AnatomicalPlane plane : AnatomicalPlane.values())
			addRow(drawing.model(), plane);
	}

	/**
	 * Adds sliders to the window of a figure; they end with the window. May be called by any thread.
	 *
	 * @param figure shown in a window, what that drawing has drawn
	 * @param drawing belongs to the sliders from now on, with its model
	 */
	public static void add(final ImagePlus figure, final PlanesFigure drawing) {
		EventThread.run(() -> { if (figure.getWindow() != null) new FigureSliders(figure, drawing).open(); });
	}

	/** The image of which a figure was drawn, while both are open; empty if it has no sliders. In the event thread. */
	static Optional<ImagePlus> imageBehind(final ImagePlus figure) {
		if (figure.getWindow() == null) return Optional.empty();
		return Arrays.stream(figure.getWindow().getComponents())
			.filter(Below.class::isInstance)
			.map(below -> ((Below) below).image())
			.filter(ImagePlus::isVisible)
			.findFirst();
	}

	// -- Sliders --

	private void addRow(final OrthoModel model, final AnatomicalPlane which) {
		final Plane plane = model.plane(which);
		final int last = plane.slices() - 1, axis = plane.through().axis(), row = which.ordinal();
		final JSlider slider = new JSlider(0, last, model.slice(which));
		slider.setEnabled(last > 0);
		slider.setToolTipText("Slice of this plane, counted from 0 as in its title; arrow keys go to the next one");
		final JLabel name = new JLabel(plane.label()), number = new JLabel(number(axis, last, last));
		name.setDisplayedMnemonic(which.label().charAt(0));
		name.setLabelFor(slider);
		GuiScale.scale(name);
		GuiScale.scale(number);
		number.setPreferredSize(number.getPreferredSize()); // of the longest text, in the font that is shown
		number.setText(number(axis, slider.getValue(), last));
		slider.addChangeListener(e -> {
			number.setText(number(axis, slider.getValue(), last));
			move(axis, slider.getValue());
		});
		rows.add(name, cell(0, row));
		rows.add(slider, cell(1, row));
		rows.add(number, cell(2, row));
	}

	/** As in the title of the plane: "z = 49 (0 to 98)". */
	private static String number(final int axis, final int slice, final int last) {
		return "xyz".charAt(axis) + " = " + slice + " (0 to " + last + ")";
	}

	private static GridBagConstraints cell(final int column, final int row) {
		return new GridBagConstraints(column, row, 1, 1, column == 1 ? 1 : 0, 0, GridBagConstraints.LINE_START,
			GridBagConstraints.HORIZONTAL, new Insets(2, 4, 2, 4), 0, 0);
	}

	private void move(final int axis, final int slice) {
		if (redraw == null) return;
		final double[] to = redraw.wanted().toArray();
		to[axis] = slice;
		redraw.show(Vector3.of(to));
	}

	// -- Window --

	/** Swing's components, which ImageJ's window would not paint itself, as wide as the picture. */
	private final class Below extends Panel {

		private static final long serialVersionUID = 1L;

		Below() {
			super(new BorderLayout());
			add(rows);
		}

		ImagePlus image() {
			return redraw.image();
		}

		@Override
		public Dimension getPreferredSize() {
			final Dimension least = super.getPreferredSize();
			return new Dimension(Math.max(least.width, window.getCanvas().getPreferredSize().width), least.height);
		}
	}

	private void open() {
		final Panel below = new Below();
		window.add(below);
		window.setSliderHeight(below.getPreferredSize().height + ImageWindow.VGAP);
		window.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent e) {
				window.removeWindowListener(this);
				window.remove(below);
				redraw.close();
				redraw = null;
			}
		});
		fit();
	}

	/** Makes room for the sliders, within the screen: at ImageJ's next smaller zoom, or further up. */
	private void fit() {
		final Rectangle screen = GUI.getMaxWindowBounds(window);
		final ImageCanvas canvas = window.getCanvas();
		window.pack();
		double zoom = canvas.getMagnification();
		while (window.getHeight() > screen.height && ImageCanvas.getLowerZoomLevel(zoom) < zoom) {
			zoom = ImageCanvas.getLowerZoomLevel(zoom);
			canvas.setMagnification(zoom);
			canvas.setSize((int) (window.getImagePlus().getWidth() * zoom),
				(int) (window.getImagePlus().getHeight() * zoom));
			window.pack();
		}
		final int lowest = screen.y + screen.height - window.getHeight();
		if (window.getY() > lowest) window.setLocation(window.getX(), Math.max(screen.y, lowest));
	}
}

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

package io.github.dicomvolumes.view.ortho;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.over.LineNames;
import io.github.dicomvolumes.view.over.PlaneShape;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.Plane;
import io.github.dicomvolumes.view.plane.PlaneImages;
import io.github.dicomvolumes.view.plane.PlaneRenderer;
import io.github.dicomvolumes.view.plane.PlaneRequest;
import io.github.dicomvolumes.view.plane.PlaneStack;
import io.github.dicomvolumes.volume.sample.PlaneAxis;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.LUT;

/**
 * A picture of the three planes side by side, with titles: for papers, slides and quality checks. What the model shows
 * is drawn: its slices, window, interpolation, slab and crosshair.
 * <p>
 * With square pixels all planes have the same scale. With raw pixels a voxel is a square of the figure, however long it
 * is in the patient: the wrong aspect that a viewer has who ignores the spacing.
 * </p>
 */
public final class PlanesFigure {

	/** Planes smaller than this, in pixels, are magnified by a whole number. */
	private static final int SMALLEST = 320;

	private final OrthoModel model;
	private final boolean hasLetters;
	private final boolean hasScaleBar;
	/** Of the channel; an image that was closed has none any more. */
	private final LUT lut;
	/**
	 * The planes drawn last and the widths of their columns, which they keep though titles become longer or shorter.
	 */
	private List<Plane> drawn;
	private int[] columns;

	/**
	 * @param model what to draw; its image may be closed later. Another channel needs another figure
	 * @param hasLetters whether the anatomical directions are written on the sides of the planes, and the names of
	 *        structures and isodoses at the bottom
	 * @param hasScaleBar whether each plane has a bar of known length, if lengths are known
	 */
	public PlanesFigure(final OrthoModel model, final boolean hasLetters, final boolean hasScaleBar) {
		this.model = model;
		this.hasLetters = hasLetters;
		this.hasScaleBar = hasScaleBar;
		lut = PlaneImages.lut(model.image(), model.channel());
	}

	/** What is drawn. */
	public OrthoModel model() {
		return model;
	}

	/** The figure as an RGB image, "CT [Planes]", calibrated if all its pixels have one size. Not shown. */
	public ImagePlus draw() {
		return draw(new PlaneRenderer(model.image()));
	}

	/** The figure with pixels by this renderer of the model's image. Other slices give a picture of the same size. */
	public ImagePlus draw(final PlaneRenderer renderer) {
		final List<Plane> planes = planes();
		final int width = planes.stream().mapToInt(Plane::width).max().getAsInt();
		final int height = planes.stream().mapToInt(Plane::height).max().getAsInt();
		final Font font = new Font(Font.SANS_SERIF, Font.PLAIN,
			Math.max(12, Math.min(48, Math.max(width, height) / 26)));
		final int line = font.getSize() * 3 / 2, margin = font.getSize();
		if (!planes.equals(drawn)) columns = columns(planes, font);
		drawn = planes;
		final int across = Arrays.stream(columns).sum() + 4 * margin, down = height + line + 2 * margin;
		Plane.requireRoom("The figure", across, down, "pixels=Raw");
		final BufferedImage picture = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = graphics(picture, font);
		int x = margin;
		for (int i = 0; i < columns.length; i++) {
			final Plane plane = planes.get(i);
			final int left = x + (columns[i] - plane.width()) / 2, top = margin + line + (height - plane.height()) / 2;
			graphics.drawImage(pixels(plane, renderer), left, top, null);
			graphics.setColor(PlaneColors.of(plane.plane()));
			final String title = title(plane);
			graphics.drawString(title, x + (columns[i] - graphics.getFontMetrics().stringWidth(title)) / 2,
				top - line / 3);
			final Graphics2D part = (Graphics2D) graphics.create(left, top, plane.width(), plane.height());
			final var decoration = new PlaneDecoration(part, plane, plane.width(), plane.height());
			final Vector3 at = plane.toPixel(model.cursor());
			if (model.isCrosshairVisible()) decoration.crosshair(model, at.x() + 0.5, at.y() + 0.5);
			if (hasLetters) decoration.letters();
			if (hasScaleBar) decoration.scaleBar();
			part.dispose();
			x += columns[i] + margin;
		}
		graphics.dispose();
		final String title = PlaneImages.title(model.image(), "Planes");
		return calibrated(new ImagePlus(title, new ColorProcessor(picture)), planes);
	}

	/** The planes at their size in the figure. */
	private List<Plane> planes() {
		final List<Plane> planes = Arrays.stream(AnatomicalPlane.values()).map(model::plane).toList();
		final double pixel = planes.stream()
			.mapToDouble(plane -> Math.min(plane.pixelWidth(), plane.pixelHeight()))
			.min()
			.getAsDouble();
		final List<Plane> sized = model.pixels() == Pixels.RAW ? planes
			: planes.stream().map(plane -> model.image().plane(plane.plane(), pixel)).toList();
		final int largest = sized.stream().mapToInt(plane -> Math.max(plane.width(), plane.height())).max().getAsInt();
		final int times = (SMALLEST + largest - 1) / largest;
		return sized.stream().map(plane -> plane.magnified(times)).toList();
	}

	/** As wide as the plane or its title. */
	private int[] columns(final List<Plane> planes, final Font font) {
		final Graphics2D graphics = graphics(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), font);
		final FontMetrics metrics = graphics.getFontMetrics();
		final int[] columns = planes.stream()
			.mapToInt(plane -> Math.max(plane.width(), metrics.stringWidth(title(plane))))
			.toArray();
		graphics.dispose();
		return columns;
	}

	/**
	 * With the 0-based index of the slice, the axis that it counts, and all that there are: "Axial z = 49 (0 to 98)".
	 */
	private String title(final Plane plane) {
		return plane.label() + "  " + "xyz".charAt(plane.through().axis()) + " = " + plane.sliceAt(model.cursor()) +
			" (0 to " + (plane.slices() - 1) + ")";
	}

	private BufferedImage pixels(final Plane plane, final PlaneRenderer renderer) {
		final OrthoImage image = model.image();
		final PlaneRequest request = new PlaneRequest(plane, plane.sliceAt(model.cursor()), model.channel(),
			model.time(), model.slab(), model.isSmooth());
		final ImagePlus shown = new ImagePlus("", PlaneStack.processor(renderer.render(request), plane, lut));
		PlaneImages.display(shown, image, model.window());
		final BufferedImage picture = shown.getProcessor().convertToColorProcessor().getBufferedImage();
		final Graphics2D over = picture.createGraphics();
		over.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		model.fusion().ifPresent(fusion -> over.drawImage(fusion.over(image, request), 0, 0, null));
		final List<PlaneShape> shapes = model.lines().over(image, request);
		shapes.forEach(shape -> shape.draw(over, new AffineTransform()));
		if (hasLetters) LineNames.draw(over, shapes, plane.height(), Math.max(12, plane.height() / 40));
		over.dispose();
		return picture;
	}

	private static ImagePlus calibrated(final ImagePlus figure, final List<Plane> planes) {
		final PlaneAxis first = planes.get(0).right();
		final boolean isOneSize = planes.stream()
			.allMatch(plane -> isLike(first, plane.right()) && isLike(first, plane.down()));
		if (!isOneSize) return figure;
		figure.getCalibration().pixelWidth = figure.getCalibration().pixelHeight = first.pixel();
		figure.getCalibration().setUnit(first.unit());
		return figure;
	}

	private static boolean isLike(final PlaneAxis a, final PlaneAxis b) {
		return a.pixel() == b.pixel() && a.unit().equals(b.unit());
	}

	private static Graphics2D graphics(final BufferedImage picture, final Font font) {
		final Graphics2D graphics = picture.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		graphics.setFont(font);
		graphics.setColor(Color.WHITE);
		return graphics;
	}
}

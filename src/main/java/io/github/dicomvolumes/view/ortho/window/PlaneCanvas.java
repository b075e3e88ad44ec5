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
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.Prefs;
import ij.gui.ImageCanvas;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.imagej.GuiScale;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.over.PlaneShape;
import io.github.dicomvolumes.view.plane.Section;

/**
 * Shows a plane at the model's zoom and pan, with painters on top. The commands that zoom in ImageJ change the model
 * instead of the size of the window.
 */
final class PlaneCanvas extends ImageCanvas {

	private static final long serialVersionUID = 1L;

	/** ImageJ's limits. */
	private static final double MIN_MAGNIFICATION = 1 / 72.0, MAX_MAGNIFICATION = 32;

	private final transient OrthoModel model;
	private final AnatomicalPlane plane;
	private final transient PaneActions actions;
	private final transient MouseMoves mouse;
	private final transient FusionDrag fusionDrag;
	private final transient KeyMoves keys;
	private final transient List<CanvasPainter> painters = List.of(new FusionPainter(), new LinesPainter(),
		new DecorationPainter(), new BadgePainter());

	private transient BufferedImage buffer;
	/** Lies over the plane, a pixel for each of the plane's; null if nothing does. */
	private transient BufferedImage over;
	/** Are drawn over the plane, in ImageJ's coordinates of it. */
	private transient List<PlaneShape> lines = List.of();
	/** Where the canvas may lie in the window; null before it is shown. */
	private Rectangle area;
	/** What we have set last; ImageJ's own commands set something else. */
	private Rectangle ourSource;
	private double ourMagnification;

	PlaneCanvas(final ImagePlus image, final OrthoModel model, final AnatomicalPlane plane, final PaneActions actions) {
		super(image);
		this.model = model;
		this.plane = plane;
		this.actions = actions;
		mouse = new MouseMoves(this, actions);
		fusionDrag = new FusionDrag(model);
		keys = new KeyMoves(model, plane, actions);
	}

	OrthoModel model() {
		return model;
	}

	/** How the plane lies in the image. */
	Section how() {
		return model.section(plane);
	}

	/** @param fused lies over the plane from now on, a pixel for each of the plane's; null for nothing */
	void setOver(final BufferedImage fused) {
		over = fused;
		repaint();
	}

	Optional<BufferedImage> over() {
		return Optional.ofNullable(over);
	}

	/** @param shapes are drawn over the plane from now on */
	void setLines(final List<PlaneShape> shapes) {
		lines = shapes;
		repaint();
	}

	List<PlaneShape> lines() {
		return lines;
	}

	// -- Coordinates --

	/** The middle of the cursor's voxel on the screen, in pixels of the canvas. */
	Point2D cursor() {
		final Vector3 at = model.cursorIn(plane);
		return new Point2D.Double((at.x() + 0.5 - srcRect.x) * magnification,
			(at.y() + 0.5 - srcRect.y) * magnification);
	}

	/** The voxel coordinates, in the slice shown, of a point of the canvas. */
	Vector3 voxel(final double screenX, final double screenY) {
		return how().toVoxel(srcRect.x + screenX / magnification - 0.5, srcRect.y + screenY / magnification - 0.5,
			model.slice(plane));
	}

	/** What there is at a pixel of the image. */
	Readout readout(final int x, final int y) {
		return actions.readout(how().toVoxel(x, y, model.slice(plane)));
	}

	// -- Zoom and pan --

	/** The size of a pixel that the zoom refers to; of raw ones the smaller side. */
	private double pixel() {
		return Math.min(how().pixelWidth(), how().pixelHeight());
	}

	/** The model's zoom that shows all that there is of the image in the plane in a space of the screen. */
	double fittingZoom(final Dimension space) {
		final double magnification = Math.min((double) space.width / how().seenWidth(),
			(double) space.height / how().seenHeight());
		return zoom(Math.max(MIN_MAGNIFICATION, Math.min(MAX_MAGNIFICATION, magnification)));
	}

	/** The model's zoom with which a pixel is so large on the screen. */
	double zoom(final double wanted) {
		return wanted / pixel();
	}

	/** The space that all of the plane takes at a zoom. */
	Dimension size(final double zoom) {
		final double wanted = zoom * pixel();
		return new Dimension((int) Math.ceil(how().width() * wanted), (int) Math.ceil(how().height() * wanted));
	}

	/** Lies in this part of the window, in its middle if the plane is smaller. */
	void place(final Rectangle within) {
		area = within;
		final double wanted = Math.max(MIN_MAGNIFICATION, Math.min(MAX_MAGNIFICATION, model.zoom() * pixel()));
		final int width = onScreen(imageWidth, wanted, within.width);
		final int height = onScreen(imageHeight, wanted, within.height);
		final Vector3 middle = how().toPixel(model.pan());
		final int sourceWidth = seen(imageWidth, wanted, width), sourceHeight = seen(imageHeight, wanted, height);
		srcRect = new Rectangle(first(middle.x(), sourceWidth, imageWidth),
			first(middle.y(), sourceHeight, imageHeight), sourceWidth, sourceHeight);
		setBounds(within.x + (within.width - width) / 2, within.y + (within.height - height) / 2, width, height);
		dstWidth = width;
		dstHeight = height;
		if (magnification != wanted) setMagnification(wanted);
		ourSource = new Rectangle(srcRect);
		ourMagnification = magnification;
		repaint();
	}

	/** Pixels of the screen for all of an axis as ImageJ draws it, or for what fits. */
	private static int onScreen(final int pixels, final double wanted, final int space) {
		return (int) Math.max(1, Math.min(space, Math.round(pixels * wanted)));
	}

	/**
	 * Pixels of the image in so many of the screen: all of them if nothing is cut off but a fraction of a pixel of the
	 * screen, which may be several of the image. Fewer would make ImageJ draw its zoom indicator.
	 */
	private static int seen(final int pixels, final double wanted, final int length) {
		return length >= Math.round(pixels * wanted) ? pixels : (int) Math.min(pixels, Math.ceil(length / wanted));
	}

	private static int first(final double middle, final int length, final int all) {
		return (int) Math.max(0, Math.min(all - length, Math.round(middle + 0.5 - length / 2.0)));
	}

	/** Lies where it lay, after a change of zoom, pan or size of the image. */
	void replace() {
		if (area != null) place(area);
	}

	/** Changes the magnification and leaves a point of the canvas where it is on the screen. */
	private void magnify(final double wanted, final double screenX, final double screenY) {
		final double x = srcRect.x + screenX / magnification - (screenX - dstWidth / 2.0) / wanted;
		final double y = srcRect.y + screenY / magnification - (screenY - dstHeight / 2.0) / wanted;
		show(wanted, x, y);
	}

	/** @param x image point in the middle, in ImageJ's coordinates, whole at corners of pixels */
	private void show(final double wanted, final double x, final double y) {
		final double halfWidth = Math.min(imageWidth, dstWidth / wanted) / 2;
		final double halfHeight = Math.min(imageHeight, dstHeight / wanted) / 2;
		final double through = how().toPixel(model.pan()).z();
		final Vector3 pan = how().toVoxel(Math.max(halfWidth, Math.min(imageWidth - halfWidth, x)) - 0.5,
			Math.max(halfHeight, Math.min(imageHeight - halfHeight, y)) - 0.5, through);
		model.setZoom(zoom(wanted));
		model.setPan(pan);
	}

	/** Follows ImageJ, if a command or the hand tool has changed what is seen. */
	private void adopt() {
		if (ourSource == null || srcRect.equals(ourSource) && magnification == ourMagnification) return;
		final Rectangle source = new Rectangle(srcRect);
		show(magnification, source.getCenterX(), source.getCenterY());
		replace();
	}

	/** Whether the cursor's voxel can be seen. */
	boolean isCursorVisible() {
		final Point2D at = cursor();
		return new Rectangle(0, 0, dstWidth, dstHeight).contains(at);
	}

	@Override
	public void zoomIn(final int x, final int y) {
		EventThread.run(() -> magnify(getHigherZoomLevel(magnification), x, y));
	}

	@Override
	public void zoomOut(final int x, final int y) {
		EventThread.run(() -> magnify(getLowerZoomLevel(magnification), x, y));
	}

	@Override
	public void zoom100Percent() {
		EventThread.run(() -> magnify(1, dstWidth / 2.0, dstHeight / 2.0));
	}

	@Override
	public void unzoom() {
		EventThread.run(actions::fit);
	}

	/** Does nothing, as the window's layout does it. */
	@Override
	public void fitToWindow() {}

	// -- Painting --

	@Override
	public void paint(final Graphics graphics) {
		if (model == null || getWidth() <= 0 || getHeight() <= 0) return;
		EventQueue.invokeLater(this::adopt);
		final Graphics2D screen = (Graphics2D) graphics;
		final AffineTransform scale = screen.getTransform(); // 2 on screens of high density
		final int width = (int) Math.ceil(getWidth() * scale.getScaleX());
		final int height = (int) Math.ceil(getHeight() * scale.getScaleY());
		if (buffer == null || buffer.getWidth() != width || buffer.getHeight() != height)
			buffer = getGraphicsConfiguration().createCompatibleImage(width, height);
		final Graphics2D buffered = buffer.createGraphics();
		buffered.scale((double) width / getWidth(), (double) height / getHeight());
		if (isThick(srcRect.width) && isThick(srcRect.height)) paintImage(buffered);
		else buffered.clearRect(0, 0, getWidth(), getHeight());
		buffered.setFont(new Font(Font.SANS_SERIF, Font.BOLD, GuiScale.pixels(14)));
		buffered.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		buffered.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		painters.forEach(painter -> painter.paint(buffered, this));
		buffered.dispose();
		screen.drawImage(buffer, 0, 0, getWidth(), getHeight(), null);
	}

	/** Whether so many pixels are at least one on the screen as ImageJ rounds; none would be an exception there. */
	private boolean isThick(final int pixels) {
		return Math.round(pixels * magnification) > 0;
	}

	/**
	 * Smooth planes are smooth on the screen too; ImageJ knows this as a choice for all images only. Its zoom indicator
	 * would say that a part of a turned plane is hidden, although there is nothing of the image.
	 */
	private void paintImage(final Graphics2D graphics) {
		final boolean others = Prefs.interpolateScaledImages;
		final int width = imageWidth, height = imageHeight;
		Prefs.interpolateScaledImages |= model.isSmooth();
		if (isAllSeen()) {
			imageWidth = srcRect.width;
			imageHeight = srcRect.height;
		}
		try {
			super.paint(graphics);
		}
		finally {
			Prefs.interpolateScaledImages = others;
			imageWidth = width;
			imageHeight = height;
		}
	}

	/** Whether nothing of the image is cut off. */
	private boolean isAllSeen() {
		final Section section = how();
		return srcRect.contains((section.width() - section.seenWidth()) / 2,
			(section.height() - section.seenHeight()) / 2, section.seenWidth(), section.seenHeight());
	}

	// -- Mouse and keys --

	@Override
	public void mousePressed(final MouseEvent e) {
		if (!fusionDrag.pressed(e) && !mouse.pressed(e)) super.mousePressed(e);
	}

	@Override
	public void mouseDragged(final MouseEvent e) {
		if (!fusionDrag.dragged(e) && !mouse.dragged(e)) super.mouseDragged(e);
	}

	@Override
	public void mouseReleased(final MouseEvent e) {
		if (fusionDrag.released()) return;
		if (mouse.isDragging()) mouse.released(e);
		else {
			super.mouseReleased(e);
			mouse.clickedWithTool(e);
		}
	}

	@Override
	public void mouseMoved(final MouseEvent e) {
		super.mouseMoved(e);
		mouse.moved(e);
	}

	@Override
	public void mouseClicked(final MouseEvent e) {
		if (!mouse.doubleClicked(e)) super.mouseClicked(e);
	}

	@Override
	protected void processKeyEvent(final KeyEvent e) {
		if (!handled(e)) super.processKeyEvent(e);
	}

	/** Returns whether a key meant something here, so that ImageJ must not see it. */
	boolean handled(final KeyEvent e) {
		return keys.handled(e, imp);
	}
}

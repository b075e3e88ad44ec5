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

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.swing.Timer;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.ortho.OrthoModel.Change;
import io.github.dicomvolumes.view.plane.PlaneRenderer;
import io.github.dicomvolumes.volume.sample.PlaneBlocks;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.WindowManager;

/** Three windows and a panel that show one model, from opening to closing. */
final class ViewSet {

	/** Milliseconds that a macro has to close all windows itself. */
	private static final int MACRO_DELAY = 300;

	private final OrthoModel model;
	private final Map<AnatomicalPlane, PlaneView> views = new EnumMap<>(AnatomicalPlane.class);
	private final Map<AnatomicalPlane, PlaneWindow> windows = new EnumMap<>(AnatomicalPlane.class);
	private final List<OrthoModel.Listener> listeners = new ArrayList<>();
	private final PlaneBlocks blocks;
	private final FusedValues fused;
	private final Renders renders;
	private final DisplayRangeSync ranges;
	private final ControlPanel panel;
	private final Fitting fitting;
	private final ImageListener imageEvents;
	/** Whether the status bar says where the cursor is, but not yet the value there. */
	private boolean isValueAwaited;
	/** Tells the sets apart that are open at one time, from 0. */
	private final int number = LinkedSets.freeNumber();
	private boolean isLinked = true;
	private boolean isClosed;

	/**
	 * Opens the windows, on top of everything.
	 *
	 * @param views of all planes, of this model
	 * @param blocks of the model's image; closed with the windows
	 * @param isRemembered whether the windows go where they were the last time
	 */
	ViewSet(final OrthoModel model, final PlaneBlocks blocks, final List<PlaneView> views, final boolean isRemembered) {
		this.model = model;
		this.blocks = blocks;
		model.image().hold();
		fused = new FusedValues(model, this::valueRead);
		views.forEach(view -> this.views.put(view.plane(), view));
		renders = new Renders(model, views, new PlaneRenderer(model.image(), blocks), this::drawn, this::forgetCopies);
		ranges = new DisplayRangeSync(model, views.stream().map(PlaneView::image).toList());
		views.forEach(view -> windows.put(view.plane(), window(view)));
		views.forEach(view -> view.showOver(windows.get(view.plane()).canvas()::setOver));
		views.forEach(view -> view.showLines(windows.get(view.plane()).canvas()::setLines));
		fitting = new Fitting(model, windows);
		panel = new ControlPanel(this);
		listen();
		imageEvents = new Images();
		ImagePlus.addImageListener(imageEvents);
		LinkedSets.add(this);
		open(isRemembered);
		renders.update();
	}

	private PlaneWindow window(final PlaneView view) {
		final PaneActions actions = new PaneActions() {

			@Override
			public void fit() {
				ViewSet.this.fit();
			}

			@Override
			public void toggleMaximized() {
				fitting.toggleMaximized(view.plane());
			}

			@Override
			public Optional<Preset> preset(final char key) {
				return Preset.ofKey(model, blocks, key);
			}

			@Override
			public Readout readout(final Vector3 voxel) {
				return Readout.of(model, blocks, fused, voxel, List.of(view.plane()));
			}

			@Override
			public void explainWarnings() {
				Notices.warnings(model.image());
			}
		};
		return new PlaneWindow(view.image(), new PlaneCanvas(view.image(), model, view.plane(), actions),
			this::closeOthers);
	}

	/** In the order in which they have to be told. */
	private void listen() {
		views.values().forEach(view -> listen((m, change) -> view.follow()));
		windows.forEach((plane, window) -> listen((m, change) -> {
			final PlaneView view = views.get(plane);
			if (change == Change.PIXELS || change == Change.TURN && view.isOtherSize())
				window.keepingSize(view::resize);
			else if (change == Change.TURN) view.place();
		}));
		listen((m, change) -> {
			if (change == Change.WINDOW || change == Change.CHANNEL || change == Change.PIXELS || change == Change.TURN)
				ranges.push();
		});
		listen((m, change) -> {
			if (change == Change.FUSION || change == Change.LINES) views.values().forEach(PlaneView::forget);
			renders.update();
		});
		windows.values().forEach(window -> listen((m, change) -> {
			if (change == Change.ZOOM || change == Change.PAN || change == Change.TURN) window.canvas().replace();
			else window.canvas().repaint();
			if (change == Change.CURSOR || change == Change.TURN) window.updateSliceSelector();
		}));
		listen(panel);
		listen((m, change) -> {
			if (change == Change.PIXELS) fit();
			if (change == Change.CURSOR) LinkedSets.moved(this);
			if (change == Change.CURSOR) showPosition();
			if (change == Change.TURN) IJ.showStatus(readout(model.cursor()).normals());
		});
	}

	private void showPosition() {
		final Readout now = readout(model.cursor());
		IJ.showStatus(now.toString());
		isValueAwaited = now.isAwaited();
	}

	/** Values of a virtual image may have been read. */
	private void drawn() {
		if (model.image().isVirtual()) valueRead();
	}

	private void valueRead() {
		panel.update();
		if (isValueAwaited) showPosition();
	}

	private void imagesChanged() {
		if (!isClosed) panel.imagesChanged();
	}

	/** Voxels in memory may have been edited since they were copied, with or without telling. */
	void forgetCopies() {
		if (!model.image().isVirtual()) blocks.clear();
	}

	private void listen(final OrthoModel.Listener listener) {
		listeners.add(listener);
		model.addListener(listener);
	}

	private void open(final boolean isRemembered) {
		final Component source = model.image().image().getWindow();
		final Component owner = source == null ? IJ.getInstance() : source;
		final List<Rectangle> places = WindowLayout.places(windows, panel.getSize(), owner, isRemembered, number,
			LinkedSets.windows(this));
		panel.setBounds(places.get(3));
		panel.setAutoRequestFocus(false);
		panel.setVisible(true);
		// the axial one last, as what is shown last is active
		for (final AnatomicalPlane plane : new AnatomicalPlane[] { AnatomicalPlane.SAGITTAL, AnatomicalPlane.CORONAL,
			AnatomicalPlane.AXIAL })
			windows.get(plane).open(places.get(plane.ordinal()), plane == AnatomicalPlane.AXIAL);
		activate();
		fit();
		for (final PlaneWindow window : windows.values())
			window.addComponentListener(new ComponentAdapter() {

				@Override
				public void componentResized(final ComponentEvent e) {
					fitting.resized();
				}
			});
	}

	// -- What it shows --

	OrthoModel model() {
		return model;
	}

	ImagePlus image(final AnatomicalPlane plane) {
		return views.get(plane).image();
	}

	PlaneWindow window(final AnatomicalPlane plane) {
		return windows.get(plane);
	}

	/** Whether an image is the one looked at, or one of the planes. */
	boolean shows(final ImagePlus image) {
		return model.image().image() == image || views.values().stream().anyMatch(view -> view.image() == image);
	}

	/** What there is at a voxel coordinate. */
	Readout readout(final Vector3 voxel) {
		return Readout.of(model, blocks, fused, voxel, List.of(AnatomicalPlane.values()));
	}

	/** The windows that a person may choose. */
	List<Preset> presets() {
		return Preset.of(model, blocks);
	}

	/** Brings all pixels up to date. May be called by any thread, which then renders them. */
	void draw() {
		renders.finish();
	}

	/**
	 * Brings the windows to the front, the panel too if it was closed; the axial plane becomes ImageJ's active image.
	 */
	void activate() {
		panel.setVisible(true);
		panel.toFront();
		windows.values().forEach(PlaneWindow::toFront);
		windows.get(AnatomicalPlane.AXIAL).toFront();
		WindowManager.setCurrentWindow(windows.get(AnatomicalPlane.AXIAL));
	}

	/** Zooms so that all of the planes is seen. */
	void fit() {
		fitting.fit();
	}

	/** Pans to the cursor if a plane does not show it. */
	void reveal() {
		if (windows.values().stream().anyMatch(window -> !window.canvas().isCursorVisible()))
			model.setPan(model.cursor());
	}

	boolean isLinked() {
		return isLinked;
	}

	/** Whether it follows other sets and they follow it. */
	void setLinked(final boolean linked) {
		isLinked = linked;
	}

	int number() {
		return number;
	}

	ControlPanel panel() {
		return panel;
	}

	/** Where planes and panel lie on the screen. */
	List<Rectangle> places() {
		return fitting.places(panel.getBounds());
	}

	// -- Closing --

	boolean isClosed() {
		return isClosed;
	}

	/**
	 * Closes what is left when one window was closed. In a macro that is a little later: its close("*") goes from image
	 * to image, and stops with a message if one is not there any more.
	 */
	private void closeOthers() {
		if (!IJ.isMacro() || EventQueue.isDispatchThread()) {
			EventThread.run(this::close);
			return;
		}
		EventThread.run(this::letGo);
		final Timer later = new Timer(MACRO_DELAY, e -> closeWindows());
		later.setRepeats(false);
		later.start();
	}

	/** Closes the windows that are still open and lets go of everything. */
	void close() {
		if (isClosed) return;
		letGo();
		closeWindows();
	}

	/** Ends all that makes the windows one. */
	private void letGo() {
		if (isClosed) return;
		isClosed = true;
		if (!IJ.isMacro()) WindowLayout.remember(places(), number);
		LinkedSets.remove(this);
		ImagePlus.removeImageListener(imageEvents);
		listeners.forEach(model::removeListener);
		renders.close();
		blocks.close();
		fused.close();
		panel.close();
	}

	private void closeWindows() {
		windows.values().forEach(PlaneWindow::close);
	}

	/** Notices what is done to the images in ImageJ: by its sliders, in a macro, by its dialogs. */
	private final class Images implements ImageListener {

		/** The place of the image itself, 1-based, when it was seen last: the panel may have chosen another. */
		private int channel = model.image().image().getChannel();
		private int time = model.image().image().getFrame();

		@Override
		public void imageUpdated(final ImagePlus image) {
			if (isClosed) return;
			for (final PlaneView view : views.values()) {
				if (view.image() != image) continue;
				view.adoptSlice();
				ranges.adopt(image);
			}
			if (model.image().image() == image) adoptPlace(image);
			if (model.image().image() == image && !model.image().isVirtual()) {
				forgetCopies();
				views.values().forEach(PlaneView::forget);
			}
			renders.update();
		}

		/** Shows the channel and time that ImageJ has chosen for the image, if it has. */
		private void adoptPlace(final ImagePlus image) {
			final int newChannel = image.getChannel(), newTime = image.getFrame();
			if (newChannel != channel && newChannel <= model.image().channels()) model.setChannel(newChannel - 1);
			if (newTime != time && newTime <= model.image().times()) model.setTime(newTime - 1);
			channel = newChannel;
			time = newTime;
		}

		@Override
		public void imageOpened(final ImagePlus image) {
			EventQueue.invokeLater(ViewSet.this::imagesChanged);
		}

		@Override
		public void imageClosed(final ImagePlus image) {
			EventQueue.invokeLater(ViewSet.this::imagesChanged);
		}
	}
}

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

import java.awt.EventQueue;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.swing.Timer;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageWindow;
import ij.process.ImageProcessor;

import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.imagej.Log;
import io.github.dicomvolumes.view.ortho.PlanesFigure;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.PlaneRenderer;
import io.github.dicomvolumes.volume.sample.PlaneBlocks;

/**
 * Draws a figure again at other positions, in a thread of its own: one picture at a time, at the position wanted when
 * it begins, so that positions passed in between are never drawn. Goes on when the source image is closed, as long as
 * its slices can be read.
 */
final class FigureRedraw {

	/** Looks again whether a filter has let go of the figure, in ms. */
	private static final int UNLOCKED = 200;

	private final ImagePlus figure;
	private final ImageWindow window;
	/** Its model belongs to the thread. */
	private final PlanesFigure drawing;
	private final OrthoImage image;
	private final PlaneBlocks blocks;
	private final PlaneRenderer renderer;
	private final Timer again = new Timer(UNLOCKED, e -> update());
	private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
		final Thread thread = new Thread(task, "Planes Figure");
		thread.setDaemon(true);
		return thread;
	});
	private final Set<String> said = new HashSet<>();
	private Vector3 wanted;
	/** The position that was drawn last, or could not be. */
	private Vector3 tried;
	private boolean isBusy;

	/** @param figure in its window, a picture of that drawing at the model's position */
	FigureRedraw(final ImagePlus figure, final PlanesFigure drawing) {
		this.figure = figure;
		window = figure.getWindow();
		this.drawing = drawing;
		image = drawing.model().image();
		blocks = image.blocks();
		// voxels in memory are those of the moment
		renderer = image.isVirtual() ? new PlaneRenderer(image, blocks) : new PlaneRenderer(image);
		image.hold();
		tried = wanted = drawing.model().cursor();
		again.setRepeats(false);
	}

	/** What is drawn; it may have been closed. */
	ImagePlus image() {
		return image.image();
	}

	/** The position that the figure shows, or will soon. */
	Vector3 wanted() {
		return wanted;
	}

	/** Draws the figure at this position, in voxel coordinates, soon. */
	void show(final Vector3 position) {
		wanted = position;
		update();
	}

	private void update() {
		if (isBusy || worker.isShutdown() || wanted.equals(tried)) return;
		if (figure.isLocked()) {
			again.restart();
			return;
		}
		final Vector3 position = wanted;
		isBusy = true;
		tried = position;
		worker.execute(() -> draw(position));
	}

	private void draw(final Vector3 position) {
		try {
			drawing.model().moveTo(position);
			final ImageProcessor drawn = drawing.draw(renderer).getProcessor();
			EventQueue.invokeLater(() -> end(() -> replace(drawn)));
		}
		catch (final RuntimeException | OutOfMemoryError exc) {
			EventQueue.invokeLater(() -> end(() -> say(exc)));
		}
	}

	private void end(final Runnable result) {
		isBusy = false;
		if (worker.isShutdown()) return;
		result.run();
		update();
	}

	/** Title, calibration, overlay and selection are left alone. */
	private void replace(final ImageProcessor drawn) {
		if (figure.getWindow() != window) return; // a stack or nothing by now, and soon closed
		if (figure.isLocked()) tried = null;
		else figure.setProcessor(drawn);
	}

	/** Says why the figure stays as it is; a file that cannot be read, once in the log. */
	private void say(final Throwable failure) {
		final String problem = image.problem(failure);
		IJ.showStatus("Planes figure: " + problem);
		if (failure instanceof UncheckedIOException && said.add(problem)) Log.add(problem);
	}

	/** Ends the thread and lets go of the voxels. */
	void close() {
		again.stop();
		worker.shutdown();
		blocks.close();
	}
}

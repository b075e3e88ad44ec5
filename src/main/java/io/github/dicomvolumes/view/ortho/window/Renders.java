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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.swing.Timer;

import ij.IJ;

import io.github.dicomvolumes.view.ortho.OrthoImage;
import io.github.dicomvolumes.view.ortho.PlaneRenderer;
import io.github.dicomvolumes.view.ortho.PlaneRequest;

/**
 * Brings planes up to date in a thread of its own: one round at a time, each of what is to be seen when it begins, so that
 * positions passed in between are never drawn and nothing queues up.
 */
final class Renders {

	/** Looks again whether a filter has let go of an image, in ms. */
	private static final int UNLOCKED = 200;

	private final PlaneRenderer renderer;
	private final List<PlaneView> views;
	private final Timer again = new Timer(UNLOCKED, e -> update());
	private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
		final Thread thread = new Thread(task, "Orthogonal Views");
		thread.setDaemon(true);
		return thread;
	});
	private boolean isBusy;

	Renders(final OrthoImage image, final List<PlaneView> views) {
		renderer = new PlaneRenderer(image);
		this.views = views;
		again.setRepeats(false);
	}

	/** Renders the planes that are behind, soon. */
	void update() {
		if (isBusy || worker.isShutdown()) return;
		if (views.stream().anyMatch(view -> view.image().isLocked())) again.restart();
		final Map<PlaneView, PlaneRequest> round = behind();
		if (round.isEmpty()) return;
		isBusy = true;
		final Map<PlaneView, Integer> edits = new LinkedHashMap<>();
		round.keySet().forEach(view -> edits.put(view, view.edits()));
		worker.execute(() -> {
			final Map<PlaneView, Object> pixels = new LinkedHashMap<>();
			Throwable failure = null;
			try {
				round.forEach((view, request) -> pixels.put(view, renderer.render(request)));
			}
			catch (final RuntimeException | OutOfMemoryError exc) {
				failure = exc;
			}
			final Throwable failed = failure;
			EventQueue.invokeLater(() -> end(round, edits, pixels, failed));
		});
	}

	private void end(final Map<PlaneView, PlaneRequest> round, final Map<PlaneView, Integer> edits,
		final Map<PlaneView, Object> pixels, final Throwable failure)
	{
		isBusy = false;
		if (worker.isShutdown()) return;
		pixels.forEach((view, array) -> {
			final boolean isOld = view.edits() != edits.get(view); // the image was edited meanwhile
			view.show(round.get(view), array);
			if (isOld) view.forget();
		});
		if (failure == null) update();
		else IJ.showStatus("Orthogonal views: " + failure); // tried again after the next change
	}

	/** Renders the planes that are behind, now. */
	void finish() {
		behind().forEach((view, request) -> view.show(request, renderer.render(request)));
	}

	private Map<PlaneView, PlaneRequest> behind() {
		final Map<PlaneView, PlaneRequest> behind = new LinkedHashMap<>();
		views.stream().filter(PlaneView::isBehind).forEach(view -> behind.put(view, view.wanted()));
		return behind;
	}

	/** Ends the thread. */
	void close() {
		again.stop();
		worker.shutdown();
	}
}

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
import java.awt.image.BufferedImage;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.swing.Timer;

import io.github.dicomvolumes.view.imagej.Log;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.over.Fusion;
import io.github.dicomvolumes.view.over.PlaneLines;
import io.github.dicomvolumes.view.over.PlaneShape;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.PlaneRenderer;
import io.github.dicomvolumes.view.plane.PlaneRequest;

import ij.IJ;

/**
 * Brings planes up to date in a thread of its own: one round at a time, each of what is to be seen when it begins, so
 * that positions passed in between are never drawn and nothing queues up; a plane that has gone on before its turn is
 * left out.
 */
final class Renders {

	/** Looks again whether a filter has let go of an image, in ms. */
	private static final int UNLOCKED = 200;

	/** After so long without a change the scrolling has come to rest, in ms. */
	private static final int REST = 1000;

	/** What a view was behind with, and how often it had been edited then. */
	private record Wish(PlaneView view, PlaneRequest request, int edits) {

		void show(final Drawn drawn) {
			final boolean isOld = view.edits() != edits; // the image was edited meanwhile
			view.show(request, drawn.pixels, drawn.over, drawn.lines);
			if (isOld) view.forget();
		}
	}

	/**
	 * The pixels of a plane, and what lies over them.
	 *
	 * @param over null if nothing does
	 */
	private record Drawn(Object pixels, BufferedImage over, List<PlaneShape> lines) {}

	private final List<PlaneView> views;
	private final OrthoModel model;
	private final OrthoImage image;
	private final PlaneRenderer renderer;
	private final Runnable drawn;
	private final Timer again = new Timer(UNLOCKED, e -> update());
	private final Timer rest;
	private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
		final Thread thread = new Thread(task, "Orthogonal Views");
		thread.setDaemon(true);
		return thread;
	});
	private final Set<String> said = new HashSet<>();
	private boolean isBusy;
	/** What is to be seen now, for the thread to look whether its work is still wanted. */
	private volatile List<PlaneRequest> newest = List.of();

	/**
	 * @param drawn is called after each round, in the event thread
	 * @param resting is called when nothing has been drawn for a while
	 */
	Renders(final OrthoModel model, final List<PlaneView> views, final PlaneRenderer renderer, final Runnable drawn,
		final Runnable resting)
	{
		this.model = model;
		this.image = model.image();
		this.views = views;
		this.renderer = renderer;
		this.drawn = drawn;
		rest = new Timer(REST, e -> resting.run());
		again.setRepeats(false);
		rest.setRepeats(false);
	}

	/** Renders the planes that are behind, soon. */
	void update() {
		update(List.of());
	}

	/** @param failed wishes that are left alone until the next change */
	private void update(final List<Wish> failed) {
		newest = views.stream().map(PlaneView::wanted).toList();
		if (isBusy || worker.isShutdown()) return;
		if (views.stream().anyMatch(view -> view.image().isLocked())) again.restart();
		final List<Wish> round = behind().stream().filter(wish -> !failed.contains(wish)).toList();
		if (round.isEmpty()) return;
		isBusy = true;
		final Optional<Fusion> fusion = model.fusion();
		final PlaneLines lines = model.lines();
		worker.execute(() -> {
			final List<Wish> failures = new ArrayList<>(failed);
			for (final Wish wish : round)
				try {
					if (!newest.contains(wish.request)) continue; // it has gone on while the others were rendered
					final Drawn drawn = draw(wish.request, fusion, lines);
					EventQueue.invokeLater(() -> show(wish, drawn)); // the others may take longer
				}
				catch (final RuntimeException | OutOfMemoryError exc) {
					failures.add(wish);
					EventQueue.invokeLater(() -> say(image, exc));
				}
			EventQueue.invokeLater(() -> end(failures));
		});
	}

	private Drawn draw(final PlaneRequest request, final Optional<Fusion> fusion, final PlaneLines lines) {
		return new Drawn(renderer.render(request), fusion.map(f -> over(f, request)).orElse(null),
			lines.over(image, request));
	}

	/** Null if the second image cannot be read any more: the first is shown all the same. */
	private BufferedImage over(final Fusion fusion, final PlaneRequest request) {
		try {
			return fusion.over(image, request);
		}
		catch (final RuntimeException exc) {
			EventQueue.invokeLater(() -> say(fusion.over(), exc));
			return null;
		}
	}

	private void show(final Wish wish, final Drawn drawn) {
		if (!worker.isShutdown()) wish.show(drawn);
	}

	/** Says why a plane stays as it is; a file that cannot be read, once in the log. */
	private void say(final OrthoImage whose, final Throwable failure) {
		final String problem = whose.problem(failure);
		IJ.showStatus("Orthogonal views: " + problem);
		if (failure instanceof UncheckedIOException && said.add(problem)) Log.add(problem);
	}

	private void end(final List<Wish> failed) {
		isBusy = false;
		if (worker.isShutdown()) return;
		rest.restart();
		drawn.run();
		update(failed);
	}

	/** Renders the planes that are behind, now and in this thread, which may be any. */
	void finish() {
		final List<Wish> round = EventThread.get(this::behind);
		final Optional<Fusion> fusion = EventThread.get(model::fusion);
		final PlaneLines lines = EventThread.get(model::lines);
		final List<Drawn> all = round.stream().map(wish -> draw(wish.request, fusion, lines)).toList();
		EventThread.run(() -> {
			for (int n = 0; n < all.size(); n++)
				show(round.get(n), all.get(n));
			if (!round.isEmpty()) drawn.run();
		});
	}

	private List<Wish> behind() {
		return views.stream()
			.filter(PlaneView::isBehind)
			.map(view -> new Wish(view, view.wanted(), view.edits()))
			.toList();
	}

	/** Ends the thread. */
	void close() {
		again.stop();
		rest.stop();
		worker.shutdown();
	}
}

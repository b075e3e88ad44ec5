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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.over.Fusion;
import io.github.dicomvolumes.view.plane.OrthoImage;

/**
 * Values of the second image at voxels of the first one, as text. Belongs to the event thread, which reads no files:
 * values of a virtual image are read by another thread, and kept.
 */
final class FusedValues {

	/** Of a title, as the status bar is short. */
	private static final int MOST_CHARACTERS = 8;

	private static final int KEPT = 64;

	/** What a value depends on. */
	private record Place(OrthoImage over, int channel, Fusion.Style style, Vector3 patient, int time) {}

	private final OrthoModel model;
	private final Runnable isRead;
	/** In the order of last use; belongs to the event thread. */
	private final Map<Place, Double> known = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(final Map.Entry<Place, Double> eldest) {
			return size() > KEPT;
		}
	};
	private final ThreadPoolExecutor reader = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS,
		new ArrayBlockingQueue<>(1), task -> {
			final Thread thread = new Thread(task, "Orthogonal Views, values");
			thread.setDaemon(true);
			return thread;
		}, new ThreadPoolExecutor.DiscardOldestPolicy());

	/** @param isRead is called in the event thread when a value has been read that was not at hand before */
	FusedValues(final OrthoModel model, final Runnable isRead) {
		this.model = model;
		this.isRead = isRead;
		reader.allowCoreThreadTimeOut(true);
	}

	/**
	 * The value at a place in the patient, LPS in mm: "PET 3.2 g/ml"; "PET -" where the image is not, "PET ..." if it
	 * has to be read first, and empty if nothing lies over the planes.
	 */
	String text(final Optional<Vector3> patient) {
		if (patient.isEmpty() || model.fusion().isEmpty()) return "";
		final Fusion fusion = model.fusion().get();
		final OrthoImage over = fusion.over();
		final Place place = new Place(over, fusion.channel(), fusion.style(), patient.get(), model.time());
		final String title = title(over);
		if (!over.isVirtual()) return title + " " + value(over, fusion.value(place.patient, place.time));
		final Double there = known.get(place);
		if (there != null) return title + " " + value(over, there);
		if (!reader.isShutdown()) reader.execute(() -> read(fusion, place));
		return title + " " + Readout.AWAITED;
	}

	private void read(final Fusion fusion, final Place place) {
		double value = Double.NaN;
		try {
			value = fusion.value(place.patient, place.time);
		}
		catch (final RuntimeException exc) {
			// whoever draws the image says that it cannot be read
		}
		final double read = value;
		EventQueue.invokeLater(() -> {
			if (reader.isShutdown() || known.put(place, read) != null) return;
			isRead.run();
		});
	}

	/** The title of an image, or its beginning. */
	static String title(final OrthoImage image) {
		final String title = image.image().getTitle();
		return title.length() <= MOST_CHARACTERS ? title : title.substring(0, MOST_CHARACTERS - 1).strip() + "\u2026";
	}

	private static String value(final OrthoImage image, final double value) {
		if (Double.isNaN(value)) return "-";
		final boolean isWhole = value == Math.rint(value);
		return (NumberText.significant(value, isWhole ? 6 : 4) + " " + image.valueUnit()).strip();
	}

	/** Ends the thread. */
	void close() {
		reader.shutdown();
		reader.getQueue().clear();
		known.clear();
	}
}

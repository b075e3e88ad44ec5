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

package io.github.dicomvolumes.view.imagej;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.dicomvolumes.data.ShownText;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.pixels.OverlayPlane;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.read.OverlayReader;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/**
 * The overlays of DICOM files (groups 60xx) as ImageJ's overlay: a selection for each on its slice, never drawn into
 * the pixels. Graphics are filled, regions of interest outlined. The property "DICOM Overlay" of a selection has the
 * group and the type, "6000 G".
 */
final class OverlayRois {

	private static final String PROPERTY = "DICOM Overlay";

	/** Runs of pixels up to which an overlay is traced; noise has more and becomes an image over the image. */
	private static final int MOST_RUNS = 1 << 15;

	private OverlayRois() {}

	/** An overlay and its place in the volume, 0-based. */
	private record Placed(OverlayPlane plane, int channel, int slice, int time) {}

	/** Gives an image the overlays of the volume that it shows; leaves it alone if there are none. */
	static void addTo(final ImagePlus image, final DicomVolume volume) {
		final Set<String> notes = new LinkedHashSet<>();
		final List<Placed> planes = read(volume.stack(), notes);
		notes.forEach(note -> Log.add(volume.name() + ": overlay: " + note));
		if (planes.isEmpty()) return;
		final boolean isHyperstack = volume.stack().shape().isHyperstack();
		final Overlay overlay = new Overlay();
		// to trace takes longer than to read
		planes.parallelStream().map(placed -> roi(placed, isHyperstack)).toList().forEach(overlay::add);
		image.setOverlay(overlay);
	}

	private static List<Placed> read(final Stack stack, final Set<String> notes) {
		try (OpenSources open = new OpenSources(Limits.DEFAULT)) {
			return read(stack, new OverlayReader(notes::add, open));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	private static List<Placed> read(final Stack stack, final OverlayReader reader) {
		final List<Placed> planes = new ArrayList<>();
		for (int t = 0; t < stack.times(); t++)
			for (int c = 0; c < stack.channels(); c++)
				for (int z = 0; z < stack.slices(); z++) {
					final Optional<Frame> frame = stack.frame(z, c, t);
					if (frame.isEmpty()) continue;
					for (final OverlayPlane plane : reader.read(frame.get()))
						planes.add(new Placed(plane, c, z, t));
				}
		return planes;
	}

	private static Roi roi(final Placed placed, final boolean isHyperstack) {
		final OverlayPlane plane = placed.plane;
		final Roi roi = plane.runs() > MOST_RUNS ? picture(plane) : outline(plane);
		roi.setName(ShownText.line(plane.overlay().name()));
		roi.setProperty(PROPERTY, "%04X %s".formatted(plane.overlay().group(), plane.overlay().isRegion() ? "R" : "G"));
		if (isHyperstack) roi.setPosition(placed.channel + 1, placed.slice + 1, placed.time + 1);
		else roi.setPosition(placed.slice + 1);
		return roi;
	}

	private static Roi outline(final OverlayPlane plane) {
		final ImageProcessor mask = new ByteProcessor(plane.width(), plane.height(), plane.mask());
		mask.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
		final Roi roi = new ThresholdToSelection().convert(mask);
		roi.setLocation(plane.left(), plane.top()); // the box is tight
		if (plane.overlay().isRegion()) roi.setStrokeColor(Color.YELLOW);
		else roi.setFillColor(Color.YELLOW);
		return roi;
	}

	private static Roi picture(final OverlayPlane plane) {
		final ImageProcessor picture = new ByteProcessor(plane.width(), plane.height(), plane.mask());
		final ImageRoi roi = new ImageRoi(plane.left(), plane.top(), picture.convertToRGB());
		roi.setZeroTransparent(true);
		return roi;
	}
}

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

package io.github.dicomvolumes.view.over;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.PlaneRequest;
import io.github.dicomvolumes.volume.sample.Interpolation;
import io.github.dicomvolumes.volume.sample.IsoLine;

/**
 * Lines of equal value of a second image over the planes of a first one, brought together by their patient coordinates:
 * interpolated linearly at the centres of the plane's pixels, and between these. They end where the second image does.
 * What 100 percent is, if it is the greatest value, is looked for when lines are drawn for the first time.
 */
public final class Isodoses implements PlaneLines {

	private final OrthoImage dose;
	private final IsodoseLevels levels;
	private final OptionalDouble prescription;
	/** Real values; empty until they are known. */
	private Optional<double[]> reals = Optional.empty();

	private Isodoses(final OrthoImage dose, final IsodoseLevels levels, final OptionalDouble prescription) {
		this.dose = dose;
		this.levels = levels;
		this.prescription = prescription;
		dose.hold();
	}

	/**
	 * Lines over another image, or the same.
	 *
	 * @param dose grey; it is seen also when it was closed
	 * @param prescription what 100 percent is, as a real value of the dose; empty for the greatest value of its first
	 *        channel at all times
	 * @throws InputException if the images have no common patient coordinates, or the dose is in colour
	 */
	public static Isodoses of(final OrthoImage base, final OrthoImage dose, final IsodoseLevels levels,
		final OptionalDouble prescription)
	{
		Fusion.requireCommonSpace(base, dose);
		if (dose.isColour()) throw new InputException(
			"\"" + dose.image().getTitle() + "\" is in colour, so it has no values for isodose lines.");
		return new Isodoses(dose, levels, prescription);
	}

	/** The image whose values they are. */
	public OrthoImage dose() {
		return dose;
	}

	/** Where there is a line. */
	public IsodoseLevels levels() {
		return levels;
	}

	/** The same with other levels. */
	public Isodoses with(final IsodoseLevels newLevels) {
		return new Isodoses(dose, newLevels, prescription);
	}

	@Override
	public List<PlaneShape> over(final OrthoImage base, final PlaneRequest request) {
		final int width = request.plane().width(), height = request.plane().height();
		final float[] held = SecondImage.held(dose, 0, Interpolation.LINEAR, base, request);
		final double[] at = reals();
		final List<PlaneShape> shapes = new ArrayList<>();
		for (int level = 0; level < at.length; level++) {
			final List<IsoLine> lines = IsoLine.of(held, width, height, dose.held(at[level]));
			if (!lines.isEmpty()) shapes
				.add(new PlaneShape(levels.name(level, dose.valueUnit()), levels.colour(level), path(lines), false));
		}
		return shapes;
	}

	private synchronized double[] reals() {
		if (reals.isEmpty()) {
			final double unit = levels.isPercent() ? prescription.orElseGet(dose::greatest) / 100 : 1;
			reals = Optional.of(levels.values().stream().mapToDouble(value -> value * unit).toArray());
		}
		return reals.get();
	}

	private static Path2D path(final List<IsoLine> lines) {
		final Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		for (final IsoLine line : lines) {
			final double[] x = line.x(), y = line.y();
			path.moveTo(x[0] + 0.5, y[0] + 0.5);
			for (int i = 1; i < x.length; i++)
				path.lineTo(x[i] + 0.5, y[i] + 0.5);
			if (line.isClosed()) path.closePath();
		}
		return path;
	}
}

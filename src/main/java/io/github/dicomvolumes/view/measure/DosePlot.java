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

package io.github.dicomvolumes.view.measure;

import java.awt.Color;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.measure.DoseVolumeHistogram;
import io.github.dicomvolumes.series.Segment;

import ij.ImagePlus;
import ij.gui.Plot;

/** Dose-volume histograms as plots, a line for each segment in its colour. */
public final class DosePlot {

	private static final int STEPS = 500, COARSE_STEPS = 100;
	private static final float HUE_STEP = 0.618034f, SATURATION = 0.9f, BRIGHTNESS = 0.8f;
	/** White and light colours are drawn darker, for the paper is white. */
	private static final float MOST_BRIGHTNESS = 0.85f;

	private DosePlot() {}

	/** The part of the volume that gets a dose or more, for each dose. Not shown. */
	public static ImagePlus cumulative(final List<DoseVolumeHistogram> all, final String of,
		final Disclosure disclosure)
	{
		final double step = greatest(all) / STEPS;
		final Plot plot = plot("DVH of " + of, "Volume (%)", all);
		for (final DoseVolumeHistogram each : all)
			add(plot, each, STEPS, step, dose -> each.volume(dose));
		plot.setLimits(0, Math.max(greatest(all), Double.MIN_NORMAL), 0, 105);
		return finished(plot, all, disclosure);
	}

	/** The volume for each unit of dose. Not shown. */
	public static ImagePlus differential(final List<DoseVolumeHistogram> all, final String of,
		final Disclosure disclosure)
	{
		final double step = greatest(all) / COARSE_STEPS;
		final Plot plot = plot("Differential DVH of " + of,
			"Volume (ml" + (unit(all).isEmpty() ? " per unit)" : "/" + unit(all) + ")"), all);
		for (final DoseVolumeHistogram each : all)
			add(plot, each, COARSE_STEPS, step, dose -> differential(each, dose, step));
		plot.setLimitsToFit(false);
		return finished(plot, all, disclosure);
	}

	/** The volume in ml for each unit of dose, of doses at most half a step away. */
	static double differential(final DoseVolumeHistogram histogram, final double dose, final double step) {
		final double percent = histogram.volume(dose - step / 2) - histogram.volume(dose + step / 2);
		return percent / 100 * histogram.millilitres() / step;
	}

	/** The greatest dose of all; 0 if there is none. */
	static double greatest(final List<DoseVolumeHistogram> all) {
		return all.stream().mapToDouble(DoseVolumeHistogram::maximum).filter(most -> most > 0).max().orElse(0);
	}

	/** As people write it. */
	static String unit(final List<DoseVolumeHistogram> all) {
		final String unit = all.isEmpty() ? "" : all.get(0).unit();
		return unit.equals("GY") ? "Gy" : unit;
	}

	/** Of a segment, for legends. */
	static String name(final DoseVolumeHistogram histogram, final Disclosure disclosure) {
		final Segment segment = histogram.segment();
		return !disclosure.isFull() || segment.label().isBlank() ? "Segment " + segment.number()
			: segment.label().replace('\t', ' ').replace('\n', ' ');
	}

	private static Plot plot(final String title, final String axis, final List<DoseVolumeHistogram> all) {
		final Plot plot = new Plot(title, unit(all).isEmpty() ? "Dose" : "Dose (" + unit(all) + ")", axis);
		plot.setLineWidth(2);
		return plot;
	}

	private static void add(final Plot plot, final DoseVolumeHistogram histogram, final int steps, final double step,
		final DoubleUnaryOperator volume)
	{
		final double[] doses = IntStream.rangeClosed(0, steps).mapToDouble(n -> n * step).toArray();
		plot.setColor(colour(histogram.segment()));
		plot.add("line", doses,
			IntStream.rangeClosed(0, steps).mapToDouble(n -> volume.applyAsDouble(doses[n])).toArray());
	}

	private static ImagePlus finished(final Plot plot, final List<DoseVolumeHistogram> all,
		final Disclosure disclosure)
	{
		plot.setColor(Color.BLACK);
		plot.setLineWidth(1);
		plot.addLegend(String.join("\n", all.stream().map(each -> name(each, disclosure)).toList()));
		final ImagePlus drawn = plot.getImagePlus();
		// where Plot.getValues of a macro finds them without a window
		drawn.setProperty("XValues", plot.getXValues());
		drawn.setProperty("YValues", plot.getYValues());
		return drawn;
	}

	/** Of a segment, dark enough for white paper. */
	static Color colour(final Segment segment) {
		if (segment.rgb() < 0) return Color.getHSBColor(segment.number() * HUE_STEP, SATURATION, BRIGHTNESS);
		final Color own = new Color(segment.rgb());
		final float[] hsb = Color.RGBtoHSB(own.getRed(), own.getGreen(), own.getBlue(), null);
		return Color.getHSBColor(hsb[0], hsb[1], Math.min(hsb[2], MOST_BRIGHTNESS));
	}
}

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
import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.measure.TimeCurve;
import io.github.dicomvolumes.view.table.DataTable;

import ij.ImagePlus;
import ij.gui.Plot;

/** Values of segments over time, as a plot and as the table {@code DICOM Curves}. */
public final class CurvePlot {

	private static final double MARGIN = 0.05;

	private CurvePlot() {}

	/** The means with their standard deviations, a line for each segment. Not shown. */
	public static ImagePlus of(final List<TimeCurve> curves, final String of, final Disclosure disclosure) {
		final String unit = curves.get(0).unit();
		final Plot plot = new Plot("Curves of " + of, curves.get(0).isTimed() ? "Time (s)" : "Time point",
			unit.isEmpty() ? "Mean" : "Mean (" + unit + ")");
		plot.setLineWidth(2);
		for (final TimeCurve curve : curves) {
			plot.setColor(DosePlot.colour(curve.segment()), DosePlot.colour(curve.segment()));
			plot.add("connected circle", array(curve.seconds()), array(curve.means()));
		}
		plot.setColor(Color.BLACK);
		plot.setLineWidth(1);
		plot.addLegend(String.join("\n", curves.stream().map(curve -> name(curve, disclosure)).toList()));
		plot.setLimitsToFit(false);
		final double[] limits = plot.getLimits();
		final double x = MARGIN * (limits[1] - limits[0]), y = MARGIN * (limits[3] - limits[2]);
		plot.setLimits(limits[0] - x, limits[1] + x, limits[2] - y, limits[3] + y); // or else symbols lie on the frame
		final ImagePlus drawn = plot.getImagePlus();
		drawn.setProperty("XValues", plot.getXValues());
		drawn.setProperty("YValues", plot.getYValues());
		return drawn;
	}

	/**
	 * A row for each segment, channel and time; area and time to peak are those of the whole curve. Where times are not
	 * known there are no seconds, area and time to peak.
	 */
	public static DataTable table(final List<TimeCurve> curves, final Disclosure disclosure) {
		final String unit = curves.isEmpty() ? "" : curves.get(0).unit();
		final boolean isTimed = !curves.isEmpty() && curves.get(0).isTimed();
		final String in = unit.isEmpty() ? "" : " (" + unit + ")",
			known = isTimed ? " (" + (unit + " s").strip() + ")" : "";
		final DataTable table = new DataTable("DICOM Curves", "Segment", "Name", "Channel", "Time", "Seconds (s)",
			"Mean" + in, "SD" + in, "Max" + in, "AreaUnderCurve" + known, "TimeToPeak (s)");
		for (final TimeCurve curve : curves)
			for (int n = 0; n < curve.seconds().size(); n++)
				table.add(curve.segment().number(), disclosure.either(curve.segment().label(), ""), curve.channel() + 1,
					n + 1, isTimed ? curve.seconds().get(n) : null, curve.means().get(n), curve.deviations().get(n),
					curve.maxima().get(n), isTimed ? curve.area() : null, isTimed ? curve.timeToPeak() : null);
		return table;
	}

	private static String name(final TimeCurve curve, final Disclosure disclosure) {
		final String label = !disclosure.isFull() || curve.segment().label().isBlank()
			? "Segment " + curve.segment().number()
			: curve.segment().label().replace('\t', ' ').replace('\n', ' ');
		return curve.channel() == 0 ? label : label + ", channel " + (curve.channel() + 1);
	}

	private static double[] array(final List<Double> numbers) {
		return new ArrayList<>(numbers).stream().mapToDouble(Double::doubleValue).toArray();
	}
}

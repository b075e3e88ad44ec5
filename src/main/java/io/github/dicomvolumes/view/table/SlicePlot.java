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

package io.github.dicomvolumes.view.table;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.gui.Plot;

/** Draws a number of each slice against the number of the slice. */
public final class SlicePlot {

	private SlicePlot() {}

	/**
	 * The plot as an image, not shown, of which ImageJ makes a plot window when it is shown. Slices without a number
	 * leave a gap in the line.
	 *
	 * @param image title of the image whose slices these are
	 */
	public static ImagePlus of(final SliceValues numbers, final String image) {
		final double[] values = numbers.values();
		final double[] slices = IntStream.rangeClosed(1, values.length).asDoubleStream().toArray();
		final Plot plot = new Plot(numbers.name() + " of " + image, "Slice", numbers.axis());
		plot.add("connected circle", slices, values);
		// missing ones at the ends too; equal values would be drawn along the frame
		final DoubleSummaryStatistics range = Arrays.stream(values).filter(v -> !Double.isNaN(v)).summaryStatistics();
		final boolean equal = range.getMin() == range.getMax();
		final double half = equal && range.getMin() != 0 ? Math.abs(range.getMin()) : 1;
		plot.setLimits(0, values.length + 1, equal ? range.getMin() - half : Double.NaN,
			equal ? range.getMin() + half : Double.NaN);
		final ImagePlus drawn = plot.getImagePlus();
		// where Plot.getValues of a macro finds them without a window
		drawn.setProperty("XValues", plot.getXValues());
		drawn.setProperty("YValues", plot.getYValues());
		return drawn;
	}
}

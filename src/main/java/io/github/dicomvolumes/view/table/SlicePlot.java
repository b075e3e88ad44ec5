package io.github.dicomvolumes.view.table;

import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.gui.Plot;

/** Draws a number of each slice against the number of the slice. */
public final class SlicePlot {

	private SlicePlot() {}

	/**
	 * The plot as an image, not shown, of which ImageJ makes a plot window when it is
	 * shown. Slices without a number leave a gap in the line.
	 *
	 * @param image title of the image whose slices these are
	 */
	public static ImagePlus of(final SliceValues numbers, final String image) {
		final double[] values = numbers.values();
		final double[] slices = IntStream.rangeClosed(1, values.length).asDoubleStream()
			.toArray();
		final Plot plot = new Plot(numbers.name() + " of " + image, "Slice", numbers.axis());
		plot.add("connected circle", slices, values);
		plot.setLimits(0, values.length + 1, Double.NaN, Double.NaN); // missing ones at the ends too
		final ImagePlus drawn = plot.getImagePlus();
		// where Plot.getValues of a macro finds them without a window
		drawn.setProperty("XValues", plot.getXValues());
		drawn.setProperty("YValues", plot.getYValues());
		return drawn;
	}
}

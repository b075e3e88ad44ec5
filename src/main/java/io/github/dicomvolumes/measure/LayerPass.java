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

package io.github.dicomvolumes.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.dicomvolumes.measure.segment.MeasuredImage;
import io.github.dicomvolumes.measure.segment.RangedLayer;
import io.github.dicomvolumes.measure.segment.SegmentLayer;
import io.github.dicomvolumes.measure.segment.Unmeasured;
import io.github.dicomvolumes.measure.shape.Runs;
import io.github.dicomvolumes.measure.shape.SegmentShape;
import io.github.dicomvolumes.measure.shape.ShapeTally;
import io.github.dicomvolumes.measure.value.FloatSelection;
import io.github.dicomvolumes.measure.value.FloatTally;
import io.github.dicomvolumes.measure.value.HeldTally;
import io.github.dicomvolumes.measure.value.Peaks;
import io.github.dicomvolumes.measure.value.SegmentValues;
import io.github.dicomvolumes.measure.value.Threshold;
import io.github.dicomvolumes.measure.value.ValueTally;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.work.Parts;

/**
 * Measures the segments of a layer in one channel and time: 8 and 16 bits in one pass over the voxels, 32 bits in two,
 * peaks in one more. Of a virtual image a slice is held for each thread, for peaks as many as a sphere reaches.
 */
final class LayerPass {

	private final MeasuredImage image;
	private final SegmentLayer layer;
	private final int channel, time;
	private final StatisticsOptions options;
	private final List<Threshold> thresholds;
	private final SliceBlocks blocks;
	private final Rescale held;
	/** Of all passes. */
	private Parts progress;

	/**
	 * What is found by the segments' numbers; null for those without voxels.
	 *
	 * @param values null also for those that nobody measured
	 * @param unmeasured voxels of each that are padding or in no file, and so have no value
	 */
	record Found(SegmentShape[] shapes, SegmentValues[] values, double[] unmeasured, Optional<Peaks> peaks) {}

	LayerPass(final MeasuredImage image, final SegmentLayer layer, final int channel, final int time,
		final StatisticsOptions options, final List<Threshold> thresholds)
	{
		this.image = image;
		this.layer = new RangedLayer(layer, options.range(), image, channel, time);
		this.channel = channel;
		this.time = time;
		this.options = options;
		this.thresholds = thresholds;
		blocks = new SliceBlocks(image.shape().slices());
		held = image.heldLine();
	}

	/** What one thread needs. */
	private final class Own<V extends ValueTally> {

		final short[] numbers = new short[image.pixels()];
		final short[] whole = layer.isPartial() ? new short[image.pixels()] : numbers;
		final byte[] parts = layer.isPartial() ? new byte[image.pixels()] : null;
		final Runs runs = new Runs();
		/** Parts of voxels without value, by segment. */
		final long[] unmeasured = new long[1 << 16];
		final ShapeTally shape;
		final V values;

		Own(final V values, final boolean hasShape) {
			this.values = values;
			shape = hasShape ? new ShapeTally(image.columns(), image.rows(), image.shape().slices()) : null;
		}

		/** @return whether the slice has voxels of segments */
		boolean load(final int slice) {
			if (!layer.fill(slice, numbers, parts)) return false;
			if (parts != null) for (int i = 0; i < numbers.length; i++)
				whole[i] = 2 * parts[i] >= SegmentLayer.PARTS ? numbers[i] : 0;
			return true;
		}
	}

	/** @param knownShapes null if they have to be found */
	Found measure(final SegmentShape[] knownShapes, final boolean hasPeaks) throws IOException {
		final boolean isFloat = image.type() == PlaneType.FLOAT32;
		progress = new Parts(options.progress(), SegmentStatistics.PHASE, (isFloat ? 2 : 1) + (hasPeaks ? 1 : 0));
		final int whole = layer.isPartial() ? SegmentLayer.PARTS : 1;
		final SegmentShape[] shapes;
		final SegmentValues[] values;
		final double[] unmeasured;
		if (isFloat) {
			final List<Own<FloatTally>> first = pass(
				() -> new Own<>(new FloatTally(blocks.count()), knownShapes == null));
			shapes = knownShapes == null ? shapes(first) : knownShapes;
			unmeasured = unmeasured(first, whole);
			final FloatSelection.Plan plan = new FloatSelection.Plan(first.stream().map(own -> own.values).toList(),
				options.bins(), thresholds, whole, blocks.count());
			values = FloatSelection.values(
				pass(() -> new Own<>(new FloatSelection(plan), false)).stream().map(own -> own.values).toList());
		}
		else {
			final List<Own<HeldTally>> first = pass(
				() -> new Own<>(new HeldTally(held.slope() < 0), knownShapes == null));
			shapes = knownShapes == null ? shapes(first) : knownShapes;
			unmeasured = unmeasured(first, whole);
			values = HeldTally.values(first.stream().map(own -> own.values).toList(), held.slope(), held.intercept(),
				options.bins(), thresholds, whole);
		}
		return new Found(shapes, values, unmeasured, hasPeaks ? Optional.of(peaks(values)) : Optional.empty());
	}

	private SegmentShape[] shapes(final List<? extends Own<?>> owns) {
		return ShapeTally.shapes(owns.stream().map(own -> own.shape).toList(), image.indexToSpace());
	}

	private static double[] unmeasured(final List<? extends Own<?>> owns, final double whole) {
		final double[] voxels = new double[1 << 16];
		for (final Own<?> own : owns)
			for (int segment = 0; segment < voxels.length; segment++)
				voxels[segment] += own.unmeasured[segment] / whole;
		return voxels;
	}

	private <V extends ValueTally> List<Own<V>> pass(final Supplier<Own<V>> supplier) throws IOException {
		final List<Own<V>> all = blocks.each(SegmentStatistics.PHASE, progress, supplier, (own, block, from, to) -> {
			if (own.shape != null) own.shape.begin(from, from > 0 && own.load(from - 1) ? own.whole : null);
			for (int slice = from; slice < to && !Thread.currentThread().isInterrupted(); slice++)
				add(own, block, slice);
			if (own.shape != null) own.shape.end();
		});
		progress.next();
		return all;
	}

	private void add(final Own<?> own, final int block, final int slice) {
		final boolean isAny = own.load(slice);
		if (isAny) own.runs.find(own.whole, image.columns(), image.rows());
		else own.runs.clear();
		if (own.shape != null) own.shape.add(slice, isAny ? own.whole : null, own.runs);
		if (!isAny) return;
		final Unmeasured unmeasured = image.unmeasured(slice, channel, time);
		final Object plane = plane(slice);
		unmeasured.removeFrom(plane, own.numbers,
			i -> own.unmeasured[own.numbers[i] & 0xFFFF] += layer.isPartial() ? own.parts[i] : 1);
		if (!unmeasured.isNothing()) own.runs.find(own.numbers, image.columns(), image.rows());
		final long first = (long) slice * image.pixels();
		if (layer.isPartial()) own.values.add(plane, own.numbers, own.parts, first, block);
		else own.values.add(plane, image.columns(), own.runs, first, block);
	}

	private Peaks peaks(final SegmentValues[] values) throws IOException {
		final double[] greatest = new double[values.length];
		Arrays.fill(greatest, Double.NaN);
		for (int segment = 0; segment < values.length; segment++)
			if (values[segment] != null) greatest[segment] = values[segment].intensity().maximum();
		/** Of one thread. */
		final class OwnPeaks {

			final short[] numbers = new short[image.pixels()];
			final byte[] parts = layer.isPartial() ? new byte[image.pixels()] : null;
			final Peaks peaks = new Peaks(image.columns(), image.rows(), image.shape().slices(), image.indexToSpace(),
				greatest);
		}
		final List<OwnPeaks> all = blocks.each("Measuring peaks", progress, OwnPeaks::new, (own, block, from, to) -> {
			for (int slice = from; slice < to && !Thread.currentThread().isInterrupted(); slice++)
				if (layer.fill(slice, own.numbers, own.parts))
					own.peaks.add(own.numbers, slice, z -> image.values(z, channel, time));
		});
		final List<Peaks> peaks = new ArrayList<>(all.stream().map(own -> own.peaks).toList());
		peaks.subList(1, peaks.size()).forEach(peaks.get(0)::addAll);
		return peaks.get(0);
	}

	private Object plane(final int slice) {
		return image.planes().plane(slice, channel, time);
	}
}

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
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.io.Parallel;
import io.github.dicomvolumes.io.Progress;
import io.github.dicomvolumes.measure.segment.LabelBoxes;
import io.github.dicomvolumes.measure.segment.LabelPoints;
import io.github.dicomvolumes.measure.segment.MeasuredImage;
import io.github.dicomvolumes.measure.segment.Segments;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.series.Segment;
import io.github.dicomvolumes.volume.sample.PlanarImages;
import io.github.dicomvolumes.volume.sample.PlaneFrame;
import io.github.dicomvolumes.volume.sample.Sampler;
import io.github.dicomvolumes.volume.structures.StructureMask;
import io.github.dicomvolumes.volume.structures.StructureShape;

/** Makes dose-volume histograms: takes the dose at points of a lattice within each segment. */
public final class DoseSampling {

	/** How many points a segment has about, at least and at most: 100 000 are right to 0.1 % of the volume. */
	private static final double LEAST = 200_000, MOST = 4_000_000;
	/** Parts into which the voxels of a dose and of labels are divided along each axis, at least and at most. */
	private static final int LEAST_PARTS = 2, MOST_PARTS = 8;
	/** How far contours may count beyond their planes, mm. */
	private static final double MARGIN = 100;
	private static final double MM3_PER_ML = 1000;
	private static final String PHASE = "Sampling dose";

	private final MeasuredImage dose;
	private final Sampler sampler;
	private final Rescale held;
	private final Progress progress;

	/**
	 * @param dose its first channel and time count
	 * @throws InputException if the size of its voxels is not known
	 */
	public DoseSampling(final MeasuredImage dose, final Progress progress) {
		if (!dose.isMetric()) throw new InputException(
			"\"" + dose.name() + "\": the size of its voxels is not known, so there is no volume that gets a dose.");
		this.dose = dose;
		this.progress = progress;
		held = dose.heldLine();
		final List<Object> planes = new AbstractList<>() {

			@Override
			public Object get(final int slice) {
				return dose.planes().plane(slice, 0, 0);
			}

			@Override
			public int size() {
				return dose.shape().slices();
			}
		};
		sampler = Sampler.of(PlanarImages.of(dose.type(), planes, dose.columns(), dose.rows(), planes.size()),
			dose.indexToSpace());
	}

	/** The histograms of structures, by their shapes. */
	public List<DoseVolumeHistogram> of(final List<StructureShape> shapes) throws IOException {
		return reading(() -> {
			final List<DoseVolumeHistogram> all = new ArrayList<>();
			for (final StructureShape shape : shapes)
				all.add(of(shape));
			return all;
		});
	}

	/**
	 * The histograms of the labels of an image, which may have another grid than the dose.
	 *
	 * @throws InputException if where one of them lies is not known, unless both have the same grid
	 */
	public List<DoseVolumeHistogram> of(final MeasuredImage labels) throws IOException {
		Segments.requirePlace(labels, dose);
		return reading(() -> {
			final List<DoseVolumeHistogram> all = new ArrayList<>();
			for (int channel = 0; channel < labels.shape().channels(); channel++) {
				final Map<Integer, long[]> boxes = LabelBoxes.of(labels, channel, progress).boxes();
				for (final Segment segment : Segments.named(labels, boxes.keySet(), channel))
					all.add(of(labels, channel, segment, boxes.get(segment.number())));
			}
			return all;
		});
	}

	/** Work that reads planes. */
	private interface Reading {

		List<DoseVolumeHistogram> get() throws IOException;
	}

	private static List<DoseVolumeHistogram> reading(final Reading work) throws IOException {
		try {
			return work.get();
		}
		catch (final UncheckedIOException exc) {
			throw exc.getCause();
		}
	}

	// -- Structures --

	private DoseVolumeHistogram of(final StructureShape shape) throws IOException {
		final Segment segment = Segments.segment(shape);
		final List<String> notes = new ArrayList<>(
			shape.problems().stream().map(problem -> problem.replaceFirst("^.*?: ", "")).toList());
		if (shape.isEmpty()) return new DoseVolumeHistogram(segment, dose.line().unit(), new float[0], 0, 0, notes);
		final double cubic = shape.millilitres() * MM3_PER_ML;
		final double voxel = Math.min(dose.indexToSpace().i().norm(),
			Math.min(dose.indexToSpace().j().norm(), dose.indexToSpace().k().norm()));
		final double spacing = Math.max(Math.cbrt(cubic / MOST),
			Math.min(voxel / LEAST_PARTS, Math.cbrt(cubic / LEAST)));
		final StructureMask mask = StructureMask.of(shape, around(shape, spacing), progress);
		final int width = (int) mask.box().dimension(0), left = (int) mask.box().min(0), top = (int) mask.box().min(1);
		final Points points = new Points();
		Parallel.forEach((int) mask.box().dimension(2), PHASE, progress, n -> {
			final long z = mask.box().min(2) + n;
			final PlaneFrame slice = PlaneFrame.ofSlice(mask.grid(), z);
			final PlaneFrame part = new PlaneFrame(slice.toPatient(left, top), slice.right(), slice.down(),
				slice.pixelWidth(), slice.pixelHeight(), width, (int) mask.box().dimension(1));
			final float[] doses = sampler.values(part);
			final Points own = new Points();
			mask.forEachRun(z, (y, from, to) -> {
				for (int x = from; x < to; x++)
					own.add(doses[(y - top) * width + x - left]);
			});
			points.addAll(own);
		});
		return points.histogram(segment, shape.millilitres() / Math.max(1, points.all()), notes);
	}

	/**
	 * A grid in the directions of the dose that is larger than a structure, and fits whole voxels between its outermost
	 * points.
	 *
	 * @param most a voxel is no longer than this
	 */
	private VolumeGeometry around(final StructureShape shape, final double most) {
		final Orientation directions = new Orientation(dose.indexToSpace().i().unit(), dose.indexToSpace().j().unit())
			.orthonormal();
		final Vector3[] axes = { directions.row(), directions.column(), directions.normal() };
		final double[] spacing = new double[3];
		final long[] size = new long[3];
		Vector3 origin = new Vector3(0, 0, 0);
		for (int d = 0; d < 3; d++) {
			final Vector3 axis = axes[d];
			final var range = shape.structure()
				.contours()
				.stream()
				.flatMap(contour -> contour.points().stream())
				.mapToDouble(axis::dot)
				.summaryStatistics();
			final double length = range.getMax() - range.getMin();
			final long within = Math.max(1, (long) Math.ceil(length / most)), beyond = (long) Math.ceil(MARGIN / most);
			spacing[d] = length > 0 ? length / within : most;
			size[d] = within + 2 * beyond;
			origin = origin.plus(axis.times(range.getMin() + (0.5 - beyond) * spacing[d]));
		}
		return VolumeGeometry.of(origin, directions, spacing[0], spacing[1], axes[2].times(spacing[2]), size[0],
			size[1], size[2]);
	}

	// -- Labels --

	private DoseVolumeHistogram of(final MeasuredImage labels, final int channel, final Segment segment,
		final long[] box) throws IOException
	{
		if (box == null)
			return new DoseVolumeHistogram(segment, dose.line().unit(), new float[0], 0, 0, List.of("no voxels"));
		final double voxels = box[6];
		final int parts = (int) Math.max(1, Math.min(MOST_PARTS, Math.ceil(Math.cbrt(LEAST / voxels))));
		final int step = parts > 1 ? 1 : (int) Math.ceil(Math.cbrt(voxels / MOST));
		final LabelPoints lattice = new LabelPoints(labels, channel, segment.number(), box, parts, step);
		final Points points = new Points();
		Parallel.forEach(lattice.planes(), PHASE, progress, n -> {
			final float[] doses = sampler.values(lattice.frame(n));
			final boolean[] isInside = lattice.inside(n);
			final Points own = new Points();
			for (int i = 0; i < doses.length; i++)
				if (isInside[i]) own.add(doses[i]);
			points.addAll(own);
		});
		final double each = labels.millilitres() * Math.pow((double) step / parts, 3);
		return points.histogram(segment, each, List.of());
	}

	/** The doses at points. */
	private final class Points {

		private float[] doses = new float[1024];
		private int size;
		private long outside;

		/** @param number that the arrays of the dose have there; NaN outside */
		void add(final float number) {
			if (!Float.isFinite(number)) {
				outside++;
				return;
			}
			if (size == doses.length) doses = Arrays.copyOf(doses, 2 * size);
			doses[size++] = (float) held.real(number);
		}

		synchronized void addAll(final Points others) {
			if (size + others.size > doses.length) doses = Arrays.copyOf(doses, 2 * (size + others.size));
			System.arraycopy(others.doses, 0, doses, size, others.size);
			size += others.size;
			outside += others.outside;
		}

		/** How many there are, within the dose and outside. */
		long all() {
			return size + outside;
		}

		/** @param each millilitres of a point */
		DoseVolumeHistogram histogram(final Segment segment, final double each, final List<String> known) {
			final List<String> notes = new ArrayList<>(known);
			if (outside > 0)
				notes.add(NumberText.significant(outside * each, 3) + " ml outside the dose, and left out");
			return new DoseVolumeHistogram(segment, dose.line().unit(), Arrays.copyOf(doses, size),
				(size + outside) * each, outside * each, notes);
		}
	}
}

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
import java.util.DoubleSummaryStatistics;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Parts;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.measure.segment.LabelBoxes;
import io.github.dicomvolumes.measure.segment.LabelNames;
import io.github.dicomvolumes.measure.segment.LabelPoints;
import io.github.dicomvolumes.measure.segment.MaskLayer;
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

	/** What progress calls it. */
	public static final String PHASE = "Sampling dose";

	/** How many points a segment has about, at least and at most: 100 000 are right to 0.1 % of the volume. */
	private static final double LEAST = 200_000, MOST = 4_000_000;
	/** How many points the box around a segment has at most, which may be two specks far apart. */
	private static final double MOST_OF_BOX = 2e8;
	/** Directions that are none of a patient's or a scanner's. */
	private static final Orientation ODD = new Orientation(new Vector3(0.8, 0.47, 0.37).unit(),
		new Vector3(-0.55, 0.77, 0.21).unit()).orthonormal();
	/** How far contours may count beyond their planes, mm. */
	private static final double MARGIN = 100;
	/** With fewer points percentiles are rough. */
	private static final int FEW = 1000;
	private static final double MM3_PER_ML = 1000;

	private final MeasuredImage dose;
	private final Sampler sampler;
	private final Rescale held;
	private final long missing;
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
		missing = IntStream.range(0, dose.shape().slices()).filter(z -> dose.unmeasured(z, 0, 0).isAll()).count();
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
			final Parts parts = new Parts(progress, PHASE, shapes.size());
			for (final StructureShape shape : shapes) {
				all.add(of(shape, new Parts(parts, PHASE, 2)));
				parts.next();
			}
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
			final Parts parts = new Parts(progress, PHASE, labels.shape().channels());
			for (int channel = 0; channel < labels.shape().channels(); channel++) {
				all.addAll(of(labels, channel, parts));
				parts.next();
			}
			return all;
		});
	}

	private List<DoseVolumeHistogram> of(final MeasuredImage labels, final int channel, final Progress ofChannel)
		throws IOException
	{
		final Parts parts = new Parts(ofChannel, PHASE, 1, 4);
		final Map<Integer, long[]> boxes = LabelBoxes.of(labels, channel, parts).boxes();
		parts.next();
		final List<Segment> segments = LabelNames.of(labels, boxes.keySet(), channel);
		final Parts each = new Parts(parts, PHASE, segments.size());
		final List<DoseVolumeHistogram> all = new ArrayList<>();
		for (final Segment segment : segments) {
			all.add(of(labels, channel, segment, boxes.get(segment.number()), each));
			each.next();
		}
		return all;
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

	/** @param parts two: the points inside, and their doses */
	private DoseVolumeHistogram of(final StructureShape shape, final Parts parts) throws IOException {
		final Segment segment = Segments.segment(shape);
		final List<String> notes = MaskLayer.notesOf(shape);
		if (shape.isEmpty()) return none(segment, notes);
		final List<Vector3> corners = shape.structure()
			.contours()
			.stream()
			.flatMap(contour -> contour.points().stream())
			.toList();
		final StructureMask mask = StructureMask.of(shape, lattice(corners, shape.millilitres(), MARGIN), parts);
		parts.next();
		final Points points = new Points();
		Parallel.forEach((int) mask.box().dimension(2), PHASE, parts, n -> {
			final long z = mask.box().min(2) + n;
			final IntSummaryStatistics columns = new IntSummaryStatistics(), rows = new IntSummaryStatistics();
			mask.forEachRun(z, (y, from, to) -> {
				columns.accept(from);
				columns.accept(to - 1);
				rows.accept(y);
			});
			if (rows.getCount() == 0) return;
			final int left = columns.getMin(), top = rows.getMin(), width = columns.getMax() - left + 1;
			final float[] doses = sampler.values(part(mask.grid(), z, left, top, width, rows.getMax() - top + 1));
			final Points own = new Points();
			mask.forEachRun(z, (y, from, to) -> {
				for (int x = from; x < to; x++)
					own.add(doses[(y - top) * width + x - left]);
			});
			points.addAll(own);
		});
		return points.histogram(segment, shape.millilitres(), notes);
	}

	private static PlaneFrame part(final VolumeGeometry grid, final long slice, final int left, final int top,
		final int width, final int height)
	{
		final PlaneFrame whole = PlaneFrame.ofSlice(grid, slice);
		return new PlaneFrame(whole.toPatient(left, top), whole.right(), whole.down(), whole.pixelWidth(),
			whole.pixelHeight(), width, height);
	}

	private DoseVolumeHistogram none(final Segment segment, final List<String> notes) {
		return new DoseVolumeHistogram(segment, dose.line().unit(), new float[0], 0, 0, notes);
	}

	/**
	 * The points at which the dose of a segment is taken: cubes in directions that neither doses nor segments have, as
	 * else whole layers of points would have the same dose, and whole layers would be in or out.
	 *
	 * @param places the segment lies between them
	 * @param margin mm that it may reach beyond them
	 */
	private VolumeGeometry lattice(final List<Vector3> places, final double millilitres, final double margin) {
		final double cubic = millilitres * MM3_PER_ML;
		final double voxel = Math.min(dose.indexToSpace().i().norm(),
			Math.min(dose.indexToSpace().j().norm(), dose.indexToSpace().k().norm()));
		final Vector3[] axes = { ODD.row(), ODD.column(), ODD.normal() };
		final DoubleSummaryStatistics[] ranges = new DoubleSummaryStatistics[3];
		double box = 1;
		for (int d = 0; d < 3; d++) {
			ranges[d] = places.stream().mapToDouble(axes[d]::dot).summaryStatistics();
			box *= ranges[d].getMax() - ranges[d].getMin() + voxel;
		}
		final double wanted = Math.max(Math.cbrt(cubic / MOST), Math.min(voxel / 2, Math.cbrt(cubic / LEAST)));
		final double spacing = Math.max(wanted, Math.cbrt(box / MOST_OF_BOX));
		final long[] size = new long[3];
		Vector3 origin = new Vector3(0, 0, 0);
		for (int d = 0; d < 3; d++) {
			size[d] = (long) Math.ceil((ranges[d].getMax() - ranges[d].getMin() + 2 * margin) / spacing) + 1;
			origin = origin.plus(axes[d].times(ranges[d].getMin() - margin));
		}
		return VolumeGeometry.of(origin, ODD, spacing, spacing, axes[2].times(spacing), size[0], size[1], size[2]);
	}

	// -- Labels --

	/** @param box where the label is; null if it is nowhere */
	private DoseVolumeHistogram of(final MeasuredImage labels, final int channel, final Segment segment,
		final long[] box, final Progress ofSegment) throws IOException
	{
		if (box == null) return none(segment, List.of("no voxels"));
		final double millilitres = box[6] * labels.millilitres();
		final List<Vector3> corners = new ArrayList<>();
		for (int corner = 0; corner < 8; corner++)
			corners.add(labels.indexToSpace()
				.apply(end(box, 0, corner & 1), end(box, 1, corner >> 1 & 1), end(box, 2, corner >> 2)));
		final VolumeGeometry grid = lattice(corners, millilitres, 0);
		final LabelPoints lattice = new LabelPoints(labels, channel, segment.number(), grid);
		final Points points = new Points();
		Parallel.forEach((int) grid.slices(), PHASE, ofSegment, z -> {
			final boolean[] isInside = lattice.inside(z);
			if (isInside.length == 0) return;
			final float[] doses = sampler.values(PlaneFrame.ofSlice(grid, z));
			final Points own = new Points();
			for (int i = 0; i < doses.length; i++)
				if (isInside[i]) own.add(doses[i]);
			points.addAll(own);
		});
		return points.histogram(segment, millilitres, List.of());
	}

	private static double end(final long[] box, final int axis, final int isMost) {
		return isMost == 1 ? box[3 + axis] + 0.5 : box[axis] - 0.5;
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

		/** @param millilitres of the segment */
		DoseVolumeHistogram histogram(final Segment segment, final double millilitres, final List<String> known) {
			final double out = outside == 0 ? 0 : millilitres * outside / (size + outside);
			final List<String> notes = new ArrayList<>(known);
			if (outside > 0) notes.add(NumberText.significant(out, 3) + " ml outside the dose, and left out");
			if (missing > 0) notes.add(Listing.count(missing, "slice") +
				" of the dose missing: what lies there and next to it has a wrong dose");
			if (size + outside > 0 && size + outside < FEW)
				notes.add("small and far apart: the dose at " + Listing.count(size + outside, "point") + " only");
			if (size + outside == 0) notes.add("too thin for a point of the lattice to be inside");
			return new DoseVolumeHistogram(segment, dose.line().unit(), Arrays.copyOf(doses, size), millilitres, out,
				notes);
		}
	}
}

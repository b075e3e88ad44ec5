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

package io.github.dicomvolumes.volume.structures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;

import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.LongArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.logic.BitType;
import net.imglib2.util.Fraction;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * A structure on the grid of a volume: the voxels whose centres are inside its {@linkplain StructureShape shape}. Any
 * grid will do, also one oblique to the contours. Takes a bit for each voxel of a box around the structure. Immutable
 * but for {@link #image()}, which nobody should write.
 */
public final class StructureMask {

	private static final double MM3_PER_ML = 1000;
	private static final int BITS = 64;

	/** Receives voxels that are inside. */
	@FunctionalInterface
	public interface Run {

		/**
		 * @param y row
		 * @param from first x
		 * @param to behind the last x
		 */
		void add(int y, int from, int to);
	}

	private final StructureShape shape;
	private final VolumeGeometry grid;
	/** What of the grid may be inside, not empty. */
	private final Interval box;
	/** The voxels of the box, slice by slice. */
	private final List<long[]> slices;
	/** The points that would be inside if the grid went on beyond its first and last voxels. */
	private final long outside;

	private StructureMask(final StructureShape shape, final VolumeGeometry grid, final Interval box,
		final List<long[]> slices, final long outside)
	{
		this.shape = shape;
		this.grid = grid;
		this.box = box;
		this.slices = slices;
		this.outside = outside;
	}

	/** The mask of a shape on a grid. */
	public static StructureMask of(final StructureShape shape, final VolumeGeometry grid) {
		return of(shape, grid, Progress.NONE);
	}

	/** @throws CancellationException if {@code progress} cancels it */
	public static StructureMask of(final StructureShape shape, final VolumeGeometry grid, final Progress progress) {
		final Interval whole = Lattice.box(shape, grid);
		final Interval ofGrid = new FinalInterval(grid.size());
		final Interval common = Intervals.intersect(whole, ofGrid);
		final long outside = Intervals.isEmpty(whole) || Intervals.contains(ofGrid, whole) ? 0
			: Lattice.outside(shape, grid, whole, progress);
		// an image of no voxels is none: the first one stands for it, and is not inside
		final Interval box = Intervals.isEmpty(common) ? Intervals.createMinSize(0, 0, 0, 1, 1, 1) : common;
		final int longs = Math.toIntExact((Math.toIntExact(box.dimension(0) * box.dimension(1)) + BITS - 1L) / BITS);
		final List<long[]> slices = new ArrayList<>();
		for (long z = 0; z < box.dimension(2); z++)
			slices.add(new long[longs]);
		final StructureMask mask = new StructureMask(shape, grid, box, slices, outside);
		if (!Intervals.isEmpty(common)) mask.fill(progress);
		return mask;
	}

	private void fill(final Progress progress) {
		try {
			Parallel.forEach(slices.size(), "Filling " + shape.structure().name(), progress, this::fill);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException("Nothing is read", exc);
		}
	}

	/** Ends without being done if the thread is interrupted: then nobody needs the mask. */
	private void fill(final int slice) {
		final Affine toPatient = grid.indexToPatient();
		final ShapeRows rows = shape.rows(toPatient.apply(0, 0, box.min(2) + slice), toPatient.i(), toPatient.j(),
			Math.toIntExact(grid.columns()));
		final long[] bits = slices.get(slice);
		final int left = (int) box.min(0), end = (int) box.max(0) + 1;
		for (long y = box.min(1); y <= box.max(1) && !Thread.currentThread().isInterrupted(); y++) {
			final long first = (y - box.min(1)) * box.dimension(0) - left;
			rows.row((int) y, left, end, (from, to) -> set(bits, first + from, first + to));
		}
	}

	private static void set(final long[] bits, final long from, final long to) {
		final int first = (int) (from / BITS), last = (int) ((to - 1) / BITS);
		final long head = -1L << from, tail = -1L >>> -to;
		if (first == last) {
			bits[first] |= head & tail;
			return;
		}
		bits[first] |= head;
		Arrays.fill(bits, first + 1, last, -1L);
		bits[last] |= tail;
	}

	/** The shape that this is the mask of. */
	public StructureShape shape() {
		return shape;
	}

	/** The grid that it is on. */
	public VolumeGeometry grid() {
		return grid;
	}

	/** The whole grid, (x, y, z); true is inside. A view: {@link #box()} says where anything but false can be. */
	public RandomAccessibleInterval<BitType> image() {
		final List<LongArray> arrays = slices.stream().map(LongArray::new).toList();
		final var filled = new PlanarImg<BitType, LongArray>(arrays, box.dimensionsAsLongArray(),
			new Fraction(1, BITS));
		filled.setLinkedType(new BitType(filled));
		final var placed = Views.translate(filled, box.minAsLongArray());
		return Views.interval(Views.extendZero(placed), new FinalInterval(grid.size()));
	}

	/**
	 * The voxels inside, of one slice, in runs along x: far quicker than to ask for each.
	 *
	 * @param z slice, 0-based
	 * @param runs called for each run, from the first row to the last, from left to right
	 */
	public void forEachRun(final long z, final Run runs) {
		if (z < box.min(2) || z > box.max(2)) return;
		final BitSet bits = BitSet.valueOf(slices.get((int) (z - box.min(2))));
		final int width = (int) box.dimension(0), left = (int) box.min(0), top = (int) box.min(1);
		for (int from = bits.nextSetBit(0), to; from >= 0; from = bits.nextSetBit(to)) {
			final int row = from / width;
			to = Math.min(bits.nextClearBit(from), (row + 1) * width);
			runs.add(top + row, left + from % width, left + (to - 1) % width + 1);
		}
	}

	/** A part of the grid that holds all voxels of the structure, at least one. */
	public Interval box() {
		return box;
	}

	/** How many voxels are inside. */
	public long voxels() {
		return slices.stream().flatMapToLong(Arrays::stream).map(Long::bitCount).sum();
	}

	/** The volume of the voxels that are inside, in ml; that of the contours themselves has the shape. */
	public double millilitres() {
		return voxels() * millilitresOfVoxel();
	}

	/** The volume in ml of what would be inside if the grid went on beyond the first and last voxels. */
	public double outsideMillilitres() {
		return outside * millilitresOfVoxel();
	}

	/** Those of the shape, and a sentence if a part of the structure lies outside. */
	public List<String> problems() {
		final List<String> problems = new ArrayList<>(shape.problems());
		if (outside > 0)
			problems.add(shape.structure().name() + ": " + NumberText.significant(outsideMillilitres(), 3) + " of " +
				NumberText.significant(outsideMillilitres() + millilitres(), 3) + " ml outside the volume");
		return problems;
	}

	private double millilitresOfVoxel() {
		return Math.abs(grid.indexToPatient().determinant()) / MM3_PER_ML;
	}
}

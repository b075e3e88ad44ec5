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

package io.github.dicomvolumes.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Splits parallel planes into those whose first pixels lie on one straight line, for only these can be the slices of
 * one volume.
 * <p>
 * Every plane has a distance d along the normal and an in-plane offset (u, v) along rows and columns. On a line the
 * offset is constant (an orthogonal stack) or changes linearly with d (a sheared one: gantry tilt). A plane is on a
 * line if its offset is right to 0.1 pixel, or to 1/1000 of its distance from the line's reference plane if that is
 * more, or to the rounding of its text. Planes at the same place are on the same line.
 * </p>
 * <p>
 * Two planes always have a line through them, so a line from the first two proves nothing: where the offset alternates
 * between two columns it would shear them into one. Therefore the line that explains most distances wins; then the next
 * is sought among the planes left.
 * </p>
 * <ul>
 * <li>If an orthogonal and a sheared line explain equally many distances, the orthogonal one wins.</li>
 * <li>A sheared line needs planes at three distances at least, and is not steeper than 45 degrees (gantries reach 30).
 * So two planes alone are a pair only if they lie straight behind one another.</li>
 * <li>Planes on no such line are put together where their offsets are equal, which often leaves them single.</li>
 * </ul>
 * <p>
 * The result does not depend on the order of the planes. One clean stack, sheared or not, costs a sort and a few
 * passes. In a mixture every line costs up to 250 passes, as sheared lines are sought through pairs of planes, near and
 * far, from 16 to 31 places along the normal. Pathological input stays bounded: after 16 lines, or when no more line is
 * found, what is left is only grouped by equal offset, in one pass.
 * </p>
 */
public final class StraightLines {

	private static final double OFFSET_TOLERANCE_PIXELS = 0.1;
	private static final double DIRECTION_TOLERANCE = 1e-3;

	/** In place of an unknown pixel spacing, mm. */
	private static final double TYPICAL_PIXEL = 1;

	private static final int MIN_LEVELS = 3;
	private static final int MAX_LINES = 16;
	private static final int SEEDS = 16;

	/** A line by its reference plane and the change of the offset per mm of distance. */
	private record Line(int plane, double uSlope, double vSlope) {}

	/** A cell of in-plane offsets as large as their tolerance. */
	private record Cell(long u, long v) {}

	// The planes in the order of level and offset; below, a plane is an index into these.
	private final int[] frame;
	private final double[] d;
	private final double[] u;
	private final double[] v;

	/** The number of the distance, counted along the normal; planes at the same distance have the same level. */
	private final int[] level;

	private final double uTolerance;
	private final double vTolerance;

	private StraightLines(List<Vector3> positions, Orientation orientation, double rowSpacing, double columnSpacing,
		double halfUnit)
	{
		Orientation axes = orientation.orthonormal();
		double[] distance = project(positions, axes.normal());
		double[] along = project(positions, axes.row());
		double[] down = project(positions, axes.column());
		int[] levels = levels(distance, Tolerances.samePosition(rowSpacing, columnSpacing));
		frame = sorted(distance.length, (f, g) -> {
			int order = Integer.compare(levels[f], levels[g]);
			if (order == 0) order = Double.compare(along[f], along[g]);
			return order == 0 ? Double.compare(down[f], down[g]) : order;
		});
		d = inOrder(distance, frame);
		u = inOrder(along, frame);
		v = inOrder(down, frame);
		level = new int[frame.length];
		for (int i = 0; i < frame.length; i++)
			level[i] = levels[frame[i]];
		uTolerance = Math.max(OFFSET_TOLERANCE_PIXELS * Tolerances.knownOr(columnSpacing, TYPICAL_PIXEL),
			2 * Tolerances.rounding(halfUnit, axes.row(), axes.normal()));
		vTolerance = Math.max(OFFSET_TOLERANCE_PIXELS * Tolerances.knownOr(rowSpacing, TYPICAL_PIXEL),
			2 * Tolerances.rounding(halfUnit, axes.column(), axes.normal()));
	}

	/**
	 * Splits parallel planes into straight lines.
	 *
	 * @param positions of the planes, centre of the first pixel, mm, LPS, in any order
	 * @param orientation of all of them
	 * @param rowSpacing mm between rows; NaN or not positive if unknown, which counts as 1 mm for the tolerance
	 * @param columnSpacing mm between columns; the same
	 * @return the indices into {@code positions} of each line, by ascending distance, those at the same distance by
	 *         ascending index; the lines with most planes first, among equals that which starts at the smaller distance
	 */
	public static List<int[]> split(List<Vector3> positions, Orientation orientation, double rowSpacing,
		double columnSpacing)
	{
		return split(positions, orientation, rowSpacing, columnSpacing, 0);
	}

	/**
	 * The same of positions that were written with few decimals: in an oblique stack their rounding moves the offsets.
	 *
	 * @param halfUnit half a unit of the last decimal, mm
	 */
	public static List<int[]> split(List<Vector3> positions, Orientation orientation, double rowSpacing,
		double columnSpacing, double halfUnit)
	{
		var planes = new StraightLines(positions, orientation, rowSpacing, columnSpacing, halfUnit);
		List<int[]> lines = planes.split();
		if (lines.size() > 1)
			lines.sort(Comparator.<int[]> comparingInt(line -> -line.length).thenComparingInt(line -> line[0]));
		List<int[]> frames = new ArrayList<>();
		for (int[] line : lines)
			frames.add(planes.frames(line));
		return List.copyOf(frames);
	}

	private List<int[]> split() {
		List<int[]> lines = new ArrayList<>();
		int[] rest = firstIntegers(frame.length);
		while (lines.size() < MAX_LINES && countLevels(rest) >= MIN_LEVELS) {
			int[] line = planesOn(bestLine(rest), rest);
			if (countLevels(line) < MIN_LEVELS) break;
			lines.add(line);
			rest = without(rest, line);
		}
		lines.addAll(columns(rest));
		return lines;
	}

	// -- Lines --

	private Line bestLine(int[] planes) {
		int levels = countLevels(planes);
		Line best = orthogonalLine(planes);
		int most = countLevelsOn(best, planes);
		if (most == levels) return best;
		for (Line line : shearedLines(planes)) {
			int count = countLevelsOn(line, planes);
			if (count <= most) continue;
			most = count;
			best = line;
			if (most == levels) break;
		}
		return best.uSlope == 0 && best.vSlope == 0 ? best : throughExtremes(best, planes);
	}

	/** The line without shear through the column of planes with most levels. */
	private Line orthogonalLine(int[] planes) {
		int[] longest = null;
		int most = 0;
		for (int[] column : columns(planes)) {
			int count = countLevels(column);
			if (count > most) {
				most = count;
				longest = column;
			}
		}
		return new Line(longest[0], 0, 0);
	}

	/** Lines to try: through the outermost planes, and through near and far pairs from places all along the normal. */
	private List<Line> shearedLines(int[] planes) {
		List<Line> lines = new ArrayList<>();
		addLine(lines, planes[0], planes[planes.length - 1]);
		int[] start = levelStarts(planes);
		int levels = start.length - 1;
		int[] lags = IntStream.of(1, 2, 3, levels / 2).distinct().toArray();
		for (int a = 0; a < levels; a += Math.max(1, levels / SEEDS))
			for (int lag : lags) {
				int b = a + lag;
				if (b >= levels) continue;
				addLine(lines, planes[start[a]], planes[start[b]]);
				if (start[a + 1] - start[a] > 1 || start[b + 1] - start[b] > 1)
					addLine(lines, planes[start[a + 1] - 1], planes[start[b + 1] - 1]);
			}
		return lines;
	}

	/** Adds the line through two planes of different levels, unless it is steeper than 45 degrees. */
	private void addLine(List<Line> lines, int first, int last) {
		Line line = through(first, last);
		if (line.uSlope * line.uSlope + line.vSlope * line.vSlope <= 1) lines.add(line);
	}

	private Line through(int first, int last) {
		double distance = d[last] - d[first];
		return new Line(first, (u[last] - u[first]) / distance, (v[last] - v[first]) / distance);
	}

	/** The line through the outermost planes on a line, which is more exact, unless it loses some of them. */
	private Line throughExtremes(Line line, int[] planes) {
		int[] on = planesOn(line, planes);
		Line refined = through(on[0], on[on.length - 1]);
		return countLevelsOn(refined, planes) >= countLevels(on) ? refined : line;
	}

	private boolean isOn(Line line, int plane) {
		double distance = d[plane] - d[line.plane];
		double tolerance = DIRECTION_TOLERANCE * Math.abs(distance);
		return Math.abs(u[plane] - u[line.plane] - distance * line.uSlope) <= Math.max(uTolerance, tolerance) &&
			Math.abs(v[plane] - v[line.plane] - distance * line.vSlope) <= Math.max(vTolerance, tolerance);
	}

	private int[] planesOn(Line line, int[] planes) {
		int[] on = new int[planes.length];
		int count = 0;
		for (int plane : planes)
			if (isOn(line, plane)) on[count++] = plane;
		return Arrays.copyOf(on, count);
	}

	private int countLevelsOn(Line line, int[] planes) {
		int count = 0;
		int last = -1;
		for (int plane : planes)
			if (level[plane] != last && isOn(line, plane)) {
				last = level[plane];
				count++;
			}
		return count;
	}

	// -- Columns: planes with the same offset --

	/**
	 * Groups planes whose offsets are within the tolerance of that of the group's first plane. Cells are as large as
	 * the tolerance, so only the neighbouring cells can hold such a group, and none holds two.
	 */
	private List<int[]> columns(int[] planes) {
		if (planes.length == 0) return List.of();
		if (haveSameOffset(planes)) return List.of(planes);
		Map<Cell, List<Integer>> groups = new HashMap<>();
		List<List<Integer>> inOrder = new ArrayList<>();
		for (int plane : planes) {
			Cell cell = new Cell((long) Math.floor(u[plane] / uTolerance), (long) Math.floor(v[plane] / vTolerance));
			List<Integer> group = neighbouringGroup(groups, cell, plane);
			if (group == null) {
				group = new ArrayList<>();
				groups.put(cell, group);
				inOrder.add(group);
			}
			group.add(plane);
		}
		return inOrder.stream().map(group -> group.stream().mapToInt(Integer::intValue).toArray()).toList();
	}

	private List<Integer> neighbouringGroup(Map<Cell, List<Integer>> groups, Cell cell, int plane) {
		for (long du = -1; du <= 1; du++)
			for (long dv = -1; dv <= 1; dv++) {
				List<Integer> group = groups.get(new Cell(cell.u + du, cell.v + dv));
				if (group != null && haveSameOffset(group.get(0), plane)) return group;
			}
		return null;
	}

	private boolean haveSameOffset(int[] planes) {
		for (int plane : planes)
			if (!haveSameOffset(planes[0], plane)) return false;
		return true;
	}

	private boolean haveSameOffset(int a, int b) {
		return Math.abs(u[b] - u[a]) <= uTolerance && Math.abs(v[b] - v[a]) <= vTolerance;
	}

	// -- Levels --

	/** Numbers the distances; one that follows another within the tolerance has the same number. */
	private static int[] levels(double[] distance, double tolerance) {
		int[] order = sorted(distance.length, (f, g) -> Double.compare(distance[f], distance[g]));
		int[] levels = new int[distance.length];
		for (int i = 1; i < order.length; i++) {
			boolean same = distance[order[i]] - distance[order[i - 1]] <= tolerance;
			levels[order[i]] = levels[order[i - 1]] + (same ? 0 : 1);
		}
		return levels;
	}

	private int countLevels(int[] planes) {
		return levelStarts(planes).length - 1;
	}

	/** Where in ascending planes each level starts, and at the end their number. */
	private int[] levelStarts(int[] planes) {
		int[] starts = new int[planes.length + 1];
		int count = 0;
		for (int i = 0; i < planes.length; i++)
			if (i == 0 || level[planes[i]] != level[planes[i - 1]]) starts[count++] = i;
		starts[count++] = planes.length;
		return Arrays.copyOf(starts, count);
	}

	// -- Helpers --

	/** The planes that are not on the line; both ascend. */
	private static int[] without(int[] planes, int[] line) {
		int[] others = new int[planes.length];
		int count = 0;
		for (int plane : planes)
			if (Arrays.binarySearch(line, plane) < 0) others[count++] = plane;
		return Arrays.copyOf(others, count);
	}

	private int[] frames(int[] planes) {
		int[] order = sorted(planes.length,
			(i, j) -> level[planes[i]] != level[planes[j]] ? Integer.compare(level[planes[i]], level[planes[j]])
				: Integer.compare(frame[planes[i]], frame[planes[j]]));
		for (int i = 0; i < order.length; i++)
			order[i] = frame[planes[order[i]]];
		return order;
	}

	/** The numbers 0 to {@code n - 1} in an order; equal ones ascend. */
	private static int[] sorted(int n, Comparator<Integer> order) {
		Integer[] boxed = new Integer[n];
		for (int i = 0; i < n; i++)
			boxed[i] = i;
		Arrays.sort(boxed, order);
		int[] sorted = new int[n];
		for (int i = 0; i < n; i++)
			sorted[i] = boxed[i];
		return sorted;
	}

	private static int[] firstIntegers(int n) {
		int[] integers = new int[n];
		for (int i = 0; i < n; i++)
			integers[i] = i;
		return integers;
	}

	private static double[] inOrder(double[] values, int[] order) {
		double[] ordered = new double[order.length];
		for (int i = 0; i < order.length; i++)
			ordered[i] = values[order[i]];
		return ordered;
	}

	private static double[] project(List<Vector3> positions, Vector3 direction) {
		double[] projected = new double[positions.size()];
		for (int i = 0; i < projected.length; i++)
			projected[i] = direction.dot(positions.get(i));
		return projected;
	}
}

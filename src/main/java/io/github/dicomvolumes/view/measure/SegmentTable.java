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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.measure.SegmentStatistics;
import io.github.dicomvolumes.measure.Uptake;
import io.github.dicomvolumes.measure.shape.SegmentShape;
import io.github.dicomvolumes.view.table.DataTable;

/**
 * The table {@code DICOM Segments}: a row for each segment, channel and time. Units are in the columns' names; a number
 * that does not exist leaves its place empty, and the note says why.
 */
public final class SegmentTable {

	private static final double MM3_PER_ML = 1000;

	/** What a column has for a row: a text, a number, or null for nothing. */
	private interface Cell extends Function<SegmentStatistics, Object> {}

	private SegmentTable() {}

	/**
	 * The table of what was measured.
	 *
	 * @param disclosure whether names of segments are shown
	 */
	public static DataTable of(final List<SegmentStatistics> all, final Disclosure disclosure) {
		final Map<String, Cell> columns = new LinkedHashMap<>();
		columns.put("Segment", s -> s.segment().number());
		columns.put("Name", s -> name(s, disclosure));
		columns.put("Channel", s -> s.channel() + 1);
		columns.put("Time", s -> s.time() + 1);
		columns.put("Voxels", SegmentStatistics::voxels);
		columns.put("Volume (ml)", SegmentStatistics::millilitres);
		final String unit = all.stream().map(SegmentStatistics::unit).findFirst().orElse("");
		putIntensity(columns, unit, all.isEmpty() ? 0 : all.get(0).intensity().bins());
		putPlaces(columns);
		putShape(columns);
		if (all.stream().anyMatch(s -> s.uptake().isPresent())) putUptake(columns, unit);
		columns.put("Note", s -> String.join("; ", s.notes()));
		final DataTable table = new DataTable("DICOM Segments", columns.keySet().toArray(String[]::new));
		for (final SegmentStatistics each : all)
			table.add(columns.values().stream().map(cell -> cell.apply(each)).toArray());
		return table;
	}

	/** The name of a segment as people may see it. */
	static String name(final SegmentStatistics statistics, final Disclosure disclosure) {
		return disclosure.either(statistics.segment().label(), "");
	}

	private static void putIntensity(final Map<String, Cell> columns, final String unit, final int bins) {
		final String in = unit.isEmpty() ? "" : " (" + unit + ")", square = unit.isEmpty() ? "" : " (" + unit + "^2)";
		columns.put("Mean" + in, s -> s.intensity().mean());
		columns.put("SD" + in, s -> s.intensity().sd());
		columns.put("Min" + in, s -> s.intensity().minimum());
		columns.put("Max" + in, s -> s.intensity().maximum());
		columns.put("Median" + in, s -> s.intensity().median());
		columns.put("P10" + in, s -> s.intensity().p10());
		columns.put("P90" + in, s -> s.intensity().p90());
		columns.put("IQR" + in, s -> s.intensity().interquartileRange());
		columns.put("Range" + in, s -> s.intensity().range());
		columns.put("MAD" + in, s -> s.intensity().meanAbsoluteDeviation());
		columns.put("RMS" + in, s -> s.intensity().rootMeanSquare());
		columns.put("Skewness", s -> s.intensity().skewness());
		columns.put("Kurtosis", s -> s.intensity().kurtosis());
		columns.put("Entropy (" + bins + " bins)", s -> s.intensity().entropy());
		columns.put("Sum" + in, s -> s.intensity().sum());
		columns.put("Energy" + square, s -> s.intensity().energy());
	}

	private static void putPlaces(final Map<String, Cell> columns) {
		final List<Function<Vector3, Double>> axes = List.of(Vector3::x, Vector3::y, Vector3::z);
		for (int axis = 0; axis < 3; axis++) {
			final Function<Vector3, Double> of = axes.get(axis);
			columns.put("Centroid" + "XYZ".charAt(axis) + " (mm)",
				metric(s -> s.shape().map(SegmentShape::centroid), of));
		}
		for (int axis = 0; axis < 3; axis++) {
			final Function<Vector3, Double> of = axes.get(axis);
			columns.put("CentroidVoxel" + "XYZ".charAt(axis),
				s -> s.shape().map(SegmentShape::centroidIndex).map(of).orElse(null));
		}
		for (int axis = 0; axis < 3; axis++) {
			final Function<Vector3, Double> of = axes.get(axis);
			columns.put("Max" + "XYZ".charAt(axis) + " (mm)", metric(SegmentStatistics::maximum, of));
		}
		for (int axis = 0; axis < 3; axis++) {
			final Function<Vector3, Double> of = axes.get(axis);
			columns.put("MaxVoxel" + "XYZ".charAt(axis), s -> s.maximumIndex().map(of).orElse(null));
		}
	}

	private static void putShape(final Map<String, Cell> columns) {
		columns.put("Diameter (mm)", metric(SegmentStatistics::shape, SegmentShape::diameter));
		columns.put("SurfaceArea (mm2, marching cubes)", metric(SegmentStatistics::shape, SegmentShape::area));
		columns.put("MeshVolume (ml)", metric(SegmentStatistics::shape, shape -> shape.meshVolume() / MM3_PER_ML));
		columns.put("Parts", s -> s.shape().map(SegmentShape::parts).orElse(0));
		columns.put("Outside (ml)", SegmentStatistics::outsideMillilitres);
	}

	private static void putUptake(final Map<String, Cell> columns, final String unit) {
		columns.put("SUVmax", s -> s.intensity().maximum());
		columns.put("SUVmean", s -> s.intensity().mean());
		columns.put("SUVpeak", s -> s.uptake().map(Uptake::peak).orElse(null));
		columns.put("SUVpeakAtMax", s -> s.uptake().map(Uptake::peakAtMaximum).orElse(null));
		final String tlg = " (ml " + unit + ")";
		columns.put("TLG" + tlg, s -> s.uptake().map(Uptake::lesionGlycolysis).orElse(null));
		final List<String> thresholds = List.of("41%", "50%", "2.5", "4.0");
		for (int n = 0; n < thresholds.size(); n++) {
			final int index = n;
			columns.put("MTV" + thresholds.get(n) + " (ml)",
				s -> s.uptake().map(uptake -> uptake.active().get(index).millilitres()).orElse(null));
			columns.put("TLG" + thresholds.get(n) + tlg,
				s -> s.uptake().map(uptake -> uptake.active().get(index).lesionGlycolysis()).orElse(null));
		}
	}

	/** A number in mm: none if the size of voxels is not known. */
	private static <T> Cell metric(final Function<SegmentStatistics, Optional<T>> part,
		final Function<T, Double> number)
	{
		return s -> Double.isNaN(s.millilitres()) ? null : part.apply(s).map(number).orElse(null);
	}
}

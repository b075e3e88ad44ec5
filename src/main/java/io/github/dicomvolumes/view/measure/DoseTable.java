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

import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.measure.DoseVolumeHistogram;
import io.github.dicomvolumes.view.table.DataTable;

/** The table {@code DICOM DVH}, a row for each segment, and the curves as a table. */
public final class DoseTable {

	private static final double[] PERCENT = { 98, 95, 50, 2 };
	/** Doses for which the curves have a row. */
	private static final int STEPS = 500;

	private DoseTable() {}

	/**
	 * The table of histograms.
	 *
	 * @param levels doses for which the volume is told that gets them or more
	 * @param names of the levels, such as "20" or "95%"
	 */
	public static DataTable of(final List<DoseVolumeHistogram> all, final List<Double> levels, final List<String> names,
		final Disclosure disclosure)
	{
		final String in = unit(all).isEmpty() ? "" : " (" + unit(all) + ")";
		final List<String> columns = new ArrayList<>(List.of("Segment", "Name", "Volume (ml)"));
		for (final double percent : PERCENT)
			columns.add("D" + NumberText.of(percent) + in);
		columns.addAll(List.of("Dmean" + in, "Dmin" + in, "Dmax" + in));
		for (final String name : names)
			columns.addAll(List.of("V" + name + " (%)", "V" + name + " (ml)"));
		columns.addAll(List.of("Points", "Outside (ml)", "Note"));
		final DataTable table = new DataTable("DICOM DVH", columns.toArray(String[]::new));
		for (final DoseVolumeHistogram each : all) {
			final List<Object> row = new ArrayList<>();
			row.add(each.segment().number());
			row.add(disclosure.either(each.segment().label(), ""));
			row.add(each.millilitres());
			for (final double percent : PERCENT)
				row.add(each.dose(percent));
			row.addAll(List.of(each.mean(), each.minimum(), each.maximum()));
			for (final double level : levels)
				row.addAll(List.of(each.volume(level), each.volume(level) / 100 * each.millilitres()));
			row.addAll(List.of(each.points(), each.outsideMillilitres(), String.join("; ", each.notes())));
			table.add(row.toArray());
		}
		return table;
	}

	/** The cumulative and the differential curves, a row for each of some doses. */
	public static DataTable curves(final List<DoseVolumeHistogram> all, final Disclosure disclosure) {
		final String in = unit(all).isEmpty() ? "" : " (" + unit(all) + ")";
		final List<String> columns = new ArrayList<>(List.of("Dose" + in));
		for (final DoseVolumeHistogram each : all) {
			final String name = DosePlot.name(each, disclosure);
			columns.add(name + " (%)");
			columns.add(name + " (ml" + (unit(all).isEmpty() ? "" : "/" + unit(all)) + ")");
		}
		final DataTable table = new DataTable("DICOM DVH curves", columns.toArray(String[]::new));
		final double step = DosePlot.greatest(all) / STEPS;
		for (int n = 0; n <= STEPS && step > 0; n++) {
			final List<Object> row = new ArrayList<>(List.of(n * step));
			for (final DoseVolumeHistogram each : all) {
				row.add(each.volume(n * step));
				row.add(DosePlot.differential(each, n * step, step));
			}
			table.add(row.toArray());
		}
		return table;
	}

	private static String unit(final List<DoseVolumeHistogram> all) {
		return DosePlot.unit(all);
	}
}

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

package io.github.dicomvolumes.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.dicomvolumes.command.host.Phase;
import io.github.dicomvolumes.command.input.InputNumbers;
import io.github.dicomvolumes.command.input.MeasuredInput;
import io.github.dicomvolumes.command.input.SegmentsInput;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.measure.DoseSampling;
import io.github.dicomvolumes.measure.DoseVolumeHistogram;
import io.github.dicomvolumes.measure.StatisticsOptions;
import io.github.dicomvolumes.measure.segment.LayerLabels;
import io.github.dicomvolumes.measure.segment.MeasuredImage;
import io.github.dicomvolumes.measure.segment.SegmentLayer;
import io.github.dicomvolumes.view.measure.DosePlot;
import io.github.dicomvolumes.view.measure.DoseTable;
import io.github.dicomvolumes.view.over.IsodoseLevels;
import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.TableOutput;
import io.github.dicomvolumes.work.Parts;

import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; DICOM Volumes &gt; DICOM Dose Volume Histogram...: how the dose in the active image is spread over
 * segments, as plots and as a table.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM Dose Volume Histogram...")
public class DicomDoseVolumeHistogram extends ReportCommand {

	@Parameter(label = "Segments", required = false, persist = false, description = SegmentsInput.DESCRIPTION)
	private String segments = "";

	@Parameter(label = "Structures (RT file)", required = false, persist = false,
		description = "An RT structure set in the space of the dose, in place of segments")
	private File structures;

	@Parameter(label = "Levels (Gy or %)", required = false, persist = false,
		description = "Doses for V: 20 45.5 in the unit of the dose, 50 95% of the prescription; or empty")
	private String levels = "";

	@Parameter(label = "Prescription", min = "0", persist = false,
		description = "What 100 % is, in the unit of the dose; 0 for the greatest dose in the segments")
	private double prescription;

	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false)
	private File save;

	/** Where the curves are saved. */
	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false)
	private File curves;

	@Parameter(type = ItemIO.OUTPUT)
	private List<ImagePlus> plots;

	private DataTable table;

	@Override
	protected List<File> given() {
		return Stream.of(structures, save, curves).filter(Objects::nonNull).toList();
	}

	/** The table is what a macro asks next. */
	@Override
	protected void shown(final ImagePlus plot) {
		if (plot == plots.get(plots.size() - 1)) TableOutput.show(table);
	}

	@Override
	public List<String> suggestions(final String input) {
		return input.equals("segments") ? SegmentsInput.suggestions(image()) : List.of();
	}

	@Override
	protected List<Phase> phases() {
		return List.of(new Phase(DoseSampling.PHASE, 1));
	}

	@Override
	protected void execute() throws IOException {
		final Disclosure shown = recorded();
		takeImageBehind();
		final List<DoseVolumeHistogram> all = reading(() -> histograms(shown));
		final double whole = prescription > 0 ? prescription
			: all.stream().mapToDouble(DoseVolumeHistogram::maximum).filter(most -> most > 0).max().orElse(0);
		final IsodoseLevels given = levels == null || levels.isBlank() ? null : InputNumbers.levels("levels", levels);
		final List<Double> values = given == null ? List.of() : given.values();
		final boolean isPercent = given != null && given.isPercent();
		if (curves != null) TableOutput.save(DoseTable.curves(all, shown), curves.toPath());
		table = DoseTable.of(all, values.stream().map(v -> isPercent ? v * whole / 100 : v).toList(),
			values.stream().map(v -> NumberText.exact(v) + (isPercent ? "%" : "")).toList(), shown);
		VolumeCommand.output(this, table, save);
		plots = List.of(DosePlot.differential(all, image().getTitle(), shown),
			DosePlot.cumulative(all, image().getTitle(), shown)); // which is the active one then
	}

	private List<DoseVolumeHistogram> histograms(final Disclosure shown) throws IOException {
		final MeasuredImage dose = MeasuredInput.of(image());
		final SegmentsInput input = new SegmentsInput(image(), segments, structures, shown);
		if (structures != null) return check(new DoseSampling(dose, progress()).of(input.shapes()));
		if (!input.isOfImage()) return check(new DoseSampling(dose, progress()).of(input.labels()));
		final List<SegmentLayer> layers = input.layers(dose, StatisticsOptions.DEFAULT);
		final Parts parts = new Parts(progress(), DoseSampling.PHASE, layers.size());
		final DoseSampling sampling = new DoseSampling(dose, parts);
		final List<DoseVolumeHistogram> all = new ArrayList<>();
		for (final SegmentLayer layer : layers) {
			for (final DoseVolumeHistogram each : sampling.of(LayerLabels.of(layer, dose)))
				all.add(each.named(layer.segments().get(0)));
			parts.next();
		}
		return check(all);
	}

	private static List<DoseVolumeHistogram> check(final List<DoseVolumeHistogram> all) {
		if (all.isEmpty()) throw new InputException("There is no segment that could get a dose.");
		return all;
	}
}

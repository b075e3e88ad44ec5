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

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.dicomvolumes.command.host.Phase;
import io.github.dicomvolumes.command.input.Choices;
import io.github.dicomvolumes.command.input.InputNumbers;
import io.github.dicomvolumes.command.input.MeasuredInput;
import io.github.dicomvolumes.command.input.SegmentsInput;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.measure.SegmentStatistics;
import io.github.dicomvolumes.measure.StatisticsOptions;
import io.github.dicomvolumes.measure.TimeCurve;
import io.github.dicomvolumes.measure.segment.LabelBoxes;
import io.github.dicomvolumes.measure.segment.MeasuredImage;
import io.github.dicomvolumes.measure.segment.RangedLayer;
import io.github.dicomvolumes.measure.segment.SegmentLayer;
import io.github.dicomvolumes.measure.segment.Segments;
import io.github.dicomvolumes.view.imagej.Log;
import io.github.dicomvolumes.view.measure.CurvePlot;
import io.github.dicomvolumes.view.measure.SegmentFigure;
import io.github.dicomvolumes.view.measure.SegmentTable;
import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.TableOutput;

import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; DICOM Volumes &gt; DICOM Segment Statistics...: measures segments in the active image, of a label image,
 * an RT structure set, selections or a range of values; in a table, and if wished in pictures and curves over time.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM Segment Statistics...")
public class DicomSegmentStatistics extends ReportCommand {

	private static final String CENTROID = "Centroid", MAXIMUM = "Maximum";

	/** The choices of {@code at}. */
	private enum At {
		CENTROID, MAXIMUM
	}

	@Parameter(label = "Segments", required = false, persist = false, description = SegmentsInput.DESCRIPTION)
	private String segments = "";

	@Parameter(label = "Structures (RT file)", required = false, persist = false,
		description = "An RT structure set that belongs to the image, in place of segments")
	private File structures;

	@Parameter(label = "Min value (or empty)", required = false, persist = false,
		description = "The least value of voxels that count, in the unit of the image; without segments they are one")
	private String min = "";

	@Parameter(label = "Max value (or empty)", required = false, persist = false,
		description = "The greatest such value")
	private String max = "";

	@Parameter(label = "Partial voxels (labels on another grid)", persist = false,
		description = "Labels on another grid count by the part of each voxel that they fill, not by the nearest " +
			"label; nothing changes for labels on the same grid, structures and selections")
	private boolean partial = false;

	@Parameter(label = "Bins of entropy", min = "1", max = "65536", persist = false,
		description = "Of equal width from the least to the greatest value of each segment, for Entropy (IBSI TLU2)")
	private int bins = 64;

	@Parameter(label = "Figure", persist = false,
		description = "A picture of the three planes through the centroid of each segment, with its outline")
	private boolean figure = false;

	@Parameter(label = "Curves", persist = false,
		description = "A plot and the table DICOM Curves of means over time, if the image has several times")
	private boolean curves = false;

	/** Where planes of the figure go through: the centroid, or the voxel with the greatest value. */
	@Parameter(choices = { CENTROID, MAXIMUM }, visibility = ItemVisibility.INVISIBLE, persist = false)
	private String at = CENTROID;

	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false)
	private File save;

	/** Where the table of curves is saved; without windows there is one table only, that of segments. */
	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false)
	private File savecurves;

	@Parameter(type = ItemIO.OUTPUT)
	private List<ImagePlus> pictures;

	private DataTable table;

	@Override
	protected List<File> given() {
		return Stream.of(structures, save, savecurves).filter(Objects::nonNull).toList();
	}

	@Override
	public List<String> suggestions(final String input) {
		return input.equals("segments") ? SegmentsInput.suggestions(image()) : List.of();
	}

	@Override
	protected List<Phase> phases() {
		final Stream<Phase> measuring = Stream.of(
			new Phase(structures == null ? LabelBoxes.PHASE : Segments.FILLING, 20),
			new Phase(SegmentStatistics.PHASE, 70));
		return Stream.concat(measuring, figure ? Stream.of(new Phase(SegmentFigure.PHASE, 20)) : Stream.of()).toList();
	}

	@Override
	protected void execute() throws IOException {
		final Disclosure shown = recorded();
		takeImageBehind();
		pictures = reading(() -> measure(shown));
	}

	/** The table is what a macro asks next. */
	@Override
	protected void shown(final ImagePlus picture) {
		if (picture == pictures.get(pictures.size() - 1)) TableOutput.show(table);
	}

	private List<ImagePlus> measure(final Disclosure shown) throws IOException {
		final StatisticsOptions options = options();
		final MeasuredImage measured = MeasuredInput.of(image());
		final List<SegmentLayer> layers = new SegmentsInput(image(), segments, structures, shown).layers(measured,
			options);
		final List<SegmentStatistics> all = SegmentStatistics.of(measured, layers, options);
		if (all.isEmpty()) Log.add("DICOM Segment Statistics: no voxel belongs to a segment.");
		table = SegmentTable.of(all, shown);
		final List<ImagePlus> made = new ArrayList<>();
		if (curves || savecurves != null) made.addAll(curves(measured, all, shown));
		VolumeCommand.output(this, table, save);
		if (figure) {
			final List<SegmentLayer> first = layers.stream()
				.map(layer -> (SegmentLayer) new RangedLayer(layer, options.range(), measured, 0, 0))
				.toList();
			new SegmentFigure(image(), first, Choices.of(At.class, "at", at) == At.MAXIMUM).draw(all, shown, progress())
				.ifPresent(made::add);
		}
		return made;
	}

	/** The plot of curves, and their table, shown and saved; none if there is one time only. */
	private List<ImagePlus> curves(final MeasuredImage measured, final List<SegmentStatistics> all,
		final Disclosure shown) throws IOException
	{
		if (savecurves != null && measured.shape().times() == 1) throw new InputException("savecurves=" +
			savecurves.getName() + ": \"" + image().getTitle() + "\" has one time only, and so no curves.");
		if (measured.shape().times() == 1 || all.isEmpty()) return List.of();
		final List<TimeCurve> over = TimeCurve.of(measured, all);
		final DataTable ofCurves = CurvePlot.table(over, shown);
		if (savecurves != null) TableOutput.save(ofCurves, savecurves.toPath());
		if (!GraphicsEnvironment.isHeadless()) TableOutput.show(ofCurves);
		return List.of(CurvePlot.of(over, image().getTitle(), shown));
	}

	/** @throws InputException if a key makes no sense */
	private StatisticsOptions options() {
		final double least = InputNumbers.optional("min", min).orElse(Double.NEGATIVE_INFINITY),
			most = InputNumbers.optional("max", max).orElse(Double.POSITIVE_INFINITY);
		if (least > most) throw new InputException(
			"min=" + min + " max=" + max + " is not allowed; min must not be greater than max.");
		return StatisticsOptions.DEFAULT.withBins(bins)
			.withRange(least, most)
			.withPartial(partial)
			.withProgress(progress());
	}
}

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

import java.awt.image.IndexColorModel;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

import io.github.dicomvolumes.command.host.Phase;
import io.github.dicomvolumes.command.input.ImageToExport;
import io.github.dicomvolumes.command.input.InputNumbers;
import io.github.dicomvolumes.command.input.Choices;
import io.github.dicomvolumes.command.input.LabelTable;
import io.github.dicomvolumes.command.input.PatientInput;
import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.export.object.NewPatient;
import io.github.dicomvolumes.export.segmentation.SegmentDescription;
import io.github.dicomvolumes.export.segmentation.SegmentationKind;
import io.github.dicomvolumes.export.segmentation.SegmentationOptions;
import io.github.dicomvolumes.view.imagej.LabelNames;

import ij.process.ImageProcessor;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** File &gt; Save As &gt; DICOM Segmentation...: the labels of the active image as a DICOM segmentation. */
@Plugin(type = Command.class, menuPath = "File>Save As>DICOM Segmentation...")
public class DicomSegmentation extends ImageCommand {

	private static final String BINARY = "Binary", LABELMAP = "Labelmap";

	/** A person is asked by ImageJ's dialog for files, after the others. */
	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "The DICOM file to write")
	private File file;

	@Parameter(label = "Belongs to (title, or empty)", required = false, persist = false,
		description = "The title of the open volume that the labels belong to; empty: the one that they were made of")
	private String of = "";

	@Parameter(label = "Kind", choices = { BINARY, LABELMAP }, persist = false,
		description = "A one-bit frame for each segment and slice, which all readers know, or one frame of numbers for " +
			"each slice")
	private String kind = BINARY;

	@Parameter(label = "Labels (CSV, or empty)", required = false, persist = false,
		description = "A table of names, codes and colours; its first line: label,name,category,type,colour")
	private String labels = "";

	@Parameter(label = "Description", required = false, persist = false, description = "Of the new series")
	private String description = "Segmentation";

	@Parameter(label = "Patient data", choices = { PatientInput.HIDE, PatientInput.SHOW }, persist = false,
		description = "Show takes patient and study over from the volume; Hide makes new ones, and names no files")
	private String patient = PatientInput.SHOW;

	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "Number of the new series; left out: that of the volume and 1000")
	private String number = "";

	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "Who is imaged, if no DICOM files say it")
	private String patientname = NewPatient.ANONYMOUS.name();

	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "Patient ID, if no DICOM files say it")
	private String patientid = NewPatient.ANONYMOUS.id();

	/** For macros; the dialog for files asks a person. */
	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "Replaces a file that is there already")
	private boolean overwrite;

	@Override
	protected List<File> given() {
		return Stream.of(file, labels == null || labels.isEmpty() ? null : new File(labels))
			.filter(Objects::nonNull)
			.toList();
	}

	@Override
	public List<String> suggestions(final String input) {
		return input.equals("of") && image() != null ? BelongsTo.titles(image()) : List.of();
	}

	@Override
	protected List<Phase> phases() {
		return List.of(new Phase("Looking for labels", 30), new Phase("Writing a segmentation", 70));
	}

	@Override
	protected void execute() throws IOException {
		final ExportImage shown = ImageToExport.of(image()),
			exported = BelongsTo.source(image(), of, PatientInput.of(patient));
		final SegmentationOptions options = SegmentationOptions.DEFAULT
			.withKind(Choices.of(SegmentationKind.class, "kind", kind))
			.withSegments(described(shown))
			.withColours(colours())
			.withSeries(description, InputNumbers.seriesNumber("number", number))
			.withPatient(new NewPatient(patientname, patientid))
			.withProgress(progress());
		FileToSave.write(this, image(), file, overwrite, target -> VolumeExport.segmentation(exported,
			target.file().toPath(), options.withOverwrite(target.overwrite())));
	}

	/** What the table says, else the segmentation that the labels are from, else the names put down in the image. */
	private List<SegmentDescription> described(final ExportImage shown) throws IOException {
		final Map<Integer, SegmentDescription> described = new TreeMap<>();
		Stream.concat(shown.volume().stream(), shown.source().stream())
			.filter(BelongsTo::isSegmentation)
			.findFirst()
			.ifPresent(segmentation -> described.putAll(SegmentDescription.of(segmentation.attributes())));
		final IntUnaryOperator colours = colours();
		described.replaceAll(
			(label, segment) -> colours.applyAsInt(label) < 0 ? segment : segment.withRgb(colours.applyAsInt(label)));
		LabelNames.of(image())
			.forEach((label, name) -> described.put(label, SegmentDescription.of(label).withName(name)));
		final boolean hasTable = labels != null && !labels.isEmpty();
		return List.copyOf((hasTable ? LabelTable.read(new File(labels).toPath(), described) : described).values());
	}

	/** The image's table of colours; one of greys says nothing. */
	private IntUnaryOperator colours() {
		final ImageProcessor processor = image().getProcessor();
		if (!(processor.getColorModel() instanceof IndexColorModel table) || !processor.isColorLut())
			return label -> -1;
		final double min = processor.getMin(), scale = 256 / (processor.getMax() - min + 1);
		final boolean isDirect = image().getBitDepth() == 8;
		return label -> {
			final int index = isDirect ? label : (int) Math.max(0, Math.min(255, (label - min) * scale));
			return index < table.getMapSize() ? table.getRGB(index) & 0xFFFFFF : -1;
		};
	}
}

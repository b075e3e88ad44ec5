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
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dicomvolumes.command.host.Phase;
import io.github.dicomvolumes.command.input.ImportedVolume;
import io.github.dicomvolumes.command.input.PatientInput;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.view.imagej.ImageStructures;
import io.github.dicomvolumes.view.imagej.LaterFindings;
import io.github.dicomvolumes.view.imagej.Log;
import io.github.dicomvolumes.view.imagej.RoiOutput;
import io.github.dicomvolumes.view.imagej.StructureRois;
import io.github.dicomvolumes.view.ortho.window.OrthogonalViews;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.structures.PlacedStructures;
import io.github.dicomvolumes.volume.structures.PlacedStructures.Placed;
import io.github.dicomvolumes.volume.structures.StructureSet;
import io.github.dicomvolumes.volume.structures.StructureShape;
import io.github.dicomvolumes.work.Parts;

import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; DICOM Volumes &gt; DICOM Structure Set...: draws the contours of an RT structure set into the active
 * image, as its overlay and, where there are windows, in the ROI Manager, and into its orthogonal views.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM Structure Set...")
public class DicomStructureSet extends ImageCommand {

	private static final String PHASE = "Drawing structures";

	@Parameter(label = "File", persist = false,
		description = "An RT structure set that was drawn on the series of the active image")
	private File file;

	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false)
	private File save;

	@Override
	protected List<File> given() {
		return Stream.of(file, save).filter(Objects::nonNull).toList();
	}

	@Override
	protected List<Phase> phases() {
		return List.of(new Phase(PHASE, 1));
	}

	@Override
	protected void execute() throws IOException {
		takeImageBehind();
		final Disclosure patient = disclosure();
		try {
			final DicomVolume volume = ImportedVolume.of(image());
			draw(read(patient, volume.stack().first().file().reader()), volume);
		}
		catch (final DicomException exc) {
			throw PatientInput.shown(exc, patient, "The structure set cannot be drawn");
		}
	}

	private void draw(final StructureSet set, final DicomVolume volume) throws IOException {
		final Parts parts = new Parts(progress(), PHASE, 4);
		final PlacedStructures structures = PlacedStructures.of(set, volume);
		parts.next();
		final Optional<RoiManager> manager = RoiOutput.manager();
		final String id = Integer.toHexString(set.uid().hashCode()); // tells it from others, not what it is of
		final List<Roi> rois = StructureRois.of(structures, id, 1 + manager.map(RoiOutput::lastGroup).orElse(0),
			image());
		parts.next();
		StructureRois.overlay(rois, id, image());
		manager.ifPresent(m -> RoiOutput.add(rois, m, image()));
		parts.next();
		final List<StructureShape> shapes = StructureShape
			.of(structures.placed().stream().map(Placed::structure).toList(), volume.geometry());
		ImageStructures.put(image(), id, shapes);
		OrthogonalViews.showStructures(image());
		parts.next();
		if (save != null) RoiOutput.save(rois, save.toPath());
		setOutcome(
			Listing.count(structures.placed().size(), "structure") + ", " + Listing.count(rois.size(), "selection"));
		Log.add(set.label() + " on " + image().getTitle() + ": structures " + structures.placed().size() +
			", selections " + rois.size());
		final List<String> problems = new ArrayList<>(structures.problems());
		shapes.forEach(shape -> shape.problems().forEach(problem -> problems.add("in orthogonal planes: " + problem)));
		if (!Log.addAll("  warning: ", problems)) Log.add("  all of them: see Plugins > DICOM Volumes > DICOM Report");
		LaterFindings.put(image(), id, problems.stream().map(p -> new Finding(Finding.Code.STRUCTURES, p)).toList());
	}

	/** @param reader of the image */
	private StructureSet read(final Disclosure patient, final DicomFile.Rereader reader) throws IOException {
		try {
			return StructureSet.of(reader.readWhole(DiskSources.of(file.toPath()), OpenSources.NONE).attributes(),
				patient);
		}
		catch (final DicomException exc) {
			throw exc.in(file.toString());
		}
	}
}

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

package io.github.dicomvolumes.command.input;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.measure.StatisticsOptions;
import io.github.dicomvolumes.measure.segment.MeasuredImage;
import io.github.dicomvolumes.measure.segment.SegmentLayer;
import io.github.dicomvolumes.measure.segment.Segments;
import io.github.dicomvolumes.view.imagej.Log;
import io.github.dicomvolumes.view.imagej.OpenImages;
import io.github.dicomvolumes.view.imagej.RoiOutput;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.measure.RoiLayers;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.structures.PlacedStructures.Placed;
import io.github.dicomvolumes.volume.structures.PlacedStructures;
import io.github.dicomvolumes.volume.structures.StructureSet;
import io.github.dicomvolumes.volume.structures.StructureShape;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

/**
 * The keys {@code segments} and {@code structures}: what is measured.
 *
 * @param image that is measured
 * @param segments title of a label image, {@code ROI Manager}, {@code Overlay} or {@code Whole image}; empty for the
 *        only label image open
 * @param structures an RT structure set; null if there is none
 */
public record SegmentsInput(ImagePlus image, String segments, File structures, Disclosure disclosure) {

	public static final String ROI_MANAGER = "ROI Manager", OVERLAY = "Overlay", WHOLE = "Whole image";
	public static final String DESCRIPTION = "Title of an image of labels or segmentation, ROI Manager, Overlay or Whole " +
		"image; empty: the only label image open";

	/** What a person may choose for {@code segments}. */
	public static List<String> suggestions(final ImagePlus image) {
		if (image == null) return List.of();
		final List<String> titles = OpenImage.titles(open -> open != image && open.getBitDepth() <= 16);
		return Stream.concat(titles.stream(), Stream.of(ROI_MANAGER, OVERLAY, WHOLE)).toList();
	}

	/**
	 * The segments on the grid of the image.
	 *
	 * @param measured the image
	 * @throws InputException naming key, value and what is allowed
	 */
	public List<SegmentLayer> layers(final MeasuredImage measured, final StatisticsOptions options) throws IOException {
		if (structures != null) {
			if (!isEmpty()) throw new InputException(
				"structures= does not go with segments=" + segments + "; leave one of them out.");
			return Segments.of(shapes(), volume().geometry(), options.progress());
		}
		if (isRois()) return rois(measured.millilitres());
		final boolean isRange = !options.range().isAll();
		if (isWhole() || isEmpty() && isRange && labelImages().isEmpty())
			return Segments.whole(isRange ? "threshold" : "image");
		return Segments.of(labels(), measured, options.isPartial(), options.progress());
	}

	/** Whether they are made of the image itself, not of labels or structures. */
	public boolean isOfImage() {
		return isRois() || isWhole();
	}

	private boolean isWhole() {
		return WHOLE.equalsIgnoreCase(segments);
	}

	private boolean isRois() {
		return ROI_MANAGER.equalsIgnoreCase(segments) || OVERLAY.equalsIgnoreCase(segments);
	}

	private boolean isEmpty() {
		return segments == null || segments.isBlank();
	}

	/** The image of labels. */
	public MeasuredImage labels() {
		final ImagePlus labels = isEmpty() ? onlyLabels() : OpenImage.titled("segments", segments);
		MeasuredInput.requireSameFrame(image, labels);
		return MeasuredInput.of(labels);
	}

	private ImagePlus onlyLabels() {
		final List<ImagePlus> open = labelImages();
		if (open.size() == 1) return open.get(0);
		throw new InputException(
			"Which segments? Choose an image of labels, ROI Manager, Overlay or Whole image (segments=), or an RT " +
				"structure set (structures=)" +
				(open.isEmpty() ? "; no image of labels is open."
					: "; open are: " +
						open.stream().map(label -> "[" + label.getTitle() + "]").collect(Collectors.joining(", ")) +
						"."));
	}

	private List<ImagePlus> labelImages() {
		return OpenImages.all().filter(open -> open != image && VolumeImagePlus.isLabels(open)).toList();
	}

	/** @param millilitres of a voxel */
	private List<SegmentLayer> rois(final double millilitres) {
		final List<SegmentLayer> layers = RoiLayers.of(OVERLAY.equalsIgnoreCase(segments) ? overlay() : manager(),
			image, millilitres);
		if (layers.isEmpty())
			throw new InputException("segments=" + segments + ": there is no selection with an area.");
		return layers;
	}

	private List<Roi> overlay() {
		final Overlay overlay = image.getOverlay();
		return overlay == null ? List.of() : Arrays.asList(overlay.toArray());
	}

	private static List<Roi> manager() {
		if (GraphicsEnvironment.isHeadless())
			throw new InputException("segments=ROI Manager needs windows, without which ImageJ has none; use Overlay.");
		return RoiOutput.manager().map(RoiManager::getRoisAsArray).map(Arrays::asList).orElse(List.of());
	}

	private DicomVolume volume() {
		return ImportedVolume.of(image);
	}

	/** The structures of the file in the space of the image. */
	public List<StructureShape> shapes() throws IOException {
		final DicomVolume volume = volume();
		try {
			final DicomFile.Rereader reader = volume.stack().first().file().reader();
			final DicomFile file = reader.readWhole(DiskSources.of(structures.toPath()), OpenSources.NONE);
			final StructureSet set = StructureSet.of(file.attributes(), disclosure);
			final PlacedStructures placed = PlacedStructures.of(set, volume);
			Log.addAll("  warning: ", set.problems());
			return StructureShape.of(placed.placed().stream().map(Placed::structure).toList(), volume.geometry());
		}
		catch (final DicomException exc) {
			throw PatientInput.shown(exc.in(structures.toString()), disclosure, "The structure set cannot be measured");
		}
	}
}

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

package io.github.dicomvolumes.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticObjects.SegmentFrame;
import io.github.dicomvolumes.SyntheticPet;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.SyntheticStructures;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.export.ChestPhantom;
import io.github.dicomvolumes.series.index.IndexFile;

/**
 * What stands for a reader's own files: code of the guide names places below {@code /data}, and the home directory.
 */
final class GuideFiles {

	/** The patient coordinates of the phantom. */
	private static final String FRAME_OF_REFERENCE = Uids.ofName("chest phantom frame");

	private final Path folder;

	private GuideFiles(final Path folder) {
		this.folder = folder;
	}

	/**
	 * Writes the files.
	 *
	 * @param folder an empty one
	 */
	static GuideFiles write(final Path folder) throws IOException {
		final var files = new GuideFiles(folder);
		ChestPhantom.write(folder.resolve("chest"));
		final Path study = Files.createDirectories(folder.resolve("study"));
		final var of = new SyntheticSeries("Localizer").ofOneStudy();
		of.series(1).with(Tag.SERIES_DESCRIPTION, "Localizer").slices(3).fileNames("L%03d").write(study);
		of.series(2).with(Tag.SERIES_DESCRIPTION, "Lung").slices(12).fileNames("A%03d").write(study);
		of.series(3).with(Tag.SERIES_DESCRIPTION, "Soft tissue").slices(9).fileNames("B%03d").write(study);
		pet().write(Files.createDirectories(folder.resolve("pet")));
		dose().write(Files.createDirectories(folder.resolve("dose")));
		structures().write(folder.resolve("rs.dcm"));
		SyntheticObjects
			.segmentation("Segments", "BINARY", "NO", List.of("Tumour"), new SegmentFrame(1, 100),
				new SegmentFrame(1, 103))
			.with(Tag.FRAME_OF_REFERENCE_UID, FRAME_OF_REFERENCE)
			.fileNames(k -> "seg.dcm")
			.write(folder);
		IndexFile.write(DicomVolumes.scan(study), folder.resolve("index"));
		Files.createDirectories(folder.resolve("home"));
		return files;
	}

	/** Of 60 x 60 pixels of 4 mm, in the frame of reference of the phantom. */
	private static SyntheticSeries pet() {
		final var series = new SyntheticSeries("PET").size(60, 60)
			.slices(24)
			.with(Tag.PIXEL_SPACING, 4, 4)
			.with(Tag.FRAME_OF_REFERENCE_UID, FRAME_OF_REFERENCE)
			.values((k, r, c) -> Math.hypot(Math.hypot(r - 30, c - 30), k - 12) < 6 ? 6000 : 500)
			.each((k, a) -> a.put(Tag.IMAGE_POSITION_PATIENT, -118, -118, 60 + 4 * k))
			.with(Dictionary.tag("PatientSize"), "1.75")
			.with(Dictionary.tag("PatientSex"), "F");
		return SyntheticPet.of(series, "70", "6586.2");
	}

	/** Of 50 x 50 pixels of 5 mm, from 0 to 60 Gy, in the frame of reference of the phantom. */
	private static SyntheticSeries dose() {
		final double[] offsets = new double[30];
		for (int i = 0; i < offsets.length; i++)
			offsets[i] = 5 * i;
		return SyntheticObjects.dose("Dose", offsets)
			.size(50, 50)
			.with(Tag.PIXEL_SPACING, 5, 5)
			.with(Tag.FRAME_OF_REFERENCE_UID, FRAME_OF_REFERENCE)
			.with(Tag.IMAGE_POSITION_PATIENT, -122.5, -122.5, 60)
			.values((k, r, c) -> (long) Math.max(0, 60000 - 2500 * Math.hypot(Math.hypot(r - 25, c - 25), k - 15)));
	}

	/** A box in the middle of the phantom. */
	private static SyntheticStructures structures() {
		final var contours = new ArrayList<Attributes>();
		for (int z = 100; z <= 160; z += 4)
			contours.add(SyntheticStructures.rectangle(-30, -40, 30, 10, z));
		return new SyntheticStructures(FRAME_OF_REFERENCE).add("PTV", new int[] { 255, 128, 0 },
			contours.toArray(Attributes[]::new));
	}

	/** Code of the guide with the places that it names here. */
	String placed(final String code) {
		final String data = folder.toString().replace('\\', '/') + "/";
		return code.replace("/data/", data)
			.replace("getDirectory(\"home\")", "\"" + data + "home/\"")
			.replace("System.getProperty(\"user.home\")", "\"" + data + "home\"");
	}
}

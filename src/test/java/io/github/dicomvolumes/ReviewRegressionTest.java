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

package io.github.dicomvolumes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.catalog.MissingSlices;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.MetadataTable;
import io.github.dicomvolumes.view.table.SliceTable;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import ij.ImagePlus;
import ij.ImageStack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that a review found, one test each. */
class ReviewRegressionTest {

	private static final int PRIVATE = 0x00091001;

	@TempDir
	Path folder;

	@Test
	void missingSlicesDoNotHideDuplicates() throws IOException {
		final var series = new SyntheticSeries().slices(6).omit(3);
		series.write(folder);
		series.only(1).fileNames("COPY").write(folder);
		for (final MissingSlices policy : MissingSlices.values()) {
			final DicomVolume volume = DicomVolumes.open(folder, ImportOptions.DEFAULT.withMissing(policy));
			assertTrue(volume.report().has(Code.DUPLICATES), policy + ": " + volume.report());
		}
	}

	@Test
	void attributeMayBeASequenceInOneFileAndBytesInAnother() throws IOException {
		final Attributes item = Attributes.builder().put(Tag.MODALITY, "CT").build();
		new SyntheticSeries().slices(2).each((k, a) -> {
			if (k == 0) a.put(PRIVATE, List.of(item));
			else a.put(PRIVATE, VR.OB, (byte) 1, (byte) 2);
		}).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		final DataTable table = MetadataTable.of(volume.stack(), volume.stack().first(), Disclosure.SHOW);
		final int row = table.rows().stream().map(r -> r.get(0)).toList().indexOf("0009,1001");
		assertEquals("2", table.get("Varies", row));
	}

	@Test
	void filesThatCouldNotBeReadAreNamed() throws IOException {
		new SyntheticSeries().damage(4, bytes -> Arrays.copyOf(bytes, 300)).write(folder);
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		assertTrue(catalog.report().contains("IM005: "), catalog.report());
	}

	@Test
	void reversedStackIsNoLongerTheVolume() throws IOException {
		new SyntheticSeries().write(folder);
		final ImagePlus image = VolumeImagePlus.of(DicomVolumes.open(folder));
		assertTrue(VolumeImagePlus.volume(image).isPresent());
		final ImageStack reversed = new ImageStack(16, 12);
		for (int n = 5; n > 0; n--)
			reversed.addSlice("", image.getStack().getPixels(n));
		image.setStack(reversed);
		assertFalse(VolumeImagePlus.volume(image).isPresent());
	}

	@Test
	void distanceIsUnknownWithoutOrientation() throws IOException {
		new SyntheticSeries().without(Tag.IMAGE_ORIENTATION_PATIENT)
			.positions(k -> new double[] { 3 * k, 0, 30 })
			.write(folder);
		final DataTable table = SliceTable.of(DicomVolumes.open(folder), Disclosure.SHOW);
		assertEquals("6", table.get("PositionX", 2));
		assertEquals("", table.get("Distance", 2));
		assertEquals("", table.get("Gap", 2));
	}

	@Test
	void namesWithDigitsOfOtherScripts() throws IOException {
		new SyntheticSeries().without(Tag.IMAGE_POSITION_PATIENT)
			.without(Tag.INSTANCE_NUMBER)
			.fileNames(k -> "1\uFF12" + (char) ('\u0661' + k) + ".dcm")
			.write(folder);
		assertEquals(5, DicomVolumes.open(folder).stack().slices());
	}

	@Test
	void sameNumbersInOtherWordsAreTheSameDuplicate() throws IOException {
		final var series = new SyntheticSeries().slices(3).with(Tag.PIXEL_SPACING, "2.0", "0.5");
		series.write(folder);
		series.with(Tag.PIXEL_SPACING, "2.00", "0.50").only(1).fileNames("COPY").write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertTrue(volume.report().has(Code.DUPLICATES), volume.report().toString());
		assertFalse(volume.report().has(Code.DUPLICATES_DIFFER), volume.report().toString());
	}

	@Test
	void singleFileHasTheNameOfItsFolder() throws IOException {
		new SyntheticSeries().without(Tag.SERIES_DESCRIPTION).write(folder);
		assertEquals(folder.getFileName().toString(), DicomVolumes.open(folder.resolve("IM001")).name());
	}
}

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

package io.github.dicomvolumes.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Machine;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.export.image.Exported;
import io.github.dicomvolumes.export.nifti.NiftiOptions;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All is written or nothing. */
class VolumeExportTest {

	private static final NiftiOptions OVERWRITE = NiftiOptions.DEFAULT.withOverwrite(true);

	@TempDir
	private Path temp;
	private Path source, out;

	@BeforeEach
	void write() throws IOException {
		source = Files.createDirectory(temp.resolve("source"));
		out = Files.createDirectory(temp.resolve("out"));
		new SyntheticSeries("ct").write(source);
	}

	@Test
	void imageAndSidecar() throws IOException {
		final Exported exported = VolumeExport.nifti(volume(), out.resolve("a.nii.gz"), NiftiOptions.DEFAULT);
		assertEquals("[a.json, a.nii.gz]", names(out));
		assertEquals(List.of(out.resolve("a.nii.gz"), out.resolve("a.json")), exported.files());
		assertEquals("NIfTI-1: 16 x 12 x 5 voxels, uint16", exported.summary());
		VolumeExport.nifti(volume(), out.resolve("b.NII"), NiftiOptions.DEFAULT.withSidecar(false));
		assertEquals("[a.json, a.nii.gz, b.NII]", names(out));
		assertTrue(Files.size(out.resolve("b.NII")) == 352 + 16 * 12 * 5 * 2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.nii", "a.json" })
	void filesOfOthersStay(final String other) throws IOException {
		Files.writeString(out.resolve(other), "mine");
		final String message = assertThrows(FileAlreadyExistsException.class,
			() -> VolumeExport.nifti(volume(), out.resolve("a.nii"), NiftiOptions.DEFAULT)).getMessage();
		assertEquals(out.resolve(other) + ": is there already, and stays as it is; overwrite=true replaces it",
			message);
		assertEquals("mine", Files.readString(out.resolve(other)));
		assertEquals("[" + other + "]", names(out));
		VolumeExport.nifti(volume(), out.resolve("a.nii"), OVERWRITE);
		assertEquals("[a.json, a.nii]", names(out));
		assertTrue(Files.size(out.resolve(other)) > 4);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 3, 5 })
	void cancelledLeavesNothing(final int planes) throws IOException {
		Files.writeString(out.resolve("a.nii.gz"), "mine");
		final int[] done = new int[1];
		final Progress progress = new Progress() {

			@Override
			public void update(final String phase, final long n, final long total) {
				done[0] = (int) n;
			}

			@Override
			public boolean isCanceled() {
				return done[0] == planes;
			}
		};
		assertThrows(CancellationException.class,
			() -> VolumeExport.nifti(volume(), out.resolve("a.nii.gz"), OVERWRITE.withProgress(progress)));
		assertEquals(planes, done[0]);
		assertEquals("[a.nii.gz]", names(out));
		assertEquals("mine", Files.readString(out.resolve("a.nii.gz")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.nii", "a.nii.gz" })
	void vanishedSourceLeavesNothing(final String name) throws IOException {
		final DicomVolume virtual = DicomVolumes.open(source,
			ImportOptions.DEFAULT.withVirtual(true).withCacheBytes(0));
		final ExportImage image = ExportImage.of(virtual);
		final ExportImage vanishing = image.with(image.type(), image.line(), (slice, channel, time) -> {
			if (slice == 4) delete(source.resolve("IM005"));
			return image.planes().plane(slice, channel, time);
		}, image.display());
		assertThrows(UncheckedIOException.class,
			() -> VolumeExport.nifti(vanishing, out.resolve(name), NiftiOptions.DEFAULT));
		assertEquals("[]", names(out));
	}

	private static void delete(final Path file) {
		try {
			Files.delete(file);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/** A folder is in the way of the sidecar. */
	@Test
	void withoutSidecarThereIsNoImage() throws IOException {
		Files.createDirectory(out.resolve("a.json"));
		assertThrows(FileSystemException.class, () -> VolumeExport.nifti(volume(), out.resolve("a.nii"), OVERWRITE));
		assertEquals("[a.json]", names(out));
	}

	@Test
	void fullDiskLeavesNothing() throws IOException {
		new SyntheticSeries("large").size(200, 200).write(source);
		Machine.onSmallDisk(temp.resolve("disk"), 64, disk -> {
			Files.writeString(disk.resolve("a.nii"), "mine");
			final DicomVolume volume = DicomVolumes.open(source);
			assertThrows(FileSystemException.class, () -> VolumeExport.nifti(volume, disk.resolve("a.nii"), OVERWRITE));
			assertEquals("[a.nii]", names(disk));
			assertEquals("mine", Files.readString(disk.resolve("a.nii")));
		});
	}

	@Test
	void badNames() throws IOException {
		assertEquals("file=" + out.resolve("a.img") + " is not allowed; it must end with .nii or .nii.gz.",
			assertThrows(InputException.class,
				() -> VolumeExport.nifti(volume(), out.resolve("a.img"), NiftiOptions.DEFAULT)).getMessage());
		assertThrows(NoSuchFileException.class,
			() -> VolumeExport.nifti(volume(), out.resolve("no/a.nii"), NiftiOptions.DEFAULT));
	}

	@Test
	void filledSlicesAreSaid() throws IOException {
		Files.delete(source.resolve("IM003"));
		final Exported exported = VolumeExport.nifti(volume(), out.resolve("a.nii"), NiftiOptions.DEFAULT);
		assertEquals(1, exported.notes().size());
		assertTrue(exported.notes().get(0).contains("slice 3"), exported.notes().toString());
	}

	private DicomVolume volume() throws IOException {
		return DicomVolumes.open(source);
	}

	private static String names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList().toString();
		}
	}
}

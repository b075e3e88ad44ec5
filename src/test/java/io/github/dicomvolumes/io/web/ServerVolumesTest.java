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

package io.github.dicomvolumes.io.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.ImportResult;
import io.github.dicomvolumes.work.Progress;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Volumes from a server are those from a folder of the same files: geometry, values, report. */
class ServerVolumesTest {

	@RegisterExtension
	static final Orthanc ORTHANC = new Orthanc();

	/** What a server does not tell with the headers: values that are none, and how long the pixel data are. */
	private static final Set<String> UNTOLD = Set.of("ipp_garbage", "pixeldata_too_long", "MR_small_padded.dcm");

	/** A series in several studies, of which this server keeps one; an image that nobody can decode. */
	private static final Set<String> NOT_KEPT = Set.of("study_uid_differs", "JPEG2000-embedded-sequence-delimiter.dcm");

	@TempDir
	Path folder;

	/** Kinds of objects, each of a way to store pixels or headers. */
	static Stream<SyntheticSeries> kinds() {
		return Stream.of(new SyntheticSeries("base"), new SyntheticSeries("missing").slices(9).omit(3, 4),
			new SyntheticSeries("tilted").step(0, 0.5, 3), new SyntheticSeries("rescaled").rescale(2, -1024),
			new SyntheticSeries("signed").signed().bits(16, 12, 11).values((k, r, c) -> 10 * r + c - 300),
			new SyntheticSeries("implicit").syntax(TransferSyntax.IMPLICIT_LITTLE_ENDIAN),
			new SyntheticSeries("big").syntax(TransferSyntax.EXPLICIT_BIG_ENDIAN),
			new SyntheticSeries("deflated").syntax(TransferSyntax.DEFLATED_LITTLE_ENDIAN),
			new SyntheticSeries("colour").rgb(0), new SyntheticSeries("planes").rgb(1),
			SyntheticObjects.cine("cine", 7),
			SyntheticObjects.mosaic("mosaic", 6, SyntheticObjects.mosaicCsa(2, 6, 0, 0, 1)),
			SyntheticObjects.segmentation("segments", "BINARY", "NO", List.of("liver", "spleen"),
				new SyntheticObjects.SegmentFrame(1, 0), new SyntheticObjects.SegmentFrame(2, 3)),
			SyntheticObjects.dose("dose", 0, 3, 6));
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void sameVolumes(final SyntheticSeries series) throws IOException {
		series.write(folder);
		assertEquals(1, assertSame(folder), "volumes");
	}

	/** Files of scanners and of other software, one folder after the other. */
	@ParameterizedTest
	@ValueSource(strings = { "synth", "scanners", "pydicom" })
	void sameVolumesOfTheSampleData(final String collection) throws IOException {
		final Path data = Path.of("../shared/data").resolve(collection);
		assumeTrue(Files.isDirectory(data), () -> data + " is not there");
		final AtomicInteger volumes = new AtomicInteger();
		final List<Executable> comparisons = new ArrayList<>();
		try (Stream<Path> folders = Files.list(data)) {
			for (final Path one : folders.sorted().toList())
				if (!NOT_KEPT.contains(one.getFileName().toString()))
					comparisons.add(() -> volumes.addAndGet(assertSame(one)));
		}
		assertAll(comparisons);
		assertTrue(volumes.get() >= 15, volumes + " volumes");
	}

	/**
	 * Sends what the server takes of a folder, and compares.
	 *
	 * @return how many volumes were the same
	 */
	private int assertSame(final Path place) throws IOException {
		final Path files = Files.createDirectory(Files.createTempDirectory(folder, "files").resolve("127.0.0.1"));
		ORTHANC.clear();
		final DicomWebServer server = ORTHANC.server();
		final Set<FoundSeries> series = new LinkedHashSet<>();
		final Set<String> uids = new LinkedHashSet<>();
		try (Stream<Path> all = Files.walk(place)) {
			for (final Path file : all.filter(Files::isRegularFile).sorted().toList()) {
				final DicomFile header = header(file);
				final String uid = header == null ? "" : header.attributes().orElse(Tag.SOP_INSTANCE_UID, "");
				if (header == null || !uids.add(uid) || !isStored(server, file)) continue;
				Files.copy(file, files.resolve(uid));
				series.add(new FoundSeries(header.attributes().orElse(Tag.STUDY_INSTANCE_UID, ""),
					header.attributes().orElse(Tag.SERIES_INSTANCE_UID, "")));
			}
		}
		final SeriesCatalog expected = DicomVolumes.scan(files);
		if (expected.stacks().stream().allMatch(stack -> stack.unsupported().isPresent())) return 0;
		for (final boolean isVirtual : new boolean[] { false, true }) {
			if (isVirtual && UNTOLD.contains(place.getFileName().toString())) continue;
			try (SeriesPlace there = server.place(List.copyOf(distinct(series)), isVirtual)) {
				final ImportOptions options = ImportOptions.DEFAULT.withSeries("all").withVirtual(isVirtual);
				final SeriesCatalog actual = DicomVolumes.scan(there, options);
				assertEquals(expected.stacks().size(), actual.stacks().size(), () -> "volumes of " + place);
				final ImportOptions here = ImportOptions.DEFAULT.withSeries("all").withVirtual(isVirtual);
				assertSame(DicomVolumes.load(expected, here), DicomVolumes.load(actual, options), files + "/",
					ORTHANC.url() + "!");
			}
		}
		return expected.stacks().size();
	}

	/** Those of different UIDs. */
	private static List<FoundSeries> distinct(final Set<FoundSeries> series) {
		final Set<String> seen = new LinkedHashSet<>();
		return series.stream().filter(one -> seen.add(one.study() + "/" + one.series())).toList();
	}

	private static DicomFile header(final Path file) {
		try {
			return HeaderReaders.BUILT_IN.read(DiskSources.plain(file));
		}
		catch (final IOException exc) {
			return null;
		}
	}

	private static boolean isStored(final DicomWebServer server, final Path file) throws IOException {
		try {
			return server.store(List.of(file), Progress.NONE).isComplete();
		}
		catch (final WebException exc) {
			return false; // the server does not understand it
		}
	}

	private static void assertSame(final ImportResult expected, final ImportResult actual, final String here,
		final String there)
	{
		final List<String> failures = new ArrayList<>();
		actual.failures().forEach(failure -> failures.add(failure.replace(there, here)));
		assertEquals(expected.failures(), failures);
		for (int i = 0; i < expected.volumes().size(); i++) {
			final DicomVolume one = expected.volumes().get(i), other = actual.volumes().get(i);
			assertEquals(one.geometry(), other.geometry());
			assertArrayEquals(one.dimensions(), other.dimensions());
			assertEquals(one.unit(), other.unit());
			assertPixels(one, other);
			assertEquals(one.report().toString(), other.report().toString().replace(there, here));
		}
	}

	private static void assertPixels(final DicomVolume one, final DicomVolume other) {
		final long[] size = one.dimensions();
		for (int t = 0; t < size[4]; t++)
			for (int c = 0; c < size[3]; c++)
				for (int k = 0; k < size[2]; k++) {
					final Object expected = one.plane(k, c, t), actual = other.plane(k, c, t);
					assertEquals(Array.getLength(expected), Array.getLength(actual));
					assertArrayEquals(new Object[] { expected }, new Object[] { actual },
						"slice " + k + ", channel " + c + ", time " + t + " of " + one);
				}
	}
}

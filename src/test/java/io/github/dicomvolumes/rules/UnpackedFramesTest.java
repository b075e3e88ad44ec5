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

package io.github.dicomvolumes.rules;

import static io.github.dicomvolumes.SyntheticObjects.frameAt;
import static io.github.dicomvolumes.SyntheticObjects.isSet;
import static io.github.dicomvolumes.rules.Volumes.assertSize;
import static io.github.dicomvolumes.rules.Volumes.assertStored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SourceInstead;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticObjects.SegmentFrame;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many frames in one compressed file: bytes are inflated once, not up to each frame. */
class UnpackedFramesTest {

	private static final int FRAMES = 200;

	@TempDir
	Path folder;

	private final AtomicLong inflated = new AtomicLong();

	@Test
	void ofAGzippedFile() throws IOException {
		final SyntheticSeries cine = cine();
		cine.damage(0, UnpackedFramesTest::gzip).fileNames("film.gz").write(folder);
		assertFrames(open(folder));
		assertInflatedOnce(FRAMES * 64 * 48 * 2);
	}

	@Test
	void ofAnEntryOfAnArchive() throws IOException {
		final Path archive = folder.resolve("film.zip");
		cine().writeZip(archive);
		assertFrames(open(archive));
		assertInflatedOnce(FRAMES * 64 * 48 * 2);
	}

	@Test
	void ofADeflatedDataSet() throws IOException {
		final Path file = cine().syntax(TransferSyntax.DEFLATED_LITTLE_ENDIAN).write(folder).get(0);
		assertFrames(open(folder));
		assertInflatedOnce(Files.size(file)); // counted before they are inflated
	}

	/** Slices are in the order of their positions, which here is against that of the file. */
	@Test
	void inTheOtherOrder() throws IOException {
		SyntheticObjects.enhanced("e", FRAMES, SyntheticObjects.sharedAxial(), k -> frameAt(0, 0, -k, Attributes.EMPTY))
			.size(64, 48)
			.values((k, r, c) -> 37 * k + r + c)
			.damage(0, UnpackedFramesTest::gzip)
			.fileNames("e.gz")
			.write(folder);
		final DicomVolume volume = open(folder);
		assertSize(volume, 64, 48, FRAMES);
		assertStored(volume, (z, r, c) -> 37 * (FRAMES - 1 - z) + r + c);
		assertInflatedOnce(FRAMES * 64 * 48 * 2);
	}

	/** Each plane of labels is made of frames from all over the file. */
	@Test
	void ofSegmentsThatShareAPlane() throws IOException {
		final int slices = 300;
		final SegmentFrame[] frames = IntStream.range(0, 2 * slices)
			.mapToObj(k -> new SegmentFrame(1 + k / slices, k % slices))
			.toArray(SegmentFrame[]::new);
		SyntheticObjects.segmentation("seg", "BINARY", "NO", List.of("one", "two"), frames)
			.size(256, 200)
			.damage(0, UnpackedFramesTest::gzip)
			.fileNames("seg.gz")
			.write(folder);
		final DicomVolume volume = open(folder);
		assertSize(volume, 256, 200, slices);
		assertStored(volume, (z, r, c) -> isSet(2, slices + z, r, c) ? 2 : isSet(1, z, r, c) ? 1 : 0);
		assertInflatedOnce(2 * slices * 256 * 200 / 8);
	}

	/** Planes of a virtual volume are read one by one, here from the last to the first. */
	@Test
	void ofAVirtualVolume() throws IOException {
		cine().damage(0, UnpackedFramesTest::gzip).fileNames("film.gz").write(folder);
		final DicomVolume volume = DicomVolumes.open(folder, options().withVirtual(true).withCacheBytes(1));
		for (int t = FRAMES - 1; t >= 0; t--)
			assertEquals(37 * t + 20 + 30, ((short[]) volume.plane(0, 0, t))[20 * 64 + 30], "time " + t);
		assertInflatedOnce(FRAMES * 64 * 48 * 2);
	}

	private static SyntheticSeries cine() {
		return SyntheticObjects.cine("film", FRAMES).size(64, 48).values((k, r, c) -> 37 * k + r + c);
	}

	private static void assertFrames(final DicomVolume volume) {
		assertEquals(FRAMES, volume.stack().times());
		for (int t = 0; t < FRAMES; t++)
			assertEquals(37 * t + 20 + 30, volume.stored().getAt(30, 20, 0, 0, t).getRealDouble(), "time " + t);
	}

	private void assertInflatedOnce(final long bytes) {
		assertTrue(inflated.get() >= bytes, () -> inflated + " of " + bytes + " bytes");
		assertTrue(inflated.get() < 1.1 * bytes + 50_000, () -> inflated + " bytes for " + bytes); // once, and the header
	}

	private DicomVolume open(final Path place) throws IOException {
		return DicomVolumes.open(place, options());
	}

	private ImportOptions options() {
		final HeaderReader counting = (source, open) -> HeaderReaders.BUILT_IN.read(counted(source, inflated));
		return ImportOptions.DEFAULT.withReader(counting);
	}

	private static byte[] gzip(final byte[] bytes) {
		final var out = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(bytes);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return out.toByteArray();
	}

	/** A source that counts the bytes that are read or, to get to them, skipped. */
	private static Source counted(final Source source, final AtomicLong bytes) {
		return SourceInstead.of(source, position -> {
			bytes.addAndGet(position);
			return SourceInstead.channel(source.open(position), (channel, into) -> {
				final int n = channel.read(into);
				bytes.addAndGet(Math.max(n, 0));
				return n;
			});
		});
	}
}

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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while a series is imported: all of it, or one message. */
class FailingServerTest {

	private static final ImportOptions VIRTUAL = ImportOptions.DEFAULT.withVirtual(true);

	@RegisterExtension
	static final Orthanc ORTHANC = new Orthanc();

	@TempDir
	Path folder;

	@Test
	void nothingIsHalfImported() throws Exception {
		final DicomWebServer server = ORTHANC.server();
		final FoundSeries series = send(server,
			new SyntheticSeries("killed while it is fetched").slices(300).size(256, 256));
		try (SeriesPlace place = server.place(List.of(series), false)) {
			final Progress killing = new Progress() {

				private boolean isKilled;

				@Override
				public void update(final String phase, final long done, final long total) {
					if (!phase.equals("Fetching objects") || done == 0 || isKilled) return;
					isKilled = true;
					try {
						ORTHANC.kill();
					}
					catch (final InterruptedException exc) {
						throw new AssertionError(exc);
					}
				}
			};
			final String message = assertThrows(WebException.class,
				() -> DicomVolumes.scan(place, ImportOptions.DEFAULT.withProgress(killing))).getMessage();
			assertTrue(message.startsWith("GET " + ORTHANC.url() + "/studies/"), message);
			assertTrue(message.contains("reached nobody") || message.contains("was not answered wholly"), message);
			ORTHANC.start();
			assertEquals(300, DicomVolumes.scan(place, ImportOptions.DEFAULT).scan().files().size());
		}
	}

	/** A virtual volume has fetched nothing but headers, and says which slices it cannot fetch any more. */
	@Test
	void slicesAreFetchedWhenTheyAreLookedAt() throws Exception {
		final DicomWebServer server = ORTHANC.server();
		final FoundSeries series = send(server, new SyntheticSeries("killed while it is looked at").slices(32));
		try (SeriesPlace place = server.place(List.of(series), true)) {
			final DicomVolume volume = DicomVolumes.load(DicomVolumes.scan(place, VIRTUAL), VIRTUAL).volumes().get(0);
			assertEquals(1000, ((short[]) volume.plane(1, 0, 0))[0]);
			ORTHANC.kill();
			try {
				assertNotEquals(30_000, ((short[]) volume.plane(30, 0, 0))[0]);
				final String problem = volume.problem(30, 0, 0);
				assertTrue(problem.contains("reached nobody: nothing listens at 127.0.0.1:"), problem);
				assertEquals(1000, ((short[]) volume.plane(1, 0, 0))[0]);
			}
			finally {
				ORTHANC.start();
			}
		}
	}

	/** An interrupt closes what lies in the temporary folder, for all threads: it is fetched anew. */
	@Test
	void whatAnInterruptClosedIsFetchedAnew() throws Exception {
		final DicomWebServer server = ORTHANC.server();
		final FoundSeries series = send(server, new SyntheticSeries("interrupted"));
		final Retrieval retrieval = new Retrieval(server.client, Limits.DEFAULT);
		try (Spool spool = new Spool(1 << 20)) {
			final WebInstance instance = new WebInstance(retrieval, series, retrieval.instances(series).get(0), spool,
				null);
			final ByteBuffer first = read(instance);
			Thread.currentThread().interrupt();
			assertThrows(ClosedByInterruptException.class, () -> read(instance));
			assertTrue(Thread.interrupted());
			assertFalse(instance.isHere());
			assertEquals(first, read(instance));
		}
	}

	private static ByteBuffer read(final WebInstance instance) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(200);
		try (ReadableByteChannel channel = instance.open(100)) {
			channel.read(bytes);
		}
		return bytes.flip();
	}

	private FoundSeries send(final DicomWebServer server, final SyntheticSeries series) throws IOException {
		assertTrue(server.store(series.write(folder), Progress.NONE).isComplete());
		return server.search(SeriesQuery.of("SeriesInstanceUID=" + series.seriesInstanceUid()), Progress.NONE).get(0);
	}
}

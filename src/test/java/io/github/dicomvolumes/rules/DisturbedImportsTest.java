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

import static io.github.dicomvolumes.rules.Volumes.BASE;
import static io.github.dicomvolumes.rules.Volumes.assertStored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.OpenFiles;
import io.github.dicomvolumes.SourceInstead;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports that are cancelled, interrupted, disturbed and repeated: nothing is left, and the next one is whole. */
class DisturbedImportsTest {

	private static final ImportOptions ALL = ImportOptions.DEFAULT.withSeries("all");

	@TempDir
	Path folder;

	/** Plain files, an archive, and a file whose frames are unpacked. */
	@BeforeEach
	void write() throws IOException {
		new SyntheticSeries("plain").write(folder);
		new SyntheticSeries("zipped").writeZip(folder.resolve("archive.zip"));
		new SyntheticSeries("film").slices(1)
			.frames(5)
			.fileNames("film.gz")
			.damage(0, DisturbedImportsTest::gzip)
			.write(folder);
	}

	// -- Cancelled and interrupted --

	@Test
	void cancelledAtEveryCallOfTheProgress() throws IOException {
		disturbedAtEveryCall(false);
	}

	@Test
	void interruptedAtEveryCallOfTheProgress() throws IOException {
		disturbedAtEveryCall(true);
	}

	private void disturbedAtEveryCall(final boolean interrupts) throws IOException {
		assertWhole(DicomVolumes.openAll(folder, ALL));
		int cancelled = 0;
		for (int n = 1;; n++) {
			final Disturbance disturbance = new Disturbance(n, interrupts);
			try {
				assertWhole(DicomVolumes.openAll(folder, ALL.withProgress(disturbance)));
			}
			catch (final CancellationException exc) {
				cancelled++;
				assertEquals(interrupts, Thread.interrupted(), "the interrupt is for the caller to see");
			}
			assertEquals(0, workers(), "threads after call " + n);
			assertEquals(List.of(), OpenFiles.below(folder), "open files after call " + n);
			if (Thread.interrupted() || !disturbance.isOver()) assertTrue(interrupts || !disturbance.isOver());
			if (!disturbance.isOver()) break;
			if (n % 5 == 1) assertWhole(DicomVolumes.openAll(folder, ALL));
		}
		assertTrue(cancelled > 10, cancelled + " times cancelled");
	}

	/** Cancels, or interrupts, at one of the calls. */
	private static final class Disturbance implements Progress {

		private final int last;
		private final boolean interrupts;
		private int calls;

		Disturbance(final int last, final boolean interrupts) {
			this.last = last;
			this.interrupts = interrupts;
		}

		@Override
		public void update(final String phase, final long done, final long total) {
			count();
		}

		@Override
		public boolean isCanceled() {
			count();
			return !interrupts && isOver();
		}

		private void count() {
			if (++calls == last && interrupts) Thread.currentThread().interrupt();
		}

		boolean isOver() {
			return calls >= last;
		}
	}

	// -- Again and at once --

	@Test
	void manyInARowLeaveNothing() throws IOException {
		final Set<Path> before = temporary();
		for (int n = 0; n < 20; n++)
			assertWhole(DicomVolumes.openAll(folder, ALL));
		final long heap = heap(), files = OpenFiles.below(Path.of("/")).size();
		final long threads = threads();
		for (int n = 0; n < 200; n++)
			for (final DicomVolume volume : DicomVolumes.openAll(folder, ALL.withVirtual(n % 2 == 0))) {
				assertStored(volume, k -> k == n(volume), BASE);
				volume.close();
			}
		assertEquals(0, workers());
		assertTrue(threads() <= threads + 1, "threads: " + threads + ", then " + threads()); // one reads ahead
		assertEquals(List.of(), OpenFiles.below(folder));
		final long filesNow = OpenFiles.below(Path.of("/")).size();
		assertTrue(filesNow <= files + 3, "open files: " + files + ", then " + filesNow);
		final long heapNow = heap();
		assertTrue(heapNow < heap + (8 << 20), "bytes: " + heap + ", then " + heapNow);
		final Set<Path> left = temporary();
		left.removeAll(before);
		assertEquals(Set.of(), left);
	}

	/** Temporary files of ours; others, which run beside or were killed, may have some too. */
	private static Set<Path> temporary() throws IOException {
		try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return all.filter(p -> p.getFileName().toString().startsWith("dicom-volumes-")).collect(Collectors.toSet());
		}
	}

	/** Without those that wait for more work, for two seconds: the more, the busier the machine. */
	private static long threads() {
		return Thread.getAllStackTraces().keySet().stream().filter(t -> !t.getName().startsWith("Idle, of")).count();
	}

	private static int n(final DicomVolume volume) {
		return (int) volume.dimensions()[2] / 2;
	}

	private static long heap() {
		for (int i = 0; i < 3; i++)
			System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void severalAtOnce(final boolean isVirtual) throws Exception {
		final ExecutorService callers = Executors.newFixedThreadPool(4);
		try {
			final List<Future<?>> all = new ArrayList<>();
			for (int n = 0; n < 12; n++)
				all.add(callers.submit(() -> {
					final List<DicomVolume> volumes = DicomVolumes.openAll(folder, ALL.withVirtual(isVirtual));
					assertWhole(volumes);
					volumes.forEach(DicomVolume::close);
					return null;
				}));
			for (final Future<?> one : all)
				assertTimeoutPreemptively(Duration.ofSeconds(60), () -> one.get());
		}
		finally {
			callers.shutdown();
		}
		assertEquals(List.of(), OpenFiles.below(folder));
		assertEquals(0, workers());
	}

	// -- Read errors --

	/** A disk with bad sectors: in the header, at once in the pixels, and in the middle of them. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 100, 1000, 1200 })
	void aReadErrorCostsItsOwnFile(final int good) throws IOException {
		final HeaderReader reader = (source, open) -> {
			if (!source.name().endsWith("IM003")) return HeaderReaders.BUILT_IN.read(source);
			final Source bad = SourceInstead.of(source, position -> readableTo(good, source, position));
			return HeaderReaders.BUILT_IN.read(bad);
		};
		for (final boolean isVirtual : new boolean[] { false, true }) {
			final DicomVolume volume = DicomVolumes.open(folder,
				ImportOptions.DEFAULT.withSeries("plain").withReader(reader).withVirtual(isVirtual));
			assertStored(volume, k -> k != 2, BASE);
			if (good < 200) assertTrue(volume.report().has(Code.MISSING_SLICES), volume.report().toString());
			else if (isVirtual) {
				final var failure = assertThrows(UncheckedIOException.class, () -> volume.plane(2, 0, 0));
				assertTrue(failure.getCause().getMessage().contains("IM003: Input/output error"),
					failure.getCause().getMessage());
			}
			else assertTrue(volume.report().toString().contains("IM003: Input/output error"),
				volume.report().toString());
			volume.close();
			assertEquals(List.of(), OpenFiles.below(folder));
		}
	}

	// -- Helpers --

	/** @param good bytes that can be read */
	private static ReadableByteChannel readableTo(final int good, final Source source, final long position)
		throws IOException
	{
		final AtomicInteger at = new AtomicInteger((int) position);
		return SourceInstead.channel(source.open(position), (channel, into) -> {
			final int limit = into.limit();
			into.limit(Math.min(limit, into.position() + Math.max(0, good - at.get())));
			if (!into.hasRemaining()) throw new IOException("Input/output error");
			final int n = channel.read(into);
			into.limit(limit);
			at.addAndGet(Math.max(n, 0));
			return n;
		});
	}

	private static void assertWhole(final List<DicomVolume> volumes) {
		assertEquals(3, volumes.size(), () -> volumes.stream().map(DicomVolume::report).toList().toString());
		for (final DicomVolume volume : volumes) {
			assertEquals(5, volume.dimensions()[2]);
			assertStored(volume, BASE);
		}
	}

	private static long workers() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter(thread -> thread.getName().matches("DICOM Volumes \\d+"))
			.count();
	}

	private static byte[] gzip(final byte[] bytes) {
		final var out = new ByteArrayOutputStream();
		try (OutputStream packed = new GZIPOutputStream(out)) {
			packed.write(bytes);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return out.toByteArray();
	}
}

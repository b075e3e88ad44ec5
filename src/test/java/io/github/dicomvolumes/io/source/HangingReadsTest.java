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

package io.github.dicomvolumes.io.source;

import static io.github.dicomvolumes.io.header.ByteBuilder.EXPLICIT;
import static io.github.dicomvolumes.io.header.ByteBuilder.part10;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.dicomvolumes.Machine;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.scan.LocalPlace;
import io.github.dicomvolumes.io.scan.PlaceScan;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads that never return: opening a pipe into which nobody writes, which no interrupt ends. */
class HangingReadsTest {

	private static final Duration SOON = Duration.ofSeconds(20);

	@TempDir
	Path folder;

	private Path pipe;
	private final AtomicBoolean isCanceled = new AtomicBoolean();
	private final Progress progress = new Progress() {

		@Override
		public void update(final String phase, final long done, final long total) {}

		@Override
		public boolean isCanceled() {
			return isCanceled.get();
		}
	};

	@BeforeEach
	void makePipe() throws IOException {
		pipe = Machine.pipe(folder.resolve("pipe"));
	}

	@AfterEach
	void letThreadsEnd() throws IOException {
		Machine.release(pipe);
	}

	private void hang(final Runnable before) throws IOException {
		before.run();
		Files.newInputStream(pipe).close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 200 })
	void cancelEndsTheWaiting(final int n) {
		final AtomicInteger begun = new AtomicInteger();
		assertTimeoutPreemptively(SOON,
			() -> assertThrows(CancellationException.class, () -> Parallel.forEach(n, "Test", progress, i -> {
				begun.incrementAndGet();
				if (i == 0) hang(() -> isCanceled.set(true));
			})));
		assertTrue(begun.get() > 0);
	}

	@Test
	void interruptEndsTheWaitingAndIsThereToSee() {
		assertTimeoutPreemptively(SOON, () -> {
			final Thread caller = Thread.currentThread();
			assertThrows(CancellationException.class, () -> Parallel.forEach(2, "Test", progress, i -> {
				if (i == 0) hang(caller::interrupt);
			}));
			assertTrue(Thread.interrupted());
		});
	}

	@Test
	void othersGoOnUntilThen() {
		assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "the only thread hangs");
		final AtomicInteger done = new AtomicInteger();
		assertTimeoutPreemptively(SOON,
			() -> assertThrows(CancellationException.class, () -> Parallel.forEach(100, "Test", progress, i -> {
				if (i == 0) hang(() -> {});
				if (done.incrementAndGet() == 99) isCanceled.set(true);
			})));
		assertEquals(99, done.get());
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aFileThatBecomesAPipeUnderAScan(final boolean alone) throws IOException {
		for (final String name : List.of("a", "b", "c"))
			Files.write(folder.resolve(name), part10(EXPLICIT).image().bytes());
		final HeaderReader reader = (source, open) -> {
			if (!source.name().endsWith("b")) return HeaderReaders.BUILT_IN.read(source);
			isCanceled.set(true);
			return HeaderReaders.BUILT_IN.read(new FileSource(pipe,
				source.state() == null ? SourceState.of(DiskFile.requireRegular(Path.of(source.container())))
					: source.state()));
		};
		assertTimeoutPreemptively(SOON, () -> assertThrows(CancellationException.class,
			() -> new PlaceScan(reader, progress).scan(new LocalPlace(alone ? folder.resolve("b") : folder))));
	}

	/** A file that is opened without a walk that has just looked at it. */
	@Test
	void aPipeThatIsGivenAsAFileIsNotOpened() {
		for (final Source source : List.of(DiskSources.of(pipe), new GzipSource(pipe, null))) {
			final IOException failure = assertTimeoutPreemptively(SOON,
				() -> assertThrows(IOException.class, () -> source.open(0)));
			assertEquals("no regular file (a device, pipe or socket), and not opened", failure.getMessage());
		}
	}

	/** As when a volume is closed, or an import cancelled, while a thread hangs in a file with many frames. */
	@Test
	void sourcesAreClosedThoughAThreadHangs() throws Exception {
		final Source source = new GzipSource(Files.write(folder.resolve("a.gz"), new byte[100]), null);
		final OpenSources open = new OpenSources(Limits.DEFAULT);
		final CountDownLatch hangs = new CountDownLatch(1);
		final AtomicBoolean isClosed = new AtomicBoolean();
		final Thread reader = new Thread(() -> read(open, source, hangs, isClosed));
		reader.start();
		hangs.await();
		assertTimeoutPreemptively(SOON, () -> {
			final Thread other = new Thread(() -> read(open, source, hangs, new AtomicBoolean()));
			other.start();
			other.interrupt();
			other.join();
			open.close();
		});
		Machine.release(pipe);
		reader.join(SOON.toMillis());
		assertTrue(isClosed.get());
	}

	private void read(final OpenSources open, final Source source, final CountDownLatch hangs,
		final AtomicBoolean isClosed)
	{
		try (ReadableByteChannel channel = open.openUnpacked(source, 0, at -> {
			hangs.countDown();
			return java.nio.channels.Channels.newChannel(Files.newInputStream(pipe));
		})) {
			isClosed.set(true);
		}
		catch (final IOException exc) {
			return; // interrupted
		}
	}
}

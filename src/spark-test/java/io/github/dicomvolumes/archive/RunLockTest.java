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

package io.github.dicomvolumes.archive;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.archive.RunLock.Pulse;

/** One run at a time writes an index; what a dead one has left stops nobody, nor makes him wait for ever. */
@Timeout(60)
class RunLockTest {

	@TempDir
	Path folder;

	private Storage storage;

	@BeforeEach
	void open() throws IOException {
		storage = new Storage(folder.resolve("index").toString(), new Configuration());
	}

	@Test
	void aSecondRunIsRefusedUntilTheFirstEnds() throws IOException {
		try (RunLock first = RunLock.take(storage, false)) {
			final var failure = assertThrows(IllegalStateException.class, () -> RunLock.take(storage, false));
			assertTrue(failure.getMessage().contains("process " + ProcessHandle.current().pid()), failure.getMessage());
			assertTrue(failure.getMessage().contains("--force"), failure.getMessage());
		}
		RunLock.take(storage, false).close();
	}

	@Test
	void ofADeadProcessOfThisSystemItCountsForNothing() throws IOException, InterruptedException {
		final Process dead = Processes.start(folder.resolve("log"), "none.such.Class");
		final Optional<ProcessMark> mark = ProcessMark.of(dead.pid());
		assumeTrue(mark.isPresent(), "Linux only");
		dead.waitFor();
		assertTrue(mark.get().isGone());
		leave("a", mark.get(), "runs");
		// a number that another process has got since
		final ProcessMark own = ProcessMark.own().orElseThrow();
		leave("b", new ProcessMark(own.system(), own.pid(), "1"), "runs");
		RunLock.take(storage, false, new Pulse(ofSeconds(10), ofSeconds(1000), "")).close();
		assertEquals(List.of(), storage.list(RunLock.FOLDER));
	}

	/** A container may have the name, the number and even the time of this one. */
	@Test
	void ofAProcessElsewhereItIsWatched() throws IOException {
		final Pulse pulse = new Pulse(ofMillis(40), ofSeconds(9), "elsewhere/pid:[1]/0 1 1");
		final long start = System.nanoTime();
		try (RunLock first = RunLock.take(storage, false, pulse)) {
			final var failure = assertThrows(IllegalStateException.class, () -> RunLock.take(storage, false, pulse));
			assertTrue(failure.getMessage().contains("process " + ProcessHandle.current().pid()), failure.getMessage());
			assertTrue(System.nanoTime() - start < ofSeconds(9).toNanos(), "waited until the end");
		}
		for (final String text : new String[] { "state runs\nmark elsewhere/pid:[1]/0 1 1\n", "state asks\n", "" }) {
			storage.overwrite(RunLock.FOLDER + "/0", text);
			final long found = System.nanoTime();
			RunLock.take(storage, false, new Pulse(ofMillis(40), ofMillis(300), "")).close();
			assertTrue(System.nanoTime() - found > ofMillis(300).toNanos(), "took a run for dead at once: " + text);
		}
	}

	@Test
	void byForceItIsTakenAwayAndTheOtherRunEnds() throws IOException {
		try (RunLock first = RunLock.take(storage, false)) {
			first.check();
			try (RunLock second = RunLock.take(storage, true)) {
				assertThrows(IllegalStateException.class, first::check);
				second.check();
			}
		}
	}

	@Test
	void whatWasTakenAwayDoesNotComeBack() throws IOException, InterruptedException {
		final Pulse pulse = new Pulse(ofMillis(5), ofSeconds(100), "");
		try (RunLock first = RunLock.take(storage, false, pulse); RunLock second = RunLock.take(storage, true, pulse)) {
			Thread.sleep(200);
			assertThrows(IllegalStateException.class, first::check);
			first.close();
			second.check();
		}
	}

	/** However many come at once, and whatever dead ones have left: never two, and at least one of each crowd. */
	@Test
	void ofManyAtOnceOneRuns() throws Exception {
		final Random random = new Random(19);
		final String gone = ProcessMark.own()
			.map(own -> "state runs\nmark " + new ProcessMark(own.system(), own.pid(), "1") + "\n")
			.orElse("state runs\n");
		for (int round = 0; round < 4; round++) {
			final boolean isKnown = round > 0;
			for (int n = 0; n < 3; n++)
				storage.overwrite(RunLock.FOLDER + "/" + new UUID(random.nextLong(), n),
					isKnown ? gone : "state runs\n");
			final var running = new AtomicInteger();
			final var won = new AtomicInteger();
			final var most = new AtomicInteger();
			final ExecutorService crowd = Executors.newFixedThreadPool(5);
			final List<Future<?>> runs = new ArrayList<>();
			final String mark = isKnown ? Pulse.usual().mark() : "elsewhere/pid:[1]/0 1 1";
			for (int n = 0; n < 5; n++)
				runs.add(crowd.submit(() -> {
					try (RunLock lock = RunLock.take(storage, false, new Pulse(ofMillis(20), ofSeconds(4), mark))) {
						most.accumulateAndGet(running.incrementAndGet(), Math::max);
						Thread.sleep(300);
						lock.check();
						running.decrementAndGet();
						won.incrementAndGet();
					}
					catch (final IllegalStateException exc) {
						// refused
					}
					return null;
				}));
			for (final Future<?> run : runs)
				run.get();
			crowd.shutdown();
			assertEquals(1, most.get(), "at once");
			assertTrue(won.get() > 0, "all gave up");
			assertEquals(List.of(), storage.list(RunLock.FOLDER));
		}
	}

	private void leave(final String name, final ProcessMark mark, final String state) throws IOException {
		storage.overwrite(RunLock.FOLDER + "/" + name, "state " + state + "\nmark " + mark + "\nbeat 1\n");
	}

	@Test
	void otherFileSystemsHaveItToo() throws IOException {
		final Configuration configuration = new Configuration();
		TrialFileSystem.use(configuration);
		storage = new Storage(TrialFileSystem.SCHEME + ":" + folder.resolve("index"), configuration);
		try (RunLock first = RunLock.take(storage, false)) {
			assertThrows(IllegalStateException.class, () -> RunLock.take(storage, false));
			TrialFileSystem.LATE.set(2); // a listing without the own file says nothing of others
			assertThrows(IllegalStateException.class, () -> RunLock.take(storage, false));
			TrialFileSystem.REPLACED.set(3); // S3A does not read what was written since it asked for its length
			assertThrows(IllegalStateException.class, () -> RunLock.take(storage, false));
		}
		RunLock.take(storage, false).close();
	}

	@Test
	void anIndexIsLockedWhileARunWritesIt() throws IOException {
		final SparkSession spark = LocalSpark.session();
		final Path place = folder.resolve("archive");
		new SyntheticSeries().slices(3).write(place);
		try (RunLock other = RunLock.take(storage, false)) {
			assertThrows(IllegalStateException.class,
				() -> Index.of(spark, place.toString(), storage.toString(), IndexOptions.DEFAULT));
		}
		assertEquals(3, Index.of(spark, place.toString(), storage.toString(), IndexOptions.DEFAULT).read());
		assertTrue(storage.list(RunLock.FOLDER).isEmpty());
	}
}

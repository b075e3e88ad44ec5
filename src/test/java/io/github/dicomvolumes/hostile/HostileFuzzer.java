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

package io.github.dicomvolumes.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dicomvolumes.volume.DicomVolume;

/**
 * Puts damaged files beside an intact series and does with the folder what people do. The files are taken to pieces and
 * changed piece by piece ({@link Mutation}), so that they reach what a parser would refuse if bytes were changed at
 * random. Mutant n is the same file in every run, with the same looks at it:
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/cp.txt
 * java -Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ActiveProcessorCount=1 \
 *     -Dfrom=0 -Dmutants=1000000 -cp target/classes:target/test-classes:$(cat target/cp.txt) \
 *     io.github.dicomvolumes.hostile.HostileFuzzer
 * </pre>
 *
 * {@code -Dfrom} and {@code -Dmutants} divide the work between processes; {@code -Dmutant=17} does one and keeps its
 * file and the neighbour in a folder 17, which is in {@code -Dkeep=folder} if that is given.
 * <p>
 * <b>What is right.</b> Only documented exceptions with a reason ({@link Oracle}); nothing above 10 s
 * ({@link Watchdog}); nothing left ({@link Leftovers}); and the neighbour's volume, by these laws:
 * </p>
 * <ol>
 * <li>A stranger, which is a file that does not hold the neighbour's Series Instance UID anywhere, changes nothing:
 * there is one volume of the series, with the same voxels in the same places. So does a stranger that has the SOP
 * Instance UID of a slice, as that is a hint only (R66).</li>
 * <li>A file that holds the UID of the series but is not whole ({@link Wholeness}) changes nothing either: it may be a
 * volume of its own, but one volume is the neighbour's, with the same voxels in the same places (R7, R8).</li>
 * <li>A file of the series that is whole is a slice of which nobody can know that it is wrong. It may add places,
 * channels or times, and even divide the series (R14). But each slice of the neighbour is in exactly one volume, in its
 * place and with its values: what a slice more does never costs an intact one.</li>
 * <li>Only where a whole file of the series also has the SOP Instance UID of a slice, it may stand for that slice: two
 * files that say they are the same, of which either is as plausible (R7, first in path order).</li>
 * </ol>
 */
public final class HostileFuzzer implements AutoCloseable {

	private static final int BETWEEN_CHECKS = 500;
	private static final double SLOW = 3; // s
	private static final int TOLD = 10;

	private final Path work;
	private final Path folder;
	private final Wholeness wholeness;
	private final Findings findings = new Findings();
	private final Oracle oracle = new Oracle(findings);
	private final Watchdog watchdog = new Watchdog(findings);
	private final Seeds seeds = new Seeds();
	private final Neighbour neighbour;
	private final Leftovers leftovers;
	private long done;
	/** Those that took longer than {@link #SLOW}, with their seconds. */
	private final Map<Long, Double> slow = new TreeMap<>();

	/** @param work an empty folder, best in memory */
	HostileFuzzer(final Path work) throws IOException {
		this.work = work;
		folder = Files.createDirectory(work.resolve("beside"));
		wholeness = new Wholeness(Files.createDirectory(work.resolve("alone")));
		neighbour = new Neighbour(folder);
		leftovers = new Leftovers(work);
	}

	Findings findings() {
		return findings;
	}

	/** Does one mutant. */
	void run(final long number) throws IOException {
		final Mutant mutant = Mutant.of(number, seeds);
		oracle.next(mutant);
		Thread.setDefaultUncaughtExceptionHandler((thread, exc) -> oracle.uncaught(thread, exc));
		final Path file = folder.resolve(mutant.name());
		Files.write(file, mutant.bytes());
		watchdog.begin(mutant);
		final Random random = new Random(number);
		final Looks looks = new Looks(oracle, neighbour, random);
		final List<DicomVolume> volumes = looks.at(folder).orElse(null);
		if (volumes != null && !Watchdog.isCanceled()) checkNeighbour(mutant, volumes);
		if (mutant.name().endsWith(".dcm")) looks.file(file, mutant.hasContours());
		final double seconds = watchdog.end();
		if (seconds > SLOW) slow.put(number, seconds);
		Files.delete(file);
		if (++done % BETWEEN_CHECKS == 0) checkLeftovers();
	}

	void checkLeftovers() throws IOException {
		for (final String left : leftovers.look())
			oracle.found("left: " + left.replaceAll("[0-9]+", "#"), "one of the last " + BETWEEN_CHECKS, left);
	}

	private void checkNeighbour(final Mutant mutant, final List<DicomVolume> volumes) throws IOException {
		if (neighbour.isUntouchedIn(volumes)) return;
		final boolean isClaimed = Neighbour.isClaimedBy(mutant.plain());
		if (isClaimed && volumes.stream().anyMatch(neighbour::isEqual)) return; // beside frames that say they are of it
		if (!isClaimed) oracle.found("neighbour changed by a stranger", "import", told(volumes));
		else if (!wholeness.isWhole(mutant))
			oracle.found("neighbour changed by a damaged file", "import", told(volumes));
		else neighbour.problem(volumes, mutant.plain())
			.ifPresent(problem -> oracle.found("neighbour's slice " + problem, "import", told(volumes)));
	}

	private static String told(final List<DicomVolume> volumes) {
		final StringBuilder told = new StringBuilder();
		volumes.forEach(volume -> told.append(volume.report()).append('\n'));
		return told.substring(0, Math.min(told.length(), 3000));
	}

	String summary(final double seconds) {
		final String slowest = slow.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.limit(TOLD)
			.map(e -> String.format(Locale.ROOT, "%d (%.1f s)", e.getKey(), e.getValue()))
			.collect(Collectors.joining(", "));
		final String head = String.format(Locale.ROOT,
			"%d mutants of %d seeds in %.0f s, %.2f ms each%n%d took more than %.0f s: %s%n", done, seeds.size(),
			seconds, 1000 * seconds / Math.max(done, 1), slow.size(), SLOW, slowest);
		return head + findings.size() + " kinds of findings\n" + findings;
	}

	/** Removes the folder. */
	@Override
	public void close() throws IOException {
		try (Stream<Path> files = Files.walk(work)) {
			for (final Path file : files.sorted((a, b) -> b.compareTo(a)).toList())
				Files.delete(file);
		}
	}

	/** A new folder, in memory if the system has such. */
	static Path folder() throws IOException {
		final Path memory = Path.of("/dev/shm");
		return Files.isWritable(memory) ? Files.createTempDirectory(memory, "hostile")
			: Files.createTempDirectory("hostile");
	}

	/** Does many, or one; see above. */
	public static void main(final String[] args) throws IOException {
		System.setProperty("java.awt.headless", "true");
		final PrintStream out = System.out;
		System.setOut(new PrintStream(OutputStream.nullOutputStream())); // ImageJ's log goes there
		final long start = System.nanoTime();
		final Long one = Long.getLong("mutant");
		try (HostileFuzzer fuzzer = new HostileFuzzer(folder())) {
			if (one != null) {
				final Mutant mutant = Mutant.of(one, fuzzer.seeds);
				final Path kept = Path.of(System.getProperty("keep", System.getProperty("java.io.tmpdir")))
					.resolve(one.toString());
				Neighbour.series().write(Files.createDirectories(kept));
				Files.write(kept.resolve(mutant.name()), mutant.bytes());
				out.println(mutant + "\n" + kept);
				fuzzer.run(one);
			}
			else fuzzer.run(Long.getLong("from", 0), Long.getLong("mutants", 1_000_000), out, start);
			fuzzer.checkLeftovers();
			out.println(fuzzer.summary((System.nanoTime() - start) / 1e9));
		}
	}

	private void run(final long from, final long count, final PrintStream out, final long start) throws IOException {
		int kinds = 0;
		for (long number = from; number < from + count; number++) {
			run(number);
			final boolean isNew = findings.size() > kinds;
			kinds = findings.size();
			if (isNew || done % 10_000 == 0) out.printf("%d: %.2f ms each, %d kinds of findings%s%n", number + 1,
				(System.nanoTime() - start) / 1e6 / done, kinds, isNew ? ", one by " + number : "");
		}
	}
}

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

import static io.github.dicomvolumes.rules.Volumes.codes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.OpenFiles;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.geometry.SliceSpacing.Verdict;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.scan.LocalPlace;
import io.github.dicomvolumes.io.scan.PlaceScan;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.io.scan.Scan;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R49, R50: progress, cancelling and what the report says. */
class ReportTest {

	/** Says stop when it has been asked some times in a phase, and counts how often it is asked after that. */
	private static final class StopLater implements Progress {

		private final String phase;
		private int left;
		private String now = "";
		private int askedAfter;

		StopLater(final String phase, final int times) {
			this.phase = phase;
			left = times;
		}

		@Override
		public void update(final String nowPhase, final long done, final long total) {
			now = nowPhase;
		}

		@Override
		public boolean isCanceled() {
			if (left == 0) askedAfter++;
			else if (now.equals(phase)) left--;
			return left == 0;
		}
	}

	// -- R49 --

	@RuleCases("axial_asc")
	void phasesAreCountedToTheEnd(final RuleCase files) throws IOException {
		final Set<String> phases = new LinkedHashSet<>();
		final Set<String> last = new LinkedHashSet<>();
		final Thread caller = Thread.currentThread();
		DicomVolumes.open(files.place(), ImportOptions.DEFAULT.withProgress((phase, done, total) -> {
			phases.add(phase);
			if (done == total) last.add(phase + " " + total);
			assertTrue(done >= 0 && done <= total);
			assertEquals(caller, Thread.currentThread());
		}));
		phases.remove("Listing files");
		assertEquals(List.of("Examining files", "Grouping files", "Loading data"), List.copyOf(phases));
		assertTrue(last.containsAll(Set.of("Examining files 5", "Grouping files 1", "Loading data 5")),
			last.toString());
	}

	@ParameterizedTest
	@Timeout(60)
	@ValueSource(strings = { "Listing files", "Examining files", "Loading data" })
	void cancellingInTheMiddleLeavesNothingOpen(final String phase, @TempDir final Path folder) throws IOException {
		new SyntheticSeries().slices(1000).write(folder);
		assertEquals(1000, DicomVolumes.open(folder).dimensions()[2]); // warm
		try (var in = Files.newInputStream(folder.resolve("IM002"))) {
			assertEquals(OpenFiles.areListed() ? 1 : 0, OpenFiles.below(folder).size(), "the count itself");
		}
		// On a busy machine the work may be over before it was asked often, but never before it was asked twice: when the
		// phase begins, and when its threads have begun.
		int times = 16;
		while (!isCancelled(folder, phase, times))
			assertTrue((times /= 2) >= 2, phase + " was not cancelled");
		assertEquals(1000, DicomVolumes.open(folder).dimensions()[2]);
	}

	private static boolean isCancelled(final Path folder, final String phase, final int times) throws IOException {
		final var stop = new StopLater(phase, times);
		final Set<Thread> before = Thread.getAllStackTraces().keySet(); // reading ahead for an earlier test may linger
		try {
			DicomVolumes.open(folder, ImportOptions.DEFAULT.withProgress(stop));
			return false;
		}
		catch (final CancellationException exc) {
			assertTrue(exc.getMessage().endsWith(" cancelled"), exc.getMessage()); // at the very end it is the next phase
		}
		assertTrue(stop.askedAfter <= 1, "went on after cancel");
		assertFalse(
			Thread.getAllStackTraces()
				.keySet()
				.stream()
				.anyMatch(t -> t.getName().startsWith("DICOM Volumes") && t.isAlive() && !before.contains(t)),
			"threads go on");
		assertEquals(List.of(), OpenFiles.below(folder));
		return true;
	}

	@ParameterizedTest
	@ValueSource(strings = { "Examining files", "Loading data" })
	void archiveIsClosedAfterCancelAndAfterLoading(final String phase, @TempDir final Path folder) throws IOException {
		final Path zip = new SyntheticSeries().slices(50).writeZip(folder.resolve("a.zip"));
		DicomVolumes.open(zip);
		assertEquals(List.of(), OpenFiles.below(folder));
		assertThrows(CancellationException.class,
			() -> DicomVolumes.open(zip, ImportOptions.DEFAULT.withProgress(new StopLater(phase, 1))));
		assertEquals(List.of(), OpenFiles.below(folder));
	}

	/** The division of one long series takes long: it asks before each step, and ends at any. */
	@Test
	void oneSeriesIsDividedInSteps(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().slices(1).write(folder); // of several, which thread asks how often would be up to chance
		final Scan scan = new PlaceScan(HeaderReaders.BUILT_IN, Progress.NONE).scan(new LocalPlace(folder));
		final int steps = stepsUntilCancelled(scan, Integer.MAX_VALUE);
		assertTrue(steps > 10, steps + " steps");
		for (int n = 1; n <= steps; n++)
			try {
				final int asked = stepsUntilCancelled(scan, n);
				assertTrue(asked < n, "went on after step " + n + " of " + asked);
				assertTrue(n > steps - 5, "asked " + asked + " times only"); // how quickly threads end varies a little
			}
			catch (final CancellationException exc) {
				assertTrue(exc.getMessage().endsWith(" cancelled"), exc.getMessage());
			}
	}

	/** How often it was asked whether to stop. */
	private static int stepsUntilCancelled(final Scan scan, final int last) throws IOException {
		final var asked = new AtomicInteger();
		SeriesCatalog.of(scan, new Progress() {

			@Override
			public void update(final String phase, final long done, final long total) {}

			@Override
			public boolean isCanceled() {
				return asked.incrementAndGet() >= last;
			}
		}, stack -> Optional.empty());
		return asked.get();
	}

	/** A summary line for each volume, however many slices have the same problem. */
	@RuleCases("pixeldata_too_short")
	void messagesAreCollectedOncePerVolume(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertEquals(1, volume.report().findings().size());
		assertEquals("5 slices are cut or damaged; what is missing is filled", volume.report().note());
	}

	// -- R50 --

	@RuleCases({ "axial_asc", "missing_slice", "gantry_tilt_pos", "no_ipp", "no_iop", "truncated_one", "single_slice",
		"zero_pixel_spacing", "duplicate_exact", "rescale_per_slice", "tilt_tag_but_resampled", "pixeldata_too_long" })
	void findingsHaveCodes(final RuleCase files) throws IOException {
		final Set<Code> expected = switch (files.name()) {
			case "missing_slice" -> Set.of(Code.MISSING_SLICES);
			case "gantry_tilt_pos" -> Set.of(Code.GANTRY_TILT, Code.SPACING_DISAGREES);
			case "no_ipp" -> Set.of(Code.NO_POSITION, Code.SPACING_ASSUMED);
			case "no_iop" -> Set.of(Code.NO_ORIENTATION);
			case "truncated_one" -> Set.of(Code.TRUNCATED);
			case "single_slice" -> Set.of(Code.SPACING_ASSUMED);
			case "zero_pixel_spacing" -> Set.of(Code.PIXEL_SIZE_UNKNOWN);
			case "duplicate_exact" -> Set.of(Code.DUPLICATES);
			case "rescale_per_slice" -> Set.of(Code.VALUES);
			case "tilt_tag_but_resampled" -> Set.of(Code.TILT_NOT_FOUND);
			case "pixeldata_too_long" -> Set.of(Code.TOO_LONG);
			default -> Set.of();
		};
		final DicomVolume volume = files.volume();
		assertEquals(expected, Set.copyOf(codes(volume)));
		final Set<Code> warnings = expected.stream().filter(Code::isWarning).collect(Collectors.toSet());
		assertEquals(warnings, volume.report().warnings().stream().map(f -> f.code()).collect(Collectors.toSet()));
		for (final Code code : Code.values())
			assertEquals(expected.contains(code), volume.report().has(code));
	}

	@RuleCases("missing_slice")
	void missingSlicesAreNumbers(final RuleCase files) throws IOException {
		final var gaps = files.volume().stack().gaps().orElseThrow();
		assertEquals(Verdict.MISSING, gaps.verdict());
		assertEquals(3, gaps.missing()[0]);
		assertEquals(1, gaps.missingCount());
	}

	@RuleCases("nearly_uniform")
	void deviationIsANumber(final RuleCase files) throws IOException {
		final var gaps = files.volume().stack().gaps().orElseThrow();
		assertEquals(Verdict.NEARLY_UNIFORM, gaps.verdict());
		assertEquals(0.15, gaps.maxDeviation(), 1e-9);
	}

	@RuleCases("intercept_only_missing_slope")
	void headlineSaysWhatItIs(final RuleCase files) throws IOException {
		final String headline = files.volume().report().headline();
		for (final String part : List.of("(series 1)", "5 files", "16 x 12 x 5 voxels of 0.5 x 2 x 3 mm",
			"slice spacing from positions", "axial LPH", "stored - 1024 HU"))
			assertTrue(headline.contains(part), headline);
	}

	@RuleCases("truncated_one")
	void textHasALineForTheFindingAndItsFile(final RuleCase files) throws IOException {
		final List<String> lines = files.volume().report().toString().lines().toList();
		assertEquals(3, lines.size());
		assertEquals("  warning: 1 slice is cut or damaged; what is missing is filled", lines.get(1));
		assertTrue(lines.get(2).endsWith("IM003: 284 of 384 bytes"), lines.get(2));
	}
}

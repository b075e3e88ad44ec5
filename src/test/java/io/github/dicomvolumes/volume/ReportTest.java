package io.github.dicomvolumes.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;

class ReportTest {

	private static final Finding SPLIT = new Finding(Code.SPLIT, "split by size");
	private static final Finding TILT = new Finding(Code.GANTRY_TILT, "tilted by 12 degrees");
	private static final Finding MISSING = new Finding(Code.MISSING_SLICES, "slice 4 is missing");

	@Test
	void warningsComeBeforeNotesAndKeepTheirOrder() {
		assertEquals("tilted by 12 degrees; slice 4 is missing; split by size", new Report("", List
			.of(SPLIT, TILT, MISSING)).note());
		assertEquals(List.of(TILT, MISSING), new Report("", List.of(SPLIT, TILT, MISSING))
			.warnings());
	}

	@Test
	void nothingToSay() {
		final Report report = new Report("headline", List.of());
		assertEquals("", report.note());
		assertEquals("headline", report.toString());
		assertFalse(report.has(Code.SPLIT));
	}

	@Test
	void blockForTheLog() {
		final List<String> files = IntStream.rangeClosed(1, 10).mapToObj(i -> "file " + i).toList();
		final Report report = new Report("headline", List.of(SPLIT, new Finding(Code.DUPLICATES,
			"10 duplicates ignored", files), TILT));
		assertEquals("""
				headline
				  note: split by size
				  note: 10 duplicates ignored
				    file 1
				    file 2
				    file 3
				    file 4
				    file 5
				    file 6
				    file 7
				    file 8
				    and 2 more
				  warning: tilted by 12 degrees""", report.toString());
		assertTrue(report.has(Code.DUPLICATES));
	}
}

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

package io.github.dicomvolumes.command.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.dicomvolumes.work.Parts;

import org.junit.jupiter.api.Test;

/** One bar over all phases of a command. */
class CourseTest {

	private static final double EXACT = 1e-12;
	private static final List<Phase> EXPECTED = List.of(new Phase("List", 1), new Phase("Read", 3),
		new Phase("Write", 4));

	@Test
	void expectedPhasesHaveTheirShare() {
		final Course course = new Course(EXPECTED);
		assertEquals(0, course.at("List", 0, 5), EXACT);
		assertEquals(0.125, course.at("List", 5, 5), EXACT);
		assertEquals(0.125 + 0.375 / 2, course.at("Read", 2, 4), EXACT);
		assertEquals(0.5, course.at("Read", 4, 4), EXACT);
		assertEquals(1, course.at("Write", 1, 1), EXACT);
	}

	@Test
	void whatIsLeftOutIsSharedByTheOthers() {
		final Course course = new Course(EXPECTED);
		assertEquals(0.125, course.at("List", 1, 1), EXACT);
		assertEquals(0.125, course.at("Write", 0, 9), EXACT);
		assertEquals(1, course.at("Write", 9, 9), EXACT);
	}

	@Test
	void theOnlyPhaseIsNearlyAll() {
		final Course course = new Course(List.of());
		assertEquals(0.45, course.at("Reslicing", 1, 2), EXACT);
		assertEquals(0.9, course.at("Reslicing", 2, 2), EXACT);
	}

	/** Whatever phases come, in whatever order and how often. */
	@Test
	void neverGoesBackNorBeyondTheEnd() {
		for (int seed = 0; seed < 500; seed++) {
			final Random random = new Random(seed);
			final Course course = new Course(EXPECTED);
			double before = 0;
			for (int n = 0; n < 50; n++) {
				final int total = random.nextInt(6);
				final double at = course.at(List.of("List", "Read", "Write", "Other", "More").get(random.nextInt(5)),
					random.nextInt(total + 1), total);
				assertTrue(at >= before && at <= 1, "seed " + seed + ": " + at + " after " + before);
				before = at;
			}
		}
	}

	/** Each part has phases of its own, as the mask and the doses of each structure. */
	@Test
	void partsOfAPhaseAreOneWay() {
		final List<String> told = new ArrayList<>();
		final Parts parts = new Parts((phase, done, total) -> told.add(phase + " " + done), "Measuring", 1, 3);
		parts.update("First", 1, 2);
		parts.update("First", 2, 2);
		parts.update("Second", 0, 9); // goes not back
		parts.next();
		final Parts inner = new Parts(parts, "Inner", 2);
		inner.next();
		parts.next();
		assertEquals(List.of(13, 25, 25, 25, 63, 100).stream().map(n -> "Measuring " + n).toList(), told);
	}

	@Test
	void aPersonsTimeDoesNotCount() {
		final long[] now = { 100 };
		final Stopwatch watch = new Stopwatch(() -> now[0]);
		now[0] += 5;
		assertEquals("yes", watch.pausedFor(() -> {
			now[0] += 1000;
			return "yes";
		}));
		now[0] += 2;
		assertEquals(7, watch.nanos());
	}

	@Test
	void saysWhatIsDoneAndHowMuchIsLeft() {
		assertEquals("Loading data: 300 of 1000, 12 s left", ImageJProgress.text("Loading data", 300, 1000, "12 s"));
		assertEquals("Grouping files", ImageJProgress.text("Grouping files", 0, 1, ""));
		assertEquals("Sampling dose: 30 %, 12 s left", ImageJProgress.text("Sampling dose", 0.3, "12 s"));
		assertEquals("", ImageJProgress.left(1e9, 0.5), "too early to say");
		assertEquals("3 s", ImageJProgress.left(3e9, 0.5));
		assertEquals("15 min", ImageJProgress.left(1e11, 0.1));
		assertEquals("", ImageJProgress.left(9e9, 1));
	}
}

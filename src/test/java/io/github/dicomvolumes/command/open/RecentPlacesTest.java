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

package io.github.dicomvolumes.command.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.prefs.PrefService;

/** The list of the last places. Who gets into it: DroppedPlacesTest. */
class RecentPlacesTest {

	private final Context context = new Context(PrefService.class);
	private final RecentPlaces recent = new RecentPlaces(context);

	@AfterEach
	void dispose() {
		recent.clear();
		context.dispose();
	}

	@Test
	void latestIsFirstAndOnlyOnce() {
		recent.clear();
		for (final String path : List.of("a", "b", "a", "./b"))
			recent.add(new File(path));
		assertEquals(paths("b", "a"), recent.list());
		assertEquals(paths("b", "a"), new RecentPlaces(context).list());
	}

	@Test
	void oldestGoes() {
		recent.clear();
		IntStream.range(0, 13).forEach(i -> recent.add(new File("p" + i)));
		assertEquals(RecentPlaces.MOST, recent.list().size());
		assertEquals(paths("p12", "p11"), recent.list().subList(0, 2));
	}

	/** Nothing of it is left in the preferences. */
	@Test
	void clearedListIsEmpty() {
		recent.add(new File("a"));
		recent.add(new File("b"));
		recent.clear();
		assertEquals(List.of(), recent.list());
		recent.add(new File("c"));
		assertEquals(paths("c"), recent.list());
	}

	private static List<String> paths(final String... names) {
		return List.of(names).stream().map(name -> new File(name).getAbsolutePath()).toList();
	}
}

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

package io.github.dicomvolumes.pixels;

import static io.github.dicomvolumes.pixels.Slices.slice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.pixels.Window.Function;

import java.util.List;

import org.junit.jupiter.api.Test;

class WindowTest {

	@Test
	void presetsInTheirOrder() {
		final Slices slice = window("450\\200", "790\\443").with(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "BONE\\SOFT");
		assertEquals(
			List.of(new Window(450, 790, "BONE", Function.LINEAR), new Window(200, 443, "SOFT", Function.LINEAR)),
			of(slice));
		assertEquals(List.of(), slice.notes);
	}

	@Test
	void rangesOfTheFunctions() {
		// PS3.3 C.11.2.1.2.1: center 2048, width 4096 is all of 0 to 4095.
		final Window linear = new Window(2048, 4096, "", Function.LINEAR);
		assertEquals(0, linear.low());
		assertEquals(4095, linear.high());
		final Window exact = new Window(0.5, 0.4, "", Function.LINEAR_EXACT);
		assertEquals(0.3, exact.low(), 1e-12);
		assertEquals(0.7, exact.high(), 1e-12);
		assertEquals(99.5, new Window(100, 1, "", Function.LINEAR).low());
		assertEquals(99.5, new Window(100, 1, "", Function.LINEAR).high());
	}

	@Test
	void unequalListsAreIgnored() {
		final Slices slice = window("40\\40", "100");
		assertEquals(List.of(), of(slice));
		assertEquals(List.of("(0028,1050) Window Center has 2 values and (0028,1051) Window Width has 1; " +
			"they must be pairs, all are ignored."), slice.notes);
	}

	@Test
	void tooNarrowIsIgnored() {
		final Slices slice = window("40\\50\\60", "0.5\\x\\100");
		assertEquals(List.of(new Window(60, 100, "", Function.LINEAR)), of(slice));
		assertEquals("(0028,1050) Window Center is 40 and (0028,1051) Window Width is 0.5; " +
			"the width must be at least 1, the pair is ignored.", slice.notes.get(0));
		assertEquals(2, slice.notes.size());
		assertEquals(1, of(window("40", "0.5").with(Tag.VOI_LUT_FUNCTION, "SIGMOID")).size());
	}

	@Test
	void unknownFunctionIsLinear() {
		final Slices slice = window("40", "400").with(Tag.VOI_LUT_FUNCTION, "CUBIC");
		assertEquals(Function.LINEAR, of(slice).get(0).function());
		assertEquals(1, slice.notes.size());
	}

	@Test
	void normallyAbsent() {
		final Slices slice = slice();
		assertEquals(List.of(), of(slice));
		assertEquals(List.of(), slice.notes);
	}

	@Test
	void refusesWhatIsNoWindow() {
		assertThrows(IllegalArgumentException.class, () -> new Window(0, 0, "", Function.LINEAR_EXACT));
		assertThrows(IllegalArgumentException.class, () -> new Window(Double.NaN, 1, "", Function.LINEAR));
	}

	private static Slices window(final String centers, final String widths) {
		return slice().with(Tag.WINDOW_CENTER, centers).with(Tag.WINDOW_WIDTH, widths);
	}

	private static List<Window> of(final Slices slice) {
		return Window.of(slice.attributes(), slice.notes::add);
	}
}

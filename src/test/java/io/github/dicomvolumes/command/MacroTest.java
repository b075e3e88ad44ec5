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

package io.github.dicomvolumes.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One macro line gives the same result in every ImageJ. */
class MacroTest {

	/** ImageJ as Fiji patches it for running without windows. */
	@Nested
	class Headless extends Contract implements TestImageJ.Headless {}

	/** ImageJ as downloaded, with windows. */
	@Nested
	class Plain extends Contract implements TestImageJ.Plain {}

	/** What every ImageJ has to do. */
	abstract static class Contract implements TestImageJ.Any {

		private TestImageJ ij;

		@BeforeEach
		void clear() {
			ij = emptied();
			System.clearProperty(EveryInput.RECEIVED);
		}

		@Test
		void inputsLeftOutTakeTheirDefaults() {
			assertReceives("null||In memory|true|1|0.5", "");
		}

		@Test
		void everyKindOfInput() {
			assertReceives("/my data/[x]|a b|Virtual|false|2|-1.0E-4",
				"folder=[/my data/[x]] series='a b' load=virtual aspect=FALSE images=2 angle=-1e-4");
		}

		@Test
		void bareBoolean() {
			assertReceives("null||In memory|true|1|0.5", "aspect");
		}

		@Test
		@DisplayName("a key inside another value is no key")
		void keyInsideValue() {
			assertReceives("/a_load=/images=5|load=x|In memory|true|1|0.5", "folder=/a_load=/images=5 series=[load=x]");
		}

		@Test
		void macroVariable() {
			ij.run("name = 'head'; run('" + EveryInput.LABEL + "', 'series=&name');");
			assertEquals("null|head|In memory|true|1|0.5", received());
		}

		@Test
		void valuesAreNotRememberedForTheNextMacro() {
			ij.run(line("series=head load=Virtual aspect=false images=2"));
			assertReceives("null||In memory|true|1|0.5", "");
		}

		@Test
		void badValueStopsTheMacro() {
			assertStops("load=Vitual is not allowed; it must be one of [In memory], Virtual.", "load=Vitual");
			assertStops("images=9 is not allowed; it must be a whole number from 0 to 5.", "images=9");
			assertStops("images=1.5 is not allowed; it must be a whole number from 0 to 5.", "images=1.5");
			assertStops("angle=x is not allowed; it must be a number.", "angle=x");
			assertStops("aspect=maybe is not allowed; it must be one of true, false.", "aspect=maybe");
			assertStops("folder=[/a is not closed; it begins with [", "folder=[/a");
			assertNull(received());
		}

		@Test
		void unknownKeyStopsTheMacro() {
			assertStops(
				"data is not a key of this command; allowed: " + "folder, series, load, aspect, images, angle, fail. " +
					"A value with spaces needs [brackets], or 'quotes' if it has brackets itself.",
				"folder=/my data");
		}

		@Test
		void exceptionStopsTheMacro() {
			assertEquals("IM_1 is broken.", error("fail=IOException"));
			assertTrue(error("fail=bug").startsWith("Internal error: java.lang.NullPointerException: oops"));
		}

		@Test
		void cancelStopsTheMacroWithoutAMessage() {
			assertNull(ij.run(line("fail=cancel") + "return 'went on';"));
		}

		@Test
		void outputsAreOpenOnceAndTheLastIsActive() {
			assertEquals("2 result 2 4x3x2", ij.run(line("images=2") +
				"return '' + nImages + ' ' + getTitle + ' ' + getWidth + 'x' + getHeight + 'x' + nSlices;"));
		}

		@Test
		void outputsInBatchMode() {
			assertEquals("3 result 2", ij.run("setBatchMode(true);" + "newImage('older', '8-bit', 5, 5, 1);" +
				line("images=2") + "return '' + nImages + ' ' + getTitle;"));
		}

		@Test
		void activeImageIsTheInput() {
			assertEquals("of older", ij.run("newImage('older', '8-bit', 5, 5, 1);" + "run('" + ImageInput.LABEL +
				"', 'slice=1'); return getTitle;"));
			assertEquals("of a",
				ij.run("setBatchMode(true);" + "newImage('a', '8-bit', 5, 5, 1); a = getImageID;" +
					"newImage('b', '8-bit', 5, 5, 1); selectImage(a);" + "run('" + ImageInput.LABEL +
					"'); return getTitle;"));
		}

		@Test
		void noImage() {
			assertEquals(ImageInput.LABEL + ": There is no image open.", ij.eval("run('" + ImageInput.LABEL + "');"));
		}

		private static String line(final String options) {
			return "run(\"" + EveryInput.LABEL + "\", \"" + options + "\");";
		}

		private static String received() {
			return System.getProperty(EveryInput.RECEIVED);
		}

		private void assertReceives(final String expected, final String options) {
			ij.run(line(options));
			assertEquals(expected, received());
		}

		private void assertStops(final String expected, final String options) {
			final String label = EveryInput.LABEL + ": ";
			assertEquals(label + expected, error(options));
		}

		private String error(final String options) {
			return ij.eval(line(options));
		}
	}
}

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

package io.github.dicomvolumes.view.picker;

import io.github.dicomvolumes.data.ByteSize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Whether volumes are opened virtually. */
class LoadChoiceTest {

	private static final long MB = 1 << 20;

	@Test
	void moreThanHalfOfWhatIsLeftIsVirtual() {
		final LoadChoice choice = new LoadChoice(false, 100 * MB);
		assertFalse(choice.isVirtual(50 * MB));
		assertTrue(choice.isVirtual(50 * MB + 1));
		assertFalse(choice.isVirtual(10 * MB)); // less is chosen again
	}

	@Test
	void whatWasAskedForBeforeStays() {
		assertTrue(new LoadChoice(true, 100 * MB).isVirtual(1));
	}

	@Test
	void whatThePersonSaysCountsMore() {
		final LoadChoice choice = new LoadChoice(true, 100 * MB);
		choice.say(false);
		assertFalse(choice.isVirtual(1));
		assertFalse(choice.isVirtual(90 * MB));
		choice.say(true);
		assertTrue(choice.isVirtual(1));
	}

	@Test
	void sizesAreTold() {
		final LoadChoice choice = new LoadChoice(false, 3 << 10 * 3 - 1);
		assertEquals("Nothing chosen", choice.text(0, 0));
		assertEquals("1 volume: 49.5 MB of pixels; Java has 1.5 GB of memory left", choice.text(1, 99 * MB / 2));
		assertEquals("2 volumes: 900 MB of pixels, more than half of the 1.5 GB of memory that Java has left",
			choice.text(2, 900 * MB));
	}

	@Test
	void megabytesAreShort() {
		assertEquals("0.1", ByteSize.megabytes(1));
		assertEquals("49.5", ByteSize.megabytes(99 * MB / 2));
		assertEquals("100", ByteSize.megabytes(100 * MB + 1000));
		assertEquals("1840", ByteSize.megabytes(1840 * MB));
		assertEquals("1023 MB", ByteSize.text(1023 * MB));
		assertEquals("1.0 GB", ByteSize.text(1024 * MB));
	}

	@Test
	void javaHasSomethingLeft() {
		final long left = LoadChoice.left();
		assertTrue(left > 0 && left <= Runtime.getRuntime().maxMemory(), String.valueOf(left));
	}
}

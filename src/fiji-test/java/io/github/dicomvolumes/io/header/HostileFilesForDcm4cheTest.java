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

package io.github.dicomvolumes.io.header;

import static io.github.dicomvolumes.io.header.ByteBuilder.EXPLICIT;
import static io.github.dicomvolumes.io.header.ByteBuilder.little;
import static io.github.dicomvolumes.io.header.ByteBuilder.part10;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import io.github.dicomvolumes.io.dcm4che.Dcm4cheReader;

/** The reader on dcm4che is as safe; it only copies more. */
class HostileFilesForDcm4cheTest extends HostileFilesTest {

	private static final int UNKNOWN = 0x00291010;

	@Override
	HeaderReader reader() {
		return new Dcm4cheReader();
	}

	/** It knows limits of a file, not of a scan. */
	@Override
	String limitOfEndless() {
		return "longer than 256 MiB";
	}

	/** dcm4che hands values out as copies: one for each level, of which there are at most 64. */
	@Override
	@Test
	void unknownInUnknown() {
		byte[] content = new byte[50_000];
		for (int level = 0; level < 100; level++)
			content = little().item(little().implicit(UNKNOWN, content)).bytes();
		final byte[] file = part10(EXPLICIT).us(0x00080040, 1).longElement(UNKNOWN, "UN", content).image().bytes();
		final long bytes = allocated(() -> reader().read(ByteBuilder.source(file)));
		assertTrue(bytes < 3 * 64 * content.length, bytes + " bytes were allocated");
	}
}

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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.DicomWriter;
import io.github.dicomvolumes.io.source.DiskSources;

/** "US or SS" in implicit VR is what Pixel Representation of the same data set says (PS3.5 A.1). */
class SignedImplicitTest {

	private static final int SMALLEST = Dictionary.tag("SmallestImagePixelValue");
	private static final int ICON = Dictionary.tag("IconImageSequence");
	private static final int LARGEST_OF_PLANE = Dictionary.tag("LargestImagePixelValueInPlane");

	@ParameterizedTest
	@CsvSource({ "1, SS, -1024", "0, US, 64512" })
	void asPixelRepresentationSays(final int representation, final VR vr, final String value,
		@TempDir final Path folder) throws IOException
	{
		final Attributes icon = Attributes.builder()
			.put(Tag.ROWS, 1)
			.put(Tag.PIXEL_REPRESENTATION, 1 - representation)
			.put(SMALLEST, VR.US, 64512)
			.build();
		final Path file = folder.resolve("implicit");
		new DicomWriter(TransferSyntax.IMPLICIT_LITTLE_ENDIAN, true, false).write(Attributes.builder()
			.put(Tag.MODALITY, "CT")
			.put(Tag.PIXEL_REPRESENTATION, representation)
			.put(SMALLEST, VR.US, 64512)
			.put(LARGEST_OF_PLANE, VR.US, 64512)
			.put(ICON, List.of(icon))
			.build(), file);
		final Attributes read = HeaderReaders.BUILT_IN.read(DiskSources.of(file)).attributes();
		final Element smallest = read.optional(SMALLEST).orElseThrow();
		assertEquals(vr, smallest.vr());
		assertEquals(value, smallest.display());
		assertEquals(vr, read.optional(LARGEST_OF_PLANE).orElseThrow().vr());
		assertEquals(vr == VR.SS ? VR.US : VR.SS, read.items(ICON).get(0).optional(SMALLEST).orElseThrow().vr(),
			"the icon has pixels of its own");
	}
}

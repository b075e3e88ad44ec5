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

package io.github.dicomvolumes.view.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticObjects.SegmentFrame;
import io.github.dicomvolumes.series.Segment;

import ij.ImagePlus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentColoursTest {

	/** R68 (e). */
	@Test
	void theBackgroundIsBlackWhateverItsLabel() {
		final List<Segment> segments = List.of(new Segment(1, "Liver", 0x123456));
		final var plain = SegmentColours.table(segments, OptionalInt.empty());
		final var padded = SegmentColours.table(segments, OptionalInt.of(200));
		assertEquals(0xFF123456, padded.getRGB(1));
		assertEquals(0xFF000000, padded.getRGB(200));
		assertEquals(plain.getRGB(199), padded.getRGB(199));
		assertEquals(0xFF000000, plain.getRGB(0));
	}

	@Test
	void colourImagesKeepTheirColours(@TempDir final Path folder) throws IOException {
		SyntheticObjects.segmentation("seg", "BINARY", "NO", List.of("Liver"), new SegmentFrame(1, 30))
			.rgb(0)
			.values((k, r, c) -> 0x123456)
			.write(folder);
		final ImagePlus image = VolumeImagePlus.of(DicomVolumes.open(folder));
		assertEquals(24, image.getBitDepth());
		assertEquals(0xFF123456, image.getProcessor().get(3, 2));
	}
}

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

package io.github.dicomvolumes.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.SyntheticStructures;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.volume.Belonging.Verdict;

/** R63: what belongs to what. */
class BelongingTest {

	@TempDir
	Path folder;

	private DicomVolume volume;
	private String series, space;

	@BeforeEach
	void open() throws IOException {
		final SyntheticSeries ct = new SyntheticSeries("ct");
		ct.write(folder);
		volume = DicomVolumes.open(folder);
		series = volume.attributes().orElse(Tag.SERIES_INSTANCE_UID, "");
		space = ct.uid(0);
	}

	@Test
	void theSeriesIsNamed() {
		final Belonging belonging = Belonging.of(new SyntheticStructures("1.2.3").naming(space, series).toAttributes());
		assertTrue(belonging.names(volume));
		assertEquals(Verdict.BELONGS, belonging.verdict(volume, space));
		assertEquals(Verdict.BELONGS_BY_NAME_ONLY, belonging.verdict(volume, "1.2.3"));
		assertEquals(Verdict.BELONGS_BY_NAME_ONLY, belonging.verdict(volume, ""));
	}

	/** A segmentation: Referenced Series, and for each frame the image that it was made of. */
	@Test
	void anImageIsNamed() {
		final String image = volume.stack().files().get(2).attributes().orElse(Tag.SOP_INSTANCE_UID, "");
		final Attributes source = item("ReferencedSOPInstanceUID", image);
		final Attributes segmentation = Attributes.builder()
			.put(Tag.SERIES_INSTANCE_UID, "1.9")
			.put(Dictionary.tag("DerivationImageSequence"),
				List.of(Attributes.builder().put(Dictionary.tag("SourceImageSequence"), List.of(source)).build()))
			.build();
		assertEquals(Verdict.BELONGS_BY_NAME_ONLY, Belonging.of(segmentation).verdict(volume, "1.2.3"));
		final Attributes other = Attributes.builder()
			.put(Dictionary.tag("SourceImageSequence"), List.of(item("ReferencedSOPInstanceUID", "1.2.4")))
			.build();
		assertEquals(Verdict.ELSEWHERE, Belonging.of(other).verdict(volume, "1.2.3"));
	}

	/** A dose names its plan only, and lies in the space of the CT. */
	@Test
	void elseTheFrameOfReferenceCounts() {
		final Attributes dose = Attributes.builder()
			.put(Tag.FRAME_OF_REFERENCE_UID, space)
			.put(Dictionary.tag("ReferencedRTPlanSequence"), List.of(item("ReferencedSOPInstanceUID", "1.2.5")))
			.build();
		assertFalse(Belonging.of(dose).names(volume));
		assertEquals(Verdict.BELONGS, Belonging.of(dose).verdict(volume, space));
		assertEquals(Verdict.ELSEWHERE, Belonging.of(dose).verdict(volume, "1.2.3"));
		assertEquals(Verdict.ELSEWHERE, Belonging.of(dose).verdict(volume, ""));
	}

	/** Its own Series Instance UID is no name, not even if a copy kept that of the images. */
	@Test
	void itsOwnSeriesIsNoName() {
		final Attributes copy = Attributes.builder().put(Tag.SERIES_INSTANCE_UID, series).build();
		assertFalse(Belonging.of(copy).names(volume));
	}

	/** A set of CT and MR: what was drawn in the space of the MR does not lie on the CT. */
	@Test
	void aSpaceThatIsListedWithAnotherSeries() {
		final Belonging belonging = Belonging
			.of(new SyntheticStructures("1.2.3").naming(space, series).naming("1.2.3", "1.2.3.4").toAttributes());
		assertEquals(Verdict.ELSEWHERE, belonging.verdict(volume, "1.2.3"));
		assertEquals(Verdict.BELONGS_BY_NAME_ONLY, belonging.verdict(volume, "1.2.6"));
	}

	private static Attributes item(final String keyword, final String uid) {
		return Attributes.builder().put(Dictionary.tag(keyword), uid).build();
	}
}

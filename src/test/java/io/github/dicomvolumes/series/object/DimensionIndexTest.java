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

package io.github.dicomvolumes.series.object;

import static io.github.dicomvolumes.SyntheticObjects.enhanced;
import static io.github.dicomvolumes.SyntheticObjects.groups;
import static io.github.dicomvolumes.SyntheticObjects.item;
import static io.github.dicomvolumes.SyntheticObjects.sharedAxial;
import static io.github.dicomvolumes.data.Dictionary.tag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.DiskSources;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R55(i): what dimensions of enhanced images are called, and what they say for a frame. */
class DimensionIndexTest {

	private static final String CREATOR = "Philips MR Imaging DD 005";

	private static AttributesBuilder pointer(final int pointer, final int group) {
		return Attributes.builder()
			.put(Tag.DIMENSION_INDEX_POINTER, Tag.group(pointer), Tag.element(pointer))
			.put(tag("FunctionalGroupPointer"), Tag.group(group), Tag.element(group));
	}

	/** In the block of the pointer, or in another that the frame's creator has. */
	@ParameterizedTest
	@ValueSource(ints = { 0x10, 0x33 })
	void privateDimensionSaysWhatItPointsTo(final int block, @TempDir final Path folder) throws IOException {
		final Path file = enhanced("e", 2, sharedAxial(),
			k -> groups(tag("FrameContentSequence"), item(Tag.DIMENSION_INDEX_VALUES, k + 1, k),
				tag("PlanePositionSequence"), item(Tag.IMAGE_POSITION_PATIENT, -10, -20, 30)))
			.with(Tag.DIMENSION_INDEX_SEQUENCE,
				pointer(tag("TemporalPositionIndex"), tag("FrameContentSequence")).build(),
				pointer(0x20051029, 0x2005100F).put(tag("DimensionIndexPrivateCreator"), CREATOR)
					.put(tag("DimensionDescriptionLabel"), "Private Label Type")
					.build())
			.with(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
				IntStream.range(0, 2).mapToObj(k -> frame(k, block)).toArray(Attributes[]::new))
			.write(folder)
			.get(0);
		final List<Frame> frames = Frames.of(HeaderReaders.BUILT_IN.read(DiskSources.of(file)));
		assertEquals(List.of(new DimensionIndex(tag("TemporalPositionIndex"), "Temporal Position Index", 2, "7"),
			new DimensionIndex(0x20051029, "Private Label Type", 1, "LABEL")), DimensionIndex.of(frames.get(1)));
		assertEquals("CONTROL", DimensionIndex.of(frames.get(0)).get(1).text());
		assertEquals(true, DimensionIndex.of(frames.get(0)).get(1).isPrivate());
	}

	private static Attributes frame(final int k, final int block) {
		final byte[] creator = (CREATOR + " ").getBytes(StandardCharsets.US_ASCII);
		final Attributes inner = Attributes.builder()
			.put(0x20050000 | block, VR.LO, creator)
			.put(0x20050029 | block << 8, VR.CS, (k == 0 ? "CONTROL " : "LABEL ").getBytes(StandardCharsets.US_ASCII))
			.build();
		return Attributes.builder()
			.put(tag("FrameContentSequence"),
				List.of(Attributes.builder()
					.put(tag("TemporalPositionIndex"), 7)
					.put(Tag.DIMENSION_INDEX_VALUES, k + 1, k)
					.build()))
			.put(0x20050000 | block, VR.LO, creator)
			.put(0x2005000F | block << 8, List.of(inner))
			.build();
	}

	@Test
	void frameWithoutAValueForEachDimensionHasNone(@TempDir final Path folder) throws IOException {
		final Path file = enhanced("e", 1, sharedAxial(),
			k -> groups(tag("FrameContentSequence"), item(Tag.DIMENSION_INDEX_VALUES, 1, 2)))
			.with(Tag.DIMENSION_INDEX_SEQUENCE, pointer(Tag.STACK_ID, tag("FrameContentSequence")).build())
			.write(folder)
			.get(0);
		assertEquals(List.of(), DimensionIndex.of(Frames.of(HeaderReaders.BUILT_IN.read(DiskSources.of(file))).get(0)));
	}

	@Test
	void givenCaseHasControlAndLabel() throws IOException {
		final Path file = Path.of("../shared/data/scanners/enhanced_private_dimension/e.dcm");
		assumeTrue(Files.exists(file));
		final List<Frame> frames = Frames.of(HeaderReaders.BUILT_IN.read(DiskSources.of(file)));
		assertEquals(List.of("CONTROL", "LABEL"),
			frames.stream().map(f -> DimensionIndex.of(f).get(3).text()).distinct().sorted().toList());
		assertEquals("Private Label Type", DimensionIndex.of(frames.get(0)).get(3).label());
	}
}

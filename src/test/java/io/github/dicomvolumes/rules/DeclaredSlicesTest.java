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

package io.github.dicomvolumes.rules;

import static io.github.dicomvolumes.SyntheticObjects.cine;
import static io.github.dicomvolumes.SyntheticObjects.enhanced;
import static io.github.dicomvolumes.SyntheticObjects.frameAt;
import static io.github.dicomvolumes.SyntheticObjects.sharedAxial;
import static io.github.dicomvolumes.SyntheticObjects.tomogram;
import static io.github.dicomvolumes.data.Dictionary.tag;
import static io.github.dicomvolumes.rules.Volumes.assertOrigin;
import static io.github.dicomvolumes.rules.Volumes.assertSizes;
import static io.github.dicomvolumes.rules.Volumes.assertSpacing;
import static io.github.dicomvolumes.rules.Volumes.data;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static io.github.dicomvolumes.rules.Volumes.storedAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.geometry.SpacingSource;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R68(a), (b) and (f): places and times of frames that only the header of a multi-frame file tells. */
class DeclaredSlicesTest {

	static LongStream seeds() {
		return LongStream.range(0, 20);
	}

	// -- (a) one position, and the spacing --

	@ParameterizedTest
	@ValueSource(doubles = { 0.3, -0.3 })
	void spacingPlacesTheFrames(final double spacing, @TempDir final Path folder) throws IOException {
		new SyntheticSeries("cbct").slices(1)
			.frames(6)
			.with(Tag.SLICE_THICKNESS, 1)
			.with(Tag.SPACING_BETWEEN_SLICES, spacing)
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 6, 1, 1);
		assertEquals(0.3, volume.geometry().spacing()[2], 1e-9);
		assertOrigin(volume, -10, -20, spacing > 0 ? 30 : 30 - 1.5);
		assertEquals(spacing > 0 ? 0 : 5000, storedAt(volume, 0, 0, 0));
		assertEquals(true, volume.geometry().patientBased());
		assertEquals(SpacingSource.SPACING_BETWEEN_SLICES, volume.geometry().spacingSource());
		assertTrue(finding(volume, Code.POSITIONS_ASSUMED).text().contains("0.3 mm apart"));
	}

	/** In any orientation the first frame is where the file says, the others follow along the normal. */
	@ParameterizedTest
	@MethodSource("seeds")
	void framesFollowTheNormal(final long seed, @TempDir final Path folder) throws IOException {
		final Random random = new Random(seed);
		final Vector3 x = new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
		final Vector3 y = x.cross(new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()))
			.unit();
		final double spacing = (random.nextBoolean() ? 1 : -1) * (0.1 + random.nextDouble());
		final int n = 2 + random.nextInt(9);
		new SyntheticSeries("cbct").slices(1)
			.frames(n)
			.orientation(x.x(), x.y(), x.z(), y.x(), y.y(), y.z())
			.with(Tag.SPACING_BETWEEN_SLICES, spacing)
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, n, 1, 1);
		for (int z = 0; z < n; z++) {
			final int k = spacing > 0 ? z : n - 1 - z;
			assertEquals(1000 * k, storedAt(volume, 0, 0, z));
			final Vector3 place = volume.geometry().indexToPatient().apply(new Vector3(0, 0, z));
			assertEquals(0, place.minus(new Vector3(-10, -20, 30).plus(x.cross(y).times(k * spacing))).norm(), 1e-6);
		}
	}

	@Test
	void givenConeBeamCaseHasSixSlices() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("scanners/cbct_spacing"));
		assertSizes(volume, 16, 12, 6, 1, 1);
		assertSpacing(volume, 0.3, 0.3, 0.3);
		assertEquals(5000 + 10 * 11 + 15, storedAt(volume, 15, 11, 5));
	}

	// -- (b) Slice Location Vector --

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void locationsAreSlices(final boolean inPatient, @TempDir final Path folder) throws IOException {
		final SyntheticSeries series = inPatient ? new SyntheticSeries("loc").slices(1).frames(3) : cine("loc", 3);
		series.with(Tag.FRAME_INCREMENT_POINTER, 0x0018, 0x2005)
			.with(tag("SliceLocationVector"), 0, -2.5, -5)
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 3, 1, 1);
		assertEquals(2.5, volume.geometry().spacing()[2], 1e-9);
		assertEquals(2000, storedAt(volume, 0, 0, 0));
		assertEquals(inPatient, volume.geometry().patientBased());
		if (inPatient) assertOrigin(volume, -10, -20, 25);
		else assertTrue(finding(volume, Code.NO_POSITION).text().startsWith("(0018,2005) Slice Location Vector"));
	}

	@Test
	void locationsOfTheWrongNumberAreIgnored(@TempDir final Path folder) throws IOException {
		cine("loc", 3).with(Tag.FRAME_INCREMENT_POINTER, 0x0018, 0x2005)
			.with(tag("SliceLocationVector"), 0, -2.5)
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 1, 1, 3);
		assertTrue(finding(volume, Code.POSITIONS_ASSUMED).text().contains("has 2 values for 3 frames"));
	}

	// -- (f) times --

	@Test
	void phasesOfADynamicImageGiveTimes(@TempDir final Path folder) throws IOException {
		tomogram("nm", "DYNAMIC", 4, 4).with(tag("PhaseVector"), 1, 1, 2, 2)
			.with(tag("TimeSliceVector"), 1, 2, 1, 2)
			.with(tag("PhaseInformationSequence"), phase(0, 2, 1000), phase(500, 2, 3000))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(4, volume.dimensions()[4]);
		assertEquals(List.of(0.0, 1.0, 2.5, 5.5), volume.stack().timeAxis().seconds());
	}

	private static Attributes phase(final double delay, final int frames, final double duration) {
		return Attributes.builder()
			.put(tag("PhaseDelay"), delay)
			.put(tag("NumberOfFramesInPhase"), frames)
			.put(tag("ActualFrameDuration"), duration)
			.build();
	}

	@Test
	void timeSlotsOfAGatedImageGiveTimes(@TempDir final Path folder) throws IOException {
		tomogram("nm", "RECON GATED TOMO", 12, 4)
			.with(Tag.SLICE_VECTOR, IntStream.range(0, 12).mapToDouble(k -> 1 + k % 6).toArray())
			.with(tag("TimeSlotVector"), IntStream.range(0, 12).mapToDouble(k -> 1 + k / 6).toArray())
			.with(tag("GatedInformationSequence"),
				Attributes.builder()
					.put(tag("DataInformationSequence"),
						List.of(Attributes.builder().put(Tag.FRAME_TIME, 62.5).build()))
					.build())
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 8, 8, 6, 1, 2);
		assertEquals(0.0625, volume.stack().timeAxis().interval().getAsDouble(), 1e-9);
	}

	@Test
	void referenceTimesOfEnhancedPetGiveTimes(@TempDir final Path folder) throws IOException {
		enhanced("pet", 6, sharedAxial(),
			k -> frameAt(-10, -20, 30 + 3 * (k % 3),
				Attributes.builder()
					.put(Tag.FRAME_ACQUISITION_DATE_TIME, VR.DT, "20200101120000".getBytes())
					.put(tag("FrameReferenceDateTime"), VR.DT, ("2020010112000" + 5 * (k / 3)).getBytes())
					.build()))
			.with(Tag.MODALITY, "PT")
			.with(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.130")
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 3, 1, 2);
		assertEquals(5, volume.stack().timeAxis().interval().getAsDouble(), 1e-9);
	}
}

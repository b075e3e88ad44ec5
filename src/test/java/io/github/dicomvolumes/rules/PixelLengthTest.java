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

import static io.github.dicomvolumes.rules.Volumes.BASE;
import static io.github.dicomvolumes.rules.Volumes.assertBase;
import static io.github.dicomvolumes.rules.Volumes.assertBaseGrid;
import static io.github.dicomvolumes.rules.Volumes.assertSize;
import static io.github.dicomvolumes.rules.Volumes.assertStored;
import static io.github.dicomvolumes.rules.Volumes.codes;
import static io.github.dicomvolumes.rules.Volumes.data;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.SyntheticSeries.Values;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** R48: pixel data shorter or longer than the image. */
class PixelLengthTest {

	/** Pixels that 284 of 384 bytes hold: 8 rows and 14 columns. */
	private static boolean isHeld(final int r, final int c) {
		return 16 * r + c < 142;
	}

	private static final Values CUT = (k, r, c) -> isHeld(r, c) ? BASE.at(k, r, c) : 0;

	@RuleCases("truncated_one")
	void cutSliceIsFilled(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertBaseGrid(volume);
		assertStored(volume, (k, r, c) -> k == 2 ? CUT.at(k, r, c) : BASE.at(k, r, c));
		assertEquals(List.of(Code.TRUNCATED), codes(volume));
		final Finding finding = finding(volume, Code.TRUNCATED);
		assertTrue(finding.code().isWarning());
		assertEquals(1, finding.files().size());
		assertTrue(finding.files().get(0).endsWith("IM003: 284 of 384 bytes"), finding.files().get(0));
	}

	@RuleCases("pixeldata_too_short")
	void shortPixelDataAreFilled(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertBaseGrid(volume);
		assertStored(volume, CUT);
		assertEquals(5, finding(volume, Code.TRUNCATED).files().size());
	}

	@RuleCases("pixeldata_too_long")
	void longPixelDataAreNoted(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertBase(volume);
		assertEquals(List.of(Code.TOO_LONG), codes(volume));
		assertFalse(Code.TOO_LONG.isWarning());
	}

	/** A cut within a pixel once made reading endless. */
	@Test
	@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void cutSliceIsFilledWithPadding(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().with(Tag.PIXEL_PADDING_VALUE, 63000)
			.damage(2, bytes -> Arrays.copyOf(bytes, bytes.length - 101))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		// half a pixel is none
		assertStored(volume, k -> k == 2, (k, r, c) -> 16 * r + c < 141 ? BASE.at(k, r, c) : 63000);
		assertStored(volume, k -> k != 2, BASE);
	}

	@Test
	void cutSliceIsFilledWithTheLeastValueOfTheOthers(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().values((k, r, c) -> BASE.at(k, r, c) + 500)
			.damage(2, bytes -> Arrays.copyOf(bytes, bytes.length - 100))
			.write(folder);
		assertEquals(500, Volumes.stored(DicomVolumes.open(folder), 15, 11, 2));
	}

	/** A slice without a single pixel is one of the volume, blank. */
	@Test
	void sliceWithoutPixels(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().damage(2, bytes -> Arrays.copyOf(bytes, bytes.length - 384)).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertBaseGrid(volume);
		assertStored(volume, k -> k != 2, BASE);
		assertTrue(finding(volume, Code.TRUNCATED).files().get(0).endsWith("IM003: 0 of 384 bytes"));
	}

	/** 27 bytes and one to make them even. */
	@Test
	void padByteNeedsNoWord(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().rgb(0).size(3, 3).pixelBytes(28).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSize(volume, 3, 3, 5);
		assertEquals(List.of(), volume.report().findings());
	}

	@Test
	void padByteOfRealColour() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("pydicom/SC_rgb_small_odd.dcm"));
		assertSize(volume, 3, 3, 1);
		assertFalse(codes(volume).contains(Code.TOO_LONG));
		assertFalse(codes(volume).contains(Code.TRUNCATED));
	}

	@Test
	void paddedRealMr() throws IOException {
		final DicomVolume padded = DicomVolumes.open(data("pydicom/MR_small_padded.dcm"));
		final DicomVolume plain = DicomVolumes.open(data("pydicom/MR_small.dcm"));
		assertStored(padded, (k, r, c) -> (long) Volumes.stored(plain, c, r, k));
		assertTrue(codes(padded).contains(Code.TOO_LONG));
	}

	@Test
	void truncatedRealMr() throws IOException {
		final DicomVolume cut = DicomVolumes.open(data("pydicom/MR_truncated.dcm"));
		final DicomVolume plain = DicomVolumes.open(data("pydicom/MR_small.dcm"));
		final int held = 8130 / 2;
		final var at = cut.stored().randomAccess();
		for (int i = 0; i < held; i++)
			assertEquals(Volumes.stored(plain, i % 64, i / 64, 0),
				at.setPositionAndGet(i % 64, i / 64, 0).getRealDouble());
		assertTrue(finding(cut, Code.TRUNCATED).files().get(0).endsWith("8130 of 8192 bytes"));
	}

	/** R68(h): plain pixels, as many as the image needs. */
	@Test
	void undefinedLengthWithoutFragmentsIsNoted(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().damage(2, PixelLengthTest::withUndefinedLength).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertBase(volume);
		assertEquals(List.of(Code.ODD_HEADER), codes(volume));
	}

	private static byte[] withUndefinedLength(final byte[] bytes) {
		final String text = new String(bytes, StandardCharsets.ISO_8859_1);
		final int at = text.lastIndexOf("\u00E0\u007F\u0010\0OW\0\0");
		Arrays.fill(bytes, at + 8, at + 12, (byte) 0xFF);
		return bytes;
	}
}

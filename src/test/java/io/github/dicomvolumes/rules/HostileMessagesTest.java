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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.PlaneGeometry;
import io.github.dicomvolumes.geometry.Vector3;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that broke a rule of ours, not of DICOM, are told with tag and value; what can be read is. */
class HostileMessagesTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({
		"TOMOGRAM,SPACING_BETWEEN_SLICES,1e308,(0018;0088) Spacing Between Slices is 1e308; which puts frame 2 out of reach",
		"DOSE,GRID_FRAME_OFFSET_VECTOR,0\\\\1e308\\\\5,(3004;000C) Grid Frame Offset Vector is 0\\\\1e308\\\\5; which puts frame 2 out of reach",
		"MOSAIC,SPACING_BETWEEN_SLICES,1e13,(0018;0088) Spacing Between Slices is 1e13; which puts frame 2 out of reach" })
	void computedPlacesAreInReach(final SmallObject object, final String tag, final String value, final String message)
		throws IOException, ReflectiveOperationException
	{
		final int number = Tag.class.getField(tag).getInt(null);
		final String all = told(object,
			Attributes.builder()
				.put(number, VR.DS, value.replace("\\\\", "\\").getBytes())
				.putAll(object.attributes())
				.build());
		assertTrue(all.contains(message.replace(';', ',').replace("\\\\", "\\")) && all.contains("within +-1e12 mm"),
			all);
		assertFalse(all.contains("damaged"), all);
	}

	@Test
	void planesAreNotMovedOutOfReach() {
		final PlaneGeometry plane = new PlaneGeometry(new Vector3(0, 0, 0),
			Orientation.of(new double[] { 1, 0, 0, 0, 1, 0 }));
		final Vector3 up = new Vector3(0, 0, 1);
		assertTrue(plane.moved(up, Double.NaN).isEmpty());
		assertTrue(plane.moved(up, Double.POSITIVE_INFINITY).isEmpty());
		assertTrue(plane.moved(up, 1e308).isEmpty());
		assertTrue(plane.moved(up, 1.1e12).isEmpty());
		assertEquals(-1e12, plane.moved(up, -1e12).orElseThrow().position().z());
	}

	@Test
	void bitsOfLabelsHaveAPlane() throws IOException {
		final SmallObject object = SmallObject.SEGMENTATION;
		final String all = told(object,
			Attributes.builder().put(Tag.ROWS, 65535).put(Tag.COLUMNS, 65535).putAll(object.attributes()).build());
		assertTrue(
			all.contains("(0028,0010) Rows is 65535 and (0028,0011) Columns is 65535; their product must be at most"),
			all);
	}

	@ParameterizedTest
	@ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY, 0 })
	void factorsAreNumbers(final double slope) throws IOException {
		final SmallObject object = SmallObject.CT;
		final String all = told(object,
			Attributes.builder().put(Tag.RESCALE_SLOPE, VR.FD, slope).putAll(object.attributes()).build());
		assertTrue(all.contains("(0028,1053) Rescale Slope is ") &&
			all.contains("; it must be a number other than 0, 1 assumed"), all);
		assertFalse(all.contains("could not be read"), all);
	}

	private String told(final SmallObject object, final Attributes attributes) throws IOException {
		new SyntheticSeries("intact").slices(2).size(4, 3).write(folder);
		Files.write(folder.resolve("spoilt.dcm"), object.toBytes(attributes));
		final Said inMemory = Said.of(folder, false), virtual = Said.of(folder, true);
		assertEquals(text(inMemory.texts()), text(virtual.texts()));
		return text(inMemory.texts());
	}

	private static String text(final Collection<String> texts) {
		return texts.stream().collect(Collectors.joining("\n"));
	}
}

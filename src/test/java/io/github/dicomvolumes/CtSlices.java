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

package io.github.dicomvolumes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.DicomWriter;

/**
 * A CT series whose headers are as long as a scanner's: about 170 elements in 4 KB, of them 60 private ones in three
 * blocks and four sequences. Values differ from slice to slice where they do in practice. For benchmarks.
 */
public final class CtSlices {

	private static final String ROOT = "1.2.826.0.1.3680043.2.1125.1.1234567890123.";
	private static final String CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2";

	/** Texts of the usual lengths that all slices share, by tag. */
	private static final Object[][] TEXTS = { { 0x00080012, "20040119" }, { 0x00080020, "20040119" },
		{ 0x00080021, "20040119" }, { 0x00080022, "20040119" }, { 0x00080023, "20040119" },
		{ 0x00080030, "072730.125000" }, { 0x00080031, "072812.250000" }, { 0x00080050, "A12345678" },
		{ 0x00080070, "SIEMENS" }, { 0x00080080, "University Hospital Somewhere" },
		{ 0x00080081, "Street 1, 12345 City" }, { 0x00080090, "Doctor^Referring" }, { 0x00081010, "CT12345" },
		{ 0x00081030, "Abdomen^01_AbdRoutine" }, { 0x0008103E, "Abdomen 3.0 B30f" }, { 0x00081040, "Radiology" },
		{ 0x00081050, "Doctor^Performing" }, { 0x00081070, "Operator" }, { 0x00081090, "Sensation 64" },
		{ 0x00100010, "Patient^Name^Middle" }, { 0x00100020, "ID1234567" }, { 0x00100030, "19500101" },
		{ 0x00100040, "M" }, { 0x00101010, "054Y" }, { 0x00101030, "80" },
		{ 0x001021B0, "A history that is long enough to be text" }, { 0x00104000, "none" }, { 0x00180015, "ABDOMEN" },
		{ 0x00180050, "1" }, { 0x00180060, "120" }, { 0x00180090, "500" }, { 0x00181000, "12345" },
		{ 0x00181020, "VA70C" }, { 0x00181030, "AbdRoutine" }, { 0x00181100, "360" }, { 0x00181110, "1040" },
		{ 0x00181111, "570" }, { 0x00181120, "0" }, { 0x00181130, "150" }, { 0x00181140, "CW" }, { 0x00181150, "500" },
		{ 0x00181160, "FLAT" }, { 0x00181170, "26" }, { 0x00181190, "1.2" }, { 0x00181200, "20040118" },
		{ 0x00181201, "060000" }, { 0x00181210, "B30f" }, { 0x00185100, "HFS" }, { 0x00200010, "1" },
		{ 0x00200011, "3" }, { 0x00200012, "2" }, { 0x00204000, "A comment on the image" }, { 0x00281055, "WINDOW1" },
		{ 0x00321060, "CT Abdomen" }, { 0x00400244, "20040119" }, { 0x00400245, "072730" }, { 0x00400253, "12345" } };

	private CtSlices() {}

	/** Writes slices, in an order of names that is not that of their positions. */
	public static void write(final Path folder, final int slices, final int columns, final int rows)
		throws IOException
	{
		write(folder, slices, columns, rows, ROOT, "20040119");
	}

	/**
	 * Writes slices of one of many series.
	 *
	 * @param root of all UIDs, which no other series has; ends with a dot
	 * @param date of the study
	 */
	public static void write(final Path folder, final int slices, final int columns, final int rows, final String root,
		final String date) throws IOException
	{
		final byte[] pixels = new byte[2 * columns * rows];
		for (int k = 0; k < slices; k++)
			new DicomWriter().write(slice(k, columns, rows, pixels, root, date),
				folder.resolve("IM%06d".formatted(k * 7919L % slices)));
	}

	/** Deletes the files of a folder, and the folder. */
	public static void delete(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			for (final Path file : (Iterable<Path>) files::iterator)
				Files.delete(file);
		}
		Files.delete(folder);
	}

	private static Attributes slice(final int k, final int columns, final int rows, final byte[] pixels,
		final String root, final String date)
	{
		final var builder = Attributes.builder()
			.put(Tag.STUDY_DATE, date)
			.put(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
			.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL", "CT_SOM5 SPI")
			.put(Tag.SOP_CLASS_UID, CT_IMAGE)
			.put(Tag.SOP_INSTANCE_UID, root + k)
			.put(Tag.MODALITY, "CT");
		final String time = "07%02d%02d.%06d".formatted(k / 60 % 60, k % 60, k);
		builder.put(Tag.ACQUISITION_TIME, time).put(0x00080033, time);
		for (final Object[] text : TEXTS)
			builder.put((int) text[0], (String) text[1]);
		builder.put(0x00081110, List.of(reference("1.2.840.10008.3.1.2.3.1", 77)));
		builder.put(0x00081111, List.of(reference("1.2.840.10008.3.1.2.3.3", 78)));
		builder.put(0x00081140, List.of(reference(CT_IMAGE, 79), reference(CT_IMAGE, 80)));
		builder.put(0x00400275,
			List.of(Attributes.builder().put(0x00400007, "CT Abdomen").put(0x00400009, "1").build()));
		privateBlock(builder, 0x0009, "SIEMENS CT VA1 DUMMY", VR.LO, 20, i -> "PRIVATE VALUE " + i);
		privateBlock(builder, 0x0019, "SIEMENS CT VA0 COAD", VR.DS, 30,
			i -> "%.6f".formatted(1.25 * i + (i % 5 == 0 ? k : 0)));
		privateBlock(builder, 0x0021, "SIEMENS MED", VR.IS, 10, i -> Integer.toString(1000 * i));
		builder.put(0x00290010, "SIEMENS CSA HEADER").put(0x00291010, VR.OB, new byte[512]);
		builder.put(0x00181151, Integer.toString(180 + k % 40)).put(0x00181152, Integer.toString(90 + k % 20));
		final double z = -420.25 + k;
		builder.put(Tag.STUDY_INSTANCE_UID, root + 1)
			.put(Tag.SERIES_INSTANCE_UID, root + 2)
			.put(Tag.FRAME_OF_REFERENCE_UID, root + 3)
			.put(Tag.INSTANCE_NUMBER, k + 1)
			.put(Tag.IMAGE_POSITION_PATIENT, -146.75, -164.5, z)
			.put(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
			.put(0x00201040, "")
			.put(0x00201041, z);
		return builder.put(Tag.SAMPLES_PER_PIXEL, 1)
			.put(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
			.put(Tag.ROWS, rows)
			.put(Tag.COLUMNS, columns)
			.put(Tag.PIXEL_SPACING, 0.7, 0.7)
			.put(Tag.BITS_ALLOCATED, 16)
			.put(Tag.BITS_STORED, 12)
			.put(Tag.HIGH_BIT, 11)
			.put(Tag.PIXEL_REPRESENTATION, 0)
			.put(Tag.WINDOW_CENTER, 40, 400)
			.put(Tag.WINDOW_WIDTH, 400, 2000)
			.put(Tag.RESCALE_INTERCEPT, -1024)
			.put(Tag.RESCALE_SLOPE, 1)
			.put(Tag.PIXEL_DATA, VR.OW, pixels)
			.build();
	}

	private static void privateBlock(final AttributesBuilder builder, final int group, final String creator,
		final VR vr, final int size, final IntFunction<String> values)
	{
		builder.put(Tag.of(group, 0x10), creator);
		IntStream.range(0, size).forEach(i -> {
			final String value = values.apply(i);
			builder.put(Tag.of(group, 0x1000 + i), vr, (value.length() % 2 == 0 ? value : value + " ").getBytes());
		});
	}

	private static Attributes reference(final String sopClass, final int number) {
		return Attributes.builder().put(0x00081150, sopClass).put(0x00081155, ROOT + number).build();
	}
}

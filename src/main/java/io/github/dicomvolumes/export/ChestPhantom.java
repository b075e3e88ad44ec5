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

package io.github.dicomvolumes.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.DicomWriter;
import io.github.dicomvolumes.export.object.Equipment;
import io.github.dicomvolumes.export.object.NewPatient;
import io.github.dicomvolumes.export.object.StudyModules;

/**
 * A synthetic CT of a chest, made of ellipsoids: skin, fat, muscle, lungs with vessels, heart, aorta, spine, ribs and
 * the table, in HU, with some noise. Always the same. Voxels are 1.75 x 1.75 x 4 mm, so that wrong aspects show.
 */
public final class ChestPhantom {

	public static final int COLUMNS = 192, ROWS = 192, SLICES = 72;
	/** mm between columns and between rows. */
	public static final double PIXEL = 1.75;
	/** mm between slices. */
	public static final double GAP = 4;

	private static final String CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2";
	private static final int INTERCEPT = -1024;
	private static final int AIR = -1000, LUNG = -850, FAT = -100, MUSCLE = 50, BLOOD = 45, VESSEL = 20, CONTRAST = 280,
		MARROW = 150, BONE = 750, TABLE = -200;
	private static final double NOISE = 12;

	/** What CT images have to say, if only that it is not known (type 2, PS3.3 A.3). */
	private static final List<String> UNKNOWN = List.of("Laterality", "PatientPosition", "PositionReferenceIndicator",
		"KVP", "AcquisitionNumber");

	private ChestPhantom() {}

	/** Writes one file for each slice, named in another order than the slices lie, as scanners do. */
	public static void write(final Path folder) throws IOException {
		Files.createDirectories(folder);
		final var writer = new DicomWriter();
		for (int slice = 0; slice < SLICES; slice++)
			writer.write(slice(slice), folder.resolve(String.format("IM%04d.dcm", 1 + slice * 29 % SLICES)));
	}

	/** The attributes and pixels of one slice, 0-based from the feet up. */
	static Attributes slice(final int slice) {
		final double corner = -PIXEL * (COLUMNS - 1) / 2;
		final var attributes = Attributes.builder();
		attributes.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL");
		attributes.put(Tag.SOP_CLASS_UID, CT_IMAGE_STORAGE);
		attributes.put(Tag.SOP_INSTANCE_UID, Uids.ofName("chest phantom slice " + slice));
		attributes.put(Tag.STUDY_DATE, "20260101");
		attributes.put(Dictionary.tag("StudyTime"), "120000");
		attributes.put(Tag.MODALITY, "CT");
		attributes.put(Tag.STUDY_DESCRIPTION, "DICOM Volumes");
		attributes.put(Tag.SERIES_DESCRIPTION, "Chest Phantom");
		attributes.put(Tag.SLICE_THICKNESS, GAP);
		attributes.put(Tag.SERIES_INSTANCE_UID, Uids.ofName("chest phantom series"));
		attributes.put(Tag.SERIES_NUMBER, 1);
		attributes.put(Tag.INSTANCE_NUMBER, SLICES - slice);
		attributes.put(Tag.IMAGE_POSITION_PATIENT, corner, corner, slice * GAP);
		attributes.put(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0);
		attributes.put(Tag.FRAME_OF_REFERENCE_UID, Uids.ofName("chest phantom frame"));
		attributes.put(Tag.SAMPLES_PER_PIXEL, 1);
		attributes.put(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
		attributes.put(Tag.ROWS, ROWS);
		attributes.put(Tag.COLUMNS, COLUMNS);
		attributes.put(Tag.PIXEL_SPACING, PIXEL, PIXEL);
		attributes.put(Tag.BITS_ALLOCATED, 16);
		attributes.put(Tag.BITS_STORED, 12);
		attributes.put(Tag.HIGH_BIT, 11);
		attributes.put(Tag.PIXEL_REPRESENTATION, 0);
		attributes.put(Tag.WINDOW_CENTER, 40, -500);
		attributes.put(Tag.WINDOW_WIDTH, 400, 1500);
		attributes.put(Tag.RESCALE_INTERCEPT, INTERCEPT);
		attributes.put(Tag.RESCALE_SLOPE, 1);
		attributes.put(Tag.RESCALE_TYPE, "HU");
		attributes.put(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "MEDIASTINUM", "LUNG");
		attributes.put(Tag.PIXEL_DATA, VR.OW, pixels(slice));
		StudyModules.create(new NewPatient("Phantom^Chest", "PHANTOM"), Uids.ofName("chest phantom study"), attributes);
		Equipment.put(attributes);
		for (final String empty : UNKNOWN)
			attributes.put(Dictionary.tag(empty), Dictionary.vr(Dictionary.tag(empty)), new byte[0]);
		return attributes.build();
	}

	private static byte[] pixels(final int slice) {
		final ByteBuffer bytes = ByteBuffer.allocate(2 * COLUMNS * ROWS).order(ByteOrder.LITTLE_ENDIAN);
		final var random = new SplittableRandom(slice);
		for (int row = 0; row < ROWS; row++)
			for (int column = 0; column < COLUMNS; column++) {
				final double x = PIXEL * (column - (COLUMNS - 1) / 2.0);
				final double y = PIXEL * (row - (ROWS - 1) / 2.0);
				final double hu = hu(x, y, slice * GAP) + NOISE * (random.nextDouble() + random.nextDouble() - 1);
				bytes.putShort((short) Math.max(0, Math.round(hu - INTERCEPT)));
			}
		return bytes.array();
	}

	/** HU at a point, mm: x to the left, y to the back, z to the head from the lowest slice. */
	private static int hu(final double x, final double y, final double z) {
		final double shoulders = 1 + 0.12 * smooth((z - 200) / 80);
		final double body = ellipse(x, y, 0, 0, 150 * shoulders, 100);
		if (body > 1) return y > 108 && y < 118 && Math.abs(x) < 130 ? TABLE : AIR;
		if (body > 0.93) return MUSCLE; // skin
		if (body > 0.84) return FAT;
		if (isSpine(x, y, z)) return ellipse(x, y, 0, 58, 17, 15) < 0.75 ? MARROW : BONE;
		if (isRib(x, y, z)) return BONE;
		if (ellipse(x, y, 4, -78, 14, 6) < 1 && z > 90) return BONE; // sternum
		if (ellipse(x, y, 14, 34, 12, 12) < 1) return CONTRAST; // aorta
		if (ellipsoid(x, y, z, 22, -18, 110, 52, 44, 62) < 1)
			return ellipsoid(x, y, z, 24, -18, 108, 30, 26, 40) < 1 ? CONTRAST - 60 : BLOOD; // heart
		if (isLung(x, y, z)) return isVessel(x, y, z) ? VESSEL : LUNG;
		if (Math.abs(x) < 9 && ellipse(x, y, 0, 8, 9, 9) < 1 && z > 170) return AIR; // trachea
		return MUSCLE;
	}

	private static boolean isLung(final double x, final double y, final double z) {
		return ellipsoid(Math.abs(x), y, z, 70, -4, 150, 52, 68, 118) < 1;
	}

	/** A tree of straight vessels from the middle outwards. */
	private static boolean isVessel(final double x, final double y, final double z) {
		for (int i = 0; i < 14; i++) {
			final double angle = 0.7 + i * 0.9, rise = 0.9 * Math.sin(2.1 * i);
			final double along = Math.max(0, (Math.abs(x) - 28));
			final double dy = y - (4 + along * 0.8 * Math.cos(angle));
			final double dz = z - (145 + along * (Math.sin(angle) + rise));
			final double radius = 5.5 - along / 22;
			if (radius > 0 && dy * dy + dz * dz < radius * radius) return true;
		}
		return false;
	}

	private static boolean isSpine(final double x, final double y, final double z) {
		final boolean disc = z % 28 > 23;
		return !disc && ellipse(x, y, 0, 58, 17, 15) < 1 || ellipse(x, y, 0, 84, 5, 12) < 1;
	}

	/** Rings around the lungs that fall towards the front. */
	private static boolean isRib(final double x, final double y, final double z) {
		final double ring = ellipse(x, y, 0, 0, 128, 82);
		return ring > 0.87 && ring < 1 && (z - 0.25 * y + 1000) % 30 < 10;
	}

	private static double ellipse(final double x, final double y, final double centerX, final double centerY,
		final double radiusX, final double radiusY)
	{
		final double u = (x - centerX) / radiusX, v = (y - centerY) / radiusY;
		return u * u + v * v;
	}

	private static double ellipsoid(final double x, final double y, final double z, final double centerX,
		final double centerY, final double centerZ, final double radiusX, final double radiusY, final double radiusZ)
	{
		final double w = (z - centerZ) / radiusZ;
		return ellipse(x, y, centerX, centerY, radiusX, radiusY) + w * w;
	}

	/** 0 below 0, 1 above 1, smooth between. */
	private static double smooth(final double t) {
		final double s = Math.max(0, Math.min(1, t));
		return s * s * (3 - 2 * s);
	}
}

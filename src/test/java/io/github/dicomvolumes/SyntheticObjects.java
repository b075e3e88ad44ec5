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

import static io.github.dicomvolumes.data.Dictionary.tag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.github.dicomvolumes.SyntheticSeries.Values;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.DicomWriter;

/**
 * Files with several planes, as series of one file each:
 * <code>SyntheticObjects.dose("d", 0, 5, 10).write(folder)</code>. Unless a method says otherwise frame k, row r,
 * column c holds 1000 k + 10 r + c, as in {@link SyntheticSeries}.
 */
public final class SyntheticObjects {

	private SyntheticObjects() {}

	/**
	 * Writes an object without an image, such as an Encapsulated PDF; its series has the number and the description.
	 */
	public static void withoutImage(final String sopClass, final String modality, final int series,
		final String description, final Path file) throws IOException
	{
		new DicomWriter().write(Attributes.builder()
			.put(Tag.SOP_CLASS_UID, sopClass)
			.put(Tag.SOP_INSTANCE_UID, Uids.ofName(file.toString()))
			.put(Tag.STUDY_DATE, "20200102")
			.put(Tag.MODALITY, modality)
			.put(Tag.SERIES_DESCRIPTION, description)
			.put(Tag.STUDY_INSTANCE_UID, Uids.ofName("study"))
			.put(Tag.SERIES_INSTANCE_UID, Uids.ofName("series" + series))
			.put(Tag.SERIES_NUMBER, series)
			.build(), file);
	}

	// -- Functional groups --

	/** An item of a functional groups sequence: of pairs of a group's sequence and the attributes in it. */
	public static Attributes groups(final Object... tagsAndItems) {
		final var item = Attributes.builder();
		for (int i = 0; i < tagsAndItems.length; i += 2)
			item.put((int) tagsAndItems[i], List.of((Attributes) tagsAndItems[i + 1]));
		return item.build();
	}

	/** Attributes of one tag with numbers. */
	public static Attributes item(final int tag, final double... numbers) {
		return Attributes.builder().put(tag, numbers).build();
	}

	/** The item of a frame that is known by its position and Frame Content. */
	public static Attributes frameAt(final double x, final double y, final double z, final Attributes frameContent) {
		return groups(tag("PlanePositionSequence"), item(Tag.IMAGE_POSITION_PATIENT, x, y, z),
			tag("FrameContentSequence"), frameContent);
	}

	/** Pixel measures of the base case and axial planes, as a shared item. */
	public static Attributes sharedAxial() {
		return groups(tag("PlaneOrientationSequence"), item(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0),
			tag("PixelMeasuresSequence"),
			Attributes.builder().put(Tag.PIXEL_SPACING, 2.0, 0.5).put(Tag.SLICE_THICKNESS, 3).build());
	}

	/** One enhanced file; geometry only in the functional groups. */
	public static SyntheticSeries enhanced(final String name, final int frames, final Attributes shared,
		final IntFunction<Attributes> perFrame)
	{
		return new SyntheticSeries(name).slices(1)
			.frames(frames)
			.without(Tag.IMAGE_POSITION_PATIENT)
			.without(Tag.IMAGE_ORIENTATION_PATIENT)
			.without(Tag.PIXEL_SPACING)
			.without(Tag.SLICE_THICKNESS)
			.with(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.4.1")
			.with(Tag.MODALITY, "MR")
			.with(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
			.with(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
				IntStream.range(0, frames).mapToObj(perFrame).toArray(Attributes[]::new));
	}

	// -- Siemens mosaic --

	/**
	 * A mosaic of n tiles of 16 x 12 in a square grid, 3 mm apart; tile s, row r, column c holds 1000 s + 10 r + c.
	 * Image Position is such that slice 0 is at (-10, -20, 30), if the orientation is axial.
	 */
	public static SyntheticSeries mosaic(final String name, final int n, final byte[] csa) {
		final int grid = (int) Math.ceil(Math.sqrt(n));
		final Values values = (k, r, c) -> {
			final int s = r / 12 * grid + c / 16;
			return s < n ? 1000L * s + 10 * (r % 12) + c % 16 : 0;
		};
		final SyntheticSeries series = new SyntheticSeries(name).modality("MR")
			.slices(1)
			.size(16 * grid, 12 * grid)
			.values(values)
			.with(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "M", "ND", "MOSAIC")
			.with(Tag.SPACING_BETWEEN_SLICES, 3)
			.with(Tag.SLICE_THICKNESS, 2)
			.origin(-10 - 0.5 * 16 * (grid - 1) / 2, -20 - 2 * 12 * (grid - 1) / 2.0, 30);
		return series.each((k, a) -> a.put(0x00290010, VR.LO, "SIEMENS CSA HEADER".getBytes(StandardCharsets.US_ASCII))
			.put(0x00291010, VR.OB, csa));
	}

	/** A CSA header of type 2 ("SV10") or 1, of tags with their values. */
	public static byte[] csa(final int type, final Map<String, List<String>> tags) {
		final ByteBuffer out = ByteBuffer.allocate(1 << 14).order(ByteOrder.LITTLE_ENDIAN);
		if (type == 2) out.put("SV10".getBytes(StandardCharsets.US_ASCII)).putInt(0x01020304);
		out.putInt(tags.size()).putInt(77);
		tags.forEach((name, values) -> {
			final int items = 6, start = out.position();
			out.put(name.getBytes(StandardCharsets.US_ASCII)).put((byte) 0).position(start + 64);
			out.putInt(values.size()).put("FD".getBytes(StandardCharsets.US_ASCII)).position(start + 76);
			out.putInt(items).putInt(77);
			for (int i = 0; i < items; i++) {
				final byte[] text = i < values.size() ? (values.get(i) + "\0").getBytes(StandardCharsets.US_ASCII)
					: new byte[0];
				final int first = type == 2 ? text.length : text.length + items;
				out.putInt(first).putInt(text.length).putInt(77).putInt(text.length).put(text);
				out.position(out.position() + (4 - text.length % 4) % 4);
			}
		});
		final byte[] bytes = new byte[out.position()];
		out.flip().get(bytes);
		return bytes;
	}

	/** The CSA header of a mosaic: NumberOfImagesInMosaic and SliceNormalVector. */
	public static byte[] mosaicCsa(final int type, final int n, final double x, final double y, final double z) {
		final var tags = new LinkedHashMap<String, List<String>>();
		tags.put("EchoLinePosition", List.of("64"));
		tags.put("NumberOfImagesInMosaic", List.of(n + "     "));
		tags.put("SliceNormalVector", List.of(Double.toString(x), Double.toString(y), Double.toString(z)));
		return csa(type, tags);
	}

	// -- Nuclear medicine, cine, dose --

	/** A reconstructed tomogram of 8 x 8, whose detector is at (0, 0, 100), axial, 4 mm per pixel. */
	public static SyntheticSeries tomogram(final String name, final String type, final int frames,
		final double spacing)
	{
		return new SyntheticSeries(name).modality("NM")
			.slices(1)
			.frames(frames)
			.size(8, 8)
			.without(Tag.IMAGE_POSITION_PATIENT)
			.without(Tag.IMAGE_ORIENTATION_PATIENT)
			.pixelSpacing(4, 4)
			.with(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", type)
			.with(Tag.SPACING_BETWEEN_SLICES, spacing)
			.with(Tag.DETECTOR_INFORMATION_SEQUENCE,
				Attributes.builder()
					.put(Tag.IMAGE_POSITION_PATIENT, 0, 0, 100)
					.put(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
					.build());
	}

	/** An ultrasound loop without geometry. */
	public static SyntheticSeries cine(final String name, final int frames) {
		return new SyntheticSeries(name).modality("US")
			.slices(1)
			.frames(frames)
			.without(Tag.IMAGE_POSITION_PATIENT)
			.without(Tag.IMAGE_ORIENTATION_PATIENT)
			.without(Tag.PIXEL_SPACING)
			.without(Tag.SLICE_THICKNESS);
	}

	/** A dose of 32 bits, scaled by 0.001 Gy, of as many planes as there are offsets. */
	public static SyntheticSeries dose(final String name, final double... offsets) {
		return new SyntheticSeries(name).slices(1)
			.frames(offsets.length)
			.bits(32)
			.with(Tag.MODALITY, "RTDOSE")
			.with(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.481.2")
			.with(Tag.GRID_FRAME_OFFSET_VECTOR, offsets)
			.with(Tag.DOSE_GRID_SCALING, 0.001)
			.with(Tag.DOSE_UNITS, "GY")
			.with(Tag.SLICE_THICKNESS, 99);
	}

	// -- Segmentations --

	/** One frame of a segmentation. */
	public record SegmentFrame(int segment, double z) {}

	/**
	 * A segmentation of 10 x 7, so that frames begin within bytes; segment n of frame k has the pixels where (r + c +
	 * k) mod (n + 2) is 0.
	 */
	public static SyntheticSeries segmentation(final String name, final String type, final String overlap,
		final List<String> labels, final SegmentFrame... frames)
	{
		final SyntheticSeries series = enhanced(name, frames.length, sharedAxial(),
			k -> groups(tag("PlanePositionSequence"), item(Tag.IMAGE_POSITION_PATIENT, -10, -20, frames[k].z),
				tag("SegmentIdentificationSequence"), item(Tag.REFERENCED_SEGMENT_NUMBER, frames[k].segment)));
		series.with(Tag.SEGMENT_SEQUENCE,
			IntStream.range(0, labels.size())
				.mapToObj(i -> Attributes.builder()
					.put(Tag.SEGMENT_NUMBER, i + 1)
					.put(Tag.SEGMENT_LABEL, labels.get(i))
					.put(Tag.RECOMMENDED_DISPLAY_CIELAB_VALUE, 34939, 53485, 50171)
					.build())
				.toArray(Attributes[]::new));
		if (!overlap.isEmpty()) series.with(Tag.SEGMENTS_OVERLAP, overlap);
		return series.size(10, 7)
			.with(Tag.MODALITY, "SEG")
			.with(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.66.4")
			.with(Tag.SEGMENTATION_TYPE, type)
			.bits(type.equals("BINARY") ? 1 : 8)
			.values((k, r, c) -> isSet(frames[k].segment, k, r, c) ? type.equals("BINARY") ? 1 : 100 : 0);
	}

	/** Whether a pixel of such a segmentation is set. */
	public static boolean isSet(final int segment, final int frame, final int row, final int column) {
		return (row + column + frame) % (segment + 2) == 0;
	}
}

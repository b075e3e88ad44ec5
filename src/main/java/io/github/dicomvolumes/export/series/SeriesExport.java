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

package io.github.dicomvolumes.export.series;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.export.file.DicomWriter;
import io.github.dicomvolumes.export.file.PixelElement;
import io.github.dicomvolumes.export.file.WholeFolder;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.export.image.Exported;
import io.github.dicomvolumes.io.Parallel;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.series.StackShape;

/** Writes images as DICOM series, a file for each slice, channel and time. */
public final class SeriesExport {

	private static final String PHASE = "Writing DICOM";

	private final ExportImage image;
	private final SeriesOptions options;
	private final ImageClass kind;
	private final StoredValues values;
	private final SliceObjects objects;
	private final DicomWriter writer;
	private final ThreadLocal<byte[]> buffer;

	private SeriesExport(final ExportImage image, final SeriesOptions options) {
		this.image = image;
		this.options = options;
		kind = ImageClass.of(image, options.kind());
		values = image.type() == PlaneType.FLOAT32 ? WholeNumbers.of(image, kind == ImageClass.PET, options.progress())
			: StoredValues.exact(image.type(), image.line(), kind.bits);
		objects = new SliceObjects(image, options, kind, values);
		writer = new DicomWriter(
			options.isRle() ? TransferSyntax.of(PixelElement.RLE) : TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
		buffer = ThreadLocal.withInitial(() -> new byte[image.grid().pixels() * values.bytesPerPixel()]);
	}

	/**
	 * Writes an image.
	 *
	 * @see io.github.dicomvolumes.export.VolumeExport#dicom
	 */
	public static Exported write(final ExportImage image, final Path folder, final SeriesOptions options)
		throws IOException
	{
		return new SeriesExport(image, options).write(folder);
	}

	private Exported write(final Path folder) throws IOException {
		final StackShape shape = image.grid().shape();
		final List<Path> files = WholeFolder.write(folder, options.overwriting(),
			into -> Parallel.forEach(shape.planes(), PHASE, options.progress(),
				n -> write(shape.place(n), n + 1, into.resolve(String.format(Locale.ROOT, "IM%05d.dcm", n + 1)))));
		return new Exported(summary(), files, notes());
	}

	private void write(final StackShape.Place at, final int instance, final Path file) throws IOException {
		final Attributes object = objects.at(at, instance);
		final byte[] samples = buffer.get();
		values.store(plane(at), samples);
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
			writer.write(object,
				options.isRle()
					? PixelElement.ofRle(samples, image.grid().columns(), values.samples(), values.bits() / Byte.SIZE)
					: PixelElement.of(samples, values.bits()),
				out);
		}
	}

	/** One thread asks at a time: ImageJ's stacks allow no more. */
	private synchronized Object plane(final StackShape.Place at) {
		return image.planes().plane(at.slice(), at.channel(), at.time());
	}

	private String summary() {
		final StackShape shape = image.grid().shape();
		return String.format(Locale.ROOT, "a %s series: %d files of %d x %d, %d bits%s", kind.label(), shape.planes(),
			image.grid().columns(), image.grid().rows(), values.bits(), options.isRle() ? ", RLE" : "");
	}

	private List<String> notes() {
		final List<String> notes = new ArrayList<>(image.notes());
		if (values.greatestError() > 0) notes.add(
			"values are stored as 16 bits; the greatest error is " + NumberText.significant(values.greatestError(), 3) +
				(values.line().unit().isEmpty() ? "" : " " + values.line().unit()));
		values.notFinite()
			.ifPresent(value -> notes
				.add("values that are no finite numbers are stored as padding, " + value + " (0028,0120)"));
		if (image.source().isEmpty()) notes
			.add("no image is open of which it was made, so patient and study are new: " + options.patient().name());
		if (image.source().isPresent() && !kind.isOfModality() && options.kind() == SeriesKind.AS_SOURCE)
			notes.add("an object like the source cannot hold it; it is a secondary capture");
		if (image.source().isPresent() && image.grid().indexToPatient().isEmpty()) notes.add(image.hasLostPlace()
			? "the place in the patient is lost, as slices were cut or moved, and not written; DICOM Reslice and " +
				"DICOM Resample keep it"
			: "the place in the patient is not known, and not written");
		if (image.source().isEmpty() && image.grid().indexToPatient().isEmpty() && image.grid().isMetric())
			notes.add("the place in the patient is not known; the first voxel lies at 0, 0, 0 of a coordinate system " +
				"of its own");
		if (!image.grid().isMetric()) notes.add("the size of voxels is not known, and not written");
		return notes;
	}
}

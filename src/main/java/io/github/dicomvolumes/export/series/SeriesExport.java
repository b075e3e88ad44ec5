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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.export.file.DicomWriter;
import io.github.dicomvolumes.export.file.PixelElement;
import io.github.dicomvolumes.export.file.WholeFolder;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.export.image.Exported;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.DiskSource;
import io.github.dicomvolumes.work.Parallel;

/** Writes images as DICOM series: the files of {@link SeriesObjects}, all or none. */
public final class SeriesExport {

	private static final String PHASE = "Writing DICOM";

	private SeriesExport() {}

	/**
	 * Writes an image.
	 *
	 * @see io.github.dicomvolumes.export.VolumeExport#dicom
	 */
	public static Exported write(final ExportImage image, final Path folder, final SeriesOptions options)
		throws IOException
	{
		final boolean isMap = options.kind() == SeriesKind.PARAMETRIC_MAP;
		if (isMap && options.isRle()) throw new InputException("Real numbers cannot be RLE; use syntax=Uncompressed.");
		final SeriesObjects objects = isMap ? new ParametricMaps(image, options) : new SliceObjects(image, options);
		final DicomWriter writer = new DicomWriter(
			options.isRle() ? TransferSyntax.of(PixelElement.RLE) : TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
		checkNotSource(image, folder, objects.size());
		final List<Path> files = WholeFolder.write(folder, options.overwriting(), into -> Parallel
			.forEach(objects.size(), PHASE, options.progress(), n -> write(objects, n, writer, into.resolve(name(n)))));
		return new Exported(objects.summary(), files, notes(image, options, objects));
	}

	private static String name(final int n) {
		return String.format(Locale.ROOT, "IM%05d.dcm", n + 1);
	}

	/** A virtual volume still reads its files, and nobody wants to lose them for what was made of them. */
	private static void checkNotSource(final ExportImage image, final Path folder, final int count) throws IOException {
		if (image.source().isEmpty() || !Files.isDirectory(folder)) return;
		final Path target = folder.toRealPath();
		final Set<Path> names = IntStream.range(0, count)
			.mapToObj(n -> target.resolve(name(n)))
			.collect(Collectors.toSet());
		for (final DicomFile file : image.source().get().stack().files()) {
			if (file.source() instanceof DiskSource source && Files.exists(source.path()) &&
				names.contains(source.path().toRealPath()))
				throw new InputException("The image was read from files that would be replaced in " + folder +
					"; write it into another folder.");
		}
	}

	private static void write(final SeriesObjects objects, final int n, final DicomWriter writer, final Path file)
		throws IOException
	{
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
			writer.write(objects.attributes(n), objects.pixels(n), out);
		}
	}

	private static List<String> notes(final ExportImage image, final SeriesOptions options,
		final SeriesObjects objects)
	{
		final List<String> notes = new ArrayList<>(image.notes());
		notes.addAll(objects.notes());
		if (image.source().isEmpty()) notes
			.add("no image is open of which it was made, so patient and study are new: " + options.patient().name());
		if (image.source().isPresent() && image.grid().indexToPatient().isEmpty()) notes.add(image.hasLostPlace()
			? "the place in the patient is lost, as slices or pixels were moved, and not written; DICOM Reslice and " +
				"DICOM Resample keep it"
			: "the place in the patient is not known, and not written");
		if (image.grid().indexToPatient().isEmpty() && image.grid().isMetric() && image.source().isEmpty())
			notes.add("the place in the patient is not known; the first voxel lies at 0, 0, 0 of a coordinate system " +
				"of its own");
		if (!image.grid().isMetric()) notes.add("not all distances between voxels are known; those are not written");
		return notes;
	}
}

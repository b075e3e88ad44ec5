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
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.export.image.Exported;
import io.github.dicomvolumes.export.nifti.NiftiExport;
import io.github.dicomvolumes.export.nifti.NiftiOptions;
import io.github.dicomvolumes.export.series.SeriesExport;
import io.github.dicomvolumes.export.series.SeriesOptions;
import io.github.dicomvolumes.export.segmentation.SegmentationExport;
import io.github.dicomvolumes.export.segmentation.SegmentationOptions;
import io.github.dicomvolumes.export.structures.DrawnStructure;
import io.github.dicomvolumes.export.structures.StructuresExport;
import io.github.dicomvolumes.export.structures.StructuresOptions;
import io.github.dicomvolumes.volume.DicomVolume;

/** Writes volumes to files. */
public final class VolumeExport {

	private VolumeExport() {}

	/**
	 * Writes a volume as NIfTI: its voxels in their order, on the line to real values, with the affine from voxels to
	 * RAS in mm; version 2 if an axis has more than 32767 voxels. Planes are read and written one after the other.
	 *
	 * @param file ends with ".nii", or with ".nii.gz" to be compressed; the sidecar ends with ".json" instead
	 * @throws InputException if the file has another ending
	 * @throws FileAlreadyExistsException if a file is there already and the options do not replace it
	 * @throws IOException if a file cannot be written: then there is none, or what was there before
	 * @throws java.io.UncheckedIOException if a plane of a virtual volume cannot be read, with the same effect
	 * @throws java.util.concurrent.CancellationException if the options' progress says so, with the same effect
	 */
	public static Exported nifti(final DicomVolume volume, final Path file, final NiftiOptions options)
		throws IOException
	{
		return nifti(ExportImage.of(volume), file, options);
	}

	/** Writes any image as NIfTI; without known attributes there is no sidecar. */
	public static Exported nifti(final ExportImage image, final Path file, final NiftiOptions options)
		throws IOException
	{
		return NiftiExport.write(image, file, options);
	}

	/**
	 * Writes a volume as a new DICOM series, a file for each slice, channel and time: of the kind of its source where
	 * that can hold it, with patient, study, equipment and frame of reference of the source's slices, and with the
	 * place, the values and the times that the volume has.
	 *
	 * @param folder is made if it is not there; other files in it stay
	 * @throws InputException if the volume cannot be written as DICOM, as its rows and columns are not perpendicular
	 * @throws FileAlreadyExistsException if a file is there already and the options do not replace it
	 * @throws IOException if a file cannot be written: then there is none, or what was there before
	 * @throws java.io.UncheckedIOException if a plane of a virtual volume cannot be read, with the same effect
	 * @throws java.util.concurrent.CancellationException if the options' progress says so, with the same effect
	 */
	public static Exported dicom(final DicomVolume volume, final Path folder, final SeriesOptions options)
		throws IOException
	{
		return dicom(ExportImage.of(volume), folder, options);
	}

	/** Writes any image as a DICOM series; without a source patient and study are new. */
	public static Exported dicom(final ExportImage image, final Path folder, final SeriesOptions options)
		throws IOException
	{
		return SeriesExport.write(image, folder, options);
	}

	/**
	 * Writes a label image as a DICOM segmentation (PS3.3 A.51): names and codes of segments, recommended colours, and
	 * for each frame its place and the image of the source in the same plane. Planes are read twice, one after the
	 * other; pixels are never held.
	 *
	 * @param labels 0, and the number of a segment where it is; of several channels each has segments of its own, which
	 *        may overlap. It belongs to its {@linkplain ExportImage#withSource source}; its grid may be another one in
	 *        the same coordinates
	 * @throws InputException if it is no label image, or has no place in the patient
	 * @throws FileAlreadyExistsException if a file is there already and the options do not replace it
	 * @throws IOException if the file cannot be written: then there is none, or what was there before
	 * @throws java.io.UncheckedIOException if a plane of a virtual volume cannot be read, with the same effect
	 * @throws java.util.concurrent.CancellationException if the options' progress says so, with the same effect
	 */
	public static Exported segmentation(final ExportImage labels, final Path file, final SegmentationOptions options)
		throws IOException
	{
		return SegmentationExport.write(labels, file, options);
	}

	/**
	 * Writes contours as an RT structure set (PS3.3 A.19): in patient coordinates by the exact map of the image, with
	 * the image that each is drawn on.
	 *
	 * @param structures drawn on the slices of the image, in its pixels
	 * @param image of which only the grid and the {@linkplain ExportImage#withSource source} count
	 * @throws InputException if there are no contours, or they lie on no slice, or the image has no place in the
	 *         patient
	 * @throws FileAlreadyExistsException if a file is there already and the options do not replace it
	 * @throws IOException if the file cannot be written: then there is none, or what was there before
	 * @throws java.util.concurrent.CancellationException if the options' progress says so, with the same effect
	 */
	public static Exported structures(final List<DrawnStructure> structures, final ExportImage image, final Path file,
		final StructuresOptions options) throws IOException
	{
		return StructuresExport.write(structures, image, file, options);
	}
}

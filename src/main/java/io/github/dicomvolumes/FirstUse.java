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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.scan.LocalPlace;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.io.header.PixelData;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.io.scan.Scan;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.VolumeLoader;

/**
 * Prepares Java for the first import of a process. While the files of that one are listed and their headers read, a
 * thread groups and loads a few small slices of zeros that lie in memory: by then Java has loaded the classes that the
 * import needs next.
 */
final class FirstUse {

	private static final int SLICES = 3, SIZE = 64, BYTES = 2 * SIZE * SIZE;
	private static boolean isPrepared;

	private FirstUse() {}

	/** Starts the thread, the first time that it is called. */
	static synchronized void prepare() {
		if (isPrepared) return;
		isPrepared = true;
		final Thread thread = new Thread("First use of DICOM Volumes") {

			@Override
			public void run() {
				importZeros();
			}
		};
		thread.setDaemon(true);
		thread.start();
	}

	private static void importZeros() {
		try {
			final List<DicomFile> files = new ArrayList<>();
			for (int slice = 0; slice < SLICES; slice++)
				files.add(file(slice));
			final var scan = new Scan(new LocalPlace(Path.of("")), files, List.of(), Limits.DEFAULT);
			final SeriesCatalog catalog = SeriesCatalog.of(scan, Progress.NONE, VolumeLoader.DECODING);
			DicomVolumes.load(catalog, ImportOptions.DEFAULT);
		}
		catch (final IOException | RuntimeException | Error exc) {
			// the import that was asked for will say what is wrong
		}
	}

	private static DicomFile file(final int slice) {
		final Attributes attributes = Attributes.builder()
			.put(Tag.SOP_CLASS_UID, VR.UI, bytes("1.2.840.10008.5.1.4.1.1.2\0"))
			.put(Tag.SOP_INSTANCE_UID, VR.UI, bytes("2.25." + slice))
			.put(Tag.MODALITY, VR.CS, bytes("CT"))
			.put(Tag.SERIES_INSTANCE_UID, VR.UI, bytes("2.25"))
			.put(Tag.IMAGE_POSITION_PATIENT, VR.DS, bytes("0\\0\\" + slice))
			.put(Tag.IMAGE_ORIENTATION_PATIENT, VR.DS, bytes("1\\0\\0\\0\\1\\0"))
			.put(Tag.SAMPLES_PER_PIXEL, VR.US, new byte[] { 1, 0 })
			.put(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, bytes("MONOCHROME2 "))
			.put(Tag.ROWS, VR.US, new byte[] { SIZE, 0 })
			.put(Tag.COLUMNS, VR.US, new byte[] { SIZE, 0 })
			.put(Tag.PIXEL_SPACING, VR.DS, bytes("1\\1 "))
			.put(Tag.BITS_ALLOCATED, VR.US, new byte[] { 16, 0 })
			.put(Tag.BITS_STORED, VR.US, new byte[] { 12, 0 })
			.put(Tag.HIGH_BIT, VR.US, new byte[] { 11, 0 })
			.put(Tag.PIXEL_REPRESENTATION, VR.US, new byte[] { 0, 0 })
			.put(Tag.RESCALE_INTERCEPT, VR.DS, bytes("0 "))
			.put(Tag.RESCALE_SLOPE, VR.DS, bytes("1 "))
			.build();
		return new DicomFile(new Zeros(slice), Attributes.EMPTY, attributes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
			new PixelData(Tag.PIXEL_DATA, VR.OW, 0, BYTES, PixelData.UNDEFINED), HeaderReaders.BUILT_IN, List.of());
	}

	private static byte[] bytes(final String text) {
		final byte[] bytes = new byte[text.length()];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) text.charAt(i);
		return bytes;
	}

	/** Pixels that are all 0. */
	private record Zeros(int slice) implements Source {

		@Override
		public String name() {
			return "zeros " + slice;
		}

		@Override
		public long length() {
			return BYTES;
		}

		@Override
		public ReadableByteChannel open(final long position) {
			return Channels.newChannel(new ByteArrayInputStream(new byte[BYTES]));
		}

		@Override
		public boolean isSeekable() {
			return true;
		}

		@Override
		public int hashCode() {
			return slice; // the one that Java makes takes long at its first use
		}
	}
}

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
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;

import io.github.dicomvolumes.data.Tag;

/** Series as large as wanted, of zeros that the disk does not hold where it can have sparse files. */
public final class SparseSeries {

	private SparseSeries() {}

	/**
	 * Writes slices of 8 bits that are 0 but for the last pixel, which holds the number of the slice modulo 256,
	 * 0-based.
	 *
	 * @param size columns and rows
	 */
	public static List<Path> write(final Path folder, final int size, final int slices) throws IOException {
		final int placeholder = 16;
		final List<Path> files = new SyntheticSeries("sparse").slices(slices)
			.with(Tag.COLUMNS, size)
			.with(Tag.ROWS, size)
			.bits(8)
			.pixelBytes(placeholder)
			.write(folder);
		for (int k = 0; k < slices; k++)
			try (RandomAccessFile file = new RandomAccessFile(files.get(k).toFile(), "rw")) {
				file.seek(file.length() - placeholder - Integer.BYTES);
				file.writeInt(Integer.reverseBytes(size * size));
				file.setLength(file.getFilePointer() + size * size);
				file.seek(file.length() - 1);
				file.writeByte(k);
			}
		return files;
	}
}

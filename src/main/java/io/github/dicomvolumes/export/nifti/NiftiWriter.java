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

package io.github.dicomvolumes.export.nifti;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.series.StackShape;

/** Writes an image plane by plane. */
final class NiftiWriter {

	private static final int BUFFER_BYTES = 1 << 16;

	private final ExportImage image;
	private final NiftiHeader header;
	private final Progress progress;

	NiftiWriter(final ExportImage image, final NiftiHeader header, final Progress progress) {
		this.image = image;
		this.header = header;
		this.progress = progress;
	}

	/** @throws java.util.concurrent.CancellationException if the progress says so */
	void write(final OutputStream out) throws IOException {
		final NiftiVoxels voxels = new NiftiVoxels(header.type(), image.type(), image.line());
		final StackShape shape = image.grid().shape();
		out.write(header.toBytes());
		int done = 0;
		for (int channel = 0; channel < shape.channels(); channel++)
			for (int time = 0; time < shape.times(); time++)
				for (int slice = 0; slice < shape.slices(); slice++) {
					progress.checkCanceled(NiftiExport.PHASE);
					voxels.write(image.planes().plane(slice, channel, time), image.grid().pixels(), out);
					progress.update(NiftiExport.PHASE, ++done, shape.planes());
				}
		progress.checkCanceled(NiftiExport.PHASE);
	}

	/** The same compressed; the end of the stream is written, too. */
	void writeCompressed(final OutputStream out) throws IOException {
		try (OutputStream gzip = new FastGzip(out)) {
			write(gzip);
		}
	}

	/** Four times as fast as by default, and 1 % larger: 105 MB of a CT in 1.4 s rather than 5.2 s. */
	private static final class FastGzip extends GZIPOutputStream {

		private static final int LEVEL = 3;

		FastGzip(final OutputStream out) throws IOException {
			super(out, BUFFER_BYTES);
			def.setLevel(LEVEL);
		}
	}
}

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

package io.github.dicomvolumes.volume.read;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.series.object.Frame;

/** A frame that is a plane of its file. */
sealed class WholePlaneReader extends FrameReader permits OneSampleReader {

	WholePlaneReader(final Frame frame) {
		super(frame);
	}

	@Override
	FrameCoding codingByHeader(final Consumer<String> notes) throws DicomException {
		return codingInFile(notes);
	}

	/** The frames of a file without functional groups have their attributes in common. */
	@Override
	public boolean codesLike(final FrameReader other) {
		return other.getClass() == getClass() && other.frame().attributes() == frame().attributes();
	}

	@Override
	final Read read(final FrameCoding coding, final FilePixels pixels, final Workspace workspace) throws IOException {
		return pixels.read(frame().index(), coding, workspace.newPlane(coding), workspace);
	}

	@Override
	final Optional<Read> readRows(final FrameCoding coding, final FilePixels pixels, final int firstRow, final int rows,
		final Workspace workspace) throws IOException
	{
		return pixels.readRows(frame().index(), coding, firstRow, rows, workspace);
	}
}

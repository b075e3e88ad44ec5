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

import io.github.dicomvolumes.pixels.BitPlane;
import io.github.dicomvolumes.pixels.FrameCoding;

/** How the pixels of a file lie in it; picked once for each file by {@link PixelFiles}. Used by several threads. */
abstract sealed class FilePixels permits NativePixels, PackedPixels, StreamPixels, UnfragmentedPixels {

	/**
	 * Reads one of the planes.
	 *
	 * @param index of the plane in the file, 0-based
	 * @param coding of the plane in the file
	 * @param plane array of the plan's type, becomes that of the result
	 */
	abstract Read read(int index, FrameCoding coding, Object plane, Workspace workspace) throws IOException;

	/**
	 * Reads rows of one of the planes without the others, into a new array that has those only; empty if that cannot be
	 * done, or is not cheaper.
	 *
	 * @param firstRow 0-based
	 */
	Optional<Read> readRows(final int index, final FrameCoding coding, final int firstRow, final int rows,
		final Workspace workspace) throws IOException
	{
		return Optional.empty();
	}

	/**
	 * Gives pixels of a plane a label where a plane of bits is set; leaves the others as they are.
	 *
	 * @param coding of the plane of bits
	 * @return what is missing or wrong, for people; empty if nothing is
	 */
	String label(final int index, final FrameCoding coding, final Object plane, final int label,
		final Workspace workspace) throws IOException
	{
		final Read bits = read(index, coding, workspace.newPlane(coding), workspace);
		BitPlane.set(bits.plane(), bits.pixels(), plane, label);
		return bits.problem();
	}
}

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

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import java.util.zip.ZipException;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.PixelData;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.NativeDecoder;
import io.github.dicomvolumes.pixels.PlanePlan;

/** Uncompressed pixels of whole bytes, which go a chunk at a time straight from the file into the plane. */
final class NativePixels extends FilePixels {

	private final DicomFile file;
	private final OpenSources open;

	NativePixels(final DicomFile file, final OpenSources open) {
		this.file = file;
		this.open = open;
	}

	@Override
	Read read(final int index, final FrameCoding coding, final Object plane, final Workspace workspace)
		throws IOException
	{
		final NativeDecoder decoder = NativeDecoder.of(workspace.plan(), coding);
		return read(index * decoder.frameBytes(), decoder, plane, workspace.chunk());
	}

	@Override
	Optional<Read> readRows(final int index, final FrameCoding coding, final int firstRow, final int rows,
		final Workspace workspace) throws IOException
	{
		if (!file.isSeekable() || !coding.format().isRowByRow()) return Optional.empty();
		final FrameCoding part = coding.withSize(coding.format().columns(), rows);
		final long start = index * coding.format().frameBytes() + part.format().frameBytes() / rows * firstRow;
		final NativeDecoder decoder = NativeDecoder.of(workspace.plan(), part);
		return Optional.of(read(start, decoder, workspace.newPlane(part), workspace.chunk()));
	}

	private Read read(final long start, final NativeDecoder decoder, final Object plane, final ByteBuffer chunk)
		throws IOException
	{
		final long stated = file.pixelData().length();
		final long end = stated == PixelData.UNDEFINED ? decoder.frameBytes()
			: Math.min(decoder.frameBytes(), stated - start);
		long offset = 0;
		IOException failure = null;
		try (ReadableByteChannel channel = file.openPixels(open, start)) {
			chunk.clear();
			boolean isOver = false;
			while (offset < end && !isOver) {
				chunk.limit((int) Math.min(chunk.capacity(), end - offset));
				isOver = !chunk.hasRemaining(); // the file ends within a pixel
				try {
					isOver |= channel.read(chunk) < 0;
				}
				catch (final EOFException | ZipException exc) { // what was inflated before is good
					failure = exc;
					isOver = true;
				}
				chunk.flip();
				offset += decoder.decode(chunk, plane, offset);
				chunk.compact();
			}
		}
		return failure == null ? read(decoder, plane, offset)
			: new Read(plane, decoder.completePixels(offset),
				offset + " of " + decoder.frameBytes() + " bytes can be inflated: " + Reasons.of(failure));
	}

	/** The same from bytes in memory. */
	static Read read(final byte[] data, final FrameCoding coding, final Object plane, final PlanePlan plan)
		throws DicomException
	{
		final NativeDecoder decoder = NativeDecoder.of(plan, coding);
		return read(decoder, plane, decoder.decode(ByteBuffer.wrap(data), plane, 0));
	}

	private static Read read(final NativeDecoder decoder, final Object plane, final long bytes) {
		return new Read(plane, decoder.completePixels(bytes),
			bytes == decoder.frameBytes() ? "" : bytes + " of " + decoder.frameBytes() + " bytes");
	}
}

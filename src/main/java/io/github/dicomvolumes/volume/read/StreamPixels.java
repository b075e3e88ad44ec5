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
import java.util.Collection;
import java.util.Optional;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.pixels.EncapsulatedPixels;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.codec.DecodedFrame;
import io.github.dicomvolumes.pixels.codec.FrameDecoders;

/** Pixels in fragments, or one stream without: compressed, though some are not. A frame is decoded at a time. */
final class StreamPixels extends FilePixels {

	private final DicomFile file;
	private final OpenSources open;
	private final Collection<String> notes;
	/** Where the frames are; null until it is known. */
	private EncapsulatedPixels index;
	/** Why that cannot be found, for all frames; null if nobody looked, or it can. */
	private DicomException failure;

	/** @param notes takes what is wrong with the table of fragments, as sentences for people */
	StreamPixels(final DicomFile file, final OpenSources open, final Collection<String> notes) {
		this.file = file;
		this.open = open;
		this.notes = notes;
	}

	@Override
	Read read(final int number, final FrameCoding coding, final Object plane, final Workspace workspace)
		throws IOException
	{
		final EncapsulatedPixels pixels = index();
		final byte[] data = pixels.read(number);
		final Optional<FrameDecoders> standard = FrameDecoders.of(data, file.transferSyntax());
		if (standard.isEmpty()) return uncompressed(data, coding, plane, workspace);
		final DecodedFrame decoded = workspace.decoder().decode(data, standard.get(), coding, plane);
		final boolean isCut = data.length < pixels.frameBytes(number) && decoded.damage().isEmpty();
		return new Read(plane, decoded.pixels(),
			isCut ? data.length + " of " + pixels.frameBytes(number) + " compressed bytes" : decoded.damage());
	}

	private static Read uncompressed(final byte[] data, final FrameCoding coding, final Object plane,
		final Workspace workspace) throws DicomException
	{
		return coding.format().isPacked() ? PackedPixels.read(data, 0, coding, plane, workspace.plan())
			: NativePixels.read(data, coding, plane, workspace.plan());
	}

	private synchronized EncapsulatedPixels index() throws IOException {
		if (failure != null) throw failure;
		if (index == null) index = find();
		return index;
	}

	private EncapsulatedPixels find() throws IOException {
		try {
			final EncapsulatedPixels found = EncapsulatedPixels.of(file, open, file.frames());
			notes.addAll(found.notes());
			return found;
		}
		catch (final DicomException exc) {
			failure = exc;
			throw exc;
		}
	}

	/** Whether the first stream of a file says that its values are signed: only JPEG 2000 can say so. */
	static boolean statesSigned(final DicomFile file, final OpenSources open) throws IOException {
		return FrameDecoders.of(file.transferSyntax()).filter(s -> s == FrameDecoders.JPEG_2000).isPresent() &&
			FrameDecoders.statesSigned(EncapsulatedPixels.of(file, open, file.frames()).head(0, FrameDecoders.HEAD));
	}
}

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
import java.util.OptionalLong;
import java.util.function.Consumer;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.pixels.CompressedDecoder;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.Tile;

/**
 * How a frame becomes a plane of a volume; there is a kind for each of
 * {@link io.github.dicomvolumes.series.object.FramePixels}, picked by {@link FrameReaders}. A frame's own coding is
 * that of the plane it becomes, which need not be that of the plane in its file. Immutable; used by several threads.
 */
public abstract sealed class FrameReader permits WholePlaneReader, TileReader, TileGridReader, LabelBitsReader {

	private final Frame frame;

	FrameReader(final Frame frame) {
		this.frame = frame;
	}

	public final Frame frame() {
		return frame;
	}

	// -- What the header tells --

	/**
	 * How the frame codes its values.
	 *
	 * @param notes takes a sentence for each value that was assumed or ignored
	 * @throws DicomException if the header is unusable
	 */
	public final FrameCoding coding(final Consumer<String> notes) throws DicomException {
		return Guard.interpreting(() -> codingByHeader(notes));
	}

	/** Whether it is certain, without looking, that another frame has the same coding. */
	public boolean codesLike(final FrameReader other) {
		return false;
	}

	/** Why the frame cannot be decoded, as far as the header tells; empty if it can. */
	public final Optional<String> unsupported(final FrameCoding coding) {
		try {
			return Guard.interpreting(
				() -> isCompressed() ? CompressedDecoder.unsupported(inFile(coding), file().transferSyntax())
					: inFile(coding).unsupported());
		}
		catch (final DicomException exc) {
			return Optional.of(exc.getMessage());
		}
	}

	/** Whether the pixels are compressed, as far as the header tells. */
	public final boolean isCompressed() {
		return file().transferSyntax().encapsulated();
	}

	/**
	 * Whether the first stream of the file says that its values are signed, whatever the data set says.
	 *
	 * @throws IOException if the stream cannot be read
	 */
	public final boolean statesSigned(final OpenSources open) throws IOException {
		return Guard.reading(frame, () -> StreamPixels.statesSigned(file(), open));
	}

	abstract FrameCoding codingByHeader(Consumer<String> notes) throws DicomException;

	/** The coding of the plane in the file, as the header tells it. */
	final FrameCoding codingInFile(final Consumer<String> notes) throws DicomException {
		return FrameCoding.of(frame.attributes(), file().transferSyntax(), file().pixelData().tag(), notes);
	}

	/** The coding of the plane in the file, from that of the frame. */
	FrameCoding inFile(final FrameCoding coding) {
		return coding;
	}

	/** Pixels of the larger one of the frame and the plane in the file: that many are in memory at once. */
	public final long pixelsAtOnce(final FrameCoding coding) {
		return Math.max(coding.format().pixels(), inFile(coding).format().pixels());
	}

	/** Which part of the plane in the file it is. */
	Tile part() {
		return new Tile(0, 0, frame.attributes().orElse(Tag.COLUMNS, 0), frame.attributes().orElse(Tag.ROWS, 0));
	}

	final DicomFile file() {
		return frame.file();
	}

	// -- Bytes of uncompressed pixels --

	/** Bytes of the file that the frame needs. */
	public long bytesNeeded(final FrameCoding coding) {
		return coding.format().frameBytes();
	}

	/**
	 * Those of them that the file holds.
	 *
	 * @param all bytes of pixels that the file holds
	 */
	public long bytesHeld(final FrameCoding coding, final long all) {
		final long bytes = coding.format().frameBytes();
		return Math.max(0, Math.min(bytes, all - frame.index() * bytes));
	}

	/** Bytes that all frames of the file need; empty if its frames do not tell that. */
	public OptionalLong bytesOfFile(final FrameCoding coding) {
		return OptionalLong.of(inFile(coding).format().frameBytes() * frame.framesInFile());
	}

	// -- Pixels --

	/**
	 * The plane of the file of which it is a part: equal for all parts, for which it is read once. Empty if the frame
	 * is a plane of its own.
	 */
	Optional<Object> sharedPlane() {
		return Optional.empty();
	}

	/** Reads the plane that this frame is, or is a part of. */
	abstract Read read(FrameCoding coding, FilePixels pixels, Workspace workspace) throws IOException;

	/** This frame, of what {@link #read} gave for it or for another part of the same plane. */
	Read partOf(final Read read, final FrameCoding coding, final PlanePlan plan) {
		return read;
	}

	/** Reads rows without the others, see {@link FilePixels#readRows}. */
	Optional<Read> readRows(final FrameCoding coding, final FilePixels pixels, final int firstRow, final int rows,
		final Workspace workspace) throws IOException
	{
		return Optional.empty();
	}
}

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

package io.github.dicomvolumes.volume;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.zip.ZipException;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.io.DicomFile;
import io.github.dicomvolumes.io.EncapsulatedPixels;
import io.github.dicomvolumes.io.PixelData;
import io.github.dicomvolumes.pixels.BitPlane;
import io.github.dicomvolumes.pixels.CompressedDecoder;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.NativeDecoder;
import io.github.dicomvolumes.pixels.PackedSamples;
import io.github.dicomvolumes.pixels.PixelFormat;
import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.pixels.codec.DecodedFrame;
import io.github.dicomvolumes.pixels.codec.FrameDecoders;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.LabelPart;

/**
 * Reads the pixels of frames from their files straight into planes: uncompressed ones a chunk at a time, compressed
 * ones a frame at a time. Used by several threads at once; each borrows one workspace.
 */
final class PlaneReader {

	/** Large enough that a call costs nothing beside the copy, small enough for the cache of a core. */
	private static final int CHUNK_BYTES = 128 << 10;

	private final PlanePlan plan;
	private final Queue<Workspace> free = new ConcurrentLinkedQueue<>();
	/** Where the frames of files with several compressed frames are. */
	private final Map<DicomFile, EncapsulatedPixels> indexes = new IdentityHashMap<>();
	/** Why they cannot be found. */
	private final Map<DicomFile, DicomException> failures = new IdentityHashMap<>();
	private final Collection<String> notes = new ConcurrentSkipListSet<>();

	/** What a thread reuses from plane to plane. */
	private final class Workspace {

		private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES);
		private final CompressedDecoder decoder = new CompressedDecoder(plan);
	}

	/**
	 * What was read of a plane.
	 *
	 * @param pixels that are complete, from the first; those beyond are unspecified
	 * @param problem what is missing or wrong, for people; empty if nothing is
	 */
	record Read(int pixels, String problem) {}

	PlaneReader(final PlanePlan plan) {
		this.plan = plan;
	}

	/** Why frames of a file cannot be decoded, as far as its header tells; empty if they can. */
	static Optional<String> unsupported(final Frame frame, final FrameCoding coding) {
		final boolean labels = !frame.labels().isEmpty();
		return isCompressed(frame.file())
			? CompressedDecoder.unsupported(labels ? Labels.bits(frame) : coding, frame.file().transferSyntax())
			: labels ? Optional.empty() : coding.unsupported();
	}

	/** Whether the pixels are compressed, as far as the header tells. */
	static boolean isCompressed(final DicomFile file) {
		return file.transferSyntax().encapsulated();
	}

	/**
	 * Reads one frame.
	 *
	 * @param plane array of the plan's type
	 */
	Read read(final Frame frame, final FrameCoding coding, final Object plane) throws IOException {
		final boolean labels = !frame.labels().isEmpty();
		if (labels && !EncapsulatedPixels.isEncapsulated(frame.file())) return Labels.read(frame, coding, plane);
		final Workspace workspace = borrow();
		try {
			return labels ? readLabels(frame, coding, plane, workspace)
				: isNative(frame, coding) ? readNative(frame, coding, plane, workspace)
					: readStream(frame.file(), frame.index(), coding, plane, workspace);
		}
		catch (final EOFException | ZipException exc) {
			throw new DicomException("the file ends too early, or cannot be inflated: " + exc.getMessage(), exc);
		}
		finally {
			free.add(workspace);
		}
	}

	/** Whether rows of a frame can be read without the others, see {@link #readPart}. */
	boolean readsRows(final Frame frame, final FrameCoding coding) throws IOException {
		return frame.file().isSeekable() && frame.labels().isEmpty() && coding.format().isRowByRow() &&
			isNative(frame, coding);
	}

	/**
	 * Reads a part of an uncompressed frame.
	 *
	 * @param skip bytes of the frame before the part
	 * @param part the coding of the part, as if it were a frame
	 * @param pixels array of the plan's type, takes the part
	 */
	Read readPart(final Frame frame, final FrameCoding coding, final long skip, final FrameCoding part,
		final Object pixels) throws IOException
	{
		final Workspace workspace = borrow();
		try {
			return readNative(frame.file(), frame.index() * coding.format().frameBytes() + skip,
				NativeDecoder.of(plan, part), pixels, workspace);
		}
		finally {
			free.add(workspace);
		}
	}

	private Workspace borrow() {
		final Workspace borrowed = free.poll();
		return borrowed == null ? new Workspace() : borrowed;
	}

	/**
	 * Whether the first stream of a compressed file says that its values are signed, whatever the data set says: only
	 * JPEG 2000 can say so.
	 */
	static boolean statesSigned(final DicomFile file) throws IOException {
		return FrameDecoders.of(file.transferSyntax()).filter(s -> s == FrameDecoders.JPEG_2000).isPresent() &&
			FrameDecoders.statesSigned(EncapsulatedPixels.of(file, file.frames()).head(0, FrameDecoders.HEAD));
	}

	/** What was wrong with the files' tables of fragments, as sentences for people. */
	Collection<String> notes() {
		return notes;
	}

	/**
	 * Whether a frame lies in its file uncompressed, which some do although their transfer syntax is a compressed one.
	 */
	private static boolean isNative(final Frame frame, final FrameCoding coding) throws IOException {
		return !EncapsulatedPixels.isEncapsulated(frame.file()) && (!isCompressed(frame.file()) ||
			frame.file().pixelBytes() >= coding.format().frameBytes() * (frame.index() + 1));
	}

	private Read readNative(final Frame frame, final FrameCoding coding, final Object plane, final Workspace workspace)
		throws IOException
	{
		if (coding.format().isPacked()) return readPacked(frame, coding, plane);
		final NativeDecoder decoder = NativeDecoder.of(plan, coding);
		return readNative(frame.file(), frame.index() * decoder.frameBytes(), decoder, plane, workspace);
	}

	private static Read readNative(final DicomFile file, final long start, final NativeDecoder decoder,
		final Object plane, final Workspace workspace) throws IOException
	{
		final ByteBuffer chunk = workspace.chunk;
		final long stated = file.pixelData().length();
		final long end = stated == PixelData.UNDEFINED ? decoder.frameBytes()
			: Math.min(decoder.frameBytes(), stated - start);
		long offset = 0;
		IOException failure = null;
		try (ReadableByteChannel channel = file.openPixels(start)) {
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
		return failure == null ? read(decoder, offset)
			: new Read(decoder.completePixels(offset),
				offset + " of " + decoder.frameBytes() + " bytes can be inflated: " + failure.getMessage());
	}

	private Read readPacked(final Frame frame, final FrameCoding coding, final Object plane) throws IOException {
		final PixelFormat format = coding.format();
		final long bits = (long) format.pixels() * format.samplesPerPixel() * format.bitsAllocated();
		final long first = frame.index() * bits;
		return unpack(PackedBytes.read(frame.file(), first, bits), PackedBytes.offset(first), coding, plane);
	}

	private Read unpack(final byte[] packed, final int firstBit, final FrameCoding coding, final Object plane) {
		final PixelFormat format = coding.format();
		return fromArray(
			PackedSamples.unpack(packed, firstBit, format.pixels() * format.samplesPerPixel(), format.bitsAllocated()),
			coding.unpacked(), plane);
	}

	/** Reads the labels of a frame from compressed planes of one bit; where nothing is set the plane stays as it is. */
	private Read readLabels(final Frame frame, final FrameCoding coding, final Object plane, final Workspace workspace)
		throws IOException
	{
		Read least = new Read(coding.format().pixels(), "");
		for (final LabelPart part : frame.labels()) {
			final Object bits = plan.type().newPlane(coding.format().pixels());
			final Read read = readStream(frame.file(), part.index(), Labels.bits(frame), bits, workspace);
			BitPlane.set(bits, read.pixels, plane, part.label());
			if (read.pixels < least.pixels || least.problem.isEmpty()) least = read;
		}
		return least;
	}

	private Read readStream(final DicomFile file, final int frame, final FrameCoding coding, final Object plane,
		final Workspace workspace) throws IOException
	{
		final EncapsulatedPixels pixels = pixels(file);
		final byte[] data = pixels.read(frame);
		final Optional<FrameDecoders> standard = FrameDecoders.of(data, file.transferSyntax());
		if (standard.isEmpty())
			return coding.format().isPacked() ? unpack(data, 0, coding, plane) : fromArray(data, coding, plane); // native, but in fragments
		final Read read = decode(data, standard.get(), coding, plane, workspace);
		return data.length < pixels.frameBytes(frame) && read.problem.isEmpty()
			? new Read(read.pixels, data.length + " of " + pixels.frameBytes(frame) + " compressed bytes")
			: read;
	}

	private Read decode(final byte[] data, final FrameDecoders standard, final FrameCoding coding, final Object plane,
		final Workspace workspace) throws DicomException
	{
		final DecodedFrame decoded = workspace.decoder.decode(data, standard, coding, plane);
		return new Read(decoded.pixels(), decoded.damage());
	}

	private Read fromArray(final byte[] data, final FrameCoding coding, final Object plane) {
		final NativeDecoder decoder = NativeDecoder.of(plan, coding);
		return read(decoder, decoder.decode(ByteBuffer.wrap(data), plane, 0));
	}

	private static Read read(final NativeDecoder decoder, final long bytes) {
		return new Read(decoder.completePixels(bytes),
			bytes == decoder.frameBytes() ? "" : bytes + " of " + decoder.frameBytes() + " bytes");
	}

	private EncapsulatedPixels pixels(final DicomFile file) throws IOException {
		if (file.frames() == 1) return noted(EncapsulatedPixels.of(file, 1));
		synchronized (indexes) {
			if (failures.containsKey(file)) throw failures.get(file);
			EncapsulatedPixels index = indexes.get(file);
			if (index == null) indexes.put(file, index = noted(index(file)));
			return index;
		}
	}

	/** A file that has none has none for all of its frames. */
	private EncapsulatedPixels index(final DicomFile file) throws IOException {
		try {
			return EncapsulatedPixels.of(file, file.frames());
		}
		catch (final DicomException exc) {
			failures.put(file, exc);
			throw exc;
		}
	}

	private EncapsulatedPixels noted(final EncapsulatedPixels pixels) {
		notes.addAll(pixels.notes());
		return pixels;
	}
}

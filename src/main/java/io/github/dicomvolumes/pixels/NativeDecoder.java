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

package io.github.dicomvolumes.pixels;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

import io.github.dicomvolumes.data.DicomException;

/**
 * Decodes the uncompressed bytes of a frame into its plane, piece by piece as they come from the file:
 *
 * <pre>
 * long offset = 0;
 * while (offset &lt; decoder.frameBytes() &amp;&amp; fill(chunk)) // any buffer of at least unitBytes()
 * 	offset += decoder.decode(chunk, plane, offset);
 * int complete = decoder.completePixels(offset); // fewer than pixels() if the file is truncated
 * </pre>
 *
 * All questions of format are settled when the decoder is made; a decoder costs a few kilobytes and serves all frames
 * of the same coding. Not thread-safe: one for each thread.
 */
public final class NativeDecoder {

	private final PixelFormat format;
	private final ByteOrder order;
	/** One, or one for each component of planar pixels. */
	private final SampleLoop[] loops;
	/** From one pixel to the next, within a component if planar. */
	private final int pixelBytes;

	private NativeDecoder(final PixelFormat format, final SampleLoop... loops) {
		this.format = format;
		this.loops = loops;
		order = format.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
		pixelBytes = format.bitsAllocated() / 8 * (format.isSubsampled() ? 2 : format.samplesPerPixel() / loops.length);
	}

	/**
	 * A decoder of frames of a coding into planes as planned for a volume that contains this coding.
	 *
	 * @throws DicomException if this version cannot read the format, see {@link PixelFormat#unsupported}: headers of
	 *         compressed pixels may state it of frames that are none
	 */
	public static NativeDecoder of(final PlanePlan plan, final FrameCoding coding) throws DicomException {
		final PixelFormat format = coding.format();
		final Optional<String> unsupported = coding.unsupported();
		if (unsupported.isPresent()) throw new DicomException(unsupported.get());
		if (format.bitsAllocated() % 8 != 0)
			throw new IllegalArgumentException("Packed samples are to be unpacked first");
		if (coding.component() >= 0) return new NativeDecoder(format,
			OneSample.loops(format, coding.component(), loop(plan, coding.with(format.ofOneSample()))));
		return plan.type() != PlaneType.RGB ? new NativeDecoder(format, loop(plan, coding))
			: new NativeDecoder(format,
				coding.palette().isPresent() ? new SampleLoop[] { ToColours.indices(format, coding.palette().get()) }
					: ToColours.loops(format));
	}

	/** The loop for grey values. */
	private static SampleLoop loop(final PlanePlan plan, final FrameCoding coding) {
		final PixelFormat format = coding.format();
		return switch (plan.type()) {
			case UINT8 -> ToBytes.loop(format);
			case UINT16, INT16 -> ToShorts.loop(format, plan.type().offset());
			case FLOAT32 -> ToFloats.loop(format, coding);
			case RGB -> throw new IllegalArgumentException("Grey values make no colours");
		};
	}

	/** Bytes of a frame. */
	public long frameBytes() {
		return format.frameBytes();
	}

	/** Bytes that cannot be decoded apart, 1 to 8. */
	public int unitBytes() {
		return format.isSwappedPairs() || format.isSubsampled() ? 2 * pixelBytes : pixelBytes;
	}

	/**
	 * Decodes what a chunk holds of a frame, up to the end of the frame.
	 *
	 * @param chunk any buffer, positioned at the byte {@code frameOffset} of the frame; its position advances by the
	 *        result, less than {@link #unitBytes} of the frame remain
	 * @param plane array of the plan's type, one element for each pixel; others than the decoded pixels are not touched
	 * @param frameOffset 0-based byte within the frame, a multiple of {@link #unitBytes}: the sum of the results so far
	 * @return bytes decoded
	 * @throws IllegalArgumentException if the offset is not within the frame or not a multiple
	 */
	public int decode(final ByteBuffer chunk, final Object plane, final long frameOffset) {
		final long frameBytes = frameBytes();
		if (frameOffset < 0 || frameOffset > frameBytes || frameOffset % unitBytes() != 0 && frameOffset != frameBytes)
			throw new IllegalArgumentException("Offset " + frameOffset + " is no multiple of " + unitBytes() +
				" within a frame of " + frameBytes + " bytes");
		final long left = frameBytes - frameOffset;
		final int bytes = chunk.remaining() >= left ? (int) left : chunk.remaining() - chunk.remaining() % unitBytes();
		final ByteBuffer in = chunk.slice().limit(bytes);
		run(format.isSwappedPairs() ? swapPairs(in) : in.order(order), plane, frameOffset);
		chunk.position(chunk.position() + bytes);
		return bytes;
	}

	/** The pixels that are complete after the first bytes of a frame, from the start of the plane. */
	public int completePixels(final long bytes) {
		final long before = (long) format.pixels() * (loops.length - 1) * pixelBytes;
		return (int) Math.min(Math.max(0, bytes - before) / pixelBytes, format.pixels());
	}

	private void run(final ByteBuffer in, final Object plane, final long frameOffset) {
		final int pixels = format.pixels();
		long at = frameOffset / pixelBytes; // counts on from component to component
		while (in.remaining() >= pixelBytes && at < (long) pixels * loops.length) {
			final int first = (int) (at % pixels);
			final int count = Math.min(in.remaining() / pixelBytes, pixels - first);
			loops[(int) (at / pixels)].run(in.slice().order(in.order()), count, plane, first);
			in.position(in.position() + count * pixelBytes);
			at += count;
		}
	}

	/** A copy with the bytes of each 16-bit word exchanged: rare enough to allocate. */
	private static ByteBuffer swapPairs(final ByteBuffer in) {
		final ByteBuffer swapped = ByteBuffer.allocate(in.remaining()).order(ByteOrder.LITTLE_ENDIAN);
		swapped.asShortBuffer().put(in.order(ByteOrder.BIG_ENDIAN).asShortBuffer());
		return swapped;
	}
}

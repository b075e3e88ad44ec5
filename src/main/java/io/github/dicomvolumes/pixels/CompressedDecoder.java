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
import java.util.Optional;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.PixelStorage;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.pixels.codec.DecodedFrame;
import io.github.dicomvolumes.pixels.codec.DecodedFrame.Colours;
import io.github.dicomvolumes.pixels.codec.FrameDecoders;
import io.github.dicomvolumes.pixels.codec.FrameShape;

/**
 * Decodes the compressed bytes of frames into their planes: a {@link FrameDecoders decoder} gives the samples that an
 * uncompressed file would hold, a {@link NativeDecoder} does the rest as for such a file. Not thread-safe: one for each
 * thread, which reuses its samples from frame to frame.
 */
public final class CompressedDecoder {

	private final PlanePlan plan;
	private byte[] samples = {};

	public CompressedDecoder(final PlanePlan plan) {
		this.plan = plan;
	}

	/** What of the format this software cannot decode, as a sentence for people; empty if it can. */
	public static Optional<String> unsupported(final FrameCoding coding, final TransferSyntax syntax) {
		if (syntax.pixels() == PixelStorage.NATIVE_FRAGMENTS) return coding.unsupported();
		final PixelFormat format = coding.format();
		if (FrameDecoders.of(syntax).isEmpty())
			return Optional.of(Tag.describe(Tag.TRANSFER_SYNTAX_UID) + " is " + syntax.name() +
				"; images are read uncompressed and in RLE, JPEG, JPEG-LS, JPEG 2000 and deflated: convert the file" +
				" first.");
		return unsupportedBits(format)
			.or(() -> coding.with(decoded(format, format.photometric(), format.bitsStored())).unsupported());
	}

	private static Optional<String> unsupportedBits(final PixelFormat format) {
		return format.bitsAllocated() == 1 || format.bitsAllocated() % 8 == 0 ? Optional.empty()
			: Optional.of(Tag.describe(Tag.BITS_ALLOCATED) + " is " + format.bitsAllocated() +
				"; compressed samples have 1 bit or whole bytes.");
	}

	/**
	 * Decodes one frame.
	 *
	 * @param data compressed bytes
	 * @param plane array of the plan's type, one element for each pixel; those beyond the decoded ones are unspecified
	 * @return what was decoded
	 * @throws DicomException if nothing could be decoded, or the stream holds what is not read, as YBR of 16 bits
	 */
	public DecodedFrame decode(final byte[] data, final FrameDecoders standard, final FrameCoding coding,
		final Object plane) throws DicomException
	{
		final PixelFormat format = coding.format();
		final Optional<String> unsupported = unsupportedBits(format);
		if (unsupported.isPresent()) throw new DicomException(unsupported.get());
		final FrameShape shape = new FrameShape(format.columns(), format.rows(), format.samplesPerPixel(),
			format.bitsAllocated(), format.bitsStored());
		if (shape.bytes() > PixelFormat.MAX_PIXELS) throw new DicomException(Tag.describe(Tag.ROWS) + " " +
			format.rows() + " x " + Tag.describe(Tag.COLUMNS) + " " + format.columns() + " are " + shape.bytes() +
			" bytes; a compressed frame can have at most " + PixelFormat.MAX_PIXELS + ".");
		if (samples.length < shape.bytes()) samples = new byte[(int) shape.bytes()];
		final DecodedFrame decoded = standard.decoder().decode(data, shape, samples);
		final FrameCoding held = coding.with(formatOf(decoded, standard, format));
		final Optional<String> why = held.unsupported();
		if (why.isPresent())
			throw new DicomException("The " + standard + " stream, " + format.bitsAllocated() + " bits of " +
				format.photometric() + " by the header, holds " + held.format().photometric() + ": " + why.get());
		final NativeDecoder decoder = NativeDecoder.of(plan, held);
		decoder.decode(ByteBuffer.wrap(samples, 0, (int) decoder.frameBytes()), plane, 0);
		return decoded;
	}

	/** The format of decoded samples. */
	private static PixelFormat formatOf(final DecodedFrame decoded, final FrameDecoders standard,
		final PixelFormat format)
	{
		if (standard == FrameDecoders.DEFLATED) return format.isPacked() ? format.unpacked() : format;
		final Photometric photometric = decoded.colours() == Colours.RGB ? Photometric.RGB
			: decoded.colours() == Colours.YBR ? Photometric.YBR_FULL : format.photometric();
		if (standard == FrameDecoders.RLE)
			return new PixelFormat(format.columns(), format.rows(), format.samplesPerPixel(), bits(format),
				format.bitsStored(), format.highBit(), format.signed(), false, full(photometric), false, format.kind());
		return decoded(format, photometric, decoded.signed() ? bits(format) : format.bitsStored());
	}

	/** Samples with their bits at the low end, side by side, no longer subsampled. */
	private static PixelFormat decoded(final PixelFormat format, final Photometric photometric, final int bitsStored) {
		return new PixelFormat(format.columns(), format.rows(), format.samplesPerPixel(), bits(format), bitsStored,
			bitsStored - 1, format.signed(), false, full(photometric), false, format.kind());
	}

	/** What decoded samples are: all three of each pixel, and without a codec's transform. */
	private static Photometric full(final Photometric photometric) {
		return switch (photometric) {
			case YBR_FULL_422 -> Photometric.YBR_FULL;
			case YBR_PARTIAL_422, YBR_PARTIAL_420 -> Photometric.YBR_PARTIAL;
			case YBR_ICT, YBR_RCT -> Photometric.RGB;
			default -> photometric;
		};
	}

	/** Bits from one decoded sample to the next: whole bytes. */
	private static int bits(final PixelFormat format) {
		return (format.bitsAllocated() + 7) / 8 * 8;
	}
}

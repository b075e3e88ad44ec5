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

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.pixels.BitPlane;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.PackedSamples;
import io.github.dicomvolumes.pixels.PixelFormat;
import io.github.dicomvolumes.pixels.PlanePlan;

/** Uncompressed pixels that do not begin with whole bytes, as those of 1 or 12 bits. */
final class PackedPixels extends FilePixels {

	private final DicomFile file;
	private final OpenSources open;

	PackedPixels(final DicomFile file, final OpenSources open) {
		this.file = file;
		this.open = open;
	}

	@Override
	Read read(final int index, final FrameCoding coding, final Object plane, final Workspace workspace)
		throws IOException
	{
		final long bits = bits(coding.format()), first = index * bits;
		return read(PackedBytes.read(file, open, first, bits), PackedBytes.offset(first), coding, plane,
			workspace.plan());
	}

	/** The same from bytes in memory. */
	static Read read(final byte[] packed, final int firstBit, final FrameCoding coding, final Object plane,
		final PlanePlan plan) throws DicomException
	{
		final PixelFormat format = coding.format();
		final int samples = format.pixels() * format.samplesPerPixel();
		final byte[] unpacked = PackedSamples.unpack(packed, firstBit, samples, format.bitsAllocated());
		return NativePixels.read(unpacked, coding.unpacked(), plane, plan);
	}

	/** Looks at eight pixels at once. */
	@Override
	String label(final int index, final FrameCoding coding, final Object plane, final int label,
		final Workspace workspace) throws IOException
	{
		final int pixels = coding.format().pixels();
		final long first = (long) index * pixels;
		final int offset = PackedBytes.offset(first);
		final byte[] bytes = PackedBytes.read(file, open, first, pixels);
		final int held = (int) Math.min(pixels, 8L * bytes.length - offset);
		if (held > 0) BitPlane.set(bytes, offset, held, plane, label);
		return held == pixels ? "" : Math.max(0, held) + " of " + pixels + " pixels";
	}

	private static long bits(final PixelFormat format) {
		return (long) format.pixels() * format.samplesPerPixel() * format.bitsAllocated();
	}
}

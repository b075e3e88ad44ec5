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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.Photometric;
import io.github.dicomvolumes.pixels.PixelFormat;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.LabelBits;
import io.github.dicomvolumes.series.object.LabelPart;

/**
 * A frame whose pixels are labels, each where a bit of the file is set. It is complete also where bits are missing:
 * then no label is known there, and the labels of other parts stay.
 */
final class LabelBitsReader extends FrameReader {

	private final List<LabelPart> parts;

	LabelBitsReader(final Frame frame, final LabelBits bits) {
		super(frame);
		parts = bits.parts();
	}

	/** 8 bits, or 16 if a label needs them. */
	@Override
	FrameCoding codingByHeader(final Consumer<String> notes) throws DicomException {
		PixelFormat.checkSize(frame().columns(), frame().rows());
		final int bits = parts.stream().anyMatch(part -> part.label() > 0xFF) ? 16 : 8;
		return coding(frame().columns(), frame().rows(), bits);
	}

	@Override
	FrameCoding inFile(final FrameCoding coding) {
		return coding(coding.format().columns(), coding.format().rows(), 1);
	}

	/** The coding of labels of so many bits, or of the bits that are set for them. */
	static FrameCoding coding(final int columns, final int rows, final int bits) {
		return new FrameCoding(new PixelFormat(columns, rows, 1, bits, bits, bits - 1, false, false,
			Photometric.MONOCHROME2, false, PixelFormat.Kind.INTEGER), Rescale.IDENTITY, Optional.empty());
	}

	@Override
	public long bytesNeeded(final FrameCoding coding) {
		return parts.size() * bytesOfPart(coding);
	}

	@Override
	public long bytesHeld(final FrameCoding coding, final long all) {
		final long pixels = coding.format().pixels(), bytes = bytesOfPart(coding);
		return parts.stream().mapToLong(part -> Math.max(0, Math.min(bytes, all - part.index() * pixels / 8))).sum();
	}

	private static long bytesOfPart(final FrameCoding coding) {
		return (coding.format().pixels() + 7L) / 8;
	}

	@Override
	public OptionalLong bytesOfFile(final FrameCoding coding) {
		return OptionalLong.empty();
	}

	/** A part that cannot be read costs its labels only; the frame fails if none can. */
	@Override
	Read read(final FrameCoding coding, final FilePixels pixels, final Workspace workspace) throws IOException {
		final FrameCoding bits = inFile(coding);
		final Object plane = workspace.newPlane(coding);
		String problem = "";
		int failed = 0;
		for (final LabelPart part : parts) {
			String ofPart;
			try {
				ofPart = Guard.reading(frame(), () -> pixels.label(part.index(), bits, plane, part.label(), workspace));
			}
			catch (final DicomException exc) {
				if (++failed == parts.size()) throw exc;
				ofPart = "label " + part.label() + ": " + exc.getMessage();
			}
			if (problem.isEmpty()) problem = ofPart;
		}
		return new Read(plane, coding.format().pixels(), problem);
	}
}

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

package io.github.dicomvolumes.pixels.codec;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.DicomWriter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A pair of DCMTK's programs, which turn an uncompressed file into a compressed one and back. */
final class DcmtkCodec implements NativeCodec {

	/**
	 * Time is that of so many frames or more, without what the program takes for a file of one; each is the best of
	 * some runs.
	 */
	private static final int FRAMES = 40, MOST_FRAMES = 640, RUNS = 5;
	/** Seconds that the frames must take at least, as programs tell hundredths. */
	private static final double LEAST = 0.2;

	private final String decoder;
	private final String[] encoder;

	/** @param encoder the program and its options, before the names of the files */
	DcmtkCodec(final String decoder, final String... encoder) {
		this.decoder = decoder;
		this.encoder = encoder;
	}

	@Override
	public String decoder() {
		return decoder;
	}

	@Override
	public byte[] compress(final byte[] samples, final FrameShape shape, final Path folder)
		throws IOException, InterruptedException
	{
		return EncapsulatedFrames.read(compressed(samples, shape, 1, folder)).frames().get(0);
	}

	@Override
	public double decodingTime(final byte[] samples, final FrameShape shape, final Path folder)
		throws IOException, InterruptedException
	{
		final double one = time(samples, shape, 1, folder);
		for (int frames = FRAMES;; frames *= 4) {
			final double seconds = time(samples, shape, 1 + frames, folder) - one;
			if (seconds >= LEAST || frames >= MOST_FRAMES) return seconds / frames;
		}
	}

	private double time(final byte[] samples, final FrameShape shape, final int frames, final Path folder)
		throws IOException, InterruptedException
	{
		final Path file = compressed(samples, shape, frames, folder);
		double best = Double.POSITIVE_INFINITY;
		for (int i = 0; i < RUNS; i++) {
			final String[] printed = NativeCodec.run(folder, decoder, file.toString(), "decoded.dcm").split("\\s+");
			best = Math.min(best, Double.parseDouble(printed[printed.length - 1]));
		}
		return best;
	}

	private Path compressed(final byte[] samples, final FrameShape shape, final int frames, final Path folder)
		throws IOException, InterruptedException
	{
		final byte[] all = new byte[frames * samples.length];
		for (int i = 0; i < frames; i++)
			System.arraycopy(samples, 0, all, i * samples.length, samples.length);
		final Path in = folder.resolve("in.dcm"), out = folder.resolve("out.dcm");
		new DicomWriter().write(Attributes.builder()
			.put(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7")
			.put(Tag.SOP_INSTANCE_UID, Uids.ofName("codec"))
			.put(Tag.SAMPLES_PER_PIXEL, 1)
			.put(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
			.put(Tag.NUMBER_OF_FRAMES, frames)
			.put(Tag.ROWS, shape.rows())
			.put(Tag.COLUMNS, shape.columns())
			.put(Tag.BITS_ALLOCATED, shape.bitsAllocated())
			.put(Tag.BITS_STORED, shape.bitsStored())
			.put(Tag.HIGH_BIT, shape.bitsStored() - 1)
			.put(Tag.PIXEL_REPRESENTATION, 0)
			.put(Tag.PIXEL_DATA, VR.OW, all)
			.build(), in);
		final String[] line = Arrays.copyOf(encoder, encoder.length + 2);
		line[encoder.length] = in.toString();
		line[encoder.length + 1] = out.toString();
		NativeCodec.run(folder, line);
		return out;
	}
}

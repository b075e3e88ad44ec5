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

package io.github.dicomvolumes.pixels.codec.jpegls;

import io.github.dicomvolumes.pixels.codec.FrameShape;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Takes decoded lines into the samples of a frame, little endian, the samples of a pixel side by side. */
final class SampleSink {

	private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

	private final byte[] samples;

	private final int columns;

	private final int bytes;

	/** Bytes from a pixel to the next. */
	private final int step;

	SampleSink(final byte[] samples, final FrameShape shape) {
		this.samples = samples;
		columns = shape.columns();
		bytes = shape.bytesPerSample();
		step = bytes * shape.samplesPerPixel();
	}

	/**
	 * Takes a line of one component.
	 *
	 * @param first index of the first sample in {@code line}
	 * @param stride from a sample to the next in {@code line}
	 */
	void put(final int row, final int component, final int[] line, final int first, final int stride) {
		int to = row * columns * step + component * bytes;
		int from = first;
		switch (bytes) {
			case 1 -> {
				for (int x = 0; x < columns; x++, from += stride, to += step)
					samples[to] = (byte) line[from];
			}
			case 2 -> {
				for (int x = 0; x < columns; x++, from += stride, to += step)
					SHORT.set(samples, to, (short) line[from]);
			}
			default -> {
				for (int x = 0; x < columns; x++, from += stride, to += step)
					for (int i = 0; i < bytes; i++)
						samples[to + i] = (byte) (i < Integer.BYTES ? line[from] >>> 8 * i : 0);
			}
		}
	}

	/** Undoes a transform of colours in the first pixels of a frame of three samples. */
	void undo(final ColourTransform transform, final int pixels, final int precision) {
		final int[] colours = new int[3];
		for (int pixel = 0; pixel < pixels; pixel++) {
			for (int i = 0; i < 3; i++)
				colours[i] = bytes == 1 ? samples[pixel * step + i] & 0xFF
					: (short) SHORT.get(samples, pixel * step + i * bytes) & 0xFFFF;
			transform.undo(colours, precision);
			for (int i = 0; i < 3; i++)
				if (bytes == 1) samples[pixel * step + i] = (byte) colours[i];
				else SHORT.set(samples, pixel * step + i * bytes, (short) colours[i]);
		}
	}
}

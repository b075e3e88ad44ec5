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

package io.github.dicomvolumes.volume.sample;

import java.util.function.IntFunction;

import io.github.dicomvolumes.pixels.PlaneType;

/** An image whose slices are arrays, or lie one after the other in a single array. */
final class ArraySource implements VoxelSource {

	/** Slices that may come from files are held up to so many bytes, and a part of all memory. */
	private static final long MOST_HELD = 64L << 20;
	private static final int PART_HELD = 16;

	private final PlaneType type;
	private final int[] size;
	/** From a slice to its array. */
	private final IntFunction<Object> arrays;
	/** From the beginning of a slice to that of the next, if all have the same array; else 0. */
	private final int stride;

	ArraySource(final PlaneType type, final int[] size, final IntFunction<Object> arrays, final int stride) {
		this.type = type;
		this.size = size.clone();
		this.arrays = arrays;
		this.stride = stride;
	}

	@Override
	public PlaneType type() {
		return type;
	}

	@Override
	public int[] size() {
		return size.clone();
	}

	@Override
	public int slicesAtOnce() {
		if (stride != 0) return size[2];
		final long most = Math.min(MOST_HELD, Runtime.getRuntime().maxMemory() / PART_HELD);
		return (int) Math.max(1, Math.min(size[2], most / ((long) size[0] * size[1] * type.bytesPerPixel())));
	}

	@Override
	public VoxelReader reader(final int first, final int last) {
		final Place place = new Place(size[0], stride);
		return switch (type) {
			case UINT8 -> new ByteReader(new Slices<>(arrays, first, new byte[last + 1 - first][]), place);
			case UINT16, INT16 -> new ShortReader(new Slices<>(arrays, first, new short[last + 1 - first][]), place);
			case FLOAT32 -> new FloatReader(new Slices<>(arrays, first, new float[last + 1 - first][]), place);
			case RGB -> new ColourReader(new Slices<>(arrays, first, new int[last + 1 - first][]), place);
		};
	}
}

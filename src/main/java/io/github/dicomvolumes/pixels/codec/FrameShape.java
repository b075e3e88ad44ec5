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

/**
 * The size of a frame as its data set says.
 *
 * @param columns 1 to 65535
 * @param rows 1 to 65535
 * @param samplesPerPixel 1 or more
 * @param bitsAllocated bits of a sample in an uncompressed file: 1, or a multiple of 8 up to 64
 * @param bitsStored bits of a sample that count, 1 to {@code bitsAllocated}
 */
public record FrameShape(int columns, int rows, int samplesPerPixel, int bitsAllocated, int bitsStored) {

	/** @throws IllegalArgumentException if a number is out of its range */
	public FrameShape {
		if (columns < 1 || columns > 0xFFFF || rows < 1 || rows > 0xFFFF || samplesPerPixel < 1 || bitsAllocated < 1 ||
			bitsAllocated > 64 || bitsAllocated > 1 && bitsAllocated % 8 != 0 || bitsStored < 1 ||
			bitsStored > bitsAllocated)
			throw new IllegalArgumentException("No frame: " + columns + " x " + rows + " x " + samplesPerPixel +
				", bits " + bitsStored + " of " + bitsAllocated);
	}

	/** Bytes of one decoded sample; a sample of one bit takes a byte. */
	public int bytesPerSample() {
		return (bitsAllocated + 7) / 8;
	}

	/** Bytes of the decoded frame, which can be more than an array holds. */
	public long bytes() {
		return (long) columns * rows * samplesPerPixel * bytesPerSample();
	}
}

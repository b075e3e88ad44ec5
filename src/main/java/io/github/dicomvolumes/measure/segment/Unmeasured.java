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

package io.github.dicomvolumes.measure.segment;

import io.github.dicomvolumes.pixels.Padding;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * The numbers in the array of a plane, taken without sign, that nobody measured: padding, and all of a plane that is in
 * no file.
 *
 * @param low the least
 * @param high the greatest; less than {@code low} if all are measured
 */
public record Unmeasured(double low, double high) {

	/** Of a plane that is measured everywhere. */
	public static final Unmeasured NOTHING = new Unmeasured(1, 0);

	private static final Unmeasured ALL = new Unmeasured(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

	/** @param type of the arrays that are measured: padding is known if the volume has such */
	static Unmeasured of(final DicomVolume volume, final PlaneType type, final int slice, final int channel,
		final int time)
	{
		if (volume.isFilled(slice, channel, time)) return ALL;
		final PlaneType held = volume.plan().type();
		if (held.bytesPerPixel() != type.bytesPerPixel()) return NOTHING;
		return volume.padding(slice, channel, time).map(padding -> of(padding, held.offset())).orElse(NOTHING);
	}

	private static Unmeasured of(final Padding padding, final int offset) {
		return new Unmeasured(padding.low() + offset, padding.high() + offset);
	}

	/** Whether all is measured. */
	public boolean isNothing() {
		return low > high;
	}

	/** Whether nothing is measured. */
	public boolean isAll() {
		return equals(ALL);
	}

	/** Whether a number of an array, taken without sign, was not measured. */
	public boolean contains(final double number) {
		return number >= low && number <= high || isAll();
	}

	/**
	 * Takes what was not measured out of segments.
	 *
	 * @param plane of an image
	 * @param numbers of segments; set to 0 where nothing was measured
	 * @param take is told the index of each such voxel that belongs to a segment, before
	 */
	public void removeFrom(final Object plane, final short[] numbers, final Take take) {
		if (isNothing()) return;
		for (int i = 0; i < numbers.length; i++) {
			if (numbers[i] == 0 || !contains(number(plane, i))) continue;
			take.at(i);
			numbers[i] = 0;
		}
	}

	/** Sees a voxel that is taken out. */
	@FunctionalInterface
	public interface Take {

		void at(int index);
	}

	/** The number at an index of an array, without sign. */
	static double number(final Object plane, final int i) {
		if (plane instanceof float[] floats) return floats[i];
		return plane instanceof byte[] bytes ? bytes[i] & 0xFF : ((short[]) plane)[i] & 0xFFFF;
	}
}

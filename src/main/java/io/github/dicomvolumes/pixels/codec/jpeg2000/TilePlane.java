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

package io.github.dicomvolumes.pixels.codec.jpeg2000;

import java.util.List;

/**
 * The coefficients of a tile-component, which the wavelet turns into samples in place: whole numbers or floats, as the
 * wavelet needs them.
 */
final class TilePlane {

	final TileComponent component;
	/** Rows of samples in the end; null if the wavelet is irreversible. */
	final int[][] ints;
	/** Null if the wavelet is reversible. */
	final float[][] floats;

	private final List<int[][]> intStages;
	private final List<float[][]> floatStages;

	TilePlane(final TileComponent component) {
		this.component = component;
		final int width = component.area.width();
		final int height = component.area.height();
		if (component.style.reversible()) {
			intStages = Interleaving.stages(new int[height][width], component.resolutions);
			floatStages = null;
			ints = intStages.get(intStages.size() - 1);
			floats = null;
		}
		else {
			intStages = null;
			floatStages = Interleaving.stages(new float[height][width], component.resolutions);
			ints = null;
			floats = floatStages.get(floatStages.size() - 1);
		}
	}

	/** Takes in a decoded code-block of a resolution. */
	void put(final int resolution, final CodeBlock block, final int[] samples) {
		if (ints == null) Dequantization.toFloats(samples, block, component.roiShift, floatStages.get(resolution));
		else Dequantization.toInts(samples, block, component.roiShift, intStages.get(resolution));
	}

	/** Coefficients to samples. */
	void transform() {
		if (component.area.isEmpty()) return;
		final int width = component.area.width();
		final Resolution[] resolutions = component.resolutions;
		if (ints == null) {
			final InverseWavelet97 wavelet = new InverseWavelet97(width);
			for (int r = 1; r < resolutions.length; r++)
				wavelet.run(floatStages.get(r), resolutions[r].area);
		}
		else {
			final InverseWavelet53 wavelet = new InverseWavelet53(width);
			for (int r = 1; r < resolutions.length; r++)
				wavelet.run(intStages.get(r), resolutions[r].area);
		}
	}

	/** Writes all rows; the component begins at a column and row of the image on its own grid. */
	void write(final SampleWriter writer, final Rect image) {
		final int column = (int) (component.area.x0() - image.x0());
		final int row = (int) (component.area.y0() - image.y0());
		for (int y = 0; y < component.area.height(); y++)
			if (ints == null) writer.write(floats[y], column, row + y);
			else writer.write(ints[y], column, row + y);
	}
}

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

/** A component of a tile: its resolutions and subbands (T.800 B.3 to B.5). */
final class TileComponent {

	final CodingStyle style;
	final Rect area;
	final int roiShift;
	/** From the lowest. */
	final Resolution[] resolutions;

	/** @param tile area on the reference grid */
	TileComponent(final Rect tile, final ImageSize.Component component, final CodingStyle style,
		final Quantization quantization, final int roiShift)
	{
		this.style = style;
		this.roiShift = roiShift;
		area = tile.subsampled(component.dx(), component.dy());
		resolutions = new Resolution[style.levels() + 1];
		for (int r = 0; r < resolutions.length; r++) {
			final int down = style.levels() - r;
			final Rect low = r == 0 ? null : area.halved(down + 1, 0, 0);
			final Subband[] bands = r == 0 ? new Subband[] { band(0, Subband.LL, null, component, quantization) }
				: new Subband[] { band(r, Subband.HL, low, component, quantization), //
					band(r, Subband.LH, low, component, quantization),
					band(r, Subband.HH, low, component, quantization) };
			resolutions[r] = new Resolution(r, area.halved(down, 0, 0), bands, style, tile,
				(long) component.dx() << down, (long) component.dy() << down);
		}
	}

	/** @param low area of the resolution below */
	private Subband band(final int resolution, final int orientation, final Rect low,
		final ImageSize.Component component, final Quantization quantization)
	{
		final int level = style.levels() - Math.max(0, resolution - 1);
		final int right = orientation & 1;
		final int below = orientation >> 1;
		final long half = level == 0 ? 0 : 1L << level - 1;
		final int exponent = quantization.exponent(resolution, orientation);
		final float step = (float) Math.scalb(quantization.significand(resolution, orientation),
			component.precision() + right + below - exponent);
		return new Subband(orientation, area.halved(level, right * half, below * half), right == 0 ? 0 : low.width(),
			below == 0 ? 0 : low.height(), Math.max(0, quantization.guardBits() + exponent - 1) + roiShift, step);
	}
}

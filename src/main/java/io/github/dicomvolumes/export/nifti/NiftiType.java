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

package io.github.dicomvolumes.export.nifti;

import java.util.Locale;

import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;

/** The types of voxels that we write. */
enum NiftiType {

	UINT8(2, 8), INT16(4, 16), FLOAT32(16, 32), RGB24(128, 24), UINT16(512, 16);

	/** What stands for the type in a header. */
	final int code;
	final int bits;

	NiftiType(final int code, final int bits) {
		this.code = code;
		this.bits = bits;
	}

	/** The type for planes of a type on a line to real values. */
	static NiftiType of(final PlaneType type, final Rescale line) {
		return switch (type) {
			case UINT8 -> isHeld(line) ? UINT8 : FLOAT32;
			case UINT16 -> isHeld(line) ? UINT16 : FLOAT32;
			case INT16 -> isHeld(line) ? INT16 : FLOAT32;
			case FLOAT32 -> FLOAT32;
			case RGB -> RGB24;
		};
	}

	/**
	 * Whether single precision holds a line. To readers the slope 0 means that there is none, and infinity is no
	 * number.
	 */
	private static boolean isHeld(final Rescale line) {
		final float slope = Math.abs((float) line.slope());
		return slope >= Float.MIN_NORMAL && Float.isFinite(slope) && Float.isFinite((float) line.intercept());
	}

	/** Whether the voxels are numbers that a line makes real values. */
	boolean isOnLine() {
		return this != FLOAT32 && this != RGB24;
	}

	/** For people. */
	@Override
	public String toString() {
		return this == RGB24 ? name() : name().toLowerCase(Locale.ROOT);
	}
}

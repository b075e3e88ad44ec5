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

/**
 * The voxels between which a pixel lies: of magnified images the same for several pixels in a row, for which they are
 * read once.
 */
final class Cell {

	private static final int RIGHT = 1, DOWN = 2, UP = 4;

	private long x = -1, y = -1, z = -1;
	/** Of {@link #RIGHT}, {@link #DOWN} and {@link #UP} those whose voxels are needed. */
	private int steps;
	double partX, partY, partZ;

	/**
	 * Moves to a position, as {@link Cells} has it.
	 *
	 * @return whether other voxels are needed than before
	 */
	boolean moveTo(final long newX, final long newY, final long newZ) {
		partX = Cells.part(newX);
		partY = Cells.part(newY);
		partZ = Cells.part(newZ);
		final int newSteps = (partX > 0 ? RIGHT : 0) | (partY > 0 ? DOWN : 0) | (partZ > 0 ? UP : 0);
		final boolean isSame = (x ^ newX | y ^ newY | z ^ newZ) >>> Line.BITS == 0 && steps == newSteps;
		x = newX;
		y = newY;
		z = newZ;
		steps = newSteps;
		return !isSame;
	}

	int x() {
		return Cells.voxel(x);
	}

	int y() {
		return Cells.voxel(y);
	}

	int z() {
		return Cells.voxel(z);
	}

	/** Steps to the voxel after it: 1, or 0 where that is not needed. */
	int right() {
		return steps & RIGHT;
	}

	int down() {
		return (steps & DOWN) >> 1;
	}

	int up() {
		return (steps & UP) >> 2;
	}
}

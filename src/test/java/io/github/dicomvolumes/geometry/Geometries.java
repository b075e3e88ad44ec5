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

package io.github.dicomvolumes.geometry;

import java.util.Random;

/** Random geometry for tests that state laws. */
final class Geometries {

	private Geometries() {}

	static Orientation randomOrientation(Random random) {
		Vector3 column = randomVector(random).unit();
		Vector3 row = column.cross(randomVector(random)).unit();
		return new Orientation(row, column).orthonormal();
	}

	/**
	 * A volume of random place, orientation, voxels of 0.0003 to 35 mm, size and, every other time, tilt up to 30
	 * degrees.
	 */
	static VolumeGeometry randomVolume(Random random) {
		Orientation orientation = randomOrientation(random);
		double spacing = Math.pow(10, random.nextDouble() * 4 - 2.5);
		Vector3 step = orientation.normal().times(spacing);
		if (random.nextBoolean()) step = step.plus(orientation.row().times(spacing * (random.nextDouble() - 0.5) / 2))
			.plus(orientation.column().times(spacing * (random.nextDouble() - 0.5)));
		return VolumeGeometry.of(randomVector(random).times(300), orientation, spacing * (0.1 + random.nextDouble()),
			spacing * (0.1 + random.nextDouble()), step, 1 + random.nextInt(512), 1 + random.nextInt(512),
			3 + random.nextInt(60));
	}

	static Vector3 perturbed(Vector3 vector, double by, Random random) {
		return vector.plus(randomVector(random).unit().times(by));
	}

	static Vector3 randomVector(Random random) {
		return new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
	}
}

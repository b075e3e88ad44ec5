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

	/** A volume of random place, orientation, voxels of 0.0003 to 35 mm, size and, every other time, tilt up to 30 degrees. */
	static VolumeGeometry randomVolume(Random random) {
		Orientation orientation = randomOrientation(random);
		double spacing = Math.pow(10, random.nextDouble() * 4 - 2.5);
		Vector3 step = orientation.normal().times(spacing);
		if (random.nextBoolean())
			step = step.plus(orientation.row().times(spacing * (random.nextDouble() - 0.5) / 2))
				.plus(orientation.column().times(spacing * (random.nextDouble() - 0.5)));
		return VolumeGeometry.of(randomVector(random).times(300), orientation,
			spacing * (0.1 + random.nextDouble()), spacing * (0.1 + random.nextDouble()), step,
			1 + random.nextInt(512), 1 + random.nextInt(512), 3 + random.nextInt(60));
	}

	static Vector3 perturbed(Vector3 vector, double by, Random random) {
		return vector.plus(randomVector(random).unit().times(by));
	}

	static Vector3 randomVector(Random random) {
		return new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
	}
}

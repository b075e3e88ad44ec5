package io.github.dicomvolumes.geometry;

/**
 * Where one plane of pixels lies in the patient (PS3.3 C.7.6.2.1.1).
 *
 * @param position centre of the first pixel (top left), mm, LPS, each component within +-1e12 mm
 * @param orientation directions of rows and columns
 */
public record PlaneGeometry(Vector3 position, Orientation orientation) {

	/** Largest coordinate in mm. */
	public static final double MAX_COORDINATE = 1e12;

	/**
	 * @throws IllegalArgumentException if a coordinate is beyond 1e12 mm, where a double no longer resolves a slice
	 */
	public PlaneGeometry {
		double largest = Tolerances.largestCoordinate(position);
		if (largest > MAX_COORDINATE)
			throw new IllegalArgumentException("Position " + position.x() + ", " + position.y() + ", " + position.z() +
				" is out of range; coordinates must be within +-1e12 mm");
	}

	/**
	 * The signed distance in mm of this plane from the origin along a normal; slices are ordered by it.
	 *
	 * @param normal unit vector, LPS, that of the whole stack
	 */
	public double distanceAlong(Vector3 normal) {
		return normal.dot(position);
	}
}

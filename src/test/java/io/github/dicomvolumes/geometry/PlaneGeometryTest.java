package io.github.dicomvolumes.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PlaneGeometryTest {

	/** R23: the position projected on the normal, not one of its components. */
	@Test
	void distanceIsAlongTheNormal() {
		Orientation oblique30 = Orientation.of(1, 0, 0, 0, 0.8660254038, 0.5);
		double first = new PlaneGeometry(new Vector3(-10, -20, 30), oblique30).distanceAlong(oblique30.normal());
		double second = new PlaneGeometry(new Vector3(-10, -21.5, 32.59807621), oblique30)
			.distanceAlong(oblique30.normal());
		assertEquals(3, second - first, 1e-8);
		Orientation sagittal = Orientation.of(0, 1, 0, 0, 0, -1);
		assertEquals(10, new PlaneGeometry(new Vector3(-10, -20, 30), sagittal).distanceAlong(sagittal.normal()));
	}

	@Test
	void refusesPositionsBeyondReason() {
		assertThrows(IllegalArgumentException.class,
			() -> new PlaneGeometry(new Vector3(0, -1e300, 0), Orientation.of(1, 0, 0, 0, 1, 0)));
	}
}

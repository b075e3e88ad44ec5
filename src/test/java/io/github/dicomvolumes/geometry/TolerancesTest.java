package io.github.dicomvolumes.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** R26. */
class TolerancesTest {

	@Test
	void samePositionIsRelativeToThePixelAndBounded() {
		assertEquals(0.005, Tolerances.samePosition(2.0, 0.5));
		assertEquals(0.01, Tolerances.samePosition(2.0, 1.5));
		assertEquals(5e-5, Tolerances.samePosition(0.005, 0.005), 1e-18);
		assertEquals(0.01, Tolerances.samePosition(Double.NaN, Double.NaN));
		assertEquals(0.003, Tolerances.samePosition(Double.NaN, 0.3), 1e-18);
		assertEquals(0.01, Tolerances.samePosition(0, 0));
	}

	@Test
	void largestCoordinateIgnoresTheSign() {
		assertEquals(143, Tolerances.largestCoordinate(new Vector3(-72.2, -143, 1.2)));
	}
}

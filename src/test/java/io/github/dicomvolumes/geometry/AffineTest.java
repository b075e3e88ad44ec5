package io.github.dicomvolumes.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.junit.jupiter.api.Test;

class AffineTest {

	private static final double[] NUMBERS = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 12 };

	@Test
	void isRowPacked() {
		Affine affine = Affine.of(NUMBERS);
		assertEquals(new Vector3(1, 5, 9), affine.i());
		assertEquals(new Vector3(4, 8, 12), affine.origin());
		assertArrayEquals(NUMBERS, affine.toArray());
		assertEquals(new Vector3(1 + 4 + 9 + 4, 5 + 12 + 21 + 8, 9 + 20 + 36 + 12), affine.apply(1, 2, 3));
		assertEquals(-4, affine.determinant(), 1e-12);
		assertThrows(IllegalArgumentException.class, () -> Affine.of(1, 2, 3));
	}

	@Test
	void scalesAboutTheOrigin() {
		assertEquals(new Vector3(2, 6, 12), Affine.scaling(2, 3, 4).apply(new Vector3(1, 2, 3)));
		assertEquals(24, Affine.scaling(2, 3, 4).determinant());
		assertEquals(Affine.scaling(0.5, 0.25, 0.125), Affine.scaling(2, 4, 8).inverse());
		assertThrows(ArithmeticException.class, () -> Affine.scaling(1, 0, 1).inverse());
	}

	/** R34: RAS consumers get rows 1 and 2 negated. */
	@Test
	void rasNegatesXAndY() {
		assertArrayEquals(new double[] { -1, -2, -3, -4, -5, -6, -7, -8, 9, 10, 12, 12 },
			Affine.of(NUMBERS).toRas().toArray());
	}

	@Test
	void inverseUndoes() {
		Random random = new Random(34);
		for (int n = 0; n < 1000; n++) {
			Affine affine = Geometries.randomVolume(random).indexToPatient();
			Vector3 index = Geometries.randomVector(random).times(100);
			Vector3 back = affine.inverse().apply(affine.apply(index));
			assertArrayEquals(index.toArray(), back.toArray(), 1e-6);
		}
	}
}

package io.github.dicomvolumes.geometry;

/**
 * One of the three standard planes, with the way it is displayed: axial and coronal with the patient's left on the right
 * of the screen, sagittal with the back on the right; axial with the back at the bottom, the others with the feet.
 * <p>
 * Letters are those of {@link Anatomy}. The constants are in the order in which the planes are shown and reported.
 * </p>
 */
public enum AnatomicalPlane {
	/** Perpendicular to the head-feet axis. */
	AXIAL('H', 'L', 'P'),
	/** Perpendicular to the front-back axis. */
	CORONAL('P', 'L', 'F'),
	/** Perpendicular to the left-right axis. */
	SAGITTAL('L', 'P', 'F');

	private final char through;
	private final char right;
	private final char bottom;

	AnatomicalPlane(char through, char right, char bottom) {
		this.through = through;
		this.right = right;
		this.bottom = bottom;
	}

	/** The patient axis perpendicular to the plane, by its letter in the positive direction of LPS: H, P or L. */
	public char through() {
		return through;
	}

	/** The direction in which the display's x axis points: L or P. */
	public char right() {
		return right;
	}

	/** The direction in which the display's y axis, which goes downwards, points: P or F. */
	public char bottom() {
		return bottom;
	}
}

package io.github.dicomvolumes.geometry;

/** Where the distance between slices comes from, the most trustworthy first. */
public enum SpacingSource {
	/** Measured between the positions of the planes. */
	POSITIONS("positions"),
	/** Spacing Between Slices, the distance of centres (PS3.3 C.8.3.1). */
	SPACING_BETWEEN_SLICES("SpacingBetweenSlices"),
	/** Slice Thickness (PS3.3 C.7.6.2.1): how wide a slice is, only assumed to be the distance. */
	SLICE_THICKNESS("SliceThickness"),
	/** Nothing is known; the distance is 1 without a unit. */
	UNKNOWN("unknown");

	private final String label;

	SpacingSource(String label) {
		this.label = label;
	}

	/** How it is called in tables and reports. */
	public String label() {
		return label;
	}
}

package io.github.dicomvolumes.series;

/** What becomes of the places of a regular grid that have no slice. */
public enum MissingSlices {
		/** They are filled with padding, so that the grid stays regular. */
		FILL,
		/** The volume is divided there. */
		SPLIT,
		/** They are left out: slices close up, and their distances are wrong there. */
		CLOSE
}

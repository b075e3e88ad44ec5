package io.github.dicomvolumes.io;

/**
 * A file that gave no image, and why.
 *
 * @param file its path, in archives {@code archive.zip!entry}
 * @param reason the sort of reason, by which a summary counts
 * @param text what exactly, for people: the kind of object, or what is wrong at
 *          which byte
 */
public record Skipped(String file, Reason reason, String text) {

	/** Why a file gives no image. */
	public enum Reason {
			/** Something else: text, thumbnails, an empty file. */
			NOT_DICOM("not DICOM"),
			/** DICOM without pixels: reports, structure sets, directories. */
			NOT_AN_IMAGE("DICOM without an image"),
			/** DICOM whose header cannot be parsed. */
			DAMAGED("damaged"),
			/** The operating system does not let it be read. */
			UNREADABLE("unreadable"),
			/** A directory file lists it, but it is not there. */
			MISSING("missing"),
			/** The same SOP Instance UID as another file. */
			DUPLICATE("duplicate");

		private final String label;

		Reason(final String label) {
			this.label = label;
		}

		@Override
		public String toString() {
			return label;
		}
	}
}

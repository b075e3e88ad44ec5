package io.github.dicomvolumes.io;

import java.io.IOException;

/**
 * Reads the header of a DICOM file: the one place where a DICOM library can
 * stand in for another. Implementations hold no state and are used by many
 * threads.
 */
public interface HeaderReader {

	/** The reader of this project. */
	HeaderReader BUILT_IN = new Part10Reader();

	/**
	 * Reads the attributes up to the pixel data, not the pixels.
	 *
	 * @throws NotDicomException if the bytes are no DICOM file
	 * @throws io.github.dicomvolumes.data.DicomException if they are one, but
	 *           damaged; the message says at which byte
	 * @throws IOException if they cannot be read
	 */
	DicomFile read(Source source) throws IOException;
}

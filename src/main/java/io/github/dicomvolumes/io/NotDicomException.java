package io.github.dicomvolumes.io;

import io.github.dicomvolumes.data.DicomException;

/** A file that is something else than DICOM. */
public class NotDicomException extends DicomException {

	private static final long serialVersionUID = 1L;

	public NotDicomException(final String message) {
		super(message);
	}
}

package io.github.dicomvolumes.data;

import java.io.IOException;

/**
 * A file that cannot be read as DICOM, or lacks what is needed. The message
 * names the tag, the value, the rule and the way out; who knows the file adds
 * its path with {@link #in(String)}.
 */
public class DicomException extends IOException {

	private static final long serialVersionUID = 1L;

	public DicomException(final String message) {
		super(message);
	}

	public DicomException(final String message, final Throwable cause) {
		super(message, cause);
	}

	/** The same failure with the file's name before the message. */
	public DicomException in(final String file) {
		return new DicomException(file + ": " + getMessage(), this);
	}
}

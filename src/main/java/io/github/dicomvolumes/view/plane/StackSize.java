/*-
 * #%L
 * DICOM Volumes: DICOM folders as calibrated volumes in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 DICOM Volumes developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package io.github.dicomvolumes.view.plane;

import io.github.dicomvolumes.data.DicomException;

/**
 * How much memory a stack takes.
 *
 * @param width pixels of a slice in x
 * @param height pixels of a slice in y
 * @param planes slices times channels times times
 * @param bytesPerPixel 1, 2 or 4
 */
public record StackSize(int width, int height, int planes, int bytesPerPixel) {

	/**
	 * Refuses what Java's whole memory could not hold.
	 *
	 * @param instead what needs less, as keys of the command
	 * @throws DicomException that says so
	 */
	public void requireMemory(final String instead) throws DicomException {
		if (megabytes() > Runtime.getRuntime().maxMemory() >> 20) throw tooLarge(instead, null);
	}

	/** @param cause null if it was not tried */
	public DicomException tooLarge(final String instead, final OutOfMemoryError cause) {
		return new DicomException(planes + " slices of " + width + " x " + height + " pixels need " + megabytes() +
			" MB, of Java's " + (Runtime.getRuntime().maxMemory() >> 20) + " MB not so much is " + "free; use " +
			instead + ", or give Java more memory (Edit > Options > Memory & Threads)", cause);
	}

	private long megabytes() {
		return (long) width * height * bytesPerPixel * planes >> 20;
	}
}

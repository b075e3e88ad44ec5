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

package io.github.dicomvolumes.export.file;

import java.util.Objects;

import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.source.AllOrNothing.Writing;

/**
 * An element whose value is written when its turn comes, as it is too large to be held.
 *
 * @param length even, in bytes, below 2^32 - 1; or {@link Element#UNDEFINED_LENGTH}: then the value is fragments, with
 *        their delimiter at the end
 * @param value writes just as many bytes, in the byte order of the file
 */
public record StreamedElement(int tag, VR vr, long length, Writing value) {

	/** @throws IllegalArgumentException if no element can have this length (PS3.5 7.1) */
	public StreamedElement {
		Objects.requireNonNull(value);
		if (length < 0 || length > Element.UNDEFINED_LENGTH || length % 2 != 0 && length != Element.UNDEFINED_LENGTH)
			throw new IllegalArgumentException("A value cannot have " + length + " bytes");
	}
}

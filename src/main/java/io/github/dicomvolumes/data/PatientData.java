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

package io.github.dicomvolumes.data;

import java.util.function.IntPredicate;

/**
 * Whether people see what may identify a patient: the attributes of the {@link ConfidentialityProfile}, whatever it
 * does to them, and all private ones, with names of files and folders, which often are a patient's name.
 * <p>
 * This is about what is shown. It changes no file and no {@link Attributes}, and it is no de-identification: pixels,
 * and what others wrote into attributes that the profile does not name, stay.
 */
public enum PatientData {

	SHOW, HIDE;

	/** What is shown in place of a value. */
	public static final String HIDDEN = "(hidden)";

	/** Whether the value of an attribute, and with it that of the items of a sequence, is not to be seen. */
	public boolean hides(final int tag) {
		return this == HIDE && (Tag.isPrivate(tag) || ConfidentialityProfile.find(tag).isPresent());
	}

	/**
	 * What is hidden in the items of a sequence: all, if the sequence is.
	 *
	 * @param hidden among the attributes around it
	 */
	public static IntPredicate within(final IntPredicate hidden, final int sequence) {
		return hidden.test(sequence) ? tag -> true : hidden;
	}

	/** The value of an attribute as people may see it; an empty one stays empty. */
	public String shown(final int tag, final String value) {
		return hides(tag) && !value.isEmpty() ? HIDDEN : value;
	}

	/** The name of a file, or a text that may contain one, as people may see it; an empty one stays empty. */
	public String shown(final String name) {
		return this == HIDE && !name.isEmpty() ? HIDDEN : name;
	}
}

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
 * How much people may see of what may identify a patient: the attributes of the {@link ConfidentialityProfile},
 * whatever it does to them, and all private ones, with names of files and folders, which often are a patient's name.
 * Whatever shows attributes, names or messages is given one of these, and passes them through it.
 * <p>
 * This is about what is shown. It changes no file and no {@link Attributes}, and it is no de-identification: pixels,
 * and what others wrote into attributes that the profile does not name, stay.
 */
public final class Disclosure {

	/** Everything is seen, or nothing that may identify. */
	public static final Disclosure SHOW = new Disclosure(tag -> false),
		HIDE = new Disclosure(tag -> Tag.isPrivate(tag) || ConfidentialityProfile.find(tag).isPresent());

	/** Within a sequence that is hidden. */
	private static final Disclosure NOTHING = new Disclosure(tag -> true);

	/** What is shown in place of a value. */
	public static final String HIDDEN = "(hidden)";

	private final IntPredicate hidden;

	private Disclosure(final IntPredicate hidden) {
		this.hidden = hidden;
	}

	/** Whether all may be seen. */
	public boolean isFull() {
		return this == SHOW;
	}

	/** One thing if all may be seen, else another that tells nobody's name. */
	public <T> T either(final T full, final T neutral) {
		return isFull() ? full : neutral;
	}

	/** Whether the value of an attribute, and with it that of the items of a sequence, is not to be seen. */
	public boolean hides(final int tag) {
		return hidden.test(tag);
	}

	/** What may be seen in the items of a sequence: nothing, if it is hidden. */
	public Disclosure within(final int sequence) {
		return hides(sequence) ? NOTHING : this;
	}

	/** The value of an attribute as people may see it; an empty one stays empty. */
	public String value(final int tag, final String value) {
		return hides(tag) ? hidden(value) : value;
	}

	/** The name of a file, or a text that may contain one, as people may see it; an empty one stays empty. */
	public String name(final String name) {
		return isFull() ? name : hidden(name);
	}

	private static String hidden(final String text) {
		return text.isEmpty() ? text : HIDDEN;
	}

	@Override
	public String toString() {
		return isFull() ? "everything" : "nothing that may identify a patient";
	}
}

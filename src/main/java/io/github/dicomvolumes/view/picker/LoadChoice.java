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

package io.github.dicomvolumes.view.picker;

import io.github.dicomvolumes.data.ByteSize;

/**
 * Whether the chosen volumes are to be opened virtually: as the person said last, else as was asked for before, and in
 * any case if they take more than half of the memory that Java has left.
 */
final class LoadChoice {

	private final boolean isAskedFor;
	private final long left;
	/** Null as long as the person has said nothing. */
	private Boolean said;

	/**
	 * @param isAskedFor whether volumes were to be virtual before the person looked at them
	 * @param left bytes that Java can still use
	 */
	LoadChoice(final boolean isAskedFor, final long left) {
		this.isAskedFor = isAskedFor;
		this.left = left;
	}

	/** The person decides, whatever the size. */
	void say(final boolean isVirtual) {
		said = isVirtual;
	}

	/** @param bytes that the chosen volumes take */
	boolean isVirtual(final long bytes) {
		return said == null ? isAskedFor || isMuch(bytes) : said;
	}

	/** Whether volumes take more than half of what is left. */
	boolean isMuch(final long bytes) {
		return bytes > left / 2;
	}

	/** What the chosen volumes take, for people. */
	String text(final int volumes, final long bytes) {
		final String chosen = volumes + (volumes == 1 ? " volume: " : " volumes: ") + ByteSize.text(bytes);
		final String has = ByteSize.text(left);
		if (volumes == 0) return "Nothing chosen";
		return isMuch(bytes) ? chosen + " of pixels, more than half of the " + has + " of memory that Java has left"
			: chosen + " of pixels; Java has " + has + " of memory left";
	}

	/** The bytes that Java can still use, as far as is known without collecting garbage. */
	static long left() {
		final Runtime java = Runtime.getRuntime();
		return Math.max(0, java.maxMemory() - (java.totalMemory() - java.freeMemory()));
	}
}

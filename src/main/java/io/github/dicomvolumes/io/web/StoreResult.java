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

package io.github.dicomvolumes.io.web;

import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.Listing;

/**
 * What a server did with objects that were sent to it.
 *
 * @param sent how many were sent
 * @param stored UIDs of those that the server says to have
 * @param failures those that it refused
 */
public record StoreResult(int sent, List<String> stored, List<Failure> failures) {

	/**
	 * An object that was refused.
	 *
	 * @param instance its SOP Instance UID, perhaps empty
	 * @param reason the Failure Reason (0008,1197); -1 if the server gives none
	 */
	public record Failure(String instance, int reason) {

		/** The reason in words (PS3.18 I.2, PS3.4 Table B.2-1), with its number. */
		public String text() {
			if (reason < 0) return "no reason given";
			return meaning(reason) + String.format(" (%04X)", reason);
		}

		private static String meaning(final int reason) {
			return switch (reason) {
				case 0x0110 -> "processing failed";
				case 0x0111 -> "the server has it already";
				case 0x0112 -> "no such SOP instance";
				case 0x0117 -> "invalid SOP instance";
				case 0x0118 -> "no such SOP class";
				case 0x0122 -> "SOP class not supported";
				case 0x0124 -> "not authorised";
				case 0x0131 -> "the study is another one";
				case 0xC122 -> "transfer syntax not supported";
				default -> byClass(reason);
			};
		}

		private static String byClass(final int reason) {
			return switch (reason >>> 8) {
				case 0xA7 -> "out of resources";
				case 0xA9 -> "the data set is not one of its SOP class";
				default -> reason >>> 12 == 0xC ? "cannot be understood" : "refused";
			};
		}
	}

	public StoreResult {
		stored = List.copyOf(stored);
		failures = List.copyOf(failures);
	}

	/** Whether the server has all. */
	public boolean isComplete() {
		return failures.isEmpty() && stored.size() >= sent;
	}

	/** What the server did, in a sentence. */
	public String summary() {
		if (isComplete()) return "The server stored " + sent + (sent == 1 ? " object." : " objects.");
		final List<String> reasons = new ArrayList<>();
		for (final Failure failure : failures) {
			final String text = failure.text();
			if (!reasons.contains(text)) reasons.add(text);
		}
		final String text = "The server stored " + Math.min(stored.size(), sent) + " of " + sent + " objects";
		return text + (reasons.isEmpty() ? ", and does not say why not the others."
			: "; the others: " + Listing.of(reasons) + ".");
	}
}

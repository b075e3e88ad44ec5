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

import java.awt.Frame;
import java.util.List;
import java.util.concurrent.CancellationException;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.io.web.FoundSeries;
import io.github.dicomvolumes.view.help.Guide;

/** Asks a person which series of a server to open, and whether to open them virtually. */
public final class FoundSeriesPicker {

	/**
	 * What a person chose.
	 *
	 * @param series at least one
	 * @param isVirtual whether pixels are to be fetched when they are looked at
	 */
	public record Choice(List<FoundSeries> series, boolean isVirtual) {}

	private FoundSeriesPicker() {}

	/**
	 * Shows what was found, the first series chosen already, and waits for an answer.
	 *
	 * @param server its address, for people
	 * @param isVirtual whether the series were to be virtual before the person saw them
	 * @param owner may be null
	 * @throws CancellationException if the person cancels
	 */
	public static Choice ask(final List<FoundSeries> found, final String server, final Disclosure disclosure,
		final boolean isVirtual, final Frame owner)
	{
		final var question = new RowsPicker.Question("DICOM Server",
			found.size() + " series on " + server + " match. Open which? Several with Shift or Ctrl.", "fetched",
			Guide.SERVER);
		final RowsPicker.Answer answer = RowsPicker.ask(FoundRows.of(found, disclosure), question, isVirtual, owner);
		return new Choice(answer.rows().stream().map(found::get).toList(), answer.isVirtual());
	}
}

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

package io.github.dicomvolumes.command;

import io.github.dicomvolumes.command.host.NeutralFailure;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.view.imagej.Log;
import io.github.dicomvolumes.volume.ImportResult;

/** What the import commands write into ImageJ's log: with hidden patient data no names, of files neither. */
final class ImportLog {

	private ImportLog() {}

	/** What was found at a place. */
	static void add(final SeriesCatalog catalog, final Disclosure disclosure) {
		Log.add(!disclosure.isFull() ? catalog.summary() : catalog.scan().place() + ": " + catalog.report());
	}

	/** What was made of it. */
	static void add(final ImportResult result, final Disclosure disclosure) {
		result.volumes().forEach(volume -> Log.add(volume.report(disclosure).toString()));
		if (disclosure.isFull()) result.failures().forEach(failure -> Log.add("not loaded: " + failure));
		else if (!result.failures().isEmpty())
			Log.add("not loaded: " + result.failures().size() + " more; patient=Show says why, with names");
	}

	/** A failure as people may see it. */
	static Exception shown(final Exception failure, final SeriesCatalog catalog, final Disclosure disclosure) {
		return disclosure.isFull() ? failure

			: new NeutralFailure("Nothing was opened (" + catalog.summary() + "); patient=Show says why, with names.");
	}
}

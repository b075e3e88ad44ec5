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

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.series.index.IndexedVolume;
import io.github.dicomvolumes.view.imagej.Log;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.VolumeLoader;
import io.github.dicomvolumes.work.Parts;

import ij.ImagePlus;

/** Chooses and opens volumes of the index of an archive. */
final class IndexedVolumes {

	private IndexedVolumes() {}

	/**
	 * The volumes that a text names: {@code all}, {@code #n} as the index has them, or Series Instance UIDs, several
	 * with commas.
	 *
	 * @throws InputException if it names one that was not found
	 */
	static List<IndexedVolume> named(final List<IndexedVolume> found, final String selector) {
		final String text = selector.strip();
		if (text.toLowerCase(Locale.ROOT).equals("all")) return found;
		final List<IndexedVolume> named = new ArrayList<>();
		for (final String name : text.split("[, ]+")) {
			if (name.isEmpty()) continue;
			final String column = name.startsWith("#") ? "Series" : "SeriesInstanceUID";
			final List<IndexedVolume> some = found.stream().filter(v -> v.text(column).equals(name)).toList();
			if (some.isEmpty()) throw new InputException("series= names a volume that is none of the " + found.size() +
				" of the index that match query=. Use #n of the column Series, Series Instance UIDs, or all.");
			named.addAll(some);
		}
		return named.stream().distinct().toList();
	}

	/**
	 * Opens volumes, those that can be.
	 *
	 * @throws Exception if none can be; the message tells no more of the patient than may be shown
	 */
	static Imported open(final List<IndexedVolume> volumes, final ImportOptions options, final Disclosure shown)
		throws Exception
	{
		final List<ImagePlus> images = new ArrayList<>();
		final List<Exception> failures = new ArrayList<>();
		String outcome = "";
		final Parts parts = new Parts(options.progress(), VolumeLoader.PHASE, volumes.size());
		final ImportOptions each = volumes.size() == 1 ? options : options.withProgress(parts);
		for (final IndexedVolume volume : volumes) {
			try {
				final Imported imported = open(volume, each, shown);
				images.addAll(imported.images());
				outcome = imported.outcome();
			}
			catch (final IOException | IllegalArgumentException exc) {
				failures.add(exc);
			}
			catch (final RuntimeException | Error exc) { // cancelled, or no memory
				images.forEach(ImagePlus::close);
				throw exc;
			}
			if (volumes.size() > 1) parts.next();
		}
		if (images.isEmpty()) throw failures.get(0);
		if (shown.isFull()) Log.addAll("not opened: ", failures.stream().map(Exception::getMessage).toList());
		else if (!failures.isEmpty())
			Log.add("not opened: " + failures.size() + " more; patient=Show says why, with names");
		return new Imported(images,
			volumes.size() == 1 ? outcome : Listing.count(images.size(), "volume") + " of the index");
	}

	private static Imported open(final IndexedVolume volume, final ImportOptions options, final Disclosure shown)
		throws Exception
	{
		final SeriesCatalog catalog = DicomVolumes.scan(volume.place(), options);
		int n = 1;
		for (final Stack stack : catalog.stacks()) {
			if (volume.is(stack)) return Imported.of(catalog, options.withSeries("#" + n), shown);
			n++;
		}
		throw new DicomException(
			"Volume " + volume.text("Series") + " of the index is not in its files any more, which are now: " +
				catalog.summary() + " Make the index again (index PLACE --out DIR).");
	}
}

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

package io.github.dicomvolumes.command.open;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.data.Disclosure;

import org.scijava.Context;
import org.scijava.prefs.PrefService;

/**
 * The last places that a person imported from, the latest first. Never those of macros and scripts, and none that was
 * opened with patient data hidden: folders are often named after patients.
 */
public final class RecentPlaces {

	static final int MOST = 10;

	private static final String KEY = "places";

	private final PrefService prefs;

	/** @param context without a PrefService there is no memory */
	RecentPlaces(final Context context) {
		prefs = context.getService(PrefService.class);
	}

	/** Remembers a place from which a command has imported, if a person may see it again. */
	public static void remember(final DicomCommand command, final File place, final Disclosure disclosure) {
		if (command.isPersonThere() && disclosure.isFull()) new RecentPlaces(command.context()).add(place);
	}

	/** Absolute paths. */
	List<String> list() {
		return prefs == null ? List.of() : prefs.getList(RecentPlaces.class, KEY);
	}

	void add(final File place) {
		final String path = place.toPath().toAbsolutePath().normalize().toString();
		final List<String> places = new ArrayList<>(list());
		places.remove(path);
		places.add(0, path);
		put(places.subList(0, Math.min(MOST, places.size())));
	}

	void clear() {
		put(List.of());
	}

	private void put(final List<String> places) {
		if (prefs == null) return;
		prefs.clear(RecentPlaces.class); // a shorter list leaves no end of a longer one
		prefs.put(RecentPlaces.class, KEY, places);
	}
}

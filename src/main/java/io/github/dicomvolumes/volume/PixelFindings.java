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

package io.github.dicomvolumes.volume;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.object.Frame;

/** Collects what is found about the pixels of a volume while it is loaded. Used by several threads. */
final class PixelFindings {

	private final Set<String> notes = Collections.synchronizedSet(new LinkedHashSet<>());
	/** By number of the plane. */
	private final Map<Integer, String> unreadable = Collections.synchronizedMap(new TreeMap<>());
	private final Map<Integer, String> damaged = Collections.synchronizedMap(new TreeMap<>());
	private final List<String> tooLong = new ArrayList<>();
	private final List<Finding> ofVolume = new ArrayList<>();

	/** What was assumed, as sentences for people, each once. */
	Set<String> notes() {
		return notes;
	}

	/** Something about all planes, known before they are read. */
	void add(final Finding finding) {
		ofVolume.add(finding);
	}

	/** A plane could not be read at all. */
	void unreadable(final int plane, final Frame frame, final String why) {
		damaged.remove(plane);
		unreadable.put(plane, frame + ": " + why);
	}

	/** A plane was read in part. */
	void damaged(final int plane, final Frame frame, final String what) {
		damaged.put(plane, frame + ": " + what);
	}

	/** A file has more pixels than it needs. */
	void tooLong(final Frame frame, final String what) {
		tooLong.add(frame + ": " + what);
	}

	/** What is wrong with a plane, for people; empty if nothing is as far as is known. */
	String problem(final int plane) {
		return unreadable.getOrDefault(plane, damaged.getOrDefault(plane, ""));
	}

	/** The failure of a volume of which no slice can be read. */
	DicomException nothing(final String name) {
		return new DicomException(name + ": no slice can be read. " + List.copyOf(unreadable.values()).get(0));
	}

	/** All that was found, for people. */
	List<Finding> all(final PlanePlan plan) {
		final List<Finding> all = new ArrayList<>(ofVolume);
		add(all, Code.TRUNCATED, damaged.values(), "is", "are", " cut or damaged; what is missing is filled");
		add(all, Code.TOO_LONG, tooLong, "has", "have", " more pixel data than pixels; the rest is ignored");
		add(all, Code.UNREADABLE_SLICE, unreadable.values(), "could not be read and was", "could not be read and were",
			" left blank");
		final List<String> assumed = List.copyOf(notes);
		assumed.stream().limit(Listing.LINES).map(note -> new Finding(Code.PIXEL_FORMAT, note)).forEach(all::add);
		if (assumed.size() > Listing.LINES) all.add(new Finding(Code.PIXEL_FORMAT,
			assumed.size() - Listing.LINES + " more such notes", assumed.subList(Listing.LINES, assumed.size())));
		if (plan.isReal()) all.add(new Finding(Code.VALUES, plan.reason()));
		return all;
	}

	private static void add(final List<Finding> all, final Code code, final Collection<String> files, final String one,
		final String several, final String what)
	{
		final List<String> now = List.copyOf(files); // more may be found meanwhile
		if (!now.isEmpty()) all.add(
			new Finding(code, now.size() + (now.size() == 1 ? " slice " + one : " slices " + several) + what, now));
	}

	/** The exceptions of the file system say no more than the path. */
	static String why(final IOException exc) {
		return exc instanceof NoSuchFileException ? "no such file any more" : Reasons.of(exc);
	}
}

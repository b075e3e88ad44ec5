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
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.volume.read.FramePlane;
import io.github.dicomvolumes.volume.read.FrameReader;
import io.github.dicomvolumes.volume.read.FrameReaders;
import io.github.dicomvolumes.volume.read.PlaneGroup;

/**
 * The frames of a stack in the order of the volume's planes (slice fastest, then channel, then time) and how each codes
 * its values: what can be known before pixels are read.
 */
final class PlaneCodings {

	private final Stack stack;
	private final String name;
	/** Null where a slice is missing. */
	private final Frame[] frames;
	/** Null where a slice is missing. */
	private final FrameReader[] readers;
	/** Null where no frame can be read. */
	private final FrameCoding[] codings;
	private final PixelFindings findings;
	private final OpenSources open;
	/** Looked at once for each file, however many frames it has. */
	private final Map<DicomFile, Boolean> statesSigned = Collections.synchronizedMap(new IdentityHashMap<>());

	private PlaneCodings(final Stack stack, final String name, final PixelFindings findings, final OpenSources open) {
		this.open = open;
		this.stack = stack;
		this.name = name;
		this.findings = findings;
		frames = new Frame[stack.shape().planes()];
		codings = new FrameCoding[frames.length];
		readers = new FrameReader[frames.length];
		for (int i = 0; i < frames.length; i++) {
			frames[i] = frame(stack, i);
			if (frames[i] != null) readers[i] = FrameReaders.of(frames[i]);
		}
	}

	/**
	 * Finds the codings.
	 *
	 * @param findings hears what is assumed, and of slices that cannot be read
	 * @param open by which files are opened
	 * @throws DicomException if no frame can be read
	 * @throws java.util.concurrent.CancellationException if the progress says so
	 */
	static PlaneCodings of(final Stack stack, final String name, final PixelFindings findings, final OpenSources open,
		final Progress progress) throws IOException
	{
		final PlaneCodings all = new PlaneCodings(stack, name, findings, open);
		all.read(progress);
		return all;
	}

	/** Why the frames of a stack cannot be decoded; empty if at least one can. */
	static Optional<String> unsupported(final Stack stack) {
		String first = null;
		for (final Frame frame : stack.frames()) {
			try {
				final FrameReader reader = FrameReaders.of(frame);
				final Optional<String> why = reader.unsupported(reader.coding(note -> {}));
				if (why.isEmpty()) return Optional.empty();
				if (first == null) first = why.get();
			}
			catch (final DicomException exc) {
				if (first == null) first = exc.getMessage();
			}
		}
		return Optional.ofNullable(first);
	}

	int size() {
		return frames.length;
	}

	/** The frame of a plane; null where a slice is missing. */
	Frame frame(final int plane) {
		return frames[plane];
	}

	/** The reader of a plane's frame; null where a slice is missing. */
	FrameReader reader(final int plane) {
		return readers[plane];
	}

	/** The coding of a plane; null where no frame can be read. */
	FrameCoding coding(final int plane) {
		return codings[plane];
	}

	/** All of them, null where no frame can be read. */
	FrameCoding[] toArray() {
		return codings.clone();
	}

	/** Planes that are read together; in none those that cannot be read. */
	List<PlaneGroup> together() {
		final List<FramePlane> readable = new ArrayList<>(frames.length);
		for (int i = 0; i < frames.length; i++)
			if (codings[i] != null) readable.add(new FramePlane(i, readers[i], codings[i]));
		return PlaneGroup.of(readable);
	}

	/** The first frame that is there. */
	Frame first() {
		return stack.first();
	}

	/** Columns of a plane. */
	int columns() {
		return (int) stack.geometry().columns();
	}

	/** Pixels of a plane. */
	int pixels() {
		return (int) (stack.geometry().columns() * stack.geometry().rows());
	}

	/** Puts the values on the scale that was asked for; before the plan is made. */
	void choose(final ValueChoice choice) {
		final Optional<Finding> finding = PhilipsValues.apply(frames, codings, choice);
		if (finding.isPresent()) findings.add(finding.get());
	}

	/** What planes of all these frames hold. */
	PlanePlan plan(final boolean wantReal) {
		final List<FrameCoding> readable = new ArrayList<>(codings.length);
		for (final FrameCoding coding : codings)
			if (coding != null) readable.add(coding);
		return PlanePlan.of(readable, wantReal);
	}

	private void read(final Progress progress) throws IOException {
		final Found[] found = new Found[frames.length];
		final int[] like = likeEarlier();
		Parallel.forEach(frames.length, "Examining files", progress,
			i -> found[i] = like[i] < i || frames[i] == null ? null : find(readers[i]));
		FrameCoding last = null;
		for (int i = 0; i < frames.length; i++) {
			found[i] = found[like[i]];
			if (found[i] == null) continue;
			findings.notes().addAll(found[i].notes);
			if (found[i].coding == null) findings.unreadable(i, frames[i], found[i].problem);
			else last = codings[i] = last == null ? found[i].coding : found[i].coding.sharing(last);
		}
		requireSome();
	}

	/** Of each plane, the first one from which on all have the same coding; itself if it has to be looked at. */
	private int[] likeEarlier() {
		final int[] like = new int[frames.length];
		for (int i = 0; i < frames.length; i++) {
			final boolean isLike = i > 0 && frames[i] != null && frames[i - 1] != null &&
				readers[i].codesLike(readers[i - 1]);
			like[i] = isLike ? like[i - 1] : i;
		}
		return like;
	}

	/** The coding of a frame with what was assumed, or else why it cannot be read. */
	private record Found(FrameCoding coding, String problem, Set<String> notes) {}

	private Found find(final FrameReader reader) {
		final Set<String> notes = new LinkedHashSet<>(2);
		try {
			final FrameCoding coding = reader.coding(notes::add);
			final Optional<String> why = reader.unsupported(coding);
			return why.isPresent() ? new Found(null, why.get(), notes)
				: new Found(asStated(reader, coding, notes), "", notes);
		}
		catch (final DicomException exc) {
			return new Found(null, exc.getMessage(), notes);
		}
	}

	/** @throws DicomException if no frame can be read */
	void requireSome() throws DicomException {
		for (final FrameCoding coding : codings)
			if (coding != null) return;
		throw findings.nothing(name);
	}

	/** A data set that says unsigned may hold a stream that says signed, and knows better. */
	private FrameCoding asStated(final FrameReader reader, final FrameCoding coding, final Set<String> notes) {
		if (coding.format().signed() || !reader.isCompressed() || !isSignedAfterAll(reader)) return coding;
		notes.add(Tag.describe(Tag.PIXEL_REPRESENTATION) +
			" says that values are unsigned, their JPEG 2000 stream that they are signed; the stream is believed.");
		return coding.asSigned();
	}

	private boolean isSignedAfterAll(final FrameReader reader) {
		final DicomFile file = reader.frame().file();
		synchronized (file) { // its frames are looked at by several threads
			Boolean signed = statesSigned.get(file);
			if (signed == null) statesSigned.put(file, signed = statesSigned(reader));
			return signed;
		}
	}

	private boolean statesSigned(final FrameReader reader) {
		try {
			return reader.statesSigned(open);
		}
		catch (final IOException exc) {
			return false; // reading the frame will say why
		}
	}

	/** A plane cannot be read, as was found out later. */
	void exclude(final int plane, final String why) {
		findings.unreadable(plane, frames[plane], why);
		codings[plane] = null;
	}

	private static Frame frame(final Stack stack, final int plane) {
		final StackShape.Place place = stack.shape().place(plane);
		return stack.frame(place.slice(), place.channel(), place.time()).orElse(null);
	}
}

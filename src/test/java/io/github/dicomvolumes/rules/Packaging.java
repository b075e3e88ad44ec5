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

package io.github.dicomvolumes.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How the frames of a described series are put into files, and which identifiers say what.
 *
 * @param stacks what Stack ID of multi-frame files says
 * @param study which files share a Study Instance UID
 * @param frameOfReference which share a Frame of Reference UID
 * @param oneInstanceUid whether all files have the same SOP Instance UID
 * @param dimensions whether multi-frame files have Dimension Index Values, where they have stacks
 * @param seed of the order of names, and of frames in a file
 */
record Packaging(Files files, Stacks stacks, Scope study, Scope frameOfReference, boolean oneInstanceUid,
	boolean dimensions, long seed)
{

	/** Which frames are in one file. */
	enum Files {
		/** Each has its own, with attributes at the top level. */
		SINGLE,
		/** All. */
		ONE,
		/** Those of one time. */
		PER_TIME,
		/** Those of one time and channel. */
		PER_VOLUME,
		/** Those of one stack. */
		PER_STACK,
		/** Those of one time and channel, or each its own, with functional groups too. */
		MIXED,
		/** All, in the parts of a concatenation. */
		CONCATENATION;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', ' ');
		}
	}

	/** What Stack ID says. */
	enum Stacks {
		ABSENT,
		/** All frames are in one. */
		ONE,
		/** Every third slice is in the same. */
		INTERLEAVED,
		/** Neighbouring slices are in the same. */
		CONSECUTIVE,
		/** All frames of a file are in one, those of others in others. */
		PER_FILE
	}

	/** What has an identifier of its own. */
	enum Scope {
		ABSENT, SERIES, FILE
	}

	private static final int STACKS = 3;

	/** Plain identifiers, files and frames in their order. */
	static Packaging of(final Files files) {
		return new Packaging(files, Stacks.ABSENT, Scope.SERIES, Scope.SERIES, false, false, 0);
	}

	Packaging withStacks(final Stacks ids) {
		return new Packaging(files, ids, study, frameOfReference, oneInstanceUid, dimensions, seed);
	}

	/** Any that can hold the series and leaves no doubt about it. */
	static Packaging random(final DescribedSeries series, final long seed) {
		final Random random = Seeds.random(31 * seed + 7);
		final boolean isSingle = series.ways().stream().anyMatch(ToldBy::isOnlyInSingleFiles);
		final Files files = isSingle ? Files.SINGLE : any(Files.values(), random);
		final Stacks any = any(Stacks.values(), random);
		final boolean isDoubtful = series.needsNumbers() && any == Stacks.PER_FILE;
		final Scope study = any(Scope.values(), random);
		final Scope scope = any(Scope.values(), random);
		// frames of reference that hold several slices each would divide (R51)
		final boolean divides = scope == Scope.FILE && files != Files.SINGLE;
		final Scope frames = divides ? Scope.SERIES : scope;
		return new Packaging(files, isDoubtful ? Stacks.ABSENT : any, study, frames,
			files != Files.CONCATENATION && random.nextInt(4) == 0, random.nextBoolean(), seed + 1);
	}

	/** The stack of a slice, from 0. */
	int stack(final int slice, final int slices) {
		return switch (stacks) {
			case INTERLEAVED -> slice % STACKS;
			case CONSECUTIVE -> slice * STACKS / slices;
			case ABSENT, ONE, PER_FILE -> 0;
		};
	}

	/** The frames of each file, files and frames in the order of their numbers. */
	List<List<Place>> files(final DescribedSeries series) {
		final List<Place> places = series.places();
		final Random random = Seeds.random(seed);
		return switch (files) {
			case SINGLE -> grouped(places, series::number);
			case ONE -> List.of(places);
			case PER_TIME -> grouped(places, Place::time);
			case PER_VOLUME -> grouped(places, p -> p.time() * series.channels() + p.channel());
			case PER_STACK -> grouped(places, p -> partOf(p, series));
			case MIXED -> mixed(series, random);
			case CONCATENATION -> parts(places);
		};
	}

	/** Where no stacks are said files hold neighbouring slices. */
	private int partOf(final Place place, final DescribedSeries series) {
		final int slices = series.grid().slices();
		return stacks == Stacks.INTERLEAVED ? stack(place.slice(), slices) : place.slice() * STACKS / slices;
	}

	/**
	 * Of every other time and channel, or slice if numbers run over the times first, a file; of the others one each.
	 */
	private static List<List<Place>> mixed(final DescribedSeries series, final Random random) {
		final int odd = random.nextInt(2);
		final boolean bySlice = series.needsNumbers() && series.timesFirst();
		final List<List<Place>> files = new ArrayList<>();
		for (final List<Place> volume : grouped(series.places(),
			p -> bySlice ? p.slice() : p.time() * series.channels() + p.channel()))
		{
			final Place first = volume.get(0);
			final int number = bySlice ? first.slice() : first.time() + first.channel();
			if (number % 2 == odd) files.add(volume);
			else volume.forEach(place -> files.add(List.of(place)));
		}
		files.sort(Comparator.comparingInt(file -> series.number(file.get(0))));
		return files;
	}

	private static List<List<Place>> parts(final List<Place> places) {
		final List<List<Place>> parts = new ArrayList<>();
		final int length = places.size() / STACKS + 1;
		for (int from = 0; from < places.size(); from += length)
			parts.add(places.subList(from, Math.min(places.size(), from + length)));
		return parts;
	}

	private static List<List<Place>> grouped(final List<Place> places, final Function<Place, Integer> key) {
		final Map<Integer, List<Place>> groups = new TreeMap<>();
		for (final Place place : places)
			groups.computeIfAbsent(key.apply(place), k -> new ArrayList<>()).add(place);
		return List.copyOf(groups.values());
	}

	/** The frames of a file in the order in which it holds them. */
	List<Place> inFile(final List<Place> places, final DescribedSeries series) {
		if (seed == 0 || series.needsNumbers()) return places;
		final List<Place> shuffled = new ArrayList<>(places);
		Collections.shuffle(shuffled, Seeds.random(seed + series.number(places.get(0))));
		return shuffled;
	}

	private static <T> T any(final T[] values, final Random random) {
		return values[random.nextInt(values.length)];
	}

	@Override
	public String toString() {
		final String shared = oneInstanceUid ? ", one instance UID" : "";
		return files + ", stacks " + stacks + ", study " + study + ", frame of reference " + frameOfReference + shared +
			(dimensions ? ", dimensions" : "");
	}
}

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

package io.github.dicomvolumes.series.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of one SOP Instance UID: which are images, and which are copies of these. Each is compared with the image
 * of the same place, that of the same Instance Number and the best of its series only, so that many files cost no more
 * than few.
 */
final class OneUid {

	/** A file, how well it fits its series, and the attributes that most of the series say otherwise. */
	private record Ranked(SharedInstance instance, SlicePlaces.Fit fit, int contradictions) {

		/** The best first. */
		static final Comparator<Ranked> ORDER = Comparator.comparing((Ranked r) -> !r.instance.isWhole())
			.thenComparing(r -> !r.instance.pixels().isExact())
			.thenComparing(Ranked::fit)
			.thenComparingInt(Ranked::contradictions)
			.thenComparingLong(r -> r.instance.isWhole() ? 0 : -r.instance.pixels().length())
			.thenComparingInt(r -> r.instance.index());
	}

	private final Map<Object, SeriesRest> rests;
	private final List<SharedInstance> images = new ArrayList<>();
	private final List<Copy> copies = new ArrayList<>();
	/** Images by series, and by series with place or Instance Number. */
	private final Map<Object, SharedInstance> found = new HashMap<>();

	/**
	 * @param files all files of the UID
	 * @param rests by {@link SharedInstance#series}
	 */
	OneUid(final List<SharedInstance> files, final Map<Object, SeriesRest> rests) {
		this.rests = rests;
		final Map<Object, List<SharedInstance>> same = files.stream()
			.collect(Collectors.groupingBy(SharedInstance::content, LinkedHashMap::new, Collectors.toList()));
		final Map<SharedInstance, List<SharedInstance>> others = new HashMap<>();
		final List<Ranked> ranked = new ArrayList<>();
		for (final List<SharedInstance> equal : same.values()) {
			final List<Ranked> sorted = equal.stream().map(this::rank).sorted(Ranked.ORDER).toList();
			ranked.add(sorted.get(0));
			others.put(sorted.get(0).instance, sorted.stream().skip(1).map(Ranked::instance).toList());
		}
		for (final Ranked next : ranked.stream().sorted(Ranked.ORDER).toList()) {
			final SharedInstance original = original(next);
			if (original == null) add(next.instance);
			else copies.add(next.instance.copyOf(original));
			final SharedInstance kept = original == null ? next.instance : original;
			others.get(next.instance).forEach(other -> copies.add(other.copyOf(kept)));
		}
	}

	/** Files that count, the best first; at least one. */
	List<SharedInstance> images() {
		return images;
	}

	/** Files that do not count. */
	List<Copy> copies() {
		return copies;
	}

	private Ranked rank(final SharedInstance instance) {
		final SeriesRest rest = rests.get(instance.series());
		return new Ranked(instance, rest.places().fit(instance.file().attributes()),
			rest.header().contradictions(instance.file().attributes()));
	}

	/** The image of which a file is a copy; null if it is an image of its own. */
	private SharedInstance original(final Ranked next) {
		if (images.isEmpty()) return null;
		final SharedInstance instance = next.instance;
		final SeriesRest rest = rests.get(instance.series());
		final List<SharedInstance> similar = keys(instance).map(found::get)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		for (final SharedInstance image : similar)
			if (instance.isAlteredCopyOf(image, rest.isOneAtAPlace())) return image;
		if (instance.isWhole()) return null;
		final boolean belongsHere = (rest.uids() > 1 || !similar.isEmpty()) && next.fit == SlicePlaces.Fit.FITS;
		return belongsHere ? null : images.get(0);
	}

	private void add(final SharedInstance instance) {
		images.add(instance);
		keys(instance).forEach(key -> found.putIfAbsent(key, instance));
	}

	private static Stream<Object> keys(final SharedInstance instance) {
		return Stream.of(List.of(instance.series(), instance.geometry()),
			List.of(instance.series(), instance.instanceNumber()), instance.series());
	}
}

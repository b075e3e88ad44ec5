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

package io.github.dicomvolumes.series.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.series.Distinct;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.Frames;
import io.github.dicomvolumes.series.object.ImageObject;
import io.github.dicomvolumes.series.repeat.Arrangement;
import io.github.dicomvolumes.series.repeat.Positions;
import io.github.dicomvolumes.series.repeat.Repeats.Part;

/** Frames that may belong together, and what they were divided by so far. */
public final class Group {

	/** What is told about the work. */
	public static final String PHASE = "Grouping files";

	private final List<Frame> frames;
	private final List<String> reasons;
	private final List<Finding> findings;
	private final double tolerance;
	private final Optional<Arrangement> arrangement;
	private final Progress progress;
	/** Null until somebody asks: many do, one after another. */
	private Positions positions;

	/**
	 * @param progress may stop each division, which takes long with very many frames
	 */
	private Group(final List<Frame> frames, final List<String> reasons, final List<Finding> findings,
		final double tolerance, final Optional<Arrangement> arrangement, final Progress progress)
	{
		this.frames = frames;
		this.reasons = reasons;
		this.findings = findings;
		this.tolerance = tolerance;
		this.arrangement = arrangement;
		this.progress = progress;
	}

	/** A whole series. */
	Group(final List<Frame> frames, final Progress progress) {
		this(frames, List.of(), List.of(), Double.NaN, Optional.empty(), progress);
	}

	/** The same with one more finding. */
	Group with(final Finding finding) {
		final List<Finding> more = new ArrayList<>(findings);
		more.add(finding);
		return new Group(frames, reasons, List.copyOf(more), tolerance, arrangement, progress);
	}

	/** The same, whose frames are in their places. */
	Group with(final Arrangement places) {
		return new Group(places.frames(), reasons, findings, tolerance, Optional.of(places), progress);
	}

	/** The same, in which frames at one position may be farther apart, in mm. */
	Group within(final double distance) {
		return new Group(frames, reasons, findings, distance, arrangement, progress);
	}

	/** The frames by their distance along the normal. */
	public Positions positions() {
		if (positions == null) positions = arrangement.isPresent() ? arrangement.get().positions() : measured();
		return positions;
	}

	private Positions measured() {
		return Double.isNaN(tolerance) ? Positions.of(frames)
			: Positions.of(frames, Positions.orientation(frames).normal(), tolerance);
	}

	/** These parts, divided for a reason, or for none. */
	List<Group> arranged(final List<Part> parts) {
		return parts.stream()
			.map(p -> (p.reason().isEmpty() ? this : dividedBy(p.reason(), p.arrangement().frames()))
				.with(p.arrangement()))
			.toList();
	}

	/**
	 * Divides by an identifier, if that is more than a hint: if two of its values or more have several frames each.
	 * Otherwise geometry decides, and it is said.
	 */
	List<Group> splitByIdentifier(final String reason, final Function<Frame, String> identifier) {
		final Map<String, List<Frame>> parts = parts(identifier);
		if (parts.size() == 1) return List.of(this);
		if (parts.values().stream().filter(part -> part.size() > 1).count() > 1)
			return splitInto(reason, parts.values());
		return List.of(with(new Finding(Code.IDENTIFIER_IGNORED, frames.size() + " frames have " + parts.size() +
			" values of " + reason + ", hardly two the same: it says nothing, geometry decides")));
	}

	public List<Frame> frames() {
		return frames;
	}

	/** What it was divided by, such as "orientation"; empty if the series is whole. */
	public List<String> reasons() {
		return reasons;
	}

	/** What people should know about the division. */
	public List<Finding> findings() {
		return findings;
	}

	/** How far frames of different times or channels at one position may be apart, mm; NaN for the usual. */
	double tolerance() {
		return tolerance;
	}

	/** The frames in their places, once these are known. */
	public Optional<Arrangement> arrangement() {
		return arrangement;
	}

	public Frame first() {
		return frames.get(0);
	}

	/** The sources of the frames, each once. */
	public List<ImageObject> objects() {
		return Distinct.objects(frames, Frame::object);
	}

	/** Divides by a key; the reason is noted only if there are several parts. */
	List<Group> splitBy(final String reason, final Function<Frame, ?> key) {
		return splitInto(reason, parts(key).values());
	}

	/** Divides by texts; the reason names those that not all parts have in common, as in "image type (P)". */
	List<Group> splitByValue(final String reason, final Function<Frame, List<String>> key) {
		final Map<List<String>, List<Frame>> parts = parts(key);
		if (parts.size() == 1) return List.of(this);
		final List<String> first = parts.keySet().iterator().next();
		final int[] differing = IntStream.range(0, first.size())
			.filter(i -> parts.keySet().stream().anyMatch(values -> !values.get(i).equals(first.get(i))))
			.toArray();
		final List<Group> groups = new ArrayList<>();
		parts.forEach((values, part) -> {
			final String text = Arrays.stream(differing)
				.mapToObj(values::get)
				.filter(value -> !value.isEmpty())
				.collect(Collectors.joining(" "));
			groups.add(dividedBy(reason + " (" + (text.isEmpty() ? "none" : text) + ")", part));
		});
		return groups;
	}

	/** The frames of each key, in the order of the first ones. */
	private <K> Map<K, List<Frame>> parts(final Function<Frame, K> key) {
		progress.checkCanceled(PHASE);
		final Map<K, List<Frame>> parts = new LinkedHashMap<>();
		for (final Frame frame : frames) {
			final K value = key.apply(frame);
			List<Frame> part = parts.get(value);
			if (part == null) parts.put(value, part = new ArrayList<>());
			part.add(frame);
		}
		return parts;
	}

	/**
	 * Divides into frames that are each like the first of their part.
	 *
	 * @param measure a number that differs by less than 1 between frames that are alike: only parts near by it are
	 *        compared, so that many parts cost no more than few
	 */
	List<Group> splitUnless(final String reason, final ToDoubleFunction<Frame> measure,
		final BiPredicate<Frame, Frame> alike)
	{
		progress.checkCanceled(PHASE);
		final List<List<Frame>> parts = new ArrayList<>();
		final Map<Long, List<Integer>> partsByCell = new HashMap<>();
		for (final Frame frame : frames) {
			final long cell = (long) Math.floor(measure.applyAsDouble(frame));
			int home = parts.size();
			for (long near = cell - 1; near <= cell + 1; near++)
				for (final int part : partsByCell.getOrDefault(near, List.of()))
					if (part < home && alike.test(parts.get(part).get(0), frame)) home = part;
			if (home == parts.size()) {
				parts.add(new ArrayList<>());
				partsByCell.computeIfAbsent(cell, c -> new ArrayList<>()).add(home);
			}
			parts.get(home).add(frame);
		}
		return splitInto(reason, parts);
	}

	/** Divides by the indices of the frames of each part. */
	List<Group> splitAt(final String reason, final List<int[]> parts) {
		progress.checkCanceled(PHASE);
		final List<List<Frame>> lists = new ArrayList<>();
		for (final int[] part : parts) {
			final List<Frame> list = new ArrayList<>(part.length);
			for (final int i : part)
				list.add(frames.get(i));
			lists.add(list);
		}
		return splitInto(reason, lists);
	}

	/** These parts as groups; the reason is noted only if there are several. */
	public List<Group> splitInto(final String reason, final Collection<List<Frame>> parts) {
		if (parts.size() == 1) return List.of(this);
		return parts.stream().map(part -> dividedBy(reason, part)).toList();
	}

	/** Some of the frames, as if there were no others. */
	public Group only(final List<Frame> part) {
		return new Group(part, reasons, findings, tolerance, Optional.empty(), progress);
	}

	/** Some of the frames, divided from the others for a reason. */
	public Group dividedBy(final String reason, final List<Frame> part) {
		final List<String> why = new ArrayList<>(reasons);
		if (!why.contains(reason)) why.add(reason);
		return new Group(part, List.copyOf(why), findings, tolerance, Optional.empty(), progress);
	}
}

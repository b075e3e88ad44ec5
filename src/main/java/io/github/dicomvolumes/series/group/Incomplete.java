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
import java.util.List;
import java.util.stream.Stream;

import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.repeat.InstanceOrder;
import io.github.dicomvolumes.series.repeat.Positions;
import io.github.dicomvolumes.series.repeat.Repeats;
import io.github.dicomvolumes.series.repeat.Repeats.Part;

/**
 * Sets apart the times or channels that lack slices, where positions have unequally many frames: what remains has
 * equally many.
 */
final class Incomplete {

	private Incomplete() {}

	/** The complete part first; the group itself if nothing is incomplete or nothing tells what is. */
	static List<Group> apart(final Group group) {
		final Positions positions = Positions.of(group.frames());
		if (positions.haveEqualCounts()) return List.of(group);
		final List<Part> parts = Repeats.byValue(positions.frames());
		if (!parts.isEmpty()) return divided(group, positions.size(), parts);
		return positions.areMostSingle() ? List.of(group) : byRank(group);
	}

	private static List<Group> divided(final Group group, final int slices, final List<Part> parts) {
		final List<Frame> complete = parts.stream()
			.filter(part -> part.frames().size() == slices)
			.flatMap(part -> part.frames().stream())
			.toList();
		final List<Part> lacking = parts.stream().filter(part -> part.frames().size() < slices).toList();
		final List<Group> groups = group.splitInto("incomplete times or channels",
			Stream.concat(Stream.of(complete), lacking.stream().map(Part::frames)).toList());
		final List<Group> told = new ArrayList<>();
		told.add(groups.get(0)
			.with(new Finding(Code.INCOMPLETE, lacking.size() + " of " + parts.size() +
				" times or channels lack slices and are volumes of their own")));
		for (int i = 1; i < groups.size(); i++) {
			final Part part = lacking.get(i - 1);
			told.add(groups.get(i)
				.with(new Finding(Code.INCOMPLETE,
					slices - part.frames().size() + " of " + slices + " slices missing of " + part.name())));
		}
		return told;
	}

	/** As many frames of each position as the emptiest has, by number; the others again in the same way. */
	private static List<Group> byRank(final Group group) {
		final List<List<Frame>> parts = new ArrayList<>();
		List<Frame> rest = group.frames();
		while (!rest.isEmpty()) {
			final Positions positions = Positions.of(rest);
			final int least = positions.frames().stream().mapToInt(List::size).min().orElse(0);
			final List<Frame> kept = new ArrayList<>(), left = new ArrayList<>();
			for (final List<Frame> same : positions.frames()) {
				final List<Frame> sorted = InstanceOrder.sort(same);
				kept.addAll(sorted.subList(0, least));
				left.addAll(sorted.subList(least, sorted.size()));
			}
			parts.add(kept);
			rest = left;
		}
		final int slices = Positions.of(group.frames()).size();
		final Finding finding = new Finding(Code.INCOMPLETE, "some of the " + slices +
			" positions have more frames than others, and no attribute tells which are missing: frames were taken in the order" +
			" of (0020,0013) Instance Number, those in excess are volumes of their own");
		return group.splitInto("incomplete times or channels", parts).stream().map(g -> g.with(finding)).toList();
	}
}

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

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.repeat.DistinguishingAttribute;
import io.github.dicomvolumes.series.repeat.DistinguishingAttribute.Role;
import io.github.dicomvolumes.series.repeat.DistinguishingAttribute.Value;
import io.github.dicomvolumes.series.repeat.DistinguishingAttributes;
import io.github.dicomvolumes.series.repeat.Positions;

/**
 * Sequences of which each measures all positions equally often, as the velocities of phase contrast: volumes of their
 * own, even if times are told, unless the name only repeats what an echo time or a diffusion weighting says.
 */
final class Sequences {

	private Sequences() {}

	/** One group for each Sequence Name; the group itself if they are no such sequences. */
	static List<Group> apart(final Group group, final Positions positions) {
		final Map<String, int[]> counts = new HashMap<>();
		for (int p = 0; p < positions.size(); p++)
			for (final Frame frame : positions.frames().get(p))
				counts.computeIfAbsent(name(frame), k -> new int[positions.size()])[p]++;
		if (counts.size() < 2 || counts.containsKey("")) return List.of(group);
		final int[] first = counts.values().iterator().next();
		final boolean isEven = Arrays.stream(first).allMatch(n -> n > 0) &&
			counts.values().stream().allMatch(count -> Arrays.equals(count, first));
		if (!isEven || isExplained(group)) return List.of(group);
		return group.splitByValue("sequence name", f -> List.of(name(f)));
	}

	private static String name(final Frame frame) {
		return frame.attributes().orElse(Tag.SEQUENCE_NAME, "");
	}

	/** Whether a sort of image differs between sequences, which then may be what the names say. */
	private static boolean isExplained(final Group group) {
		for (final DistinguishingAttribute attribute : DistinguishingAttributes.of(group.first())) {
			if (attribute.role() != Role.MEANING && attribute.role() != Role.DIFFUSION) continue;
			final Map<String, Set<Value>> values = new HashMap<>();
			for (final Frame frame : group.frames())
				values.computeIfAbsent(name(frame), k -> new HashSet<>()).add(attribute.reader().apply(frame));
			if (new HashSet<>(values.values()).size() > 1) return true;
		}
		return false;
	}
}

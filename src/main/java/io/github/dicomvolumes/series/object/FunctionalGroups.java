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

package io.github.dicomvolumes.series.object;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;

/**
 * The attributes of each frame of an enhanced image (PS3.3 C.7.6.16): those of its own functional groups, else those of
 * the groups that all frames share, else those of the data set.
 *
 * <pre>
 * (5200,9230) Per-frame Functional Groups Sequence
 *   item k                           of frame k
 *     (0020,9113) Plane Position Sequence      a functional group
 *       item 1
 *         (0020,0032) Image Position (Patient)
 * (5200,9229) Shared Functional Groups Sequence
 *   item 1                           of all frames, in the same form
 * </pre>
 */
final class FunctionalGroups {

	/** Groups that describe other objects than the frame, or of which the whole sequence is the value. */
	private static final Set<Integer> REFERENCES = Set.of(0x00081140, 0x00089124, 0x00083010, 0x00209172);

	/** Code Value, Coding Scheme and Meaning, of a group that is a code: of the data set they would mean nothing. */
	private static final int FIRST_OF_CODE = 0x00080100, LAST_OF_CODE = 0x00080122;

	/** Groups of legacy-converted images, which keep what a classic image had and has no group, manufacturers' too. */
	private static final Set<Integer> UNASSIGNED = Set.of(Tag.UNASSIGNED_SHARED_CONVERTED_ATTRIBUTES_SEQUENCE,
		Tag.UNASSIGNED_PER_FRAME_CONVERTED_ATTRIBUTES_SEQUENCE);

	private final Attributes shared;
	/** Of all frames that have no groups of their own: there may be very many. */
	private final Attributes ofOthers;
	private final List<Attributes> perFrame;

	FunctionalGroups(final Attributes dataSet) {
		perFrame = dataSet.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
		final var builder = Attributes.builder(dataSet.order(), dataSet.charset());
		dataSet.items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
			.stream()
			.limit(1)
			.forEach(item -> promote(item, builder, dataSet));
		shared = builder.buildOver(dataSet);
		ofOthers = perFrame.isEmpty() ? shared : own(Attributes.EMPTY);
	}

	static boolean areIn(final Attributes dataSet) {
		return !dataSet.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).isEmpty() ||
			!dataSet.items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).isEmpty();
	}

	/** The attributes of a frame, 0-based; of the per-frame groups it has but its own. */
	Attributes frame(final int index) {
		return index >= perFrame.size() || perFrame.get(index).elements().isEmpty() ? ofOthers
			: own(perFrame.get(index));
	}

	/** What to know if there are groups for another number of frames; there may be none at all. */
	Optional<Finding> disagreement(final int frames) {
		if (perFrame.isEmpty() || perFrame.size() == frames) return Optional.empty();
		return Optional.of(new Finding(Code.POSITIONS_ASSUMED, Tag.describe(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE) +
			" has " + perFrame.size() + " items for " + frames + (frames == 1 ? " frame; " : " frames; ") +
			(perFrame.size() > frames ? "the last are ignored" : "the frames after them have no groups of their own")));
	}

	private Attributes own(final Attributes item) {
		final var builder = Attributes.builder(shared.order(), shared.charset());
		promote(item, builder, shared);
		return builder.put(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, List.of(item)).buildOver(shared);
	}

	/** Puts the attributes in the groups of an item as if they stood in the data set. */
	private static void promote(final Attributes item, final AttributesBuilder builder, final Attributes dataSet) {
		for (final Element group : item.elements()) {
			final List<Attributes> items = item.items(group.tag());
			if (items.isEmpty() || Tag.isPrivate(group.tag()) || REFERENCES.contains(group.tag())) continue;
			if (group.tag() == Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE) builder.put(group.tag(), items);
			else if (items.get(0).order() == dataSet.order())
				promote(items.get(0), UNASSIGNED.contains(group.tag()), builder);
		}
	}

	private static void promote(final Attributes group, final boolean withPrivate, final AttributesBuilder builder) {
		for (final Element element : group.elements())
			if (withPrivate || !Tag.isPrivate(element.tag())) promote(element, group.items(element.tag()), builder);
	}

	private static void promote(final Element element, final List<Attributes> items, final AttributesBuilder builder) {
		final int tag = element.tag();
		if (tag == Tag.DIFFUSION_GRADIENT_DIRECTION_SEQUENCE && !items.isEmpty())
			items.get(0).optional(Tag.DIFFUSION_GRADIENT_ORIENTATION).ifPresent(e -> promote(e, List.of(), builder));
		// classic PET has it in the data set, legacy-converted in a group of what has no place of its own
		if (tag == Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE) builder.put(tag, items);
		final boolean isCode = tag >= FIRST_OF_CODE && tag <= LAST_OF_CODE;
		if (element.vr() == VR.SQ || element.isLeftInFile() || isCode) return;
		builder.put(tag, element.vr(), element.bytes());
	}
}

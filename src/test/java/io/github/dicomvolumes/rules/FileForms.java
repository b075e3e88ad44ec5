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

import static io.github.dicomvolumes.data.Dictionary.tag;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.data.VR;

/** The same frames in other files, whatever they are of: as archives split and join them. */
final class FileForms {

	private static final String LEGACY_CONVERTED_MR = "1.2.840.10008.5.1.4.1.1.4.4";
	private static final int PER_FRAME = Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE;
	private static final Set<Integer> OF_FILE = Set.of(PER_FRAME, Tag.NUMBER_OF_FRAMES, Tag.SOP_INSTANCE_UID,
		Tag.INSTANCE_NUMBER, Tag.PIXEL_DATA, Tag.CONCATENATION_UID, Tag.IN_CONCATENATION_NUMBER,
		Tag.IN_CONCATENATION_TOTAL_NUMBER, tag("ConcatenationFrameOffsetNumber"));
	/** Functional groups of an attribute of single files; all others are unassigned (PS3.3 C.7.6.16.2.25). */
	private static final int POSITION = tag("PlanePositionSequence"),
		UNASSIGNED = tag("UnassignedPerFrameConvertedAttributesSequence");

	private FileForms() {}

	/**
	 * A file for each frame of a multi-frame file, which keeps its functional groups.
	 *
	 * @param firstNumber Instance Number of the first
	 */
	static List<Attributes> split(final Attributes file, final int firstNumber) {
		final List<Attributes> items = file.items(PER_FRAME), files = new ArrayList<>();
		final byte[] pixels = file.optional(Tag.PIXEL_DATA).orElseThrow().bytes();
		final int length = pixels.length / items.size();
		for (int k = 0; k < items.size(); k++) {
			final AttributesBuilder a = Attributes.builder();
			a.put(PER_FRAME, List.of(items.get(k))).put(Tag.NUMBER_OF_FRAMES, 1);
			a.put(Tag.SOP_INSTANCE_UID, Uids.ofName(file.orElse(Tag.SOP_INSTANCE_UID, "") + k));
			a.put(Tag.INSTANCE_NUMBER, firstNumber + k);
			a.put(Tag.PIXEL_DATA, VR.OW, Arrays.copyOfRange(pixels, k * length, (k + 1) * length));
			putOthers(a, file, OF_FILE);
			files.add(a.build());
		}
		return files;
	}

	/** One legacy converted file of the frames of single files, in their order. */
	static Attributes join(final List<Attributes> files) {
		final Set<Integer> varying = varying(files);
		final var pixels = new ByteArrayOutputStream();
		final List<Attributes> items = new ArrayList<>();
		for (final Attributes file : files) {
			pixels.writeBytes(file.optional(Tag.PIXEL_DATA).orElseThrow().bytes());
			final AttributesBuilder unassigned = Attributes.builder(), position = Attributes.builder();
			for (final Element element : file.elements())
				if (varying.contains(element.tag()))
					put(element.tag() == Tag.IMAGE_POSITION_PATIENT ? position : unassigned, element, file);
			items.add(Attributes.builder()
				.put(POSITION, List.of(position.build()))
				.put(UNASSIGNED, List.of(unassigned.build()))
				.build());
		}
		final AttributesBuilder a = Attributes.builder();
		a.put(Tag.SOP_CLASS_UID, LEGACY_CONVERTED_MR).put(Tag.NUMBER_OF_FRAMES, files.size());
		a.put(Tag.SOP_INSTANCE_UID, Uids.ofName(files.get(0).orElse(Tag.SOP_INSTANCE_UID, "") + "joined"));
		a.put(Tag.INSTANCE_NUMBER, 1).put(PER_FRAME, items).put(Tag.PIXEL_DATA, VR.OW, pixels.toByteArray());
		final Set<Integer> left = new TreeSet<>(OF_FILE);
		left.addAll(varying);
		putOthers(a, files.get(0), left);
		return a.build();
	}

	/** Tags that are not the same in all files, and the creators of private ones. */
	private static Set<Integer> varying(final List<Attributes> files) {
		final Set<Integer> tags = files.stream()
			.flatMap(file -> file.elements().stream().map(Element::tag))
			.collect(Collectors.toCollection(TreeSet::new));
		tags.remove(Tag.PIXEL_DATA);
		tags.remove(Tag.SOP_INSTANCE_UID);
		tags.removeIf(tag -> files.stream().map(file -> bytes(file, tag)).distinct().count() == 1);
		for (final int tag : List.copyOf(tags))
			if (Tag.isInPrivateBlock(tag)) tags.add(Tag.of(Tag.group(tag), Tag.element(tag) >>> 8));
		return tags;
	}

	/** Empty if there are none. */
	private static List<Byte> bytes(final Attributes file, final int tag) {
		final List<Byte> bytes = new ArrayList<>();
		file.optional(tag).ifPresent(element -> {
			for (final byte b : element.bytes())
				bytes.add(b);
			bytes.add((byte) 0);
		});
		return bytes;
	}

	private static void putOthers(final AttributesBuilder into, final Attributes from, final Set<Integer> left) {
		for (final Element element : from.elements())
			if (!left.contains(element.tag())) put(into, element, from);
	}

	private static void put(final AttributesBuilder into, final Element element, final Attributes from) {
		if (element.vr() == VR.SQ) into.put(element.tag(), from.items(element.tag()));
		else into.put(element.tag(), element.vr(), element.bytes());
	}
}

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

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;

/**
 * What a structure set, dose, segmentation or report belongs to, decided here for all of them: to a volume whose series
 * or images it names, wherever in its data set; else to all in its Frame of Reference. The names count more, as Frames
 * of Reference are sometimes invented by the software that wrote it.
 *
 * @param named what it names
 * @param spaces the spaces that it lists, each with what it names there; only structure sets do
 */
public record Belonging(References named, List<Space> spaces) {

	private static final int REFERENCED_SOP_INSTANCE_UID = Dictionary.tag("ReferencedSOPInstanceUID");
	private static final int SPACES = Dictionary.tag("ReferencedFrameOfReferenceSequence");

	/** How something belongs to a volume. */
	public enum Verdict {
		/** It does. */
		BELONGS,
		/** It does by name, but its Frame of Reference is another or missing: to be warned of. */
		BELONGS_BY_NAME_ONLY,
		/** It does not. */
		ELSEWHERE
	}

	/** Series and images, by their UIDs. */
	public record References(Set<String> series, Set<String> images) {

		public References {
			series = Set.copyOf(series);
			images = Set.copyOf(images);
		}

		static References in(final List<Attributes> items) {
			final Set<String> series = new HashSet<>(), images = new HashSet<>();
			items.forEach(item -> collect(item, series, images));
			return new References(series, images);
		}

		private static void collect(final Attributes item, final Set<String> series, final Set<String> images) {
			item.optional(Tag.SERIES_INSTANCE_UID).map(Element::text).ifPresent(series::add);
			item.optional(REFERENCED_SOP_INSTANCE_UID).map(Element::text).ifPresent(images::add);
			for (final Element element : item.elements())
				item.items(element.tag()).forEach(nested -> collect(nested, series, images));
		}

		boolean isEmpty() {
			return series.isEmpty() && images.isEmpty();
		}

		/** Whether the series of a volume or one of its images is among them. */
		boolean name(final DicomVolume volume) {
			if (series.contains(volume.attributes().orElse(Tag.SERIES_INSTANCE_UID, ""))) return true;
			return !images.isEmpty() && volume.stack()
				.files()
				.stream()
				.map(DicomFile::attributes)
				.anyMatch(a -> images.contains(a.orElse(Tag.SOP_INSTANCE_UID, "")));
		}
	}

	/** A Frame of Reference that an object lists. */
	public record Space(String frameOfReference, References named) {}

	public Belonging {
		spaces = List.copyOf(spaces);
	}

	/** What the data set of an object says; what stands in its sequences are the names, not its own UIDs. */
	public static Belonging of(final Attributes object) {
		final List<Attributes> nested = object.elements()
			.stream()
			.flatMap(e -> object.items(e.tag()).stream())
			.toList();
		final List<Space> spaces = object.items(SPACES)
			.stream()
			.map(item -> new Space(item.orElse(Tag.FRAME_OF_REFERENCE_UID, ""), References.in(List.of(item))))
			.toList();
		return new Belonging(References.in(nested), spaces);
	}

	/** Whether the object names the series or images of a volume. */
	public boolean names(final DicomVolume volume) {
		return named.name(volume);
	}

	/**
	 * How a part of the object belongs to a volume.
	 *
	 * @param frameOfReference UID of the space of that part, a structure or the whole object; empty if there is none
	 */
	public Verdict verdict(final DicomVolume volume, final String frameOfReference) {
		final String space = volume.attributes().orElse(Tag.FRAME_OF_REFERENCE_UID, "");
		if (!frameOfReference.isEmpty() && frameOfReference.equals(space)) return Verdict.BELONGS;
		return names(volume) && !isOfOthers(volume, frameOfReference) ? Verdict.BELONGS_BY_NAME_ONLY
			: Verdict.ELSEWHERE;
	}

	/** Whether the object lists the space with other series only: what is in it was drawn on those. */
	private boolean isOfOthers(final DicomVolume volume, final String frameOfReference) {
		final List<Space> same = spaces.stream()
			.filter(space -> space.frameOfReference.equals(frameOfReference) && !space.named.isEmpty())
			.toList();
		return !same.isEmpty() && same.stream().noneMatch(space -> space.named.name(volume));
	}
}

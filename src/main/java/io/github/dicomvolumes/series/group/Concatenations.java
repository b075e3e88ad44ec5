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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.object.ImageObject;

/** What is missing of objects that are written in several files (PS3.3 C.7.6.16.2.2.4). */
final class Concatenations {

	private Concatenations() {}

	/** The same group; with a finding for each concatenation of which parts are missing. */
	static Group counted(final Group group) {
		final Map<String, List<ImageObject>> objects = new LinkedHashMap<>();
		for (final ImageObject object : group.objects())
			if (object.concatenationPart() > 0)
				objects.computeIfAbsent(object.key(), key -> new ArrayList<>()).add(object);
		Group counted = group;
		for (final List<ImageObject> parts : objects.values()) {
			final Attributes attributes = parts.get(0).file().attributes();
			final int declared = attributes.orElse(Tag.IN_CONCATENATION_TOTAL_NUMBER, 0);
			final Set<Integer> present = parts.stream().map(ImageObject::concatenationPart).collect(Collectors.toSet());
			if (declared > present.size()) counted = counted.with(missing(declared, present));
		}
		return counted;
	}

	private static Finding missing(final int declared, final Set<Integer> present) {
		final List<String> missing = IntStream.rangeClosed(1, declared)
			.filter(part -> !present.contains(part))
			.limit(declared > 1 << 16 ? Listing.WORDS + 1 : declared)
			.mapToObj(Integer::toString)
			.toList();
		final boolean isOne = missing.size() == 1;
		final String list = Listing.of(missing);
		return new Finding(Code.FEWER_IMAGES, (isOne ? "part " : "parts ") + list + " of the " + declared +
			" of a concatenation " + (isOne ? "is" : "are") + " missing");
	}
}

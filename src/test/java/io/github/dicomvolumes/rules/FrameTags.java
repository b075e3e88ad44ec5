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

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Dictionary;

/** The attributes of one frame, in the form of a file of its own and in that of a multi-frame file (PS3.3 C.7.6.16). */
final class FrameTags {

	static final int CONTENT = Dictionary.tag("FrameContentSequence");

	private final AttributesBuilder single = Attributes.builder();
	private final Map<Integer, AttributesBuilder> groups = new TreeMap<>();

	/** What a file with this frame alone has at its top level. */
	AttributesBuilder single() {
		return single;
	}

	/** What an item of the Per-Frame Functional Groups Sequence has in one of its sequences. */
	AttributesBuilder group(final int sequence) {
		return groups.computeIfAbsent(sequence, tag -> Attributes.builder());
	}

	/** The item of the Per-Frame Functional Groups Sequence. */
	Attributes item() {
		final AttributesBuilder item = Attributes.builder();
		groups.forEach((tag, group) -> item.put(tag, List.of(group.build())));
		return item.build();
	}
}

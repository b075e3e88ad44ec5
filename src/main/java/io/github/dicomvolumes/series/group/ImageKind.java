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

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.object.Frame;

/** What kind of image a frame is: magnitude, phase, a derived map. Kinds are never times of each other. */
final class ImageKind {

	private static final String GE_PARAMETERS = "GEMS_PARM_01";

	private static final int RAW_DATA_TYPE = 0x2F, MAP_TYPE = 0x30;

	private ImageKind() {}

	/**
	 * The first four values of Frame Type or Image Type, empty where there are fewer, the part of complex numbers, and
	 * what GE says of these: magnitude, phase, real or imaginary, and field map in Hz or magnitude.
	 */
	static List<String> of(final Frame frame) {
		final Attributes attributes = frame.attributes();
		final List<String> frameType = attributes.strings(Tag.FRAME_TYPE);
		final List<String> type = frameType.isEmpty() ? attributes.strings(Tag.IMAGE_TYPE) : frameType;
		final List<String> kind = new ArrayList<>(type.subList(0, Math.min(4, type.size())));
		while (kind.size() < 4)
			kind.add("");
		kind.add(attributes.orElse(Tag.COMPLEX_IMAGE_COMPONENT, ""));
		kind.add(ge(attributes, RAW_DATA_TYPE));
		kind.add(ge(attributes, MAP_TYPE));
		return kind;
	}

	private static String ge(final Attributes attributes, final int element) {
		return attributes.optional(GE_PARAMETERS, 0x0043, element).map(Element::text).map(text -> switch (element) {
			case RAW_DATA_TYPE -> rawData(text);
			default -> map(text);
		}).orElse("");
	}

	private static String rawData(final String text) {
		return switch (text) {
			case "0" -> "magnitude";
			case "1" -> "phase";
			case "2" -> "real";
			case "3" -> "imaginary";
			default -> "raw data type " + text;
		};
	}

	private static String map(final String text) {
		return text.equals("0") ? "field map in Hz" : "map type " + text;
	}
}

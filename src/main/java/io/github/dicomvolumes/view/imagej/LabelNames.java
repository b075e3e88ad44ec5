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

package io.github.dicomvolumes.view.imagej;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import ij.ImagePlus;

/**
 * The names of the labels of a label image that was made here. They are kept as text among the image's properties,
 * which ImageJ copies with Image &gt; Duplicate and writes into TIFF files.
 */
public final class LabelNames {

	/** The name of the image property. */
	private static final String PROPERTY = "DICOM Labels";

	private LabelNames() {}

	/** Puts names down in an image. */
	static void put(final Map<Integer, String> names, final ImagePlus image) {
		image.setProp(PROPERTY,
			names.entrySet()
				.stream()
				.map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
				.collect(Collectors.joining(";")));
	}

	/** The names by label; none if the image has none. */
	public static Map<Integer, String> of(final ImagePlus image) {
		final String text = image.getProp(PROPERTY);
		final Map<Integer, String> names = new TreeMap<>();
		if (text == null) return names;
		try {
			for (final String entry : text.split(";")) {
				final int sign = entry.indexOf('=');
				if (sign > 0) names.put(Integer.parseInt(entry.substring(0, sign)),
					URLDecoder.decode(entry.substring(sign + 1), StandardCharsets.UTF_8));
			}
		}
		catch (final IllegalArgumentException exc) {
			return Map.of(); // somebody else's text
		}
		return names;
	}
}

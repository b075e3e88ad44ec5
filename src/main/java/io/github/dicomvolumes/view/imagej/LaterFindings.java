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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dicomvolumes.series.Finding;

import ij.ImagePlus;

/** What was found about an image after it was imported, such as structures that could not be drawn. */
public final class LaterFindings {

	private static final String KEY = "DICOM Volumes findings";

	private final Map<String, List<Finding>> bySource = new LinkedHashMap<>();

	private LaterFindings() {}

	/**
	 * Puts findings down in an image, in place of those of the same source.
	 *
	 * @param source whatever tells sources apart; is not shown
	 */
	public static void put(final ImagePlus image, final String source, final List<Finding> findings) {
		final LaterFindings later = image.getProperty(KEY) instanceof LaterFindings known ? known : new LaterFindings();
		later.bySource.put(source, List.copyOf(findings));
		image.setProperty(KEY, later);
	}

	/** Those of an image, in the order in which they came. */
	public static List<Finding> of(final ImagePlus image) {
		final List<Finding> all = new ArrayList<>();
		if (image.getProperty(KEY) instanceof LaterFindings later) later.bySource.values().forEach(all::addAll);
		return all;
	}
}

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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;

import io.github.dicomvolumes.volume.structures.StructureShape;

/** The structures that were drawn into an image, by set. They go with the image, but not to copies of it. */
public final class ImageStructures {

	/** The name of the image property. */
	private static final String PROPERTY = "DICOM Structures";

	/** The shapes of each set by its id, in the order in which the sets were first drawn. */
	private final Map<String, List<StructureShape>> sets = new LinkedHashMap<>();

	private ImageStructures() {}

	/** The structures of all sets, in the order of their sets; empty if there are none. */
	public static List<StructureShape> of(final ImagePlus image) {
		return image.getProperty(PROPERTY) instanceof ImageStructures structures
			? structures.sets.values().stream().flatMap(List::stream).toList()
			: List.of();
	}

	/**
	 * Gives an image the structures of a set, in place of earlier ones of the same set.
	 *
	 * @param set an id of the set
	 * @param shapes in the patient coordinates of the image
	 */
	public static void put(final ImagePlus image, final String set, final List<StructureShape> shapes) {
		final ImageStructures structures = new ImageStructures(); // another thread may read the old ones
		if (image.getProperty(PROPERTY) instanceof ImageStructures old) structures.sets.putAll(old.sets);
		structures.sets.put(set, List.copyOf(shapes));
		image.setProperty(PROPERTY, structures);
	}
}

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

package io.github.dicomvolumes.volume.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Planes of a volume that are read together: those that are parts of the same plane of a file, so that it is decoded
 * once; any other alone.
 *
 * @param planes at least one
 */
public record PlaneGroup(List<FramePlane> planes) {

	public PlaneGroup {
		planes = List.copyOf(planes);
	}

	/** The groups of some planes: first those that are read alone, in their order. */
	public static List<PlaneGroup> of(final List<FramePlane> planes) {
		final List<PlaneGroup> groups = new ArrayList<>(planes.size());
		final Map<Object, List<FramePlane>> parts = new LinkedHashMap<>();
		for (final FramePlane plane : planes) {
			final Optional<Object> shared = plane.reader().sharedPlane();
			if (shared.isEmpty()) groups.add(new PlaneGroup(List.of(plane)));
			else parts.computeIfAbsent(shared.get(), key -> new ArrayList<>()).add(plane);
		}
		for (final List<FramePlane> together : parts.values())
			groups.add(new PlaneGroup(together));
		return groups;
	}

	public FramePlane first() {
		return planes.get(0);
	}
}

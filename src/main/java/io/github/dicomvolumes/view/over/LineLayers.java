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

package io.github.dicomvolumes.view.over;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.PlaneRequest;

/** The lines over planes: structures, and isodoses on top of them. */
public record LineLayers(Optional<StructureLines> structures, Optional<Isodoses> isodoses) implements PlaneLines {

	/** Nothing. */
	public static final LineLayers NONE = new LineLayers(Optional.empty(), Optional.empty());

	/** The same with the structures that were drawn into an image in place of others. */
	public LineLayers withStructuresOf(final OrthoImage image, final StructureLines.Style style) {
		return new LineLayers(StructureLines.of(image, style), isodoses);
	}

	/** The same with other isodoses. */
	public LineLayers withIsodoses(final Optional<Isodoses> newIsodoses) {
		return new LineLayers(structures, newIsodoses);
	}

	/** How structures are drawn. */
	public StructureLines.Style style() {
		return structures.map(StructureLines::style).orElse(StructureLines.Style.NONE);
	}

	/** Whether nothing is drawn over any plane. */
	public boolean isEmpty() {
		return structures.isEmpty() && isodoses.isEmpty();
	}

	@Override
	public List<PlaneShape> over(final OrthoImage base, final PlaneRequest request) {
		return Stream.of(structures, isodoses)
			.flatMap(Optional::stream)
			.flatMap(lines -> lines.over(base, request).stream())
			.toList();
	}
}

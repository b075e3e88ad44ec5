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

package io.github.dicomvolumes.export.structures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.dicomvolumes.volume.structures.Contour;
import io.github.dicomvolumes.volume.structures.PlacedContour;

/**
 * Areas with holes as closed contours, by keyholes (PS3.3 C.8.8.6.3): the outer part goes clockwise on the screen, its
 * holes the other way, so that the area is the same by the even-odd and by the non-zero rule.
 */
final class Keyholes {

	private Keyholes() {}

	/** The same structure of closed contours only. */
	static DrawnStructure of(final DrawnStructure structure) {
		return new DrawnStructure(structure.name(), structure.rgb(), of(structure.contours()));
	}

	/** The same contours, where those of type CLOSEDPLANAR_XOR on each slice have become closed ones. */
	static List<PlacedContour> of(final List<PlacedContour> contours) {
		final List<PlacedContour> result = new ArrayList<>();
		final Map<Integer, List<Ring>> areas = new TreeMap<>();
		for (final PlacedContour contour : contours)
			if (contour.kind() != Contour.Kind.CLOSEDPLANAR_XOR) result.add(contour);
			else areas.computeIfAbsent(contour.slice(), slice -> new ArrayList<>())
				.add(new Ring(contour.columns(), contour.rows()));
		areas.forEach((slice, rings) -> joined(rings)
			.forEach(ring -> result.add(new PlacedContour(Contour.Kind.CLOSED_PLANAR, slice, ring.x(), ring.y()))));
		return result;
	}

	/** Rings that do not cross each other, each hole joined to the smallest outer ring around it. */
	static List<Ring> joined(final List<Ring> rings) {
		final List<Ring> sorted = new ArrayList<>(rings);
		sorted.sort(Comparator.comparingDouble(ring -> -Math.abs(ring.signedArea())));
		final List<Ring> outer = new ArrayList<>();
		final List<List<Ring>> holes = new ArrayList<>();
		for (final Ring ring : sorted) {
			final double[] inside = ring.inside();
			final long around = sorted.stream()
				.filter(other -> other != ring && other.contains(inside[0], inside[1]))
				.filter(other -> Math.abs(other.signedArea()) >= Math.abs(ring.signedArea()))
				.count();
			int parent = outer.size() - 1;
			while (parent >= 0 && !outer.get(parent).contains(inside[0], inside[1]))
				parent--;
			if (around % 2 == 0 || parent < 0) {
				outer.add(ring.turned(true));
				holes.add(new ArrayList<>());
			}
			else holes.get(parent).add(ring.turned(false));
		}
		final List<Ring> joined = new ArrayList<>();
		for (int i = 0; i < outer.size(); i++) {
			Ring ring = outer.get(i);
			holes.get(i).sort(Comparator.comparingDouble(hole -> hole.x()[hole.leftmost()]));
			for (final Ring hole : holes.get(i))
				ring = ring.withHole(hole);
			joined.add(ring);
		}
		return joined;
	}
}

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

package io.github.dicomvolumes.pixels.codec.jpeg2000;

import io.github.dicomvolumes.data.DicomException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a header says on coding, the main header's or, over that, a tile's: a tile's COC overrides its COD, which
 * overrides the main COC, which overrides the main COD; likewise QCC and QCD (T.800 A.6.1 to A.6.6).
 */
final class CodingParameters {

	final CodingStyle[] styles;
	final Quantization[] quantizations;
	/** Bits by which coefficients of the region of interest are shifted up, for each component. */
	final int[] roiShifts;
	/** Changes of the order, none if the order of COD serves all packets. */
	private List<Progression> changes = new ArrayList<>();

	ProgressionOrder order;
	int layers;
	boolean componentTransform;

	/** Whether this header, not the one before it, set a component's style. */
	private final boolean[] ownStyle;
	private final boolean[] ownQuantization;
	/** Whether this header has changes of its own. */
	private boolean ownChanges;

	CodingParameters(final int components) {
		styles = new CodingStyle[components];
		quantizations = new Quantization[components];
		roiShifts = new int[components];
		ownStyle = new boolean[components];
		ownQuantization = new boolean[components];
	}

	/** A copy for the header of a tile to change. */
	CodingParameters forTile() {
		final CodingParameters copy = new CodingParameters(styles.length);
		System.arraycopy(styles, 0, copy.styles, 0, styles.length);
		System.arraycopy(quantizations, 0, copy.quantizations, 0, styles.length);
		System.arraycopy(roiShifts, 0, copy.roiShifts, 0, styles.length);
		copy.changes = changes; // there can be as many tiles as changes: those of a tile of its own replace the list
		copy.order = order;
		copy.layers = layers;
		copy.componentTransform = componentTransform;
		return copy;
	}

	/** Takes in a marker segment if it is one of those above. */
	void take(final MarkerSegment segment) throws DicomException {
		final int components = styles.length;
		switch (segment.marker()) {
			case Marker.COD -> defaultStyle(segment);
			case Marker.COC -> {
				final int component = segment.component(components);
				styles[component] = CodingStyle.read(segment, (segment.u8() & 1) != 0);
				ownStyle[component] = true;
			}
			case Marker.QCD -> fill(quantizations, ownQuantization, Quantization.read(segment));
			case Marker.QCC -> {
				final int component = segment.component(components);
				quantizations[component] = Quantization.read(segment);
				ownQuantization[component] = true;
			}
			case Marker.RGN -> {
				final int component = segment.component(components);
				final int style = segment.u8();
				if (style != 0) throw segment.wrong("region style " + style, "0 (the shift of Part 1)");
				roiShifts[component] = segment.u8();
			}
			case Marker.POC -> {
				if (!ownChanges) changes = new ArrayList<>();
				ownChanges = true;
				while (segment.left() >= (components > 256 ? 9 : 7))
					changes.add(Progression.read(segment, components));
			}
			default -> {
				// says nothing on coding
			}
		}
	}

	private void defaultStyle(final MarkerSegment cod) throws DicomException {
		final int flags = cod.u8();
		order = ProgressionOrder.of(cod, cod.u8());
		layers = cod.u16();
		if (layers == 0) throw cod.wrong("no layers", "1 to 65535");
		final int transform = cod.u8();
		if (transform > 1)
			throw cod.wrong("component transformation " + transform, "0 or 1; those of Part 2 are not supported");
		componentTransform = transform == 1;
		fill(styles, ownStyle, CodingStyle.read(cod, (flags & 1) != 0));
	}

	private static <T> void fill(final T[] values, final boolean[] own, final T value) {
		for (int c = 0; c < values.length; c++)
			if (!own[c]) values[c] = value;
	}

	/** @throws DicomException if the header, which ends at an offset, lacks something */
	void check(final int offset) throws DicomException {
		if (styles[0] == null || quantizations[0] == null || Arrays.asList(quantizations).contains(null) ||
			order == null)
			throw new DicomException("JPEG 2000: the header that ends at byte " + offset + " has no " +
				(order == null ? "COD" : "QCD") + ", which says how samples are coded");
		for (int c = 0; c < styles.length; c++)
			if (!quantizations[c].covers(styles[c].levels()))
				throw new DicomException("JPEG 2000: the header that ends at byte " + offset + " has " +
					quantizations[c].steps().length + " quantization steps for component " + c + "; " +
					styles[c].levels() + " levels need " + (3 * styles[c].levels() + 1));
	}

	/** The runs of packets in a tile. */
	List<Progression> progressions() {
		return changes.isEmpty() ? List.of(new Progression(order, 0, 33, 0, styles.length, layers)) : changes;
	}
}

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

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.data.ShownText;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.view.imagej.ImageStructures;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.PlaneRequest;
import io.github.dicomvolumes.volume.structures.CutOutline;
import io.github.dicomvolumes.volume.structures.Structure;
import io.github.dicomvolumes.volume.structures.StructureShape;

/**
 * What planes cut of structures, each in its colour; of a structure that names none, in that of ImageJ's selections at
 * first. A pixel whose centre is inside the structure lies within the outline, on acquired slices as on any other.
 *
 * @param shapes in the patient coordinates of the image
 */
public record StructureLines(List<StructureShape> shapes, Style style) implements PlaneLines {

	/** Parts of pixels in a plane at most, for each of which a structure is asked whether it is inside. */
	private static final long MOST_PARTS = 1 << 24;

	/** Along each side of a pixel, if there are not too many. */
	private static final int PARTS = 3;

	/** How structures are drawn. */
	public enum Style {

		/** Not at all. */
		NONE("None"),
		/** As lines around them. */
		OUTLINE("Outline"),
		/** As areas through which the image is seen. */
		FILL("Fill");

		private final String text;

		Style(final String text) {
			this.text = text;
		}

		/** The word of dialogs and macros. */
		@Override
		public String toString() {
			return text;
		}
	}

	public StructureLines {
		shapes = List.copyOf(shapes);
	}

	/** The structures that were drawn into an image; empty if there are none. */
	static Optional<StructureLines> of(final OrthoImage image, final Style style) {
		final List<StructureShape> shapes = ImageStructures.of(image.image());
		final boolean isPlaced = image.toPatient(image.centre()).isPresent();
		return style == Style.NONE || shapes.isEmpty() || !isPlaced ? Optional.empty()
			: Optional.of(new StructureLines(shapes, style));
	}

	/** Whether structures were drawn into an image. */
	public static boolean areIn(final OrthoImage image) {
		return of(image, Style.OUTLINE).isPresent();
	}

	@Override
	public List<PlaneShape> over(final OrthoImage base, final PlaneRequest request) {
		final int width = request.plane().width(), height = request.plane().height();
		final Affine pixelToPatient = SecondImage.pixelToPatient(base, request);
		final Affine ofSlice = new Affine(pixelToPatient.i(), pixelToPatient.j(), pixelToPatient.k(),
			pixelToPatient.apply(0, 0, request.slice()));
		final int parts = (long) width * height * PARTS * PARTS <= MOST_PARTS ? PARTS : 1;
		return shapes.parallelStream()
			.map(shape -> shape(shape.structure(), CutOutline.of(shape, ofSlice, width, height, parts)))
			.flatMap(Optional::stream)
			.toList();
	}

	private Optional<PlaneShape> shape(final Structure structure, final List<CutOutline> outlines) {
		if (outlines.isEmpty()) return Optional.empty();
		final Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		for (final CutOutline outline : outlines)
			append(path, outline.x(), outline.y());
		final Color colour = structure.colour().isPresent() ? new Color(structure.colour().getAsInt()) : Color.YELLOW;
		return Optional.of(new PlaneShape(ShownText.line(structure.name()), colour, path, style == Style.FILL));
	}

	private static void append(final Path2D path, final double[] x, final double[] y) {
		path.moveTo(x[0], y[0]);
		for (int i = 1; i < x.length; i++)
			path.lineTo(x[i], y[i]);
		path.closePath();
	}
}

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

import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;

import ij.gui.Line;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.FloatPolygon;

/** The points of selections, with 0 at the centre of the first pixel. */
public final class RoiOutlines {

	/** How far a straight piece of a curve may be from it, in pixels. */
	private static final double FLATNESS = 0.01;

	/** From the corner of a pixel, where areas have whole coordinates, to its centre. */
	private static final double CENTRE = 0.5;

	private RoiOutlines() {}

	/** The closed lines around an area and its holes, none of which crosses itself or another if there are several. */
	public static List<RoiPoints> rings(final Roi roi) {
		if (!(roi instanceof ShapeRoi)) return List.of(ring(roi));
		final List<RoiPoints> rings = new ArrayList<>();
		final PathIterator path = new Area(shape(roi)).getPathIterator(null, FLATNESS);
		final double[] at = new double[6];
		List<double[]> points = new ArrayList<>();
		for (; !path.isDone(); path.next()) {
			final int step = path.currentSegment(at);
			if (step != PathIterator.SEG_LINETO) {
				if (points.size() >= 3) rings.add(RoiPoints.of(points, CENTRE));
				points = new ArrayList<>();
			}
			if (step != PathIterator.SEG_CLOSE) points.add(new double[] { at[0], at[1] });
		}
		return rings;
	}

	private static RoiPoints ring(final Roi roi) {
		final FloatPolygon polygon = polygon(roi);
		final List<double[]> points = new ArrayList<>();
		for (int i = 0; i < polygon.npoints; i++)
			points.add(new double[] { polygon.xpoints[i], polygon.ypoints[i] });
		return RoiPoints.of(points, CENTRE);
	}

	/** The points of a line, or of points. */
	public static RoiPoints line(final Roi roi) {
		final List<double[]> points = new ArrayList<>();
		if (roi instanceof Line line) {
			points.add(new double[] { line.x1d, line.y1d });
			points.add(new double[] { line.x2d, line.y2d });
		}
		else {
			final FloatPolygon polygon = roi.getFloatPolygon();
			for (int i = 0; i < polygon.npoints; i++)
				points.add(new double[] { polygon.xpoints[i], polygon.ypoints[i] });
		}
		return RoiPoints.of(points, 0);
	}

	/** An area in ImageJ's coordinates. */
	static Shape shape(final Roi roi) {
		if (roi instanceof ShapeRoi shape) {
			final Rectangle bounds = shape.getBounds();
			return AffineTransform.getTranslateInstance(bounds.x, bounds.y).createTransformedShape(shape.getShape());
		}
		final FloatPolygon polygon = polygon(roi);
		final Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		for (int i = 0; i < polygon.npoints; i++)
			if (i == 0) path.moveTo(polygon.xpoints[0], polygon.ypoints[0]);
			else path.lineTo(polygon.xpoints[i], polygon.ypoints[i]);
		if (polygon.npoints > 0) path.closePath();
		return path;
	}

	private static FloatPolygon polygon(final Roi roi) {
		return roi.getFloatPolygon();
	}
}

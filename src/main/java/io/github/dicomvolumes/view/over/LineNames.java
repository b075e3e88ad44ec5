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
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The names of lines over a plane, each in its colour, below each other at the left bottom: the greatest isodose first,
 * then the structures. Where there are more of them than fit below the letter in the middle of the side, the last are
 * left out.
 */
public final class LineNames {

	private static final Color SHADOW = Color.BLACK;

	private LineNames() {}

	/**
	 * Draws them.
	 *
	 * @param height of what is seen of the plane, in units of the graphics, whose origin is its left top corner
	 * @param size of the font
	 */
	public static void draw(final Graphics2D graphics, final List<PlaneShape> shapes, final int height,
		final int size)
	{
		final int line = size + 2, room = height / 2 - 2 * size;
		final List<PlaneShape> named = new ArrayList<>(shapes);
		Collections.reverse(named); // what is drawn last is most important
		final List<PlaneShape> shown = named.subList(0, Math.max(0, Math.min(named.size(), room / line)));
		graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
		int y = height - size / 2 - (shown.size() - 1) * line;
		for (final PlaneShape shape : shown) {
			graphics.setColor(SHADOW);
			graphics.drawString(shape.name(), size / 2 + 1, y + 1);
			graphics.setColor(shape.colour());
			graphics.drawString(shape.name(), size / 2, y);
			y += line;
		}
	}
}

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

package io.github.dicomvolumes.view.ortho;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.Scenes;

/** What is written over a plane does not run together, however small the plane is on the screen. */
class PlaneDecorationTest {

	@TempDir
	Path folder;

	@Test
	void aFewSlicesHaveNoRoomForLetters() throws IOException {
		assertArrayEquals(new int[300 * 6], drawn(300, 6, decoration -> {
			decoration.letters();
			decoration.name();
		}));
	}

	@Test
	void lowPlanesHaveTheLettersOfTheirSidesOnly() throws IOException {
		final int[] low = drawn(300, 24, PlaneDecoration::letters);
		assertFalse(isBlank(low, 300, 0, 100), "left");
		assertFalse(isBlank(low, 300, 200, 300), "right");
		assertArrayEquals(new int[24 * 100], part(low, 300, 100, 200), "neither top nor bottom");
		assertFalse(isBlank(drawn(300, 80, PlaneDecoration::letters), 300, 100, 200), "top and bottom");
	}

	@Test
	void theNameGivesWayToTheLetters() throws IOException {
		for (final int[] size : new int[][] { { 90, 300 }, { 300, 40 } })
			assertArrayEquals(drawn(size[0], size[1], PlaneDecoration::letters), drawn(size[0], size[1], decoration -> {
				decoration.letters();
				decoration.name();
			}), size[0] + " x " + size[1]);
		assertFalse(isBlank(drawn(300, 300, PlaneDecoration::name), 300, 200, 300), "the name");
	}

	/** On black, with the letters of a coronal plane. */
	private int[] drawn(final int width, final int height, final Consumer<PlaneDecoration> draw) throws IOException {
		final OrthoImage image = OrthoImage.of(Scenes.volume("axial_asc", folder));
		final BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = picture.createGraphics();
		graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
		draw.accept(new PlaneDecoration(graphics, image.plane(AnatomicalPlane.CORONAL, Pixels.RAW), width, height));
		graphics.dispose();
		return Arrays.stream(picture.getRGB(0, 0, width, height, null, 0, width)).map(rgb -> rgb & 0xFFFFFF).toArray();
	}

	/** The columns from one to before another. */
	private static int[] part(final int[] pixels, final int width, final int from, final int to) {
		final int[] part = new int[pixels.length / width * (to - from)];
		for (int i = 0; i < part.length; i++)
			part[i] = pixels[i / (to - from) * width + from + i % (to - from)];
		return part;
	}

	private static boolean isBlank(final int[] pixels, final int width, final int from, final int to) {
		return Arrays.stream(part(pixels, width, from, to)).allMatch(pixel -> pixel == 0);
	}
}

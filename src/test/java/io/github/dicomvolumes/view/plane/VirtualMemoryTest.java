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

package io.github.dicomvolumes.view.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SparseSeries;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.sample.PlaneBlocks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three planes of a volume that is many times as large as Java's memory. */
class VirtualMemoryTest {

	@TempDir
	private Path folder;

	@Test
	void browsesAVolumeLargerThanMemory() throws Exception {
		SparseSeries.write(folder, 512, 500); // 131 MB
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx48m", "-Djava.awt.headless=true", "-cp",
			System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
			Browse.class.getName(), folder.toString()).redirectErrorStream(true).start();
		final List<String> lines = process.inputReader().lines().toList();
		assertEquals(0, process.waitFor(), () -> String.join("\n", lines));
		assertEquals("512 x 512, 512 x 500, 512 x 500", lines.get(lines.size() - 1));
	}

	/** Opens a folder and moves through all three planes. */
	static final class Browse {

		public static void main(final String... args) throws IOException {
			final OrthoImage image = OrthoImage
				.of(VolumeImagePlus.of(DicomVolumes.open(Path.of(args[0]), ImportOptions.DEFAULT.withVirtual(true))));
			final StringBuilder sizes = new StringBuilder();
			try (PlaneBlocks blocks = image.blocks()) {
				final PlaneRenderer renderer = new PlaneRenderer(image, blocks);
				for (final AnatomicalPlane which : AnatomicalPlane.values()) {
					final Plane plane = image.plane(which, Pixels.RAW);
					for (int slice = 0; slice < plane.slices(); slice += plane.slices() / 8)
						renderer.render(new PlaneRequest(plane, slice, 0, 0, Slab.NONE, false));
					sizes.append(sizes.isEmpty() ? "" : ", ")
						.append(plane.width())
						.append(" x ")
						.append(plane.height());
				}
			}
			System.out.println(sizes);
		}
	}
}

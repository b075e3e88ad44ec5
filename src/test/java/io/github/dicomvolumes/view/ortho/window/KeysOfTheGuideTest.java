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

package io.github.dicomvolumes.view.ortho.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.swing.JPanel;

import ij.ImagePlus;
import ij.process.ByteProcessor;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the guide on the orthogonal views names the keys that mean something there, and no others. */
class KeysOfTheGuideTest {

	/** What the page calls keys that are not letters or digits; ImageJ itself takes + and -. */
	private static final Map<String, Integer> NAMED = Map.of("\u2191", KeyEvent.VK_UP, "\u2192", KeyEvent.VK_RIGHT,
		"\u2193", KeyEvent.VK_DOWN, "\u2190", KeyEvent.VK_LEFT, "Page Up", KeyEvent.VK_PAGE_UP, "Page Down",
		KeyEvent.VK_PAGE_DOWN, "Home", KeyEvent.VK_HOME, "End", KeyEvent.VK_END);

	@TempDir
	Path folder;

	@Test
	void theirOwnKeysAreThoseOfThePage() throws IOException {
		new SyntheticSeries("ct").rescale(1, -1024).write(folder);
		final OrthoModel model = new OrthoModel(OrthoImage.of(DicomVolumes.open(folder)), Pixels.ISOTROPIC);
		final var moves = new KeyMoves(model, AnatomicalPlane.AXIAL, new Actions(model));
		final ImagePlus plane = new ImagePlus("plane", new ByteProcessor(2, 2));
		final Set<Integer> meant = new TreeSet<>();
		for (int code = 1; code < 256; code++) {
			model.turn(AnatomicalPlane.CORONAL, 10); // so that there is something to turn back
			final char typed = code < 128 ? Character.toLowerCase((char) code) : KeyEvent.CHAR_UNDEFINED;
			if (moves.handled(new KeyEvent(new JPanel(), KeyEvent.KEY_PRESSED, 0, 0, code, typed), plane))
				meant.add(code);
			model.turnBack();
		}
		assertEquals(names(ofPage()), names(meant));
	}

	@Test
	void presetsHaveTheNamesOfThePage() throws IOException {
		new SyntheticSeries("ct").rescale(1, -1024).write(folder);
		final OrthoModel model = new OrthoModel(OrthoImage.of(DicomVolumes.open(folder)), Pixels.ISOTROPIC);
		final String names = Stream.of('1', '2', '3', '4', '5')
			.map(key -> Preset.ofKey(model, model.image().blocks(), key).orElseThrow().name().toLowerCase())
			.collect(Collectors.joining(", "));
		assertEquals(1, page().stream().filter(line -> line.equals("| 1 2 3 4 5 | CT: " + names + " |")).count(),
			names);
	}

	/** Those of the first column below "Keys". */
	private static Set<Integer> ofPage() throws IOException {
		final List<String> lines = page();
		final Set<Integer> keys = new TreeSet<>();
		for (int i = lines.indexOf("## Keys") + 1; !lines.get(i).startsWith("##"); i++) {
			final String[] cells = lines.get(i).split("\\|");
			if (cells.length < 3 || cells[1].startsWith("-") || cells[1].contains("+")) continue;
			String left = cells[1];
			for (final Map.Entry<String, Integer> name : NAMED.entrySet()) {
				if (left.contains(name.getKey())) keys.add(name.getValue());
				left = left.replace(name.getKey(), "");
			}
			left.replaceAll("\\band\\b|[ ,]", "").chars().forEach(keys::add);
		}
		return keys;
	}

	private static List<String> page() throws IOException {
		return Files.readAllLines(Path.of("docs", "orthogonal-views.md"));
	}

	private static String names(final Set<Integer> keys) {
		return keys.stream().map(KeyEvent::getKeyText).collect(Collectors.joining("\n"));
	}

	/** Without windows. */
	private record Actions(OrthoModel model) implements PaneActions {

		@Override
		public void fit() {}

		@Override
		public void toggleMaximized() {}

		@Override
		public Optional<Preset> preset(final char key) {
			return Preset.ofKey(model, model.image().blocks(), key);
		}

		@Override
		public Readout readout(final Vector3 voxel) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void explainWarnings() {}
	}
}

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

package io.github.dicomvolumes.view.picker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListSet;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.OpenFiles;
import io.github.dicomvolumes.SourceInstead;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticObjects.SegmentFrame;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of synthetic volumes, pixel by pixel. */
class PreviewReaderTest {

	private static final long ENOUGH = 1L << 30;

	@TempDir
	Path folder;

	private Stack stack() throws IOException {
		return DicomVolumes.scan(folder).stacks().get(0);
	}

	private static Preview read(final Stack stack, final Disclosure patient) {
		return new PreviewReader(patient, ImportOptions.DEFAULT, ENOUGH).read(stack, "#1", Progress.NONE);
	}

	private static BufferedImage picture(final Stack stack) {
		final Preview preview = read(stack, Disclosure.SHOW);
		return preview.picture().orElseThrow(() -> new AssertionError(preview.text()));
	}

	/** ImageJ shows the last value of a window a little less than white. */
	private static int grey(final BufferedImage picture, final int x, final int y) {
		return picture.getRGB(x, y) & 0xFF;
	}

	/** Slice k, row r, column c holds 1000 k + 10 r + c; the window is that of slice 2 of 5. */
	@Test
	void middleSliceIsShownInItsWindow() throws IOException {
		new SyntheticSeries().pixelSpacing(1, 1)
			.each((k, a) -> a.put(Tag.WINDOW_CENTER, 1000 * k + 50 + 0.5).put(Tag.WINDOW_WIDTH, 101))
			.write(folder);
		final BufferedImage picture = picture(stack());
		assertEquals("16 x 12", picture.getWidth() + " x " + picture.getHeight());
		assertEquals(0, grey(picture, 0, 0), 2);
		assertEquals(255, grey(picture, 0, 10), 2);
		assertEquals(255, grey(picture, 3, 10), 2);
		assertEquals(127.5, grey(picture, 0, 5), 2);
		assertEquals("Slice 3 of 5", read(stack(), Disclosure.HIDE).text());
	}

	@Test
	void withoutWindowTheValuesOfTheSliceAreShown() throws IOException {
		new SyntheticSeries().pixelSpacing(1, 1).write(folder);
		final BufferedImage picture = picture(stack());
		assertEquals(0, grey(picture, 0, 0), 2);
		assertEquals(255, grey(picture, 15, 11), 2);
	}

	@Test
	void smallestValueIsWhiteInMonochrome1() throws IOException {
		new SyntheticSeries().pixelSpacing(1, 1).with(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1").write(folder);
		final BufferedImage picture = picture(stack());
		assertEquals(255, grey(picture, 0, 0), 2);
		assertEquals(0, grey(picture, 15, 11), 2);
	}

	@Test
	void coloursAreColours() throws IOException {
		new SyntheticSeries().rgb(0).pixelSpacing(1, 1).write(folder);
		assertEquals(0xFF000000 | 53 << 16 | 106 << 8 | 159, picture(stack()).getRGB(3, 5));
	}

	/** Pixels are 0.5 mm wide and 2 mm high; a large picture is shrunk. */
	@Test
	void pixelsAreSquareAndNotTooMany() throws IOException {
		new SyntheticSeries().write(folder);
		final BufferedImage picture = picture(stack());
		assertEquals("16 x 48", picture.getWidth() + " x " + picture.getHeight());
		final Path large = folder.resolve("large");
		new SyntheticSeries().slices(1).size(600, 1200).pixelSpacing(1, 1).write(large);
		final BufferedImage shrunk = picture(DicomVolumes.scan(large).stacks().get(0));
		assertEquals("256 x 512", shrunk.getWidth() + " x " + shrunk.getHeight());
	}

	@Test
	void sliceBeforeStandsForOneThatIsMissing() throws IOException {
		new SyntheticSeries().slices(7).omit(3).write(folder);
		assertEquals("Slice 3 of 7", read(stack(), Disclosure.SHOW).text());
	}

	/** Segments have their colours; a volume without pixels has a reason. */
	@Test
	void otherKindsAreShownToo() throws IOException {
		SyntheticObjects
			.segmentation("seg", "BINARY", "NO", List.of("Liver", "Spleen"), new SegmentFrame(1, 0),
				new SegmentFrame(2, 0), new SegmentFrame(1, 3))
			.write(folder);
		final BufferedImage picture = picture(stack());
		assertTrue(
			Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
				.distinct()
				.count() > 1);
	}

	// -- What is read --

	/** Of 40 slices one is opened, whether there is a window or not. */
	@Test
	void onlyTheMiddleSliceIsRead() throws IOException {
		new SyntheticSeries().slices(40).write(folder);
		final Set<String> opened = new ConcurrentSkipListSet<>();
		final HeaderReader reader = (source, open) -> {
			final DicomFile file = HeaderReaders.BUILT_IN.read(source);
			return new DicomFile(SourceInstead.like(source, position -> {
				opened.add(Path.of(source.container()).getFileName().toString());
				return source.open(position);
			}), file.metaInformation(), file.attributes(), file.transferSyntax(), file.pixelData(), file.reader(),
				file.notes());
		};
		picture(DicomVolumes.scan(folder, ImportOptions.DEFAULT.withReader(reader)).stacks().get(0));
		assertEquals(Set.of("IM021"), opened);
	}

	@Test
	void filesAreClosed() throws IOException {
		new SyntheticSeries().writeZip(folder.resolve("a.zip"));
		final Stack stack = DicomVolumes.scan(folder.resolve("a.zip")).stacks().get(0);
		picture(stack);
		assertEquals(List.of(), OpenFiles.below(folder));
		new SyntheticSeries("plain").write(folder.resolve("plain"));
		picture(DicomVolumes.scan(folder.resolve("plain")).stacks().get(0));
		assertEquals(List.of(), OpenFiles.below(folder));
	}

	@Test
	void cancelledItEnds() throws IOException {
		new SyntheticSeries().write(folder);
		final Progress cancelled = new Progress() {

			@Override
			public void update(final String phase, final long done, final long total) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		final Stack stack = stack();
		final PreviewReader reader = new PreviewReader(Disclosure.SHOW, ImportOptions.DEFAULT, ENOUGH);
		assertThrows(CancellationException.class, () -> reader.read(stack, "#1", cancelled));
		assertEquals(List.of(), OpenFiles.below(folder));
	}

	// -- What cannot be shown --

	@Test
	void whatCannotBeReadSaysWhyUnlessThePatientIsHidden() throws IOException {
		final List<Path> files = new SyntheticSeries().write(folder);
		final Stack stack = stack();
		Files.delete(files.get(2));
		final Preview shown = read(stack, Disclosure.SHOW), hidden = read(stack, Disclosure.HIDE);
		assertTrue(shown.picture().isEmpty());
		assertEquals("No preview: " + files.get(2) + ": no such file any more", shown.text());
		assertFalse(hidden.text().contains("IM003") || hidden.text().contains(folder.toString()), hidden.text());
		assertTrue(hidden.text().startsWith("No preview: "), hidden.text());
	}

	@Test
	void blankSliceIsNoPicture() throws IOException {
		final SyntheticSeries series = new SyntheticSeries();
		for (final int k : series.sliceNumbers())
			Files.write(folder.resolve("IM" + k),
				k != 2 ? Encapsulated.rleFile(series.attributes(k))
					: Encapsulated.file(series.attributes(k), Encapsulated.RLE, Encapsulated.NO_TABLE,
						List.of(new byte[200])));
		final Preview preview = read(stack(), Disclosure.SHOW);
		assertTrue(preview.picture().isEmpty());
		assertTrue(preview.text().startsWith("No preview: ") && preview.text().contains("IM2"), preview.text());
	}

	@Test
	void cutSliceIsShownWithItsDamage() throws IOException {
		new SyntheticSeries().damage(2, bytes -> Arrays.copyOf(bytes, bytes.length - 100)).write(folder);
		final Preview preview = read(stack(), Disclosure.SHOW);
		assertTrue(preview.picture().isPresent());
		assertTrue(preview.text().startsWith("Slice 3 of 5, damaged: "), preview.text());
		assertFalse(read(stack(), Disclosure.HIDE).text().contains("IM003"));
		assertTrue(read(stack(), Disclosure.HIDE).text().endsWith("with patient=Show the reason is told."));
	}

	@Test
	void unsupportedKindSaysWhich() throws IOException {
		new SyntheticSeries().with(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_PARTIAL_420").write(folder);
		final Preview preview = read(stack(), Disclosure.HIDE);
		assertTrue(preview.picture().isEmpty());
		assertTrue(preview.text().contains("YBR_PARTIAL_420"), preview.text());
	}

	/** 16 x 12 pixels, 12 bytes each: a quarter of 9216 bytes. */
	@Test
	void tooLargeForMemoryIsNotTried() throws IOException {
		new SyntheticSeries().write(folder);
		final Stack stack = stack();
		final String refused = new PreviewReader(Disclosure.SHOW, ImportOptions.DEFAULT, 9212)
			.read(stack, "#1", Progress.NONE)
			.text();
		assertEquals("No preview: one slice would need 0.1 MB of memory.", refused);
		assertTrue(new PreviewReader(Disclosure.SHOW, ImportOptions.DEFAULT, 9216).read(stack, "#1", Progress.NONE)
			.picture()
			.isPresent());
	}
}

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

package io.github.dicomvolumes.command;

import static io.github.dicomvolumes.command.Dialogs.await;
import static io.github.dicomvolumes.command.Dialogs.choose;
import static io.github.dicomvolumes.command.Dialogs.find;
import static io.github.dicomvolumes.command.Dialogs.menu;
import static io.github.dicomvolumes.command.Dialogs.press;
import static io.github.dicomvolumes.command.Dialogs.recorded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Button;
import java.awt.Choice;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.TextField;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.swing.JButton;

import io.github.dicomvolumes.FakeDrop;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person in plain ImageJ who drops files on its window, chooses who opens them, and opens the last places again. */
class DroppedPlacesTest {

	private static final String OPTIONS = "DICOM Options...", RECENT = "DICOM Recent...", FOLDER = "DICOM Folder...";
	private static final String SHOWN = "if (nImages == 0) return ''; Stack.getPosition(c, z, t);" +
		"return getTitle + ' ' + z + ' of ' + nSlices;";

	@TempDir
	private Path folder;

	private TestImageJ ij;
	private Path series;

	@BeforeEach
	void start() throws Exception {
		ij = TestImageJ.plain();
		series = Files.createDirectory(folder.resolve("series"));
		new SyntheticSeries("jane").with(Tag.SERIES_DESCRIPTION, "Knee").write(series);
		prefer("ImageJ if it reads them right, else DICOM Volumes");
		clearRecent();
		ij.run("close('*'); run('Record...');");
	}

	@AfterEach
	void closeAll() {
		if (ij == null) return;
		ij.value("close('*');");
		Dialogs.closeRecorder(ij);
	}

	/** Its middle slice, as from the dialog; the recorded line does the same. */
	@Test
	void folderIsOpenedAndRecorded() throws Exception {
		drop(series);
		Dialogs.awaitShown(ij, "Knee 3 of 5");
		final String line = "run(\"DICOM Folder...\", \"folder=" + series + "\");";
		await(() -> recorded(ij).contains(line) ? "recorded" : null);
		assertEquals("Knee 1 of 5", ij.value("close('*');" + line + SHOWN));
	}

	@Test
	void aPersonIsAskedForTheSeries() throws Exception {
		new SyntheticSeries("jane").series(7).slices(3).with(Tag.SERIES_DESCRIPTION, "Hip").write(series.resolve("b"));
		drop(series);
		final Dialog picker = Dialogs.await("DICOM Series");
		EventQueue.invokeLater(() -> find(picker, JButton.class).stream()
			.filter(b -> b.getText().equals("OK"))
			.findFirst()
			.get()
			.doClick());
		Dialogs.awaitShown(ij, "Knee 3 of 5");
		await(() -> recorded(ij).contains("folder=" + series + " series=#1 load=[In memory]\");") ? "recorded" : null);
	}

	@Test
	void aSliceIsImageJsIfItReadsItRight() throws Exception {
		final Path slice = Files.list(series).sorted().findFirst().orElseThrow();
		drop(slice);
		Dialogs.awaitShown(ij, slice.getFileName() + " 1 of 1");
		ij.value("close('*');");
		prefer("DICOM Volumes");
		drop(slice);
		Dialogs.awaitShown(ij, "Knee 1 of 1");
	}

	/** ImageJ's own dialog comes. */
	@Test
	void folderIsImageJsIfAPersonWantsThat() throws Exception {
		prefer("ImageJ");
		drop(series);
		press(Dialogs.await("Import Image Sequence"), "Cancel");
		prefer("DICOM Volumes");
		drop(Files.writeString(Files.createDirectory(folder.resolve("pictures")).resolve("a.picture"), "text")
			.getParent());
		press(Dialogs.await("Import Image Sequence"), "Cancel");
	}

	/** Nor is it recorded, as it would do nothing. */
	@Test
	void aMacroDoesNotChangeWhoOpens() throws Exception {
		prefer("DICOM Volumes");
		ij.run("run('DICOM Options...', 'opened=ImageJ');");
		final Dialog dialog = choose(ij, OPTIONS);
		assertEquals("DICOM Volumes", find(dialog, Choice.class).get(0).getSelectedItem());
		press(dialog, "  OK  ");
		Dialogs.awaitEnd();
		assertTrue(!recorded(ij).contains("Options"), recorded(ij));
	}

	@Test
	void lastPlacesOfAPersonAreOffered() throws Exception {
		final Path other = Files.createDirectory(folder.resolve("other")), macros = folder.resolve("macros");
		final Path hidden = folder.resolve("hidden");
		for (final Path place : new Path[] { other, macros, hidden })
			new SyntheticSeries("jane").with(Tag.SERIES_DESCRIPTION, "Hip").write(place);
		drop(series);
		Dialogs.awaitShown(ij, "Knee");
		ij.run("close('*'); run('DICOM Folder...', 'folder=[" + macros + "]'); close('*');");
		importByDialog(hidden, "Hide");
		Dialogs.awaitShown(ij, "CT series");
		menu(ij, RECENT);
		press(Dialogs.await("DICOM Volumes"), "  OK  "); // no list while patient data are hidden
		ij.value("close('*');");
		importByDialog(other, "Show");
		Dialogs.awaitShown(ij, "Hip");
		ij.value("close('*');");

		menu(ij, RECENT);
		final Dialog recent = Dialogs.await("DICOM Recent");
		assertTrue(find(recent, Button.class).stream().anyMatch(button -> button.getLabel().contains("Help")));
		final Choice places = find(recent, Choice.class).get(0);
		assertEquals(List.of(other.toString(), series.toString(), "Clear this list"),
			IntStream.range(0, places.getItemCount()).mapToObj(places::getItem).toList());
		places.select(1);
		press(recent, "  OK  ");
		Dialogs.awaitShown(ij, "Knee");
		await(() -> recorded(ij).contains("run(\"DICOM Folder...\", \"folder=" + series + "\");") ? "recorded" : null);
		assertTrue(!recorded(ij).contains("Recent"), recorded(ij));
	}

	@Test
	void aMacroIsToldWhatToUse() {
		assertTrue(ij.eval("run('DICOM Recent...');").contains("in a macro use DICOM Folder... with folder="));
	}

	// -- Helpers --

	private void drop(final Path place) throws Exception {
		final Frame window = Stream.of(Frame.getFrames())
			.filter(frame -> frame.getClass().getName().equals("ij.ImageJ") && frame.isShowing())
			.findFirst()
			.orElseThrow();
		EventQueue.invokeAndWait(() -> FakeDrop.on(window, place.toFile()));
	}

	/** Makes the choice of a person; the window accepts drops since then at the latest. */
	private void prefer(final String who) throws Exception {
		final Dialog dialog = choose(ij, OPTIONS);
		find(dialog, Choice.class).get(0).select(who);
		press(dialog, "  OK  ");
		Dialogs.awaitEnd();
	}

	private void clearRecent() throws Exception {
		menu(ij, RECENT);
		final Dialog dialog = Dialogs.await("DICOM Recent", "DICOM Volumes");
		if (dialog.getTitle().equals("DICOM Recent")) {
			final Choice places = find(dialog, Choice.class).get(0);
			places.select(places.getItemCount() - 1);
		}
		press(dialog, "  OK  ");
		await(() -> dialog.isShowing() ? null : "closed");
	}

	private void importByDialog(final Path place, final String patient) throws Exception {
		final Dialog dialog = choose(ij, FOLDER);
		find(dialog, TextField.class).get(0).setText(place.toString());
		final List<Choice> choices = find(dialog, Choice.class);
		choices.get(choices.size() - 1).select(patient);
		press(dialog, "  OK  ");
	}
}

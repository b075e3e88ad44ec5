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
import static io.github.dicomvolumes.command.Dialogs.awaitShown;
import static io.github.dicomvolumes.command.Dialogs.choose;
import static io.github.dicomvolumes.command.Dialogs.find;
import static io.github.dicomvolumes.command.Dialogs.menu;
import static io.github.dicomvolumes.command.Dialogs.press;
import static io.github.dicomvolumes.command.Dialogs.recorded;
import static io.github.dicomvolumes.command.Dialogs.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Label;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ItemEvent;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.swing.JButton;
import javax.swing.JEditorPane;
import javax.swing.JFileChooser;
import javax.swing.JSlider;
import javax.swing.text.Document;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.HeaderReaders;

/** A person in plain ImageJ: dialog, memory, recorder, message box. */
class DialogTest {

	private TestImageJ ij;

	@BeforeEach
	void start() {
		ij = TestImageJ.plain();
		System.clearProperty(EveryInput.RECEIVED);
	}

	@AfterEach
	void closeDialogs() {
		Dialogs.cancelAll();
		Dialogs.closeRecorder(ij);
	}

	@Test
	void dialogIsRecordedWithTheParameterNamesAndRemembered() throws Exception {
		ij.run("run('Record...');");
		Dialog dialog = choose(ij, EveryInput.LABEL);
		type(dialog, "/my data/", "", "1", "0.5");
		find(dialog, Choice.class).get(0).select("Virtual");
		find(dialog, Choice.class).get(1).select("nothing");
		find(dialog, Checkbox.class).get(0).setState(false);
		press(dialog, "  OK  ");
		assertEquals("/my data|" + "|Virtual|false|1|0.5", await(() -> System.getProperty(EveryInput.RECEIVED)));
		final String recorded = "run(\"" + EveryInput.LABEL +
			"\", \"folder=[/my data/] series=[] load=Virtual aspect=false images=1 angle=0.5 fail=nothing\");";
		await(() -> recorded(ij).contains(recorded) ? recorded : null);

		System.clearProperty(EveryInput.RECEIVED);
		ij.run(recorded);
		assertEquals("/my data|" + "|Virtual|false|1|0.5", System.getProperty(EveryInput.RECEIVED));

		System.clearProperty(EveryInput.RECEIVED);
		dialog = choose(ij, EveryInput.LABEL);
		assertEquals("Virtual", find(dialog, Choice.class).get(0).getSelectedItem());
		press(dialog, "Cancel");
		await(() -> Dialogs.of(EveryInput.LABEL).isEmpty() ? "closed" : null);
		assertNull(System.getProperty(EveryInput.RECEIVED));
	}

	/** What a person answered last, and no macro's: neither its folder nor its choices. */
	@Test
	void aMacroDoesNotChangeWhatAPersonIsOffered() throws Exception {
		Dialog dialog = choose(ij, EveryInput.LABEL);
		type(dialog, "/a person's/");
		find(dialog, Choice.class).get(0).select("Virtual");
		press(dialog, "  OK  ");
		assertEquals("/a person's||Virtual|true|1|0.5", await(() -> System.getProperty(EveryInput.RECEIVED)));
		ij.run("run('" + EveryInput.LABEL + "', 'folder=[/a macro] load=[In memory] images=2');");
		dialog = choose(ij, EveryInput.LABEL);
		assertEquals("/a person's/", find(dialog, TextField.class).get(0).getText());
		assertEquals("Virtual", find(dialog, Choice.class).get(0).getSelectedItem());
		assertEquals("1", find(dialog, TextField.class).get(2).getText());
		press(dialog, "Cancel");
	}

	/** The line has the path of the secret, which is in a file, and copies again what is there. */
	@Test
	void deidentifiedFolderIsRecorded(@TempDir final Path folder) throws Exception {
		final Path to = folder.resolve("out"), secret = folder.resolve("secret");
		new SyntheticSeries("jane").write(folder.resolve("in"));
		ij.run("run('Record...');");
		final Dialog dialog = choose(ij, "DICOM De-identify Folder...");
		type(dialog, folder.resolve("in").toString(), to.toString(), "device", secret.toString(), "");
		find(dialog, Choice.class).get(1).select("Shift");
		press(dialog, "  OK  ");
		final String line = await(() -> recorded(ij).lines()
			.filter(l -> l.contains("De-identify Folder...\", \"folder"))
			.findFirst()
			.orElse(null));
		await(() -> Files.exists(secret) && ij.value("return '' + isOpen('DICOM De-identified');").equals("1") ? "done"
			: null);
		assertFalse(recorded(ij).contains(Files.readString(secret).strip()), recorded(ij));
		final List<String> first = contents(to);
		assertEquals(5, first.size());
		ij.run(line.replace(to.toString(), folder.resolve("again").toString()));
		assertEquals(first, contents(folder.resolve("again")));
	}

	/** ImageJ itself only knows that a macro runs, not whose command this is. */
	@ParameterizedTest
	@ValueSource(strings = { "nothing", "cancel", "IOException" })
	void aPersonIsAskedWhileAMacroRunsWhichGoesOn(final String fail, @TempDir final Path folder) throws Exception {
		ij.run("run('Record...');");
		final Path going = Files.createFile(folder.resolve("going"));
		final var macro = CompletableFuture
			.supplyAsync(() -> ij.run("while (File.exists('" + going + "')) wait(20); return 'to the end';"));
		await(() -> ij.call("ij.macro.Interpreter", "getInstance"));
		final Dialog dialog = choose(ij, EveryInput.LABEL);
		type(dialog, "/my data/");
		find(dialog, Choice.class).get(1).select(fail);
		press(dialog, "  OK  ");
		if (fail.equals("IOException")) press(await("DICOM Volumes"), "OK");
		Dialogs.awaitEnd();
		assertTrue(System.getProperty(EveryInput.RECEIVED).startsWith("/my data|"));
		Files.delete(going);
		assertEquals("to the end", macro.get());
		assertEquals(fail.equals("nothing") ? 1 : 0, recorded(ij).split("folder=", -1).length - 1, recorded(ij));
	}

	/** The labels of the parameters, as in Fiji, though ImageJ records the words that it is given for them. */
	@Test
	void fieldsHaveTheirLabels() throws Exception {
		ij.run("newImage('ramp', '8-bit ramp', 20, 10, 3);");
		final Dialog dialog = choose(ij, "DICOM Series...");
		assertEquals(
			"Folder, Description (or empty), Number (or empty), Kind, Syntax, Patient data, Patient name (if new), " +
				"Patient ID (if new), Server URL (or empty), User of the server (or empty)",
			find(dialog, Label.class).stream().map(Label::getText).collect(Collectors.joining(", ")));
		assertEquals("Overwrite files", find(dialog, Checkbox.class).get(0).getLabel());
		press(dialog, "Cancel");
		ij.value("close('*');");
	}

	/** In the jar, in front of the dialog. */
	@Test
	void helpOfADialogIsAPageOfTheGuide() throws Exception {
		final Dialog dialog = choose(ij, "DICOM Folder...");
		press(dialog, "Help");
		final Dialog help = Dialogs.await("DICOM Volumes: help");
		assertEquals(dialog, help.getOwner());
		final Document page = find(help, JEditorPane.class).get(0).getDocument();
		assertTrue(page.getText(0, 100).contains("\nFirst steps"), () -> "begins " + page);
		EventQueue.invokeAndWait(help::dispose);
		press(dialog, "Cancel");
	}

	/** ImageJ would take it for a folder. */
	@Test
	void aFileThatWasOpenedIsOfferedAsItIs(@TempDir final Path folder) throws Exception {
		final Path file = new SyntheticSeries("one").slices(1).write(folder).get(0);
		Dialog dialog = choose(ij, "DICOM Folder...");
		type(dialog, file.toString());
		press(dialog, "  OK  ");
		awaitShown(ij, "one");
		dialog = choose(ij, "DICOM Folder...");
		assertEquals(file.toString(), find(dialog, TextField.class).get(0).getText());
		press(dialog, "Cancel");
		ij.value("close('*');");
	}

	@Test
	void writtenSeriesIsRecorded(@TempDir final Path folder) throws Exception {
		final Path to = folder.resolve("out"), again = folder.resolve("again");
		ij.run("newImage('ramp', '8-bit ramp', 20, 10, 3); run('Record...');");
		final Dialog dialog = choose(ij, "DICOM Series...");
		type(dialog, to.toString(), "of a ramp", "7", "Nemo^N", "42");
		find(dialog, Choice.class).get(1).select("RLE");
		press(dialog, "  OK  ");
		final String line = await(
			() -> recorded(ij).lines().filter(l -> l.contains("DICOM Series...\", \"folder")).findFirst().orElse(null));
		await(() -> Files.exists(to) ? "done" : null);
		ij.run(line.replace(to.toString(), again.toString()));
		for (final Path written : List.of(to, again)) {
			final DicomVolume volume = DicomVolumes.open(written);
			final Attributes attributes = volume.attributes();
			assertEquals("3 RLE Lossless; of a ramp 7 Nemo^N 42",
				volume.stack().slices() + " " + volume.stack().files().get(0).transferSyntax() + "; " +
					attributes.orElse(Tag.SERIES_DESCRIPTION, "") + " " + attributes.orElse(Tag.SERIES_NUMBER, "") +
					" " + attributes.orElse(Tag.PATIENT_NAME, "") + " " + attributes.orElse(Tag.PATIENT_ID, ""),
				line);
		}
	}

	/** The bytes of all files. */
	private static List<String> contents(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).sorted().map(file -> {
				try {
					return folder.relativize(file) + Files.readString(file, StandardCharsets.ISO_8859_1);
				}
				catch (final IOException exc) {
					throw new AssertionError(exc);
				}
			}).toList();
		}
	}

	/** The middle slice, large enough to be seen; a macro has the first, as it is. */
	@Test
	void aPersonSeesTheMiddleFirst(@TempDir final Path folder) throws Exception {
		new SyntheticSeries().with(Tag.SERIES_DESCRIPTION, "small").write(folder);
		final Dialog dialog = choose(ij, "DICOM Folder...");
		type(dialog, folder.toString(), "all");
		press(dialog, "  OK  ");
		final String seen = "Stack.getPosition(c, z, t); return getTitle + ' ' + z + ' ' + getZoom();";
		await(() -> ij.value("if (nImages == 0) return ''; " + seen).equals("small 3 24") ? "shown" : null);
		assertEquals("small 1 1", ij.value("close('*'); run('DICOM Folder...', 'folder=[" + folder + "]'); " + seen));
	}

	/** The columns of the slice table and the attributes that vary; typing searches them, a click types one. */
	@Test
	void attributesWorthPlottingAreListed(@TempDir final Path folder) throws Exception {
		new SyntheticSeries("ct").each((k, a) -> a.put(Dictionary.tag("KVP"), 100 + k)).write(folder);
		ij.run("close('*'); run('DICOM Folder...', 'folder=[" + folder + "]');");
		final Dialog dialog = choose(ij, "DICOM Plot Attribute...");
		final java.awt.List list = find(dialog, java.awt.List.class).get(0);
		final List<String> all = List.of(list.getItems());
		assertTrue(all.containsAll(List.of("PositionZ", "KVP", "InstanceNumber")), all.toString());
		assertFalse(all.contains("SliceThickness"), "it does not vary");
		final TextField field = find(dialog, TextField.class).get(0);
		field.setText("position");
		await(() -> List.of(list.getItems())
			.equals(List.of("PositionX", "PositionY", "PositionZ", "ImagePositionPatient")) ? "found" : null);
		list.select(2);
		for (final var listener : list.getItemListeners())
			listener.itemStateChanged(new ItemEvent(list, ItemEvent.ITEM_STATE_CHANGED, 2, ItemEvent.SELECTED));
		assertEquals("PositionZ", field.getText());
		press(dialog, "  OK  ");
		await(
			() -> ij.value("if (nImages < 2) return ''; return getTitle;").startsWith("PositionZ") ? "plotted" : null);
	}

	/** As in Fiji's dialog: down in the field chooses from what is listed, Enter in the list closes the dialog. */
	@Test
	void theKeysOfTheFieldChooseFromTheListWhichStays(@TempDir final Path folder) throws Exception {
		new SyntheticSeries("ct").write(folder);
		ij.run("close('*'); run('DICOM Folder...', 'folder=[" + folder + "]');");
		final Dialog dialog = choose(ij, "DICOM Plot Attribute...");
		final java.awt.List list = find(dialog, java.awt.List.class).get(0);
		final TextField field = find(dialog, TextField.class).get(0);
		field.setText("position");
		await(() -> list.getItemCount() == 4 ? "found" : null);
		for (final String expected : List.of("PositionX", "PositionY")) {
			EventQueue.invokeAndWait(() -> {
				for (final var listener : field.getKeyListeners())
					listener.keyPressed(
						new KeyEvent(field, KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_DOWN, KeyEvent.CHAR_UNDEFINED));
			});
			await(() -> field.getText().equals(expected) && list.getSelectedItem().equals(expected) ? "taken" : null);
			EventQueue.invokeAndWait(() -> {}); // what AWT tells of the text
			assertEquals(4, list.getItemCount());
		}
		EventQueue.invokeAndWait(() -> {
			for (final var listener : list.getActionListeners())
				listener.actionPerformed(new ActionEvent(list, ActionEvent.ACTION_PERFORMED, "PositionY"));
		});
		await(
			() -> ij.value("if (nImages < 2) return ''; return getTitle;").startsWith("PositionY") ? "plotted" : null);
	}

	/** How to load, patient data, and the reader only where there are two. */
	@Test
	void nobodyIsAskedForTheOnlyReader() throws Exception {
		final Dialog dialog = choose(ij, "DICOM Series Table...");
		assertEquals(HeaderReaders.names().size() == 1 ? 2 : 3, find(dialog, Choice.class).size());
		press(dialog, "Cancel");
		await(() -> Dialogs.of("DICOM Series Table...").isEmpty() ? "closed" : null);
	}

	@Test
	void hiddenPatientDataAreRememberedForAPersonAndRecordedButNeverForAMacro(@TempDir final Path folder)
		throws Exception
	{
		new SyntheticSeries("jane").series(3).with(Tag.SERIES_DESCRIPTION, "Knee of Jane").write(folder);
		final String place = folder.toString(), title = "return '' + getTitle;";
		ij.run("close('*'); run('Record...'); if (isOpen('DICOM Series')) close('DICOM Series');");
		try {
			Dialog dialog = choose(ij, "DICOM Folder...");
			find(dialog, TextField.class).get(0).setText(place);
			patient(dialog).select("Hide");
			press(dialog, "  OK  ");
			// a macro that runs meanwhile would end the recording
			await(() -> recorded(ij).contains(" patient=Hide\");") ? "recorded" : null);
			await(() -> ij.value("if (nImages == 0) return ''; " + title).equals("CT series 3") ? "hidden" : null);

			assertEquals("Knee of Jane",
				ij.value("close('*'); run('DICOM Folder...', 'folder=[" + place + "]');" + title));
			dialog = choose(ij, "DICOM Folder...");
			assertEquals("", find(dialog, TextField.class).get(0).getText(), "the folder of a hidden patient");
			press(dialog, "Cancel");
			dialog = choose(ij, "DICOM Series Table...");
			assertEquals("Hide", patient(dialog).getSelectedItem());
			press(dialog, "Cancel");

			menu(ij, "DICOM Metadata Table"); // of the image that a macro opened with all
			await(() -> recorded(ij).contains("run(\"DICOM Metadata Table\", \"patient=Hide\");") ? "recorded" : null);
			await(() -> ij.value("return '' + isOpen('DICOM Metadata');").equals("1") ? "shown" : null);
			assertEquals("(hidden)",
				ij.value("selectWindow('DICOM Metadata'); value = 'no such row';" +
					"for (i = 0; i < Table.size; i++) if (Table.getString('Keyword', i) == 'SeriesDescription')" +
					" value = Table.getString('Value', i); return value;"));
		}
		finally {
			final Dialog dialog = choose(ij, "DICOM Series Table...");
			find(dialog, TextField.class).get(0).setText(place);
			patient(dialog).select("Show");
			press(dialog, "  OK  ");
			await(() -> ij.value("return '' + isOpen('DICOM Series');").equals("1") ? "shown" : null);
		}
		Dialog dialog = choose(ij, "DICOM Series Table...");
		assertEquals(folder.toRealPath(), Path.of(find(dialog, TextField.class).get(0).getText()).toRealPath());
		press(dialog, "Cancel");
		dialog = choose(ij, "DICOM Folder...");
		assertEquals("Show", patient(dialog).getSelectedItem());
		press(dialog, "Cancel");
	}

	/** The last choice of the import dialogs. */
	private static Choice patient(final Dialog dialog) {
		final List<Choice> choices = find(dialog, Choice.class);
		return choices.get(choices.size() - 1);
	}

	/** Those that lie in the same patient; a macro may name any. */
	@Test
	void openImagesAreOfferedForASecondOne(@TempDir final Path folder) throws Exception {
		new SyntheticSeries("jane").series(3).write(folder);
		ij.run("close('*'); run('DICOM Folder...', 'folder=[" + folder + "]'); rename('CT');" +
			"run('Duplicate...', 'title=[a PET] duplicate'); newImage('nowhere', '8-bit ramp', 30, 20, 10);" +
			"selectImage('CT'); run('Record...');");
		Dialog dialog = choose(ij, "DICOM Resample...");
		assertEquals("[(none), a PET]", items(find(dialog, Choice.class).get(0)));
		press(dialog, "  OK  "); // with none
		await(() -> recorded(ij).contains("DICOM Resample...") ? "recorded" : null);
		assertFalse(recorded(ij).contains("none"), recorded(ij));
		Dialogs.awaitEnd();
		ij.value("close(); selectImage('CT');");
		dialog = choose(ij, "DICOM Planes Figure...");
		final Choice fuse = find(dialog, Choice.class).get(0);
		assertEquals("[(none), a PET]", items(fuse));
		fuse.select("a PET");
		press(dialog, "  OK  ");
		await(() -> sliders("CT [Planes]").size() == 3 ? "shown" : null);
		await(() -> recorded(ij).contains("fuse=[a PET] opacity=50") ? "recorded" : null);
		Dialogs.awaitEnd();
		ij.value("selectImage('CT'); run('Duplicate...', 'title=(none) duplicate'); selectImage('CT');");
		dialog = choose(ij, "DICOM Resample...");
		assertEquals("[, a PET, (none)]", items(find(dialog, Choice.class).get(0)));
		press(dialog, "Cancel");
		ij.value("close('*');");
	}

	private static String items(final Choice choice) {
		return IntStream.range(0, choice.getItemCount()).mapToObj(choice::getItem).toList().toString();
	}

	@Test
	void slidersOfAFigureAreNotRecorded() throws Exception {
		ij.run("close('*'); newImage('volume', '8-bit ramp', 30, 20, 10); run('Record...');");
		final Dialog dialog = choose(ij, "DICOM Planes Figure...");
		press(dialog, "  OK  ");
		await(() -> sliders("volume [Planes]").size() == 3 ? "shown" : null);
		await(() -> recorded(ij).contains("run(\"DICOM Planes Figure...\", ") ? "recorded" : null);
		final String recorded = recorded(ij);
		EventQueue.invokeAndWait(() -> sliders("volume [Planes]").forEach(slider -> slider.setValue(1)));
		Thread.sleep(500);
		assertEquals(recorded, recorded(ij));
		assertEquals(1, recorded.split("Planes Figure", -1).length - 1, recorded);
		ij.value("close('*');");
	}

	/** The dialog for files comes last, asks before it replaces one, and is recorded. */
	@Test
	void fileToSaveIsAskedForAndRecorded(@TempDir final Path folder) throws Exception {
		final Path file = folder.resolve("volume.nii.gz");
		final Object chooser = ij.field("ij.Prefs", "useJFileChooser", true);
		ij.run("close('*'); newImage('volume', '8-bit ramp', 30, 20, 10); run('Record...');");
		try {
			final String line = "run(\"NIfTI Volume...\", \"sidecar patient=Hide file=" + file;
			save(file, null);
			await(() -> recorded(ij).contains(line + "\");") ? "recorded" : null);
			assertTrue(Files.size(file) > 100);
			Files.writeString(file, "another");
			save(file, "Replace?");
			await(() -> recorded(ij).contains(line + " overwrite=true\");") ? "recorded" : null);
			assertTrue(Files.size(file) > 100);
			Files.writeString(file, "another");
			ij.run(line + " overwrite=true\");");
			assertTrue(Files.size(file) > 100);
			save(folder.resolve("other"), null);
			await(() -> recorded(ij).contains(" file=" + folder.resolve("other.nii.gz") + "\");") ? "recorded" : null);
			assertTrue(Files.size(folder.resolve("other.nii.gz")) > 100);
		}
		finally {
			ij.field("ij.Prefs", "useJFileChooser", chooser);
			ij.value("close('*');");
		}
	}

	/** What is recorded writes the same again. */
	@ParameterizedTest
	@ValueSource(strings = { "DICOM Segmentation...", "DICOM Contours..." })
	void objectsToSaveAreRecorded(final String command, @TempDir final Path folder) throws Exception {
		new SyntheticSeries("CT").write(Files.createDirectory(folder.resolve("ct")));
		final Path file = folder.resolve("object.dcm");
		final Object chooser = ij.field("ij.Prefs", "useJFileChooser", true);
		ij.run("close('*'); roiManager('reset'); run('DICOM Folder...', 'folder=[" + folder.resolve("ct") + "]');" +
			"run('Duplicate...', 'title=mask duplicate'); run('8-bit'); setSlice(2); makeRectangle(2, 3, 4, 5); run('Record...');");
		try {
			save(command, file, null);
			final String recorded = await(() -> recorded(ij).contains("file=" + file) ? recorded(ij) : null);
			assertTrue(Files.size(file) > 1000);
			final String line = recorded.lines().filter(l -> l.contains(command)).findFirst().orElseThrow();
			Files.delete(file);
			assertEquals("done", ij.value(line + " return 'done';"), line);
			assertTrue(Files.size(file) > 1000, line);
		}
		finally {
			ij.field("ij.Prefs", "useJFileChooser", chooser);
			ij.value("close('*');");
		}
	}

	private void save(final Path file, final String question) throws Exception {
		save("NIfTI Volume...", file, question);
	}

	/** @param question title of a dialog to agree to; null for none */
	private void save(final String command, final Path file, final String question) throws Exception {
		press(choose(ij, command), "  OK  ");
		final JFileChooser files = await(() -> Stream.of(Window.getWindows())
			.filter(Window::isShowing)
			.flatMap(window -> find(window, JFileChooser.class).stream())
			.findFirst()
			.orElse(null));
		EventQueue.invokeLater(() -> {
			files.setSelectedFile(file.toFile());
			files.approveSelection();
		});
		if (question == null) return;
		final Dialog dialog = Dialogs.await(question);
		EventQueue.invokeLater(() -> find(dialog, JButton.class).get(0).doClick());
	}

	private static List<JSlider> sliders(final String title) {
		return Stream.of(Frame.getFrames())
			.filter(frame -> frame.isShowing() && frame.getTitle().startsWith(title))
			.flatMap(frame -> find(frame, JSlider.class).stream())
			.toList();
	}

	@Test
	void badValueIsOneMessageWithHelp() throws Exception {
		final Dialog dialog = choose(ij, EveryInput.LABEL);
		type(dialog, "/my data/", "", "9", "0.5");
		press(dialog, "  OK  ");
		final Dialog message = Dialogs.await("DICOM Volumes");
		press(message, "Help");
		final Dialog help = Dialogs.await("DICOM Volumes: help");
		EventQueue.invokeAndWait(help::dispose);
		press(message, "  OK  ");
		assertNull(System.getProperty(EveryInput.RECEIVED));
	}

	/** Not to how the jar is installed, with which the page of the command begins. */
	@Test
	void helpAtAFolderWithoutImagesIsWhyNothingOpens(@TempDir final Path folder) throws Exception {
		final Dialog dialog = choose(ij, "DICOM Folder...");
		type(dialog, folder.toString());
		press(dialog, "  OK  ");
		final Dialog message = Dialogs.await("DICOM Volumes");
		press(message, "Help");
		final Dialog help = Dialogs.await("DICOM Volumes: help");
		assertTrue(find(help, JEditorPane.class).get(0).getText().contains("Nothing opens"));
		EventQueue.invokeAndWait(help::dispose);
		press(message, "  OK  ");
	}

	/** Of a macro with windows, too; in batch mode the log says where it is. */
	@Test
	void macroOpensTheGuideAtAFinding() throws Exception {
		ij.run("run('DICOM Guide', 'page=GANTRY_TILT');");
		final Dialog help = Dialogs.await("DICOM Volumes: help");
		assertTrue(find(help, JEditorPane.class).get(0).getText().contains("GANTRY_TILT"));
		EventQueue.invokeAndWait(help::dispose);
		ij.run("setBatchMode(true); run('DICOM Guide', 'page=[DICOM SUV...]'); setBatchMode(false);");
		assertTrue(ij.value("return getInfo('log');").contains("/docs/pet.md"));
		assertEquals(List.of(), Dialogs.of("DICOM Volumes: help"));
	}
}

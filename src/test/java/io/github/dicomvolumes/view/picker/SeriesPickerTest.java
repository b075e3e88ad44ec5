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

import static io.github.dicomvolumes.command.Dialogs.await;
import static io.github.dicomvolumes.command.Dialogs.find;
import static io.github.dicomvolumes.command.Dialogs.recorded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Choice;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.MouseEvent;
import java.awt.event.WindowEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.table.JTableHeader;
import javax.swing.text.JTextComponent;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.FakeDrop;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.command.Dialogs;
import io.github.dicomvolumes.command.TestImageJ;
import io.github.dicomvolumes.data.Canaries;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.ImportOptions;

import ij.Prefs;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person who picks series; needs a display. */
class SeriesPickerTest {

	private static final String TITLE = "DICOM Series";

	@TempDir
	Path folder;

	private SeriesCatalog catalog;

	@BeforeEach
	void writeSeries() throws IOException {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		series(1, 3, "scout").write(folder);
		series(2, 5, "<html><b>chest</b> & more").write(folder);
		series(3, 2, "a description that is a good deal longer than those that scanners write, " + "but allowed")
			.without(Tag.PIXEL_SPACING)
			.write(folder);
		SyntheticObjects.withoutImage("1.2.840.10008.5.1.4.1.1.104.1", "DOC", 4, "letter", folder.resolve("letter"));
		catalog = DicomVolumes.scan(folder);
	}

	private static SyntheticSeries series(final int number, final int slices, final String description) {
		return new SyntheticSeries("study").series(number)
			.slices(slices)
			.fileNames("S" + number + "_%d")
			.with(Tag.SERIES_DESCRIPTION, description);
	}

	@AfterEach
	void closeDialogs() throws Exception {
		onEventThread(() -> {
			Dialogs.of(TITLE).forEach(Window::dispose);
			return null;
		});
	}

	@Test
	void largestIsChosenAlready() throws Exception {
		assertEquals("#2", answer(picker -> {
			assertEquals("[1]", Arrays.toString(picker.table().getSelectedRows()));
			picker.press("OK");
		}));
	}

	@Test
	void enterIsOk() throws Exception {
		assertEquals("#2", answer(picker -> picker.key(KeyEvent.VK_ENTER)));
	}

	@Test
	void severalAreListed() throws Exception {
		assertEquals("#1,#3", answer(picker -> {
			picker.table().setRowSelectionInterval(0, 0);
			picker.table().addRowSelectionInterval(2, 2);
			picker.press("OK");
		}));
	}

	@Test
	void allOfThemAreAll() throws Exception {
		assertEquals("all", answer(picker -> picker.press("All")));
		assertEquals("all", answer(picker -> {
			picker.table().setRowSelectionInterval(0, 2);
			picker.press("OK");
		}));
	}

	@Test
	void whatIsNoImageCannotBeChosen() throws Exception {
		assertEquals("#2", answer(picker -> {
			assertEquals(3, picker.table().getRowCount());
			picker.press("OK");
		}));
	}

	@Test
	void doubleClickOpensThatRow() throws Exception {
		assertEquals("#3", answer(picker -> {
			picker.click(2, 1);
			picker.click(2, 2);
		}));
	}

	@Test
	void cancelEscapeAndClosingCancel() {
		for (final Consumer<Picker> way : List.<Consumer<Picker>> of(picker -> picker.press("Cancel"),
			picker -> picker.key(KeyEvent.VK_ESCAPE),
			picker -> picker.dialog.dispatchEvent(new WindowEvent(picker.dialog, WindowEvent.WINDOW_CLOSING))))
			assertThrows(CancellationException.class, () -> answer(way));
		assertEquals(List.of(), Dialogs.of(TITLE));
	}

	@Test
	void okNeedsAChoice() throws Exception {
		assertEquals("#1", answer(picker -> {
			picker.table().clearSelection();
			assertFalse(picker.button("OK").isEnabled());
			picker.key(KeyEvent.VK_ENTER);
			assertTrue(picker.dialog.isShowing());
			picker.table().setRowSelectionInterval(0, 0);
			picker.press("OK");
		}));
	}

	@Test
	void textIsTextAndTipsShowAllOfIt() throws Exception {
		answer(picker -> {
			final JTable table = picker.table();
			assertEquals("<html><b>chest</b> & more", table.getValueAt(1, 3));
			final Component cell = table.prepareRenderer(table.getCellRenderer(1, 3), 1, 3);
			assertNull(((JComponent) cell).getClientProperty("html"), "a description is shown as HTML");
			assertEquals("<html>&lt;html>&lt;b>chest&lt;/b> &amp; more", tip(table, 1, 3));
			assertEquals("16 x 12 x 5", table.getValueAt(1, 4));
			assertNull(tip(table, 1, 8));
			picker.press("Cancel");
		}, true);
	}

	@Test
	void headingsNameStudiesWhereThereAreSeveral() throws Exception {
		new SyntheticSeries("other").slices(2).fileNames("other%d").with(Tag.STUDY_DESCRIPTION, "Knee").write(folder);
		catalog = DicomVolumes.scan(folder);
		assertEquals("#3", answer(picker -> {
			final JTable table = picker.table();
			assertEquals("Syn^other (other)  \u00b7  2020-01-01, Knee", table.getValueAt(0, 0));
			assertEquals("#1", table.getValueAt(1, 0));
			assertEquals("Syn^study (study)  \u00b7  2020-01-01", table.getValueAt(2, 0));
			assertEquals("#2", table.getValueAt(3, 0));
			assertEquals(4, table.getSelectedRow());
			picker.action("selectPreviousRow");
			picker.action("selectPreviousRow"); // past the heading
			assertEquals(1, table.getSelectedRow());
			picker.action("selectPreviousRow"); // there is nothing but the heading
			assertEquals(1, table.getSelectedRow());
			picker.action("selectNextRow");
			assertEquals(3, table.getSelectedRow());
			picker.action("selectNextRow");
			picker.key(KeyEvent.VK_ENTER);
		}));
	}

	@Test
	void clickOnAHeadingChoosesItsStudy() throws Exception {
		new SyntheticSeries("other").slices(2).fileNames("other%d").write(folder);
		catalog = DicomVolumes.scan(folder);
		assertEquals("#2,#3,#4", answer(picker -> {
			picker.click(2, 1);
			picker.press("OK");
		}));
	}

	@Test
	void whatIsTypedInTheTableIsSearchedFor() throws Exception {
		assertEquals("#1", answer(picker -> {
			for (final char c : "CT sc".toCharArray())
				picker.type(c == ' ' ? 'x' : c);
			assertEquals("CTxsc", picker.search().getText());
			assertEquals(0, picker.table().getRowCount());
			assertFalse(picker.button("All 0").isEnabled());
			assertFalse(picker.button("OK").isEnabled());
			picker.search().setText("ct");
			picker.type('\b');
			assertEquals("c", picker.search().getText());
			picker.type(' '); // is the table's
			assertEquals("c", picker.search().getText());
			picker.search().setText("ct scout");
			assertEquals(1, picker.table().getRowCount());
			picker.key(KeyEvent.VK_ENTER); // opens what was found
		}));
	}

	@Test
	void whatIsNoLongerListedIsNoLongerChosen() throws Exception {
		assertEquals("#3", answer(picker -> {
			picker.table().selectAll();
			picker.search().setText("longer");
			picker.search().setText("");
			assertEquals("[2]", Arrays.toString(picker.table().getSelectedRows()));
			picker.press("OK");
		}));
	}

	@Test
	void allAreThoseThatAreListed() throws Exception {
		series(4, 1, "scout of the side").write(folder);
		catalog = DicomVolumes.scan(folder);
		assertEquals("#1,#4", answer(picker -> {
			picker.search().setText("scout");
			picker.press("All 2");
		}));
	}

	@Test
	void escapeEmptiesTheSearchFirst() {
		assertThrows(CancellationException.class, () -> answer(picker -> {
			picker.search().setText("scout");
			picker.key(KeyEvent.VK_ESCAPE);
			assertTrue(picker.dialog.isShowing());
			assertEquals("", picker.search().getText());
			picker.key(KeyEvent.VK_ESCAPE);
		}));
	}

	@Test
	void arrowsMoveFromTheSearchFieldToo() throws Exception {
		assertEquals("#3", answer(picker -> {
			final JTextField search = picker.search();
			search.getActionMap().get("selectNextRow").actionPerformed(new ActionEvent(search, 0, ""));
			picker.press("OK");
		}));
	}

	/** Sorted by number of slices: 2, 3, 5. */
	@Test
	void sortedRowsKeepTheirNumbersAndTheChoice() throws Exception {
		assertEquals("#2,#3", answer(picker -> {
			final JTable table = picker.table();
			table.getRowSorter().toggleSortOrder(PickerColumn.SIZE.ordinal());
			assertEquals("#3", table.getValueAt(0, 0));
			assertEquals("[2]", Arrays.toString(table.getSelectedRows())); // the largest still
			table.addRowSelectionInterval(0, 0);
			table.getRowSorter().toggleSortOrder(PickerColumn.SIZE.ordinal());
			assertEquals("#2", table.getValueAt(0, 0));
			picker.press("OK");
		}));
	}

	@Test
	void previewIsThatOfTheRow() throws Exception {
		answer(picker -> picker.table().setRowSelectionInterval(0, 0), picker -> {
			assertEquals("Slice 2 of 3", picker.preview().text());
			assertTrue(picker.preview().picture().isPresent());
			picker.press("Cancel");
		});
	}

	@Test
	void boxDecidesWhetherVolumesAreVirtual() throws Exception {
		assertFalse(choice(ImportOptions.DEFAULT, picker -> picker.press("OK")).isVirtual());
		assertTrue(choice(ImportOptions.DEFAULT.withVirtual(true), picker -> picker.press("OK")).isVirtual());
		final SeriesChoice said = choice(ImportOptions.DEFAULT, picker -> {
			picker.virtual().doClick(0);
			picker.table().setRowSelectionInterval(0, 0); // another choice does not undo it
			picker.press("OK");
		});
		assertEquals(new SeriesChoice("#1", true, null), said);
	}

	/** On the window, its table or its search field, which take drops for themselves. */
	@Test
	void anotherPlaceCanBeDropped() throws Exception {
		final File other = folder.resolve("other").toFile();
		for (final Function<Picker, Component> target : List.<Function<Picker, Component>> of(Picker::dialog,
			Picker::table, Picker::search))
			assertEquals(other,
				choice(ImportOptions.DEFAULT, picker -> FakeDrop.on(target.apply(picker), other)).elsewhere());
	}

	/** No text of the window, also none that is not seen, and no tip. */
	@Test
	void hiddenPatientsAreNowhereInTheWindow() throws Exception {
		final Path hidden = folder.resolve("hidden");
		for (int i = 1; i <= 2; i++) {
			final int n = i;
			new SyntheticSeries("law").slices(6)
				.omit(3)
				.fileNames(Canaries.TEXT + i + "_%02d")
				.each((k, a) -> Canaries.put(a, k))
				.each((k, a) -> a.put(Tag.PATIENT_ID, Canaries.TEXT + n)
					.put(Tag.SOP_INSTANCE_UID, Canaries.UID + "." + n + "." + k)
					.put(Tag.STUDY_INSTANCE_UID, Canaries.UID + "." + n)
					.put(Tag.SERIES_INSTANCE_UID, Canaries.UID + ".1." + n))
				.write(hidden);
		}
		catalog = DicomVolumes.scan(hidden);
		Files.delete(hidden.resolve(Canaries.TEXT + "1_03")); // the preview has to say so
		final List<String> shown = new ArrayList<>(), masked = new ArrayList<>();
		for (final Disclosure patient : List.of(Disclosure.SHOW, Disclosure.HIDE))
			ask(() -> SeriesPicker.ask(catalog, patient, ImportOptions.DEFAULT, null), picker -> {
				picker.table().setRowSelectionInterval(1, 1);
			}, picker -> {
				assertTrue(picker.preview().text().startsWith("No preview: "), picker.preview().text());
				(patient.isFull() ? shown : masked).addAll(picker.texts());
				picker.press("OK");
			});
		final Pattern canary = Pattern.compile(Canaries.PATTERN);
		assertTrue(shown.stream().anyMatch(text -> canary.matcher(text).find()), shown.toString());
		assertFalse(masked.stream().anyMatch(text -> canary.matcher(text).find()), masked.toString());
	}

	/** As Edit > Options > Appearance has it: every font is twice as large, and no text is cut. */
	@Test
	void windowGrowsWithTheGuiScale() throws Exception {
		final List<Float> fonts = new ArrayList<>();
		final double before = Prefs.getGuiScale();
		try {
			for (final int scale : new int[] { 1, 2 }) {
				Prefs.setGuiScale(scale);
				answer(picker -> {
					for (final JComponent part : find(picker.dialog.getContentPane(), JComponent.class))
						if (part instanceof JLabel || part instanceof AbstractButton ||
							part instanceof JTextComponent || part instanceof JTable || part instanceof JTableHeader)
							fonts.add(part.getFont().getSize2D());
					final JTable table = picker.table();
					assertTrue(table.getRowHeight() > table.getFontMetrics(table.getFont()).getHeight());
					for (int column = 0; column < table.getColumnCount() - 1; column++) {
						final Component cell = table.prepareRenderer(table.getCellRenderer(1, column), 1, column);
						final int width = table.getColumnModel().getColumn(column).getWidth();
						assertTrue(width >= cell.getPreferredSize().width, table.getColumnName(column) + " is cut");
					}
					picker.press("Cancel");
				}, true);
			}
		}
		finally {
			Prefs.setGuiScale(before);
		}
		final int half = fonts.size() / 2;
		assertTrue(half > 8, fonts.toString());
		for (int i = 0; i < half; i++)
			assertEquals(2 * fonts.get(i), fonts.get(half + i));
	}

	/** The table is too wide for its columns; its notes have tips. */
	@Test
	void noteGivesWayBeforeOtherColumns() throws Exception {
		final Path echoes = folder.resolve("echoes");
		for (final String name : List.of("first_volunteer", "second_volunteer"))
			new SyntheticSeries(name).modality("MR")
				.slices(12)
				.positions(k -> new double[] { 0, 0, 3 * (k / 6) })
				.fileNames(name + "%d")
				.with(Tag.STUDY_DESCRIPTION, "Research on memory")
				.with(Tag.SERIES_DESCRIPTION, "gre_field_mapping")
				.each((k, a) -> a.put(Tag.ECHO_TIME, 4.92 + 2.46 * (k % 6)))
				.write(echoes);
		catalog = DicomVolumes.scan(echoes);
		answer(picker -> {
			final JTable table = picker.table();
			assertEquals("16 x 12 x 2 x 6", table.getValueAt(1, 4));
			for (int column = 0; column < table.getColumnCount() - 1; column++) {
				final Component cell = table.prepareRenderer(table.getCellRenderer(1, column), 1, column);
				final int width = table.getColumnModel().getColumn(column).getWidth();
				assertTrue(width >= cell.getPreferredSize().width, table.getColumnName(column) + " is cut");
			}
			picker.press("Cancel");
		}, true);
	}

	@Test
	void fitsOnTheScreen() throws Exception {
		for (int i = 4; i < 60; i++)
			series(i, 1, "series number " + i).write(folder);
		for (int i = 0; i < 12; i++)
			Files.writeString(folder.resolve("junk" + i + ".txt"), "junk");
		catalog = DicomVolumes.scan(folder);
		answer(picker -> {
			final Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
			assertTrue(picker.dialog.getWidth() <= Math.max(screen.width, 1280), picker.dialog.getSize().toString());
			assertTrue(picker.dialog.getHeight() <= Math.max(screen.height, 768), picker.dialog.getSize().toString());
			picker.press("Cancel");
		}, true);
	}

	@Test
	void interruptClosesTheDialog() throws Exception {
		final var failure = new AtomicReference<Throwable>();
		final Thread asking = new Thread(() -> {
			try {
				SeriesPicker.ask(catalog, Disclosure.SHOW, ImportOptions.DEFAULT, null);
			}
			catch (final Throwable exc) {
				failure.set(exc);
			}
		});
		asking.start();
		Dialogs.await(TITLE);
		asking.interrupt();
		await(() -> failure.get());
		assertTrue(failure.get() instanceof CancellationException, String.valueOf(failure.get()));
		await(() -> Dialogs.of(TITLE).isEmpty() ? "closed" : null);
	}

	// -- In ImageJ --

	/** A person runs the command, picks, and has a macro line that does it again without asking. */
	@Test
	void choiceIsRecordedAndReplaysWithoutAsking() throws Exception {
		final TestImageJ ij = TestImageJ.plain();
		ij.value("close('*');");
		ij.value("run('Record...');");
		final Picker picker = chooseFolder(ij);
		onEventThread(() -> {
			picker.table().setRowSelectionInterval(0, 0);
			picker.virtual().doClick(0);
			picker.press("OK");
			return null;
		});
		assertEquals("scout", await(() -> {
			final String title = ij
				.value("list = getList('image.titles'); if (list.length == 0) return ''; return list[0];");
			return title.isEmpty() ? null : title;
		}));
		final String line = await(() -> recorded(ij).lines()
			.filter(l -> l.startsWith("run(\"DICOM Folder...\"") && l.contains(folder.toString()))
			.findFirst()
			.orElse(null));
		assertTrue(line.contains(" series=#1 "), line);
		assertTrue(line.contains(" load=Virtual "), line);
		ij.value("close('*');");
		assertEquals("scout|1|1", ij.value(line + " return getTitle + '|' + nImages + '|' + is('Virtual Stack');"));
		assertEquals(List.of(), Dialogs.of(TITLE));
		ij.value("close('*');");
		Dialogs.closeRecorder(ij);
	}

	@Test
	void cancelledPickerOpensNothing() throws Exception {
		final TestImageJ ij = TestImageJ.plain();
		ij.value("close('*');");
		final Picker picker = chooseFolder(ij);
		onEventThread(() -> {
			picker.key(KeyEvent.VK_ESCAPE);
			return null;
		});
		await(() -> Dialogs.of(TITLE).isEmpty() ? "closed" : null);
		Dialogs.awaitEnd();
		assertEquals("0", ij.value("return '' + nImages;"));
		assertEquals(List.of(), Dialogs.of("DICOM Volumes"));
	}

	/** Runs the command from the menu, fills its dialog, and gets the picker. */
	private Picker chooseFolder(final TestImageJ ij) throws Exception {
		final Dialog inputs = Dialogs.choose(ij, "DICOM Folder...");
		Dialogs.type(inputs, folder.toString(), ""); // what the last run had may be remembered
		find(inputs, Choice.class).get(0).select("In memory");
		Dialogs.press(inputs, "  OK  ");
		return new Picker((JDialog) Dialogs.await(TITLE));
	}

	// -- Helpers --

	/** What a person sees and does. */
	private record Picker(JDialog dialog) {

		JTable table() {
			return find(dialog, JTable.class).get(0);
		}

		JButton button(final String label) {
			return find(dialog, JButton.class).stream()
				.filter(b -> label.equals(b.getText()))
				.findFirst()
				.orElseThrow();
		}

		JTextField search() {
			return find(dialog, JTextField.class).get(0);
		}

		JCheckBox virtual() {
			return find(dialog, JCheckBox.class).get(0);
		}

		Preview preview() {
			return find(dialog, PreviewPanel.class).get(0).preview();
		}

		/** All texts of the window. */
		List<String> texts() {
			final List<String> texts = new ArrayList<>(List.of(dialog.getTitle()));
			find(dialog, JLabel.class).forEach(label -> texts.add(label.getText()));
			find(dialog, AbstractButton.class).forEach(button -> texts.add(button.getText()));
			find(dialog, JTextComponent.class).forEach(text -> texts.add(text.getText()));
			for (int row = 0; row < table().getRowCount(); row++)
				for (int column = 0; column < table().getColumnCount(); column++)
					texts.add(table().getValueAt(row, column) + " " + tip(table(), row, column));
			return texts;
		}

		void press(final String label) {
			button(label).doClick(0);
		}

		/** Types a character while the table has the focus. */
		void type(final char c) {
			final KeyEvent typed = new KeyEvent(table(), KeyEvent.KEY_TYPED, 0, 0, KeyEvent.VK_UNDEFINED, c);
			for (final KeyListener listener : table().getKeyListeners())
				listener.keyTyped(typed);
		}

		/** Presses a key while the table has the focus. */
		void key(final int code) {
			for (final int type : new int[] { KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED })
				SwingUtilities.processKeyBindings(new KeyEvent(table(), type, 0, 0, code, KeyEvent.CHAR_UNDEFINED));
		}

		/** What a key of the table is bound to. */
		void action(final String name) {
			table().getActionMap().get(name).actionPerformed(new ActionEvent(table(), 0, name));
		}

		void click(final int row, final int count) {
			final Rectangle cell = table().getCellRect(row, 3, false);
			for (final int type : new int[] { MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED,
				MouseEvent.MOUSE_CLICKED })
				table().dispatchEvent(new MouseEvent(table(), type, 0, MouseEvent.BUTTON1_DOWN_MASK, cell.x + 3,
					cell.y + 3, count, false, MouseEvent.BUTTON1));
		}
	}

	private String answer(final Consumer<Picker> person) throws Exception {
		return answer(person, false);
	}

	private SeriesChoice choice(final ImportOptions options, final Consumer<Picker> person) throws Exception {
		return ask(() -> SeriesPicker.ask(catalog, Disclosure.SHOW, options, null), person, picker -> {});
	}

	/** Asks, lets a person act on the event thread, and gives the answer. */
	private String answer(final Consumer<Picker> person, final boolean cancels) throws Exception {
		try {
			return choice(ImportOptions.DEFAULT, person).selector();
		}
		catch (final CancellationException exc) {
			if (cancels) return null;
			throw exc;
		}
	}

	/** Asks, lets a person act before and after the preview is there, and cancel. */
	private void answer(final Consumer<Picker> before, final Consumer<Picker> after) throws Exception {
		assertThrows(CancellationException.class,
			() -> ask(() -> SeriesPicker.ask(catalog, Disclosure.SHOW, ImportOptions.DEFAULT, null), before, after));
	}

	/** Asks, and lets a person act on the event thread: at once, and if the window stays when the preview is there. */
	private static SeriesChoice ask(final Supplier<SeriesChoice> question, final Consumer<Picker> before,
		final Consumer<Picker> after) throws Exception
	{
		final var answer = CompletableFuture.supplyAsync(question);
		final Picker picker = new Picker((JDialog) Dialogs.await(TITLE));
		onEventThread(() -> {
			before.accept(picker);
			return null;
		});
		if (picker.dialog.isShowing()) {
			await(() -> picker.preview() == Preview.READING ? null : "read");
			onEventThread(() -> {
				after.accept(picker);
				return null;
			});
		}
		try {
			return answer.orTimeout(30, TimeUnit.SECONDS).join();
		}
		catch (final CompletionException exc) {
			throw exc.getCause() instanceof CancellationException cause ? cause : exc;
		}
	}

	private static String tip(final JTable table, final int row, final int column) {
		final Point at = table.getCellRect(row, column, false).getLocation();
		return table.getToolTipText(new MouseEvent(table, MouseEvent.MOUSE_MOVED, 0, 0, at.x + 2, at.y + 2, 0, false));
	}

	private static <T> T onEventThread(final Callable<T> call) throws Exception {
		final var result = new AtomicReference<T>();
		final var failure = new AtomicReference<Throwable>();
		SwingUtilities.invokeAndWait(() -> {
			try {
				result.set(call.call());
			}
			catch (final Throwable exc) {
				failure.set(exc);
			}
		});
		if (failure.get() instanceof Error error) throw error;
		if (failure.get() instanceof Exception exc) throw exc;
		return result.get();
	}
}

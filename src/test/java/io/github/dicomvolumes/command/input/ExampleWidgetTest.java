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

package io.github.dicomvolumes.command.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.command.Dialogs;
import io.github.dicomvolumes.command.DicomPlotAttribute;
import io.github.dicomvolumes.command.DicomReslice;
import io.github.dicomvolumes.command.DicomSegmentStatistics;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;

import ij.ImagePlus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.widget.AbstractInputPanel;
import org.scijava.widget.DefaultWidgetModel;
import org.scijava.widget.InputWidget;
import org.scijava.widget.WidgetModel;
import org.scijava.widget.WidgetService;

/** The list of attributes that vary, in the dialogs of SciJava, to which the widgets of a context belong. */
class ExampleWidgetTest {

	private Context context;
	private ImagePlus image;

	@BeforeEach
	void open(@TempDir final Path folder) throws IOException {
		context = new Context(WidgetService.class, CommandService.class);
		new SyntheticSeries("ct").slices(4)
			.each((k, a) -> a.put(Dictionary.tag("XRayTubeCurrent"), 100 + k).put(Dictionary.tag("Exposure"), 7 * k))
			.write(folder);
		image = VolumeImagePlus.of(DicomVolumes.open(folder));
	}

	@AfterEach
	void dispose() {
		context.dispose();
	}

	@Test
	void onlyWhereThereAreExamples() {
		assertInstanceOf(ExampleWidget.class, widget(model(DicomPlotAttribute.class, "keyword", image)));
		assertNull(widget(model(DicomReslice.class, "normal", image)));
		assertNull(widget(model(DicomPlotAttribute.class, "keyword", new ImagePlus("other", image.getProcessor()))));
	}

	/** As titles of images, of which plain ImageJ's dialog has a choice. */
	@Test
	void whatACommandSuggestsIsListedToo() throws Exception {
		final WidgetModel model = model(DicomSegmentStatistics.class, "segments", image);
		final JList<?> list = part(widget(model), JList.class);
		assertEquals(List.of("ROI Manager", "Overlay", "Whole image"), listed(list));
		EventQueue.invokeAndWait(() -> list.setSelectedIndex(1));
		assertEquals("Overlay", model.getValue());
	}

	@Test
	void typingNarrowsAndAClickChooses() throws Exception {
		final WidgetModel model = model(DicomPlotAttribute.class, "keyword", image);
		final InputWidget<?, ?> widget = widget(model);
		final JTextField field = part(widget, JTextField.class);
		final JList<?> list = part(widget, JList.class);
		assertEquals("Gap", field.getText());
		assertTrue(listed(list).containsAll(List.of("Gap", "Exposure", "XRayTubeCurrent")), listed(list).toString());
		assertEquals("Gap", list.getSelectedValue());
		EventQueue.invokeAndWait(() -> field.setText("tube"));
		assertEquals(List.of("XRayTubeCurrent"), listed(list));
		assertEquals("tube", model.getValue());
		EventQueue.invokeAndWait(() -> list.setSelectedIndex(0));
		assertEquals("XRayTubeCurrent", field.getText());
		assertEquals("XRayTubeCurrent", model.getValue());
		assertEquals(List.of("XRayTubeCurrent"), listed(list), "what was searched for stays");
		EventQueue.invokeAndWait(() -> field.setText(""));
		assertTrue(listed(list).size() > 3, "all again");
	}

	@Test
	void anyTextMayBeTyped() throws Exception {
		final WidgetModel model = model(DicomPlotAttribute.class, "keyword", image);
		final InputWidget<?, ?> widget = widget(model);
		EventQueue.invokeAndWait(() -> part(widget, JTextField.class).setText("0018,1151"));
		assertEquals("0018,1151", model.getValue());
		assertEquals("0018,1151", widget.getValue());
		assertEquals(List.of(), listed(part(widget, JList.class)));
	}

	@Test
	void keysOfTheFieldChoose() throws Exception {
		final WidgetModel model = model(DicomPlotAttribute.class, "keyword", image);
		final InputWidget<?, ?> widget = widget(model);
		final JTextField field = part(widget, JTextField.class);
		EventQueue.invokeAndWait(() -> field.setText("position"));
		for (final String chosen : List.of("PositionX", "PositionY", "PositionZ", "ImagePositionPatient",
			"ImagePositionPatient"))
		{
			press(field, KeyEvent.VK_DOWN);
			assertEquals(chosen, model.getValue());
		}
		press(field, KeyEvent.VK_UP);
		assertEquals("PositionZ", model.getValue());
		assertFalse(part(widget, JList.class).isSelectionEmpty());
	}

	/** Else Enter would press the button that has them, which may be Cancel, and the arrows would do nothing. */
	@Test
	void aClickGivesTheFieldTheKeys() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		final InputWidget<?, ?> widget = widget(model(DicomPlotAttribute.class, "keyword", image));
		final JTextField field = part(widget, JTextField.class);
		final JList<?> list = part(widget, JList.class);
		final JFrame window = new JFrame("Dialog");
		final JButton cancel = new JButton("Cancel");
		EventQueue.invokeAndWait(() -> {
			window.add((Component) widget.getComponent());
			window.add(cancel, BorderLayout.SOUTH);
			window.pack();
			window.setVisible(true);
			cancel.requestFocusInWindow();
		});
		try {
			Dialogs.await(() -> window.getMostRecentFocusOwner() == cancel ? "asked" : null);
			EventQueue.invokeAndWait(
				() -> list.dispatchEvent(new MouseEvent(list, MouseEvent.MOUSE_PRESSED, 0, 0, 5, 5, 1, false)));
			Dialogs.await(() -> window.getMostRecentFocusOwner() == field ? "given" : null);
			assertEquals(list.getSelectedValue(), field.getText());
		}
		finally {
			EventQueue.invokeAndWait(window::dispose);
		}
	}

	private WidgetModel model(final Class<? extends Command> command, final String input, final ImagePlus active) {
		final Module module = context.service(ModuleService.class)
			.createModule(context.service(CommandService.class).getCommand(command));
		module.setInput("image", active);
		return new DefaultWidgetModel(context, new SwingPanel(), module, module.getInfo().getInput(input), List.of());
	}

	/** As SciJava's dialogs get it; null if there is none. */
	private InputWidget<?, ?> widget(final WidgetModel model) {
		return context.service(WidgetService.class).create(model);
	}

	private static <C extends Component> C part(final InputWidget<?, ?> widget, final Class<C> type) {
		return Dialogs.find((Container) widget.getComponent(), type).get(0);
	}

	private static List<String> listed(final JList<?> list) {
		return IntStream.range(0, list.getModel().getSize())
			.mapToObj(i -> list.getModel().getElementAt(i).toString())
			.toList();
	}

	private static void press(final JTextField field, final int key) throws Exception {
		final var event = new KeyEvent(field, KeyEvent.KEY_PRESSED, System.currentTimeMillis(), 0, key,
			KeyEvent.CHAR_UNDEFINED);
		EventQueue.invokeAndWait(() -> {
			for (final var listener : field.getKeyListeners())
				listener.keyPressed(event);
		});
	}

	/** Takes widgets of Swing, as SciJava's does. */
	private static final class SwingPanel extends AbstractInputPanel<JPanel, JPanel> {

		@Override
		public Class<JPanel> getWidgetComponentType() {
			return JPanel.class;
		}

		@Override
		public JPanel getComponent() {
			return new JPanel();
		}

		@Override
		public Class<JPanel> getComponentType() {
			return JPanel.class;
		}
	}
}

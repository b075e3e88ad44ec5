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

import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.command.open.DicomOptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;
import ij.process.LUT;

import java.awt.Color;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.event.KeyEvent;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JEditorPane;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.Priority;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.thread.ThreadService;
import org.scijava.ui.UIService;
import org.scijava.ui.UserInterface;
import org.scijava.widget.Button;
import org.scijava.widget.InputHarvester;

/** A person in Fiji, where SciJava's input harvester makes the dialogs. */
class SciJavaDialogTest {

	private Context context;

	@BeforeEach
	void start() {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		context = new Context();
		context.service(UIService.class)
			.setDefaultUI((UserInterface) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { UserInterface.class },
				(proxy, method, args) -> method.getName().equals("isVisible") ? true : null));
		final PluginInfo<PreprocessorPlugin> harvester = new PluginInfo<>(Harvester.class, PreprocessorPlugin.class);
		harvester.setPriority(InputHarvester.PRIORITY);
		context.service(PluginService.class).addPlugin(harvester);
		Harvester.ASKED.clear();
	}

	@AfterEach
	void stop() {
		WindowManager.setTempCurrentImage(null);
		if (context != null) context.dispose();
	}

	/**
	 * SciJava's dialogs ask for invisible inputs, too: "invisible" is about the recorder only. Commands that ask for
	 * nothing open no dialog for their Help button alone.
	 */
	@Test
	void nobodyIsAskedForWhatIsForMacrosOnly() throws Exception {
		WindowManager.setTempCurrentImage(IJ.createImage("ramp", 2, 2, 2, 8));
		for (final CommandInfo command : context.service(CommandService.class).getCommands()) {
			final Module module = context.service(ModuleService.class).createModule(command);
			if (!(module.getDelegateObject() instanceof DicomCommand)) continue;
			context.service(ModuleService.class).run(module, true).get();
		}
		assertEquals(
			"""
			DICOM Contours...: help label rois holes of patient
			DICOM De-identify Folder...: help folder to profile dates keep burned secret save patient
			DICOM Dose Volume Histogram...: help segments structures levels prescription
			DICOM Folder...: help folder series load values missing patient
			DICOM Options...: help about opened
			DICOM Planes Figure...: help axial coronal sagittal aspect window level smooth crosshair letters scalebar fuse opacity lut threshold labels structures isodoses dose
			DICOM Plot Attribute...: help keyword
			DICOM Resample...: help to spacing plane interpolation load
			DICOM Reslice...: help plane pixels smooth normal up load
			DICOM SUV...: help kind
			DICOM Segment Statistics...: help segments structures min max partial bins figure curves
			DICOM Segmentation...: help of kind labels description patient
			DICOM Series Table...: help folder index query series load patient
			DICOM Series...: help folder description number kind syntax patient patientname patientid overwrite url user
			DICOM Server...: help url query series user load values missing patient
			DICOM Structure Set...: help file
			DICOM Test Image: help slice
			DICOM Test Inputs...: help folder series load aspect images angle fail
			NIfTI Volume...: help sidecar patient
			""",
			String.join("", Harvester.ASKED).replace(" reader", "")); // asked for where there are two
	}

	/** SciJava's dialogs show a button for it, in front of which the page opens. */
	@Test
	void helpIsThePageOfTheCommand() throws Exception {
		final Module module = context.service(ModuleService.class)
			.createModule(context.service(CommandService.class).getCommand(DicomSuv.class));
		final ModuleItem<?> help = module.getInfo().getInput("help");
		final JButton button = new JButton("Help");
		button.addActionListener(e -> {
			try {
				help.callback(module);
			}
			catch (final MethodCallException exc) {
				throw new IllegalStateException(exc);
			}
		});
		final JDialog dialog = new JDialog((Frame) null, "DICOM SUV...", true);
		dialog.add(button);
		dialog.pack();
		try {
			EventQueue.invokeLater(() -> dialog.setVisible(true));
			Dialogs.await("DICOM SUV...");
			EventQueue.invokeLater(button::doClick);
			final Dialog page = Dialogs.await("DICOM Volumes: help");
			assertTrue(Dialogs.find(page, JEditorPane.class).get(0).getText().contains("SUVbw"));
			EventQueue.invokeAndWait(page::dispose);
		}
		finally {
			EventQueue.invokeAndWait(dialog::dispose);
		}
	}

	/** Nearest for an image in the colours that segmentations have. */
	@Test
	void interpolationIsSuggestedByTheImage() throws Exception {
		final ImagePlus image = IJ.createImage("ramp", 2, 2, 2, 8);
		assertEquals("Linear", interpolation(image));
		final byte[][] rgb = new byte[3][256];
		for (int label = 1; label < 256; label++) {
			final Color colour = Color.getHSBColor(label * 0.618034f, 0.8f, 1);
			rgb[0][label] = (byte) colour.getRed();
			rgb[1][label] = (byte) colour.getGreen();
			rgb[2][label] = (byte) colour.getBlue();
		}
		image.setLut(new LUT(rgb[0], rgb[1], rgb[2]));
		assertEquals("Nearest", interpolation(image));
	}

	private Object interpolation(final ImagePlus image) throws Exception {
		WindowManager.setTempCurrentImage(image);
		final Module module = context.service(ModuleService.class)
			.createModule(context.service(CommandService.class).getCommand(DicomResample.class));
		context.service(ModuleService.class).run(module, true).get();
		return module.getInput("interpolation");
	}

	/** Where a person looks on, too: the same script gives the same result everywhere. */
	@Test
	void nobodyIsAskedForWhatAScriptLeavesOut() throws Exception {
		final CommandService commands = context.service(CommandService.class);
		commands.run(DicomFolder.class, true, "folder", new File("data")).get();
		commands.run(DicomReslice.class, true, "image", IJ.createImage("ramp", 2, 2, 2, 8)).get();
		assertEquals("", String.join("", Harvester.ASKED));
	}

	/** Their thread may have run a script before, for which ImageJ named it, and Fiji hides what is no input. */
	@Test
	void aPersonSeesTheWholeDialogWhileAMacroRuns(@TempDir final Path folder) throws Exception {
		context.service(PluginService.class).addPlugin(hider());
		runDuringMacro(DicomOptions.class, folder);
		assertEquals("DICOM Options...: help about opened\n", String.join("", Harvester.ASKED));
	}

	/** Fiji itself notes no options while any macro runs. */
	@Test
	void whatAPersonAnswersWhileAMacroRunsIsRecorded(@TempDir final Path folder) throws Exception {
		final Recorder recorder = new Recorder(false);
		try {
			Recorder.recordInMacros = true; // tests with macros rename their thread
			Recorder.setCommand(EveryInput.LABEL);
			Harvester.answers = Map.of("folder", new File("/my data"), "load", "In memory", "images", 0);
			runDuringMacro(EveryInput.class, folder);
			assertEquals("folder=[/my data] images=0", Recorder.getCommandOptions());
		}
		finally {
			Harvester.answers = Map.of();
			recorder.close();
		}
	}

	/** As a person does while a macro runs in another thread, after Escape was pressed for something else. */
	private void runDuringMacro(final Class<? extends Command> command, final Path folder) throws Exception {
		final Path going = Files.createFile(folder.resolve("going"));
		final var macro = CompletableFuture
			.runAsync(() -> new Interpreter().run("while (File.exists('" + going + "')) wait(20);"));
		try {
			Dialogs.await(Interpreter::getInstance);
			final ThreadService threads = context.service(ThreadService.class);
			threads.run(() -> Thread.currentThread().setName("Run$_" + Thread.currentThread().getName())).get();
			IJ.setKeyDown(KeyEvent.VK_ESCAPE);
			context.service(CommandService.class).run(command, true).get();
		}
		finally {
			IJ.resetEscape();
			Files.delete(going);
			macro.get();
		}
	}

	/** Though ImageJ does not run the command for it, and so names no thread. */
	@Test
	void nobodyIsAskedForAMacroThatCallsJava() {
		Caller.commands = context.service(CommandService.class);
		new Interpreter().run("call('" + Caller.class.getName() + ".call');");
		assertEquals(Set.of(""), Harvester.ASKED);
	}

	/** What a macro calls. */
	public static final class Caller {

		private static CommandService commands;

		private Caller() {}

		/** Runs a command without inputs. */
		public static String call() throws Exception {
			commands.run(DicomOptions.class, true).get();
			return "";
		}
	}

	private static PluginInfo<PreprocessorPlugin> hider() {
		final PluginInfo<PreprocessorPlugin> hider = new PluginInfo<>(Hider.class, PreprocessorPlugin.class);
		hider.setPriority(2 * Priority.VERY_HIGH);
		return hider;
	}

	/** Does what imagej-legacy's MacroPreprocessor does while any macro runs. */
	public static class Hider extends AbstractPreprocessorPlugin {

		@Override
		public void process(final Module module) {
			for (final ModuleItem<?> item : module.getInfo().inputs())
				if (item.getType() == Button.class || item.getVisibility() == ItemVisibility.MESSAGE)
					module.resolveInput(item.getName());
		}
	}

	/** Fiji would record the command without the options that nobody gave. */
	@Test
	void cancelledDialogIsNotRecorded() throws Exception {
		final Recorder recorder = new Recorder(false);
		try {
			Recorder.recordInMacros = true; // tests with macros rename their thread
			Recorder.setCommand("DICOM Series Table...");
			assertEquals("DICOM Series Table...", Recorder.getCommand());
			context.service(CommandService.class).run(DicomSeriesTable.class, true).get();
			assertEquals("DICOM Series Table...: help folder index query series load patient\n",
				String.join("", Harvester.ASKED).replace(" reader", ""));
			assertNull(Recorder.getCommand());
		}
		finally {
			Recorder.recordInMacros = false;
			recorder.close();
		}
	}

	/** Notes what it is to ask for, instead of a dialog, and cancels, unless a test gives answers. */
	public static class Harvester extends AbstractPreprocessorPlugin {

		static final Set<String> ASKED = new TreeSet<>();
		static Map<String, Object> answers = Map.of();

		@Override
		public void process(final Module module) {
			final StringJoiner asked = new StringJoiner(" ", module.getInfo().getTitle() + ": ", "\n")
				.setEmptyValue("");
			for (final ModuleItem<?> item : module.getInfo().inputs())
				if (!module.isInputResolved(item.getName())) asked.add(item.getName());
			ASKED.add(asked.toString());
			if (answers.isEmpty()) cancel(null);
			answers.forEach(module::setInput);
		}
	}
}

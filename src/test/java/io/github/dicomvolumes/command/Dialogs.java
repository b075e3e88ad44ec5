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

import java.awt.AWTException;
import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JButton;

/** What a person does with dialogs, and waits for. */
public final class Dialogs {

	private static final int LOOKS = 600, MILLIS = 50;

	private Dialogs() {}

	/** Those that are shown with a title. */
	public static List<Dialog> of(final String title) {
		return Stream.of(Window.getWindows())
			.filter(window -> window instanceof Dialog dialog && dialog.isShowing() && title.equals(dialog.getTitle()))
			.map(Dialog.class::cast)
			.toList();
	}

	/**
	 * Waits for one with any of these titles, until the thread that shows it waits for it: closed sooner than any
	 * person could, it would be waited for for ever.
	 */
	public static Dialog await(final String... titles) throws InterruptedException {
		return await(() -> Stream.of(titles)
			.flatMap(title -> of(title).stream())
			.filter(d -> !d.isModal() || isWaitedForADialog())
			.findFirst()
			.orElse(null));
	}

	private static boolean isWaitedForADialog() {
		return Thread.getAllStackTraces().values().stream().anyMatch(Dialogs::isInADialog);
	}

	/** As ours are, and those for files, for which the thread of the command waits in another way. */
	private static boolean isInEventThread() {
		return Thread.getAllStackTraces()
			.entrySet()
			.stream()
			.anyMatch(t -> t.getKey().getName().contains("AWT-EventQueue") && isInADialog(t.getValue()));
	}

	private static boolean isInADialog(final StackTraceElement[] stack) {
		return Stream.of(stack)
			.anyMatch(call -> call.getClassName().equals("java.awt.WaitDispatchSupport") &&
				call.getMethodName().equals("enter"));
	}

	/** Types texts into the first fields. */
	public static void type(final Dialog dialog, final String... texts) {
		for (int i = 0; i < texts.length; i++)
			find(dialog, TextField.class).get(i).setText(texts[i]);
	}

	/** Presses a button of ImageJ's, soon. */
	public static void press(final Dialog dialog, final String label) {
		final Button button = find(dialog, Button.class).stream()
			.filter(b -> b.getLabel().strip().equals(label.strip()))
			.findFirst()
			.orElseThrow();
		EventQueue
			.invokeLater(() -> button.dispatchEvent(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label)));
	}

	/** All components of a class, at any depth. */
	public static <C extends Component> List<C> find(final Container container, final Class<C> type) {
		final List<C> found = new ArrayList<>();
		for (final Component component : container.getComponents()) {
			if (type.isInstance(component)) found.add(type.cast(component));
			if (component instanceof Container inner) found.addAll(find(inner, type));
		}
		return found;
	}

	/** Presses a button of Swing, without waiting for what it does. */
	static void click(final Dialog dialog, final String label) {
		EventQueue.invokeLater(() -> find(dialog, JButton.class).stream()
			.filter(button -> label.equals(button.getText()))
			.findFirst()
			.orElseThrow()
			.doClick());
	}

	/** Cancels those that a test that failed has left, for which all later ones would wait. */
	static void cancelAll() {
		try {
			awaitEndOrQuestion();
			EventQueue.invokeAndWait(() -> Stream.of(Window.getWindows())
				.filter(window -> window instanceof Dialog && window.isShowing())
				.map(Dialog.class::cast)
				.forEach(dialog -> find(dialog, Button.class).stream()
					.filter(button -> button.getLabel().equals("Cancel"))
					.findFirst()
					.ifPresentOrElse(
						button -> button.dispatchEvent(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, "Cancel")),
						dialog::dispose)));
		}
		catch (final InterruptedException | InvocationTargetException exc) {
			throw new IllegalStateException(exc);
		}
	}

	/** A picture of a dialog for people, where a folder is named for it. */
	static void picture(final Dialog dialog, final String name) throws Exception {
		final String pictures = System.getProperty("dicom.volumes.pictures");
		if (pictures == null) return;
		final var picture = new BufferedImage(dialog.getWidth(), dialog.getHeight(), BufferedImage.TYPE_INT_RGB);
		EventQueue.invokeAndWait(() -> dialog.paint(picture.getGraphics()));
		ImageIO.write(picture, "png", new File(pictures, name));
	}

	/** What is waited for. */
	public interface Condition {

		boolean holds() throws Exception;
	}

	/** Waits until something holds, as long as for something to be there. */
	public static void awaitThat(final Condition condition) {
		try {
			await(() -> {
				try {
					return condition.holds() ? "so" : null;
				}
				catch (final Exception exc) {
					throw new AssertionError(exc);
				}
			});
		}
		catch (final InterruptedException exc) {
			throw new AssertionError(exc);
		}
	}

	/** Waits for something to be there, half a minute at least: a busy machine looks less often. */
	public static <T> T await(final Supplier<T> thing) throws InterruptedException {
		for (int i = 0; i < LOOKS; i++) {
			final T found = thing.get();
			if (found != null) return found;
			Thread.sleep(Math.min(i, MILLIS));
		}
		throw new AssertionError("waited in vain; commands at work: " + Thread.getAllStackTraces()
			.entrySet()
			.stream()
			.filter(thread -> thread.getKey().getName().startsWith("DICOM "))
			.map(thread -> thread.getKey().getName() + " " + List.of(thread.getValue()))
			.toList());
	}

	/**
	 * Waits until windows are where they were set: X says late where they were before, which AWT takes for now. Not in
	 * the event thread.
	 */
	public static void awaitScreen() {
		try {
			new Robot().waitForIdle();
		}
		catch (final AWTException exc) {
			throw new AssertionError(exc);
		}
	}

	/** Waits until all that a person has chosen or dropped is over. */
	public static void awaitEnd() throws InterruptedException {
		await(() -> ofAPerson().findAny().isPresent() ? null : "ended");
	}

	/** The same, or until it waits for what the person answers in a dialog. */
	static void awaitEndOrQuestion() {
		awaitThat(() -> ofAPerson().allMatch(thread -> isInADialog(thread.getStackTrace())) || isInEventThread());
	}

	/** The threads of what a person has chosen from a menu or dropped; those that we start ourselves have our name. */
	private static Stream<Thread> ofAPerson() {
		return Thread.getAllStackTraces().keySet().stream().filter(thread -> {
			final String name = thread.getName();
			return name.startsWith("DICOM ") && !name.startsWith("DICOM Volumes") || name.equals("DrawAndDrop");
		});
	}

	/** Waits until an image is shown, "title slice of slices", or its title begins so, without the help of a macro. */
	public static void awaitShown(final TestImageJ ij, final String start) throws InterruptedException {
		await(() -> shown(ij).startsWith(start) ? "shown" : null);
		awaitEnd();
	}

	private static String shown(final TestImageJ ij) {
		final Object image = ij.call("ij.WindowManager", "getCurrentImage");
		if (image == null) return "";
		try {
			return image.getClass().getMethod("getTitle").invoke(image) + " " +
				image.getClass().getMethod("getCurrentSlice").invoke(image) + " of " +
				image.getClass().getMethod("getStackSize").invoke(image);
		}
		catch (final ReflectiveOperationException exc) {
			throw new IllegalStateException(exc);
		}
	}

	/** Chooses a command from ImageJ's menu. */
	public static void menu(final TestImageJ ij, final String label) throws InterruptedException {
		awaitEnd();
		ij.call("ij.IJ", "doCommand", label);
	}

	/** Chooses a command from ImageJ's menu and gets its dialog. */
	public static Dialog choose(final TestImageJ ij, final String label) throws InterruptedException {
		menu(ij, label);
		return await(label);
	}

	/** The text of ImageJ's recorder. */
	public static String recorded(final TestImageJ ij) {
		return (String) ofRecorder(ij, "getText");
	}

	/** One that has seen another test can miss options. */
	public static void closeRecorder(final TestImageJ ij) {
		if (ij != null) ofRecorder(ij, "close");
	}

	/** Null if there is no recorder. */
	private static Object ofRecorder(final TestImageJ ij, final String method) {
		final Object recorder = ij.call("ij.plugin.frame.Recorder", "getInstance");
		try {
			return recorder == null ? null : recorder.getClass().getMethod(method).invoke(recorder);
		}
		catch (final ReflectiveOperationException exc) {
			throw new IllegalStateException(exc);
		}
	}
}

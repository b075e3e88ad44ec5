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

package io.github.dicomvolumes.command.host;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import javax.swing.SwingUtilities;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.view.help.Guide;
import io.github.dicomvolumes.view.help.GuidePlace;
import io.github.dicomvolumes.view.imagej.RunningMacro;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;

import org.scijava.AbstractContextual;
import org.scijava.Cancelable;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;
import org.scijava.ui.UIService;
import org.scijava.widget.Button;

/**
 * A command of DICOM Volumes: declares {@code @Parameter} fields and does its work in {@link #execute()}. Subclasses
 * and their constructors are public, so that SciJava can ask them for their default values.
 * <p>
 * Images are returned as an {@code ItemIO.OUTPUT} parameter of type ImagePlus or {@code List<ImagePlus>}, never shown
 * by the command: {@link ImageOutputs} does that. A parameter without a value has to be {@code required = false}. The
 * first word of a parameter's label is the parameter's name, because ImageJ records the first word.
 */
public abstract class DicomCommand extends AbstractContextual implements Command, Cancelable {

	/** What is said of a command that was cancelled; in Fiji SciJava says it in its own words afterwards. */
	private static final String CANCELLED = "Cancelled";

	/** Opens the command's page of the guide; only SciJava's dialogs, in Fiji, show it. */
	@Parameter(label = "Help", callback = "showHelp", required = false, persist = false,
		description = "What this command does: its page of the guide")
	private Button help;

	/** Commands are made by the thread that wants them, a macro's or a script's; in Fiji another one runs them. */
	private final ActiveImage activeImage = new ActiveImage();

	private final Stopwatch watch = new Stopwatch(System::nanoTime);
	/** Null before somebody wants to tell it. */
	private ImageJProgress progress;
	/** What is said at the end. */
	private String outcome = "";
	/** How long the work took. */
	private long nanos;

	private boolean scripted;
	private Map<String, Object> answers = Map.of();
	private volatile boolean running;
	private volatile boolean canceled;

	/**
	 * Does the work. Whatever is thrown becomes one message and stops the macro, except a
	 * {@link CancellationException}, which ends the command quietly.
	 */
	protected abstract void execute() throws Exception;

	/** Shows the guide in front of the dialog whose Help button was pressed. */
	@SuppressWarnings("unused") // called by SciJava
	private void showHelp() {
		final String page = Guide.page(label());
		final AWTEvent event = EventQueue.getCurrentEvent();
		final Window window = event != null && event.getSource() instanceof Component pressed
			? SwingUtilities.getWindowAncestor(pressed)
			: null;
		if (window instanceof Dialog dialog) Guide.show(page, dialog);
		else Guide.show(page);
	}

	/** What the menu has. */
	private String label() {
		final Plugin plugin = getClass().getAnnotation(Plugin.class);
		final String path = plugin == null ? "" : plugin.menuPath();
		return path.substring(path.lastIndexOf('>') + 1);
	}

	/** What a person may ask for at a message of ours; empty where ImageJ's own tells it, to macros and scripts. */
	public final Optional<GuidePlace> helpOnFailure() {
		return IJ.getInstance() != null && isPersonThere() ? Optional.of(Guide.ofFailure(label())) : Optional.empty();
	}

	/**
	 * Looks at what a person typed before anything of it is remembered: of what cannot be used nothing is, as it may
	 * have a password in it.
	 *
	 * @throws InputException if it cannot be used
	 */
	public void checkInputs() {}

	/** Whether the command's messages may have what can identify the patient. */
	protected Disclosure disclosure() {
		return Disclosure.SHOW;
	}

	/** Paths that the user gave, none of them null, which messages may name in any case. */
	protected List<File> given() {
		return List.of();
	}

	@Override
	public final void run() {
		InstalledJars.check(isPersonThere());
		LeftBehind.sweep();
		if (!CallingThreads.areOfAMacro(context())) IJ.resetEscape();
		running = true;
		watch.restart();
		try {
			execute();
			if (isCanceled()) throw new CancellationException();
			nanos = watch.nanos();
			showOutcome();
		}
		catch (final CancellationException exc) {
			cancel(null);
			end(CANCELLED);
			if (!isPersonThere()) RunningMacro.stop(null);
		}
		catch (final Exception | OutOfMemoryError exc) {
			cancel(null);
			end("");
			Failure.report(exc, patientOfFailure(), given(), helpOnFailure(), context());
		}
		finally {
			running = false;
		}
	}

	/** A script's choice can be the failure itself: one that is none counts as hidden. */
	private Disclosure patientOfFailure() {
		try {
			return disclosure();
		}
		catch (final RuntimeException exc) {
			return Disclosure.HIDE;
		}
	}

	/** The phases of the work with their parts of the time, if there are several. */
	protected List<Phase> phases() {
		return List.of();
	}

	/**
	 * Says in ImageJ's status line what came of it and how long it took, once the command ends: "3 volumes, 1.2 GB in
	 * 1.4 s". A command that returns images and says nothing says how many.
	 *
	 * @param what "3 volumes, 1.2 GB"
	 */
	public final void setOutcome(final String what) {
		outcome = what;
	}

	/** Says what came of it if the command itself did not. */
	final void setOutcomeIfNone(final String what) {
		if (outcome.isEmpty()) outcome = what;
	}

	/** ImageJ itself clears the line when it shows an image. */
	final void showOutcome() {
		final String text = outcome.isEmpty() ? "" : outcome + String.format(Locale.ROOT, " in %.1f s", nanos / 1e9);
		end(text);
		if (!text.isEmpty()) LastWord.say(text, context());
	}

	/** Leaves a text and no bar. A command that has told no progress may have inputs that make no phases. */
	private void end(final String text) {
		final ImageJProgress told = progress != null ? progress : progress(List.of());
		told.end(text);
	}

	/** Asks a person, which is no part of the work: the time that it takes does not count. */
	public final <T> T ask(final Supplier<T> question) {
		return watch.pausedFor(question);
	}

	/** Whether the first of several images becomes ImageJ's active one, rather than the one that was opened last. */
	protected boolean isFirstActive() {
		return false;
	}

	/**
	 * Texts that our dialogs offer for an input, of which a person chooses one; empty if any text may be typed. A macro
	 * may give others. SciJava's dialogs, in Fiji, list them beside a field for any text.
	 */
	public List<String> suggestions(final String input) {
		return List.of();
	}

	/** Texts that dialogs, ours and SciJava's, list beside an input where any text may be typed. */
	public List<String> examples(final String input) {
		return List.of();
	}

	/** Is called when an image that the command returned has been shown, in a window or in batch mode. */
	protected void shown(final ImagePlus shown) {}

	/** The image that is active where the command was called; null if there is none. */
	public final ImagePlus activeImage() {
		return activeImage.get();
	}

	/** Shows progress in ImageJ and says whether to go on; hand it to the library. */
	protected final Progress progress() {
		if (progress == null) progress = progress(phases());
		return progress;
	}

	private ImageJProgress progress(final List<Phase> expected) {
		return new ImageJProgress(this::isCanceled, new Course(expected), watch, getContext());
	}

	/** Whether somebody sits in front of a window and started the command by hand. */
	public final boolean isPersonThere() {
		return isPersonThere(context().getService(UIService.class));
	}

	/** @param uiService null if there is none */
	public final boolean isPersonThere(final UIService uiService) {
		return !scripted && !GraphicsEnvironment.isHeadless() &&
			(IJ.getInstance() != null || uiService != null && uiService.isVisible()) &&
			!CallingThreads.areOfAMacro(context());
	}

	/** Tells that a script gave some inputs: then nobody is asked for anything, even where a person looks on. */
	public final void setScripted() {
		scripted = true;
	}

	/**
	 * Gives what a person answered otherwise than in a dialog, by dropping a file for example: then no dialog asks, and
	 * other inputs keep their defaults, but for what is remembered for all commands.
	 *
	 * @param answers names of inputs and their values; none if dialogs are to ask
	 */
	public final void setAnswers(final Map<String, Object> answers) {
		this.answers = Map.copyOf(answers);
	}

	/** What a person answered otherwise than in a dialog; empty if dialogs are to ask. */
	public final Map<String, Object> answers() {
		return answers;
	}

	/** Remembers a person's choice for all commands, under the class that gives it to them. */
	public final void remember(final Class<?> owner, final String key, final String choice) {
		final PrefService prefs = context().getService(PrefService.class);
		if (isPersonThere() && prefs != null) prefs.put(owner, key, choice);
	}

	/** Notes a choice that no dialog asked for, so that the recorded macro does what the person saw. */
	public final void record(final String key, final String choice) {
		if (isPersonThere() && Recorder.record) Recorder.recordOption(key, choice);
	}

	// -- Cancelable methods --

	/** Whether the command was cancelled or the Escape key pressed while it ran. */
	@Override
	public final boolean isCanceled() {
		return canceled || running && IJ.escapePressed();
	}

	/** Cancels the command, and its recording by a person. In Fiji it is called when a dialog is cancelled, too. */
	@Override
	public final void cancel(final String reason) {
		canceled = true;
		if (isPersonThere()) Recorder.disableCommandRecording();
	}

	/** Is always null: a reason would open a second message box in Fiji. */
	@Override
	public final String getCancelReason() {
		return null;
	}
}

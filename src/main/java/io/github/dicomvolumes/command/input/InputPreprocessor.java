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

import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.command.host.Failure;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.AbstractRichPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.ui.UIService;

/**
 * Gives inputs to the commands of DICOM Volumes and leaves all others alone. A bad input becomes one message, stops the
 * macro and the command.
 */
public abstract class InputPreprocessor extends AbstractRichPlugin implements PreprocessorPlugin {

	@Parameter(required = false)
	private UIService uiService;

	private DicomCommand command;
	private boolean canceled;

	/**
	 * Gives values to inputs.
	 *
	 * @throws IllegalArgumentException if that is not possible; the message is for the user
	 */
	abstract void resolve(Module module);

	@Override
	public final void process(final Module module) {
		if (!(module.getDelegateObject() instanceof DicomCommand delegate)) return;
		command = delegate;
		try {
			resolve(module);
		}
		catch (final IllegalArgumentException exc) {
			cancel(null);
			Failure.report(module.getInfo().getTitle() + ": " + exc.getMessage(), command.helpOnFailure(), context());
		}
	}

	/** Whether somebody sits in front of a window and started the command by hand. */
	final boolean isPersonThere() {
		return command.isPersonThere(uiService);
	}

	/** The command whose inputs are given. */
	final DicomCommand command() {
		return command;
	}

	/** Whether SciJava has a user interface, which then shows its own dialogs. */
	final boolean isSciJavaVisible() {
		return uiService != null && uiService.isVisible();
	}

	static void set(final Module module, final ModuleItem<?> item, final Object value) {
		module.setInput(item.getName(), value);
		module.resolveInput(item.getName());
	}

	// -- Cancelable methods --

	@Override
	public boolean isCanceled() {
		return canceled;
	}

	@Override
	public void cancel(final String reason) {
		canceled = true;
	}

	/** Is always null: a reason would open a second message box in Fiji. */
	@Override
	public String getCancelReason() {
		return null;
	}
}

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

package io.github.dicomvolumes.view.imagej;

import ij.Macro;
import ij.macro.Interpreter;

/** The macro that is running, if there is one, stopped in every mode. */
public final class RunningMacro {

	private RunningMacro() {}

	/**
	 * Stops it; returns normally.
	 *
	 * @param message why, shown as that of any error in a macro; null shows nothing
	 */
	public static void stop(final String message) {
		final Interpreter macro = Interpreter.getInstance();
		if (macro != null) quietly(() -> macro.abort(message));
		quietly(Macro::abort);
	}

	/**
	 * Runs something that stops a macro. ImageJ marks the macro as stopped and then may throw; that exception would
	 * reach the user as a stack trace if it went through SciJava.
	 */
	public static void quietly(final Runnable stopper) {
		try {
			stopper.run();
		}
		catch (final RuntimeException exc) {
			if (!Macro.MACRO_CANCELED.equals(exc.getMessage())) throw exc;
		}
	}
}

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

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

/** The image that is active for the thread that makes this object; another thread may ask for it. */
public final class ActiveImage {

	private final Thread thread = Thread.currentThread();
	private final ImagePlus ofThread = WindowManager.getTempCurrentImage();

	ActiveImage() {}

	/** Null if there is none. */
	ImagePlus get() {
		if (ofThread != null) return ofThread;
		// SciJava's threads are used again, and ImageJ remembers what was active for another command
		if (Thread.currentThread() != thread) WindowManager.setTempCurrentImage(null);
		return current();
	}

	/** The image that is active for the current thread; null if there is none. */
	public static ImagePlus current() {
		final ImagePlus batch = Interpreter.isBatchMode() ? Interpreter.getLastBatchModeImage() : null;
		final ImagePlus ofThread = WindowManager.getTempCurrentImage();
		if (ofThread != null || batch == null) return WindowManager.getCurrentImage();
		return batch;
	}
}

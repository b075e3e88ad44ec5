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

package io.github.dicomvolumes.command.open;

import java.lang.StackWalker.StackFrame;
import java.util.Set;

import io.github.dicomvolumes.command.host.CallingThreads;

/**
 * Whether ImageJ opens a file because a person dropped it or chose it from File &gt; Open... or Open Recent. In Fiji
 * ImageJ asks SciJava about files in many more places: {@code IJ.openImage} of a script, the slices of an image
 * sequence, {@code open} in a macro. All of them want what they always got.
 */
final class AskedByHand {

	private static final String IMAGEJ = "ij.";

	/** What in ImageJ asks where a person does; File &gt; Open... is the last. */
	private static final Set<String> DOORS = Set.of("ij.plugin.DragAndDrop.openFile", "ij.RecentOpener.run",
		"ij.IJ.runPlugIn");

	private AskedByHand() {}

	/** Looks at the innermost method of ImageJ that is being executed; one that nobody foresaw is no person. */
	static boolean inThisThread() {
		return !CallingThreads.isOfAMacro(Thread.currentThread()) && StackWalker.getInstance()
			.walk(frames -> frames.filter(frame -> frame.getClassName().startsWith(IMAGEJ))
				.findFirst()
				.map(AskedByHand::name)
				.filter(DOORS::contains)
				.isPresent());
	}

	private static String name(final StackFrame frame) {
		return frame.getClassName() + "." + frame.getMethodName();
	}
}

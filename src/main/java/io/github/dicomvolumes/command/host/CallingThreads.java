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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.scijava.Context;
import org.scijava.thread.ThreadService;

/**
 * The threads that wait for this one to run a command. In Fiji a macro is not in the thread of its commands, and ImageJ
 * keeps the options and the active image of a macro for each thread.
 */
public final class CallingThreads {

	private CallingThreads() {}

	/**
	 * Whether a macro or script asked for the command that runs in this thread; false where a person did while a macro
	 * runs elsewhere, of which ImageJ says only that there is one.
	 */
	static boolean areOfAMacro(final Context context) {
		return isOfAMacro(Thread.currentThread()) || of(context).stream().anyMatch(CallingThreads::isOfAMacro);
	}

	/**
	 * Whether a macro is at work in a thread, or a script runs a command in it. Names say less: ImageJ names such a
	 * thread for good, and SciJava uses its threads again, for persons, too.
	 */
	public static boolean isOfAMacro(final Thread thread) {
		return Stream.of(thread.getStackTrace()).anyMatch(call -> switch (call.getClassName()) {
			case "ij.macro.Interpreter" -> true;
			case "ij.IJ" -> call.getMethodName().equals("run");
			default -> false;
		});
	}

	/**
	 * From the one that asked for the command to the farthest; none in plain ImageJ, where macros run their commands
	 * themselves.
	 */
	static List<Thread> of(final Context context) {
		final List<Thread> threads = new ArrayList<>();
		final ThreadService service = context.getService(ThreadService.class);
		if (service == null) return threads;
		for (Thread thread = service.getParent(null); thread != null; thread = service.getParent(thread))
			threads.add(thread);
		return threads;
	}
}

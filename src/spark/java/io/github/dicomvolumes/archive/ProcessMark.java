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

package io.github.dicomvolumes.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells a process from all others of all machines, containers and times. Known on Linux only, as other systems do not
 * say which machine they are without programs of their own.
 *
 * @param system what its number counts in: the machine since it was started, the namespace of process numbers in it,
 *        and the user, as others may not see the process
 * @param pid its number
 * @param began ticks of the system's clock from its start to that of the process
 */
record ProcessMark(String system, long pid, String began) {

	private static final Path PROCESSES = Path.of("/proc");
	/** Of the numbers after the name of a process in its {@code stat}: its state, and when it began. */
	private static final int STATE = 0, BEGAN = 19;

	/** That of this process; empty where it cannot be known. */
	static Optional<ProcessMark> own() {
		return of(ProcessHandle.current().pid());
	}

	/** That of a process of this machine; empty if there is none of the number, or where it cannot be known. */
	static Optional<ProcessMark> of(final long pid) {
		return thisSystem().flatMap(system -> began(pid).map(began -> new ProcessMark(system, pid, began)));
	}

	/** From its text; empty if it is none. */
	static Optional<ProcessMark> of(final String text) {
		final String[] words = text.split(" ");
		return words.length == 3 && words[1].matches("\\d{1,18}")
			? Optional.of(new ProcessMark(words[0], Long.parseLong(words[1]), words[2]))
			: Optional.empty();
	}

	/** Whether it is known that the process lives. */
	boolean isAlive() {
		return of(pid).filter(this::equals).isPresent();
	}

	/** Whether it is known that the process is gone: it was one of this system, and is there no more. */
	boolean isGone() {
		return thisSystem().filter(system::equals).isPresent() && !isAlive();
	}

	private static Optional<String> thisSystem() {
		try {
			final String boot = Files.readString(PROCESSES.resolve("sys/kernel/random/boot_id")).strip();
			final String space = Files.readSymbolicLink(PROCESSES.resolve("self/ns/pid")).toString();
			return Optional.of(boot + "/" + space + "/" + Files.getAttribute(PROCESSES.resolve("self"), "unix:uid"));
		}
		catch (final IOException | RuntimeException exc) {
			return Optional.empty(); // another system, or one that hides it
		}
	}

	/** Of a process that runs; one that has ended and that nobody has asked for its end does not. */
	private static Optional<String> began(final long pid) {
		try {
			final String stat = Files.readString(PROCESSES.resolve(pid + "/stat"));
			final String[] numbers = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			return "ZX".contains(numbers[STATE]) ? Optional.empty() : Optional.of(numbers[BEGAN]);
		}
		catch (final IOException | RuntimeException exc) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return system + " " + pid + " " + began;
	}
}

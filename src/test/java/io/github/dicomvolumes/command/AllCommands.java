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

import java.util.List;
import java.util.Set;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/** The commands of this project, by their labels, for laws that hold for all of them. */
public final class AllCommands {

	private static final String PACKAGE = AllCommands.class.getPackageName() + ".";
	private static final Set<String> OF_TESTS = Set.of(EveryInput.class.getName(), ImageInput.class.getName());

	private AllCommands() {}

	/** In the order of the alphabet. */
	public static List<String> labels(final Context context) {
		return all(context).stream().map(AllCommands::label).sorted().toList();
	}

	public static CommandInfo of(final Context context, final String label) {
		return all(context).stream().filter(info -> label(info).equals(label)).findFirst().orElseThrow();
	}

	private static List<CommandInfo> all(final Context context) {
		return context.service(CommandService.class)
			.getCommands()
			.stream()
			.filter(info -> info.getDelegateClassName().startsWith(PACKAGE) && !info.getMenuPath().isEmpty())
			.filter(info -> !OF_TESTS.contains(info.getDelegateClassName()))
			.toList();
	}

	private static String label(final CommandInfo info) {
		return info.getMenuPath().getLeaf().getName();
	}
}

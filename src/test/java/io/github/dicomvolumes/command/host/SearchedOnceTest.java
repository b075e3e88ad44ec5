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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import io.github.dicomvolumes.command.DicomGuide;
import io.github.dicomvolumes.command.ImageJCommand;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleService;
import org.scijava.service.SciJavaService;

/** Commands as imagej-legacy makes them of the entries of plugins.config, when Fiji starts. */
class SearchedOnceTest {

	@Test
	void entriesOfOursAreNoSecondCommandsAndThoseOfOthersStay() {
		final String ours = "legacy:" + ImageJCommand.class.getName() + "(\"DICOM Guide\")";
		final String other = "legacy:ij.plugin.Commands(\"open\")";
		try (Context context = new Context(SciJavaService.class)) {
			final ModuleService modules = context.service(ModuleService.class);
			final int before = modules.getModules().size();
			modules.addModules(List.of(wrapped(ours), wrapped(other)));
			assertEquals(List.of(other),
				modules.getModules()
					.stream()
					.map(ModuleInfo::getIdentifier)
					.filter(id -> id.startsWith("legacy:"))
					.toList());
			assertEquals(before + 1, modules.getModules().size());
			assertTrue(modules.getModules().stream().map(ModuleInfo::getMenuPath).anyMatch(p -> !p.isEmpty()));
		}
	}

	private static CommandInfo wrapped(final String identifier) {
		return new CommandInfo(DicomGuide.class) {

			@Override
			public String getIdentifier() {
				return identifier;
			}
		};
	}
}

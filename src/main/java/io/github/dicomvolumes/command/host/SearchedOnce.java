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

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.scijava.event.EventHandler;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleService;
import org.scijava.module.event.ModulesAddedEvent;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/**
 * Keeps each command of ours in Fiji's search once. They are in {@code plugins.config}, too, for plain ImageJ and for
 * Help &gt; Refresh Menus, and imagej-legacy makes a second command of each entry there, which the search would list
 * beside the first. Menus and macros do not use it. A {@link SciJavaService} because Fiji starts no others of plugins.
 */
@Plugin(type = Service.class)
public class SearchedOnce extends AbstractService implements SciJavaService {

	/** How imagej-legacy names what it makes of an entry, before the entry's label. */
	static final String WRAPPED = "legacy:io.github.dicomvolumes.command.ImageJCommand";

	@Parameter
	private ModuleService modules;

	@Override
	public void initialize() {
		remove(modules.getModules());
	}

	/** For those that come later. */
	@EventHandler
	protected void added(final ModulesAddedEvent event) {
		remove(event.getItems());
	}

	private void remove(final Collection<? extends ModuleInfo> added) {
		final List<ModuleInfo> wrapped = added.stream()
			.filter(SearchedOnce::isWrapped)
			.collect(Collectors.<ModuleInfo> toList());
		if (!wrapped.isEmpty()) modules.removeModules(wrapped);
	}

	private static boolean isWrapped(final ModuleInfo info) {
		return String.valueOf(info.getIdentifier()).startsWith(WRAPPED);
	}
}

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

package io.github.dicomvolumes.command.fiji;

import java.util.List;

import ij.ImagePlus;

import io.github.dicomvolumes.command.host.ActiveImage;
import io.github.dicomvolumes.view.dataset.DatasetConverters;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;

import org.scijava.Priority;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Gives the active volume, with real values, to scripts and commands that take one Dataset, ImgPlus or Img. It comes
 * before ImageJ2's ActiveImagePreprocessor (VERY_HIGH), which would give the numbers in the arrays of its ImagePlus.
 */
@Plugin(type = PreprocessorPlugin.class, priority = 2 * Priority.VERY_HIGH)
public class ActiveDatasetInput extends AbstractPreprocessorPlugin {

	@Parameter(required = false)
	private ModuleService modules;

	@Parameter(required = false)
	private ConvertService converters;

	@Override
	public void process(final Module module) {
		if (modules == null || converters == null) return;
		final ModuleItem<?> item = modules.getSingleInput(module, List.of(DatasetConverters.TARGET));
		final ImagePlus image = item == null ? null : ActiveImage.current();
		if (image == null || VolumeImagePlus.volume(image).isEmpty()) return;
		final Object value = converters.convert(image, item.getType());
		if (value == null) return;
		module.setInput(item.getName(), value);
		module.resolveInput(item.getName());
	}
}

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

package io.github.dicomvolumes.view.resample;

import io.github.dicomvolumes.view.imagej.Processors;
import io.github.dicomvolumes.view.plane.PlaneImages;
import io.github.dicomvolumes.view.plane.PlaneStack;

import ij.VirtualStack;
import ij.process.ImageProcessor;

/** Slices on another grid as a stack of ImageJ's, each sampled when it is asked for, and nothing kept. */
final class SampledStack extends VirtualStack {

	private final Resample resample;

	SampledStack(final Resample resample) {
		super(resample.grid().width(), resample.grid().height(), resample.planes());
		this.resample = resample;
	}

	@Override
	public ImageProcessor getProcessor(final int n) {
		return Processors.of(getPixels(n), getWidth(), getHeight(),
			PlaneImages.lut(resample.image(), resample.channel(n)));
	}

	@Override
	public Object getPixels(final int n) {
		return PlaneStack.orBlank(resample.image(), getWidth() * getHeight(), () -> resample.pixels(n));
	}

	@Override
	public int getBitDepth() {
		return resample.image().image().getBitDepth();
	}

	@Override
	public String getSliceLabel(final int n) {
		return resample.label(n);
	}
}

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

import java.util.IdentityHashMap;
import java.util.Map;

import ij.ImageStack;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Disclosure;

/**
 * A stack whose slice labels are the file's name and then its header, as those of ImageJ's own DICOM stacks. The text
 * of a header is made when it is asked for: for thousands of slices it would cost more than the import.
 */
final class HeaderStack extends ImageStack {

	/** By the label itself, not its text: ImageJ moves labels with their slices. */
	private final Map<String, Attributes> headers = new IdentityHashMap<>();

	private final Disclosure disclosure;

	HeaderStack(final int width, final int height, final Disclosure disclosure) {
		super(width, height);
		this.disclosure = disclosure;
	}

	/** Adds a plane without copying it. */
	void add(final Object pixels, final String name, final Attributes header) {
		final String label = new String(name); // one of its own, see headers
		if (header != null) headers.put(label, header);
		addSlice(label, pixels);
	}

	@Override
	public String getSliceLabel(final int n) {
		return withHeader(super.getSliceLabel(n));
	}

	/** The label of a slice without its header: cheap. */
	String name(final int n) {
		return super.getSliceLabel(n);
	}

	@Override
	public String getShortSliceLabel(final int n, final int max) {
		final String label = super.getSliceLabel(n);
		if (!headers.containsKey(label)) return super.getShortSliceLabel(n, max);
		return label.length() <= max ? label : label.substring(0, max);
	}

	@Override
	public String[] getSliceLabels() {
		final String[] labels = super.getSliceLabels();
		if (labels == null) return null;
		final String[] full = new String[labels.length];
		for (int i = 0; i < labels.length; i++)
			full[i] = withHeader(labels[i]);
		return full;
	}

	private String withHeader(final String label) {
		return HeaderText.label(label, headers.get(label), disclosure);
	}
}

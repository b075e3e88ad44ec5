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

package io.github.dicomvolumes.series.index;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.io.scan.Place;
import io.github.dicomvolumes.series.catalog.Stack;

import com.google.gson.Gson;

/** A volume as the row of an index tells it. */
public final class IndexedVolume {

	private static final Gson JSON = new Gson();

	private final VolumesFile file;
	private final List<String> values;
	/** Of the row in the file, in bytes. */
	private final long position;

	IndexedVolume(final VolumesFile file, final List<String> values, final long position) {
		this.file = file;
		this.values = values;
		this.position = position;
	}

	/**
	 * The value of a column, lists as JSON; empty if there is none, or if the column is long, see {@link ArchiveIndex}.
	 */
	public String text(final String column) {
		final int i = file.columns().indexOf(column);
		return i < 0 ? "" : text(i);
	}

	/** The same by the place of the column, from 0. */
	public String text(final int column) {
		return values.get(column);
	}

	/** The whole number in a column; 0 if there is none. */
	public long number(final String column) {
		final String text = text(column);
		return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
	}

	/** Those of its attributes that are columns, and its description. */
	public Attributes attributes() {
		final AttributesBuilder attributes = Attributes.builder();
		for (int i = 0; i < values.size(); i++) {
			final OptionalInt tag = file.tag(i);
			if (tag.isPresent() && !values.get(i).isEmpty()) attributes.put(tag.getAsInt(), values.get(i));
		}
		return attributes.build();
	}

	/** Its files, as a place that can be scanned; reads their names. */
	public Place place() throws IOException {
		final String files = file.files(position);
		return new ListedFiles(file.folder() + ", volume " + text(VolumesFile.NUMBER), text(VolumesFile.NUMBER),
			List.of(JSON.fromJson(files, String[].class)));
	}

	/** Whether a stack is this volume: has the same frames of files that are as they were. */
	public boolean is(final Stack stack) {
		return Id.of(stack).toString().equals(text(VolumesFile.ID));
	}
}

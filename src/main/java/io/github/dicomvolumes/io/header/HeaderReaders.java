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

package io.github.dicomvolumes.io.header;

import io.github.dicomvolumes.io.source.Limits;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The header readers that are there: the built-in one, and those that a jar offers as a service. */
public final class HeaderReaders {

	/** The reader of this project. */
	public static final HeaderReader BUILT_IN = new Part10Reader(1 << 20, Limits.DEFAULT);

	/** Looked for when somebody asks. */
	private static final class All {

		static final List<HeaderReader> READERS = load();
	}

	private HeaderReaders() {}

	/** What they are called, the built-in one first. */
	public static List<String> names() {
		return All.READERS.stream().map(HeaderReader::name).toList();
	}

	/** The reader of a name, if it is there. */
	public static Optional<HeaderReader> named(final String name) {
		return All.READERS.stream().filter(reader -> reader.name().equals(name)).findFirst();
	}

	/** Leaves out those whose class or library is missing. */
	private static List<HeaderReader> load() {
		final List<HeaderReader> readers = new ArrayList<>(List.of(BUILT_IN));
		final Iterator<HeaderReader> offered = ServiceLoader
			.load(HeaderReader.class, HeaderReader.class.getClassLoader())
			.iterator();
		while (true) {
			try {
				if (!offered.hasNext()) return List.copyOf(readers);
				readers.add(offered.next());
			}
			catch (final ServiceConfigurationError exc) {
				continue;
			}
		}
	}
}

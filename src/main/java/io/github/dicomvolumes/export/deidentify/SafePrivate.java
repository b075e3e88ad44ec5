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

package io.github.dicomvolumes.export.deidentify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/** The private attributes that PS3.15 Table E.3.10-1 lists as safe, of {@code safe-private.txt}. */
final class SafePrivate {

	/** VRs by the creator, a tab and the tag in the file's form: {@code 2005xx0E}. */
	private static final Map<String, VR> VRS = read();

	private SafePrivate() {}

	/** Whether a private attribute is on the list, in the VR of the list. */
	static boolean contains(final Attributes attributes, final int tag, final VR vr) {
		final String key = String.format("%04Xxx%02X", Tag.group(tag), tag & 0xFF);
		return attributes.privateCreator(tag).map(creator -> VRS.get(creator + "\t" + key) == vr).orElse(false);
	}

	private static Map<String, VR> read() {
		try (final var in = SafePrivate.class.getResourceAsStream("safe-private.txt")) {
			return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines()
				.filter(line -> !line.startsWith("#"))
				.map(line -> line.split("\t"))
				.collect(
					Collectors.toMap(columns -> columns[0] + "\t" + columns[1], columns -> VR.valueOf(columns[2])));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException("Cannot read the safe private attributes, safe-private.txt", exc);
		}
	}
}

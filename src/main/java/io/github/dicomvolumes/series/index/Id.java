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

import java.io.Serializable;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.scan.Skipped;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.io.source.SourceState;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.series.object.Frame;

/** 128 bits that stand for a file as it was: for its name, size and time. */
public record Id(long high, long low) implements Serializable {

	/** How many bytes it has. */
	public static final int BYTES = 16;

	private static final long SEED = 0xcbf29ce484222325L, FIRST = 0x100000001b3L, SECOND = 0xd6e8feb86659fd93L,
		THIRD = 0x9e3779b97f4a7c15L;

	/** Of a file in its state. */
	public static Id of(final Source source) {
		final SourceState state = source.state();
		final Id name = of(source.name());
		if (state == null) return name;
		final Id sized = name.with(state.length());
		if (!(state.version() instanceof FileTime time)) return sized.with(hash(state.version().toString()));
		final Instant modified = time.toInstant();
		return sized.with(modified.getEpochSecond()).with(modified.getNano());
	}

	/** Of what a listing could not enter. */
	public static Id of(final Skipped unlisted) {
		return of(unlisted.file() + "\0" + unlisted.reason() + "\0" + unlisted.text());
	}

	/** Of a volume, as long as its files and their order do not change. */
	public static Id of(final Stack stack) {
		Id id = of("");
		Id ofFile = id;
		DicomFile file = null;
		for (final Frame frame : stack.frames()) {
			if (frame.file() != file) ofFile = of(frame.file().source());
			file = frame.file();
			id = id.with(ofFile.high).with(ofFile.low).with(frame.index());
		}
		return id;
	}

	/** Of a text. */
	public static Id of(final String text) {
		long a = SEED, b = ~SEED;
		for (int i = 0; i < text.length(); i++) {
			a = (a ^ text.charAt(i)) * FIRST;
			b = Long.rotateLeft(b ^ text.charAt(i) * SECOND, 29) * THIRD;
		}
		return new Id(mixed(a), mixed(b)).with(text.length());
	}

	/** Of a file whose bytes could not be had: no file at the place has it, so that it is read again. */
	public static Id unread(final Id file) {
		return file.with(FIRST);
	}

	/** Of several, in any order. */
	public static Id ofAll(final Iterable<Id> all) {
		long high = 0, low = 0;
		for (final Id id : all) {
			high += id.high;
			low += id.low;
		}
		return new Id(high, low);
	}

	/** Of this and a number, in their order. */
	public Id with(final long number) {
		return new Id(mixed(high * FIRST + number), mixed(low * SECOND ^ mixed(number + THIRD)));
	}

	/** 64 bits that stand for a text: another text with the same ones may cost time, but must not cost truth. */
	public static long hash(final String text) {
		long hash = SEED;
		for (int i = 0; i < text.length(); i++)
			hash = (hash ^ text.charAt(i)) * FIRST;
		return mixed(hash);
	}

	/** Every bit depends on all others. */
	private static long mixed(final long bits) {
		long mixed = (bits ^ bits >>> 32) * SECOND;
		mixed = (mixed ^ mixed >>> 29) * THIRD;
		return mixed ^ mixed >>> 32;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Id id && id.high == high && id.low == low;
	}

	/** Any of its bits will do; the one that Java makes for records takes longer. */
	@Override
	public int hashCode() {
		return (int) low;
	}

	@Override
	public String toString() {
		return String.format("%016x%016x", high, low);
	}
}

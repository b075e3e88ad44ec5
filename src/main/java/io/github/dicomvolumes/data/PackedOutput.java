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

package io.github.dicomvolumes.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects numbers, texts and bytes in memory for a {@link PackedInput}. Not thread-safe. */
public final class PackedOutput {

	private byte[] bytes;
	private int size;

	/** @param expected about how many bytes there will be; only the speed depends on it */
	public PackedOutput(final int expected) {
		bytes = new byte[Math.max(16, expected)];
	}

	/** What was put so far. */
	public byte[] toArray() {
		return Arrays.copyOf(bytes, size);
	}

	/** The lowest 8 bits. */
	public void putByte(final int value) {
		ensure(1);
		bytes[size++] = (byte) value;
	}

	/** All 32 bits. */
	public void putInt(final int value) {
		ensure(4);
		for (int shift = 24; shift >= 0; shift -= 8)
			bytes[size++] = (byte) (value >>> shift);
	}

	/** All 64 bits. */
	public void putLong(final long value) {
		putInt((int) (value >>> 32));
		putInt((int) value);
	}

	/** A number of 0 or more, the smaller the fewer bytes. */
	public void putCount(final int value) {
		ensure(5);
		int rest = value;
		for (; rest > 0x7F; rest >>>= 7)
			bytes[size++] = (byte) (rest | 0x80);
		bytes[size++] = (byte) rest;
	}

	/** Some bytes, without their number. */
	public void putBytes(final byte[] some) {
		ensure(some.length);
		System.arraycopy(some, 0, bytes, size, some.length);
		size += some.length;
	}

	/** A text of any characters, halves of them too. */
	public void putText(final String text) {
		final byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		final boolean isWhole = new String(utf8, StandardCharsets.UTF_8).equals(text);
		final byte[] encoded = isWhole ? utf8 : text.getBytes(StandardCharsets.UTF_16BE);
		putByte(isWhole ? 0 : 1);
		putCount(encoded.length);
		putBytes(encoded);
	}

	private void ensure(final int more) {
		if (size + (long) more > Integer.MAX_VALUE - 16)
			throw new IllegalStateException("More than 2 GiB cannot be packed at once");
		if (size + more > bytes.length)
			bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 16, Math.max(2L * size, size + more)));
	}
}

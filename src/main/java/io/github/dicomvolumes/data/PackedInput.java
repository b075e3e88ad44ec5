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

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a {@link PackedOutput} collected, in the same order.
 *
 * @param bytes which are not copied
 */
public record PackedInput(ByteBuffer bytes) {

	public PackedInput(final byte[] bytes) {
		this(ByteBuffer.wrap(bytes));
	}

	public byte getByte() {
		return bytes.get();
	}

	public int getInt() {
		return bytes.getInt();
	}

	public long getLong() {
		return bytes.getLong();
	}

	/** What {@link PackedOutput#putCount} put. */
	public int getCount() {
		int value = 0;
		for (int shift = 0;; shift += 7) {
			final int next = bytes.get();
			value |= (next & 0x7F) << shift;
			if (next >= 0) return value;
		}
	}

	/**
	 * The next bytes.
	 *
	 * @throws BufferUnderflowException if there are not so many
	 */
	public byte[] getBytes(final int count) {
		if (count < 0 || count > bytes.remaining()) throw new BufferUnderflowException();
		final byte[] some = new byte[count];
		bytes.get(some);
		return some;
	}

	public String getText() {
		final boolean isWhole = bytes.get() == 0;
		final int count = getCount();
		if (count < 0 || count > bytes.remaining()) throw new BufferUnderflowException();
		final String text = new String(bytes.array(), bytes.arrayOffset() + bytes.position(), count,
			isWhole ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16BE);
		bytes.position(bytes.position() + count);
		return text;
	}
}

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

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * A window that slides over the bytes of a header. What the parser asks for is made available in one array; the window
 * grows only as bytes really arrive, so that a wrong length never allocates more than the file holds.
 */
final class HeaderInput implements AutoCloseable {

	/** Bytes before "DICM". */
	static final int PREAMBLE = 128;

	/** One read: enough for most headers, little enough to stay out of the pixels. */
	private static final int READ_BYTES = 8 << 10;
	/**
	 * The window of this thread's last input, which its next input reuses: otherwise windows would be the largest part
	 * of the garbage of a scan.
	 */
	private static final ThreadLocal<byte[]> SPARE = new ThreadLocal<>();
	private static final int MAX_SPARE_BYTES = 512 << 10;
	/** Null if the window holds all there is. */
	private final ReadableByteChannel channel;
	private final HeaderBudget budget;
	private byte[] window;
	/** The window as numbers in the byte order. */
	private ByteBuffer numbers;
	private int start;
	private int end;
	/** Position in the stream of {@code window[0]}. */
	private long base;

	/**
	 * @param position of the channel's next byte, as messages and pixel offsets count it
	 * @param budget hears of bytes that were inflated
	 */
	HeaderInput(final ReadableByteChannel channel, final long position, final HeaderBudget budget) {
		this(channel, spare(), 0, 0, position, budget);
		if (!isPlainFile()) budget.compressed();
	}

	private static byte[] spare() {
		final byte[] spare = SPARE.get();
		SPARE.set(null);
		return spare == null ? new byte[READ_BYTES] : spare;
	}

	/** Ends the use of this input; the channel stays open. */
	@Override
	public void close() {
		if (window.length <= MAX_SPARE_BYTES) SPARE.set(window);
		window = null;
	}

	private HeaderInput(final ReadableByteChannel channel, final byte[] window, final int start, final int end,
		final long base, final HeaderBudget budget)
	{
		this.channel = channel;
		this.budget = budget;
		this.window = window;
		numbers = ByteBuffer.wrap(window).order(ByteOrder.LITTLE_ENDIAN);
		this.start = start;
		this.end = end;
		this.base = base;
	}

	/** The next {@code n} bytes, which are available, as an input of their own in little endian. */
	HeaderInput slice(final int n) {
		return new HeaderInput(null, window, start, start + n, base, budget);
	}

	/** Whether the bytes come as they stand on disk, so that they cannot outgrow the file. */
	boolean isPlainFile() {
		return channel instanceof SeekableByteChannel;
	}

	void order(final ByteOrder byteOrder) {
		numbers.order(byteOrder);
	}

	ByteOrder order() {
		return numbers.order();
	}

	/** Position in the stream of the next byte. */
	long position() {
		return base + start;
	}

	/** Makes {@code n} bytes available if the stream has them. */
	boolean has(final int n) throws IOException {
		if (end - start >= n) return true;
		if (channel == null) return false;
		moveToFront();
		while (end < n) {
			if (end == window.length) grow();
			if (!read(Math.max(n - end, READ_BYTES))) return false;
		}
		return true;
	}

	private void grow() {
		window = Arrays.copyOf(window, (int) Math.min(2L * end, Integer.MAX_VALUE - 16));
		numbers = ByteBuffer.wrap(window).order(order());
	}

	/** Reads some bytes, at most as many as are wanted and fit into the window. */
	private boolean read(final int wanted) throws IOException {
		final ByteBuffer into = ByteBuffer.wrap(window, end, Math.min(wanted, window.length - end));
		try {
			if (channel.read(into) < 0) return false;
		}
		catch (final EOFException exc) { // a compressed stream that was cut
			if (into.position() == end) return false;
		}
		if (!isPlainFile()) budget.inflate(into.position() - end);
		end = into.position();
		return true;
	}

	/** Makes {@code n} bytes available. */
	void require(final int n) throws IOException {
		if (!has(n)) throw new EOFException("The file ends at byte " + (base + end));
	}

	/** The array that holds what {@link #require} made available, from {@link #start} on. */
	byte[] array() {
		return window;
	}

	int start() {
		return start;
	}

	int u8(final int ahead) {
		return window[start + ahead] & 0xFF;
	}

	int u16(final int ahead) {
		return numbers.getShort(start + ahead) & 0xFFFF;
	}

	int s32(final int ahead) {
		return numbers.getInt(start + ahead);
	}

	long u32(final int ahead) {
		return s32(ahead) & 0xFFFFFFFFL;
	}

	/** The tag at the next byte: group first, each in the byte order. */
	int tag() {
		return tag(0);
	}

	int tag(final int ahead) {
		return u16(ahead) << 16 | u16(ahead + 2);
	}

	/** Bytes that are available. */
	int available() {
		return end - start;
	}

	/** Steps over bytes that are available. */
	void advance(final int n) {
		start += n;
	}

	/**
	 * Steps over bytes without looking at them; seeks where the stream can.
	 *
	 * @throws EOFException if the stream ends before
	 */
	void skip(final long n) throws IOException {
		if (n <= end - start) {
			start += (int) n;
			return;
		}
		final long target = position() + n;
		if (channel == null) throw new EOFException("The value ends at byte " + (base + end));
		if (channel instanceof SeekableByteChannel seekable) {
			// the channel may lie shifted against our positions, so move by the difference
			final long to = seekable.position() + (target - (base + end));
			if (to > seekable.size())
				throw new EOFException("The file ends at byte " + (target - (to - seekable.size())));
			seekable.position(to);
			base = target;
			start = end = 0;
			return;
		}
		while (position() < target) {
			if (!has(1)) throw new EOFException("The file ends at byte " + position());
			start += (int) Math.min(end - start, target - position());
		}
	}

	/** How many of the next bytes, as far as they are available, equal those of an array from an index on. */
	int equalBytes(final byte[] other, final int from) {
		final int n = Math.min(end - start, other.length - from);
		final int differs = Arrays.mismatch(window, start, start + n, other, from, from + n);
		return differs < 0 ? n : differs;
	}

	/** The next {@code n} bytes, which are available. */
	byte[] copy(final int n) {
		return Arrays.copyOfRange(window, start, start + n);
	}

	/** Whether the next bytes are the preamble of a file (PS3.10 7.1). */
	boolean hasPreamble() throws IOException {
		return has(PREAMBLE + 4) && u8(PREAMBLE) == 'D' && u8(PREAMBLE + 1) == 'I' && u8(PREAMBLE + 2) == 'C' &&
			u8(PREAMBLE + 3) == 'M';
	}

	/** Goes back to the first byte of a plain file, and to little endian. */
	void rewind() throws IOException {
		if (base > 0) {
			final SeekableByteChannel seekable = (SeekableByteChannel) channel;
			seekable.position(seekable.position() - (base + end));
			base = end = 0;
		}
		start = 0;
		order(ByteOrder.LITTLE_ENDIAN);
	}

	private void moveToFront() {
		System.arraycopy(window, start, window, 0, end - start);
		base += start;
		end -= start;
		start = 0;
	}
}

package io.github.dicomvolumes.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

import io.github.dicomvolumes.data.DicomException;

/**
 * A window that slides over the bytes of a header. What the parser asks for is
 * made available in one array; the window grows only as bytes really arrive, so
 * that a wrong length never allocates more than the file holds.
 */
final class HeaderInput {

	/** The first read: enough for most headers, little enough to stay out of the pixels. */
	private static final int FIRST_BYTES = 8 << 10;
	private static final int MORE_BYTES = 64 << 10;
	/** No header is longer; what claims to be, and really is, would fill the memory. */
	private static final long MAX_BYTES = 1L << 30;

	private final ReadableByteChannel channel;
	private byte[] window = new byte[FIRST_BYTES];
	private int start;
	private int end;
	/** Position in the stream of {@code window[0]}. */
	private long base;
	private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

	/** @param position of the channel's next byte, as messages and pixel offsets count it */
	HeaderInput(final ReadableByteChannel channel, final long position) {
		this.channel = channel;
		base = position;
	}

	void order(final ByteOrder byteOrder) {
		order = byteOrder;
	}

	ByteOrder order() {
		return order;
	}

	/** Position in the stream of the next byte. */
	long position() {
		return base + start;
	}

	/** Makes {@code n} bytes available if the stream has them. */
	boolean has(final int n) throws IOException {
		if (end - start >= n) return true;
		makeRoom(n);
		while (end - start < n) {
			if (end == window.length) window = Arrays.copyOf(window, (int) Math.min(
				2L * end, Integer.MAX_VALUE - 16));
			final int read = channel.read(ByteBuffer.wrap(window, end, window.length - end));
			if (read < 0) return false;
			end += read;
		}
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
		final int a = u8(ahead), b = u8(ahead + 1);
		return order == ByteOrder.LITTLE_ENDIAN ? b << 8 | a : a << 8 | b;
	}

	int s32(final int ahead) {
		final int a = u16(ahead), b = u16(ahead + 2);
		return order == ByteOrder.LITTLE_ENDIAN ? b << 16 | a : a << 16 | b;
	}

	long u32(final int ahead) {
		return s32(ahead) & 0xFFFFFFFFL;
	}

	/** The tag at the next byte: group first, each in the byte order. */
	int tag() {
		return u16(0) << 16 | u16(2);
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
		if (channel instanceof SeekableByteChannel seekable) {
			// the channel may lie shifted against our positions, so move by the difference
			final long to = seekable.position() + (target - (base + end));
			if (to > seekable.size()) throw new EOFException("The file ends at byte " + (target -
				(to - seekable.size())));
			seekable.position(to);
			base = target;
			start = end = 0;
			return;
		}
		while (position() < target) {
			if (!has(1)) throw new EOFException("The file ends at byte " + position());
			start += (int) Math.min(end - start, target - position());
			checkSize();
		}
	}

	private void makeRoom(final int n) throws IOException {
		checkSize();
		final int kept = end - start;
		if (end > 0 && window.length < MORE_BYTES) {
			final byte[] larger = new byte[MORE_BYTES];
			System.arraycopy(window, start, larger, 0, kept);
			window = larger;
		}
		else System.arraycopy(window, start, window, 0, kept);
		base += start;
		start = 0;
		end = kept;
	}

	private void checkSize() throws DicomException {
		if (position() > MAX_BYTES && !(channel instanceof SeekableByteChannel))
			throw new DicomException("The header is longer than " + MAX_BYTES + " bytes.");
	}
}

package io.github.dicomvolumes.volume;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.NativeDecoder;
import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.series.Frame;

/**
 * Reads the pixels of frames from their files straight into planes, a chunk at a
 * time. Used by several threads at once; each borrows one buffer.
 */
final class PlaneReader {

	/** Large enough that a call costs nothing beside the copy, small enough for the cache of a core. */
	private static final int CHUNK_BYTES = 128 << 10;

	private final PlanePlan plan;
	private final Queue<ByteBuffer> buffers = new ConcurrentLinkedQueue<>();

	PlaneReader(final PlanePlan plan) {
		this.plan = plan;
	}

	/**
	 * Reads one frame.
	 *
	 * @param plane array of the plan's type
	 * @return bytes that the file held of the frame, fewer than the frame has if it
	 *         was cut; the pixels beyond are not touched
	 */
	long read(final Frame frame, final FrameCoding coding, final Object plane)
		throws IOException
	{
		final NativeDecoder decoder = NativeDecoder.of(plan, coding);
		final long size = decoder.frameBytes();
		final long start = frame.index() * size;
		final ByteBuffer free = buffers.poll();
		final ByteBuffer chunk = free == null ? ByteBuffer.allocateDirect(CHUNK_BYTES) : free;
		try (ReadableByteChannel channel = frame.file().openPixels(start)) {
			final long end = Math.min(size, frame.file().pixelBytes() - start);
			long offset = 0;
			chunk.clear();
			while (offset < end) {
				chunk.limit((int) Math.min(chunk.capacity(), end - offset));
				if (!chunk.hasRemaining()) break; // the file ends within a pixel
				if (channel.read(chunk) < 0) break;
				chunk.flip();
				offset += decoder.decode(chunk, plane, offset);
				chunk.compact();
			}
			return offset;
		}
		finally {
			buffers.add(chunk);
		}
	}
}

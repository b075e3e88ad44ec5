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

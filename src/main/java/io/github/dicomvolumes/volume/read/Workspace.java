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

package io.github.dicomvolumes.volume.read;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;

import io.github.dicomvolumes.pixels.CompressedDecoder;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.PlanePlan;

/** What a thread reuses from plane to plane. */
final class Workspace {

	/** Large enough that a call costs nothing beside the copy, small enough for the cache of a core. */
	private static final int CHUNK_BYTES = 128 << 10;

	private final PlanePlan plan;
	private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES);
	private final CompressedDecoder decoder;

	Workspace(final PlanePlan plan) {
		this.plan = plan;
		decoder = new CompressedDecoder(plan);
	}

	/** What the planes hold. */
	PlanePlan plan() {
		return plan;
	}

	/** Takes bytes of the file on their way into a plane. */
	ByteBuffer chunk() {
		return chunk;
	}

	CompressedDecoder decoder() {
		return decoder;
	}

	/** An array for the pixels of a coding, its numbers 0. */
	Object newPlane(final FrameCoding coding) {
		return newPlane(plan, coding);
	}

	static Object newPlane(final PlanePlan plan, final FrameCoding coding) {
		return plan.type().newPlane(coding.format().pixels());
	}

	/**
	 * Whether there is memory for what reading a frame rightly needs: its bytes, and its plane twice. Then it is the
	 * fault of the frame if it needed more than there was.
	 */
	static boolean hasRoomFor(final PlanePlan plan, final FrameCoding coding) {
		final long bytes = coding.format().frameBytes();
		if (bytes > Integer.MAX_VALUE - 8) return false;
		try {
			final Object plane = newPlane(plan, coding), another = newPlane(plan, coding);
			final byte[] data = new byte[(int) bytes];
			Reference.reachabilityFence(plane);
			Reference.reachabilityFence(another);
			Reference.reachabilityFence(data);
			return true;
		}
		catch (final OutOfMemoryError exc) {
			return false;
		}
	}
}

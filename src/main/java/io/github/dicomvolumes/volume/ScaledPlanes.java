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

import java.util.stream.IntStream;

import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.PlanePlan;

/**
 * The real values of grey planes times a factor, as 32-bit; calculated when they are asked for.
 *
 * @param plan of the planes that are scaled
 * @param from codings of these planes, null where no file gave one
 * @param to the same times the factor: stored values on their line are rounded once, as padding is
 * @param columns of a plane
 * @param rows of a plane
 */
record ScaledPlanes(PlaneArrays planes, PlanePlan plan, FrameCoding[] from, FrameCoding[] to, double factor,
	int columns, int rows) implements PlaneArrays
{

	/** All of them in memory. */
	MemoryPlanes inMemory() {
		return new MemoryPlanes(IntStream.range(0, size()).mapToObj(this::get).toArray(), columns);
	}

	@Override
	public int size() {
		return planes.size();
	}

	@Override
	public boolean isVirtual() {
		return true;
	}

	@Override
	public Object get(final int plane) {
		final float[] scaled = new float[columns * rows];
		scale(plane, planes.get(plane), scaled, 0, scaled.length);
		return scaled;
	}

	@Override
	public void rows(final int plane, final int firstRow, final int count, final Object into, final int at) {
		final Object unscaled = plan.type().newPlane(count * columns);
		planes.rows(plane, firstRow, count, unscaled, 0);
		scale(plane, unscaled, (float[]) into, at, count * columns);
	}

	@Override
	public String problem(final int plane) {
		return planes.problem(plane);
	}

	@Override
	public void close() {
		planes.close();
	}

	private void scale(final int plane, final Object pixels, final float[] into, final int at, final int count) {
		final FrameCoding coding = from[plane];
		final boolean hasStored = coding != null && (!plan.isReal() || coding.floatHoldsStored());
		for (int i = 0; i < count; i++) {
			final double held = plan.type().value(pixels, i);
			into[at + i] = (float) (!hasStored ? factor * plan.line().real(held)
				: to[plane].real(plan.isReal() ? coding.stored((float) held) : held));
		}
	}
}

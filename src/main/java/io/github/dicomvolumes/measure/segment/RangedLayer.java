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

package io.github.dicomvolumes.measure.segment;

import java.util.List;

import io.github.dicomvolumes.series.Segment;

/**
 * Those voxels of a layer whose values lie in a range; padding has no value and so lies in none.
 *
 * @param image whose values count
 * @param channel 0-based
 * @param time 0-based
 */
public record RangedLayer(SegmentLayer layer, ValueRange range, MeasuredImage image, int channel, int time)
	implements SegmentLayer
{

	@Override
	public boolean fill(final int slice, final short[] numbers, final byte[] parts) {
		if (!layer.fill(slice, numbers, parts)) return false;
		if (range.isAll()) return true;
		final Object plane = image.planes().plane(slice, channel, time);
		image.unmeasured(slice, channel, time).removeFrom(plane, numbers, i -> {});
		return range.keep(plane, image.heldLine(), numbers);
	}

	@Override
	public boolean isPartial() {
		return layer.isPartial();
	}

	@Override
	public List<Segment> segments() {
		return layer.segments();
	}

	@Override
	public double outsideMillilitres(final int number) {
		return layer.outsideMillilitres(number);
	}

	@Override
	public List<String> notes(final int number) {
		return layer.notes(number);
	}
}

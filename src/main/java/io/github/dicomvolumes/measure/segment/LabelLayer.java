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

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.series.Segment;

/**
 * A channel of an image of labels on the same grid: each number above 0 is a segment, except the background that a
 * segmentation names.
 */
public final class LabelLayer implements SegmentLayer {

	private static final int SIGN = PlaneType.INT16.offset();

	private final MeasuredImage labels;
	private final int channel, time;
	private final OptionalInt background;

	private LabelLayer(final MeasuredImage labels, final int channel, final int time) {
		this.labels = labels;
		this.channel = channel;
		this.time = time;
		background = LabelNames.background(labels);
	}

	/**
	 * The layers of an image of labels: one for each channel, as segments that overlap are in several.
	 *
	 * @throws InputException if it is not of 8 or 16 bits
	 */
	public static List<SegmentLayer> of(final MeasuredImage labels) {
		requireLabels(labels);
		final List<SegmentLayer> layers = new ArrayList<>();
		for (int channel = 0; channel < labels.shape().channels(); channel++)
			layers.add(new LabelLayer(labels, channel, 0));
		return layers;
	}

	/** @throws InputException if an image is not of 8 or 16 bits */
	static void requireLabels(final MeasuredImage labels) {
		if (labels.type() == PlaneType.FLOAT32) throw new InputException("\"" + labels.name() +
			"\" has 32 bits; an image of labels has 8 or 16, whose numbers above 0 are segments.");
	}

	@Override
	public boolean fill(final int slice, final short[] numbers, final byte[] parts) {
		final Object plane = labels.planes().plane(slice, channel, time);
		boolean isAny = false;
		if (plane instanceof byte[] bytes) for (int i = 0; i < numbers.length; i++) {
			numbers[i] = (short) (bytes[i] & 0xFF);
			isAny |= bytes[i] != 0;
		}
		else if (labels.type() == PlaneType.INT16) for (int i = 0; i < numbers.length; i++) {
			numbers[i] = (short) Math.max(0, (((short[]) plane)[i] & 0xFFFF) - SIGN);
			isAny |= numbers[i] != 0;
		}
		else {
			System.arraycopy(plane, 0, numbers, 0, numbers.length);
			for (final short number : numbers)
				isAny |= number != 0;
		}
		background.ifPresent(value -> {
			for (int i = 0; i < numbers.length; i++)
				if (numbers[i] == (short) value) numbers[i] = 0;
		});
		return isAny;
	}

	@Override
	public List<Segment> segments() {
		return LabelNames.of(labels);
	}

	@Override
	public double outsideMillilitres(final int number) {
		return 0;
	}

	@Override
	public List<String> notes(final int number) {
		return LabelNames.notes(labels);
	}
}

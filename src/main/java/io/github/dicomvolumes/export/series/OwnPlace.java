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

package io.github.dicomvolumes.export.series;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.OwnAttributes;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * Which channel and time of an image an object is, in private attributes of ours, which the import knows: those of the
 * standard cannot always tell.
 */
final class OwnPlace {

	private final StackShape shape;
	/** Names of the channels, and seconds of the times; empty if they are not known. */
	private final List<String> labels;
	private final List<Double> seconds;

	OwnPlace(final ExportImage image) {
		shape = image.grid().shape();
		final var source = image.source()
			.map(DicomVolume::stack)
			.filter(stack -> stack.channels() == shape.channels() && stack.times() == shape.times());
		labels = source.map(stack -> stack.channelAxis().labels()).orElse(List.of());
		seconds = source.map(Stack::timeAxis).map(axis -> axis.seconds()).orElseGet(() -> steps(image));
	}

	private static List<Double> steps(final ExportImage image) {
		final int times = image.grid().shape().times();
		if (image.grid().timeStep().isEmpty()) return List.of();
		return IntStream.range(0, times).mapToObj(t -> t * image.grid().timeStep().getAsDouble()).toList();
	}

	/** Puts what there are several of. */
	void put(final StackShape.Place at, final AttributesBuilder object) {
		if (shape.channels() == 1 && shape.times() == 1) return;
		object.put(OwnAttributes.CREATOR_TAG, VR.LO, OwnAttributes.CREATOR.getBytes(StandardCharsets.US_ASCII));
		object.put(OwnAttributes.tag(OwnAttributes.SLICE), VR.IS, at.slice() + 1);
		if (shape.channels() > 1) {
			object.put(OwnAttributes.tag(OwnAttributes.CHANNEL), VR.IS, at.channel() + 1);
			if (!labels.isEmpty()) object.put(OwnAttributes.tag(OwnAttributes.CHANNEL_LABEL), VR.LO,
				labels.get(at.channel()).getBytes(StandardCharsets.US_ASCII));
		}
		if (shape.times() > 1) {
			object.put(OwnAttributes.tag(OwnAttributes.TIME), VR.IS, at.time() + 1);
			if (!seconds.isEmpty()) object.put(OwnAttributes.tag(OwnAttributes.SECONDS), VR.FD, seconds.get(at.time()));
		}
	}
}

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

import java.util.Arrays;
import java.util.Optional;

import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.export.object.PlanePlace;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.volume.DicomVolume;

/** Which frame of the source lies where a slice of the image lies. */
final class SourceFrames {

	/** How far normals may be from parallel: the cosine. */
	private static final double PARALLEL = 1 - 1e-4;
	private static final int NONE = -1;

	private final Optional<Stack> source;
	/** For each slice of the image the slice of the source, or {@link #NONE}. */
	private final int[] slices;
	private final boolean hasSameChannelsAndTimes;

	private SourceFrames(final Optional<Stack> source, final int[] slices, final boolean hasSameChannelsAndTimes) {
		this.source = source;
		this.slices = slices;
		this.hasSameChannelsAndTimes = hasSameChannelsAndTimes;
	}

	/** @param place of the image */
	static SourceFrames of(final ExportImage image, final PlanePlace place) {
		final StackShape shape = image.grid().shape();
		final int[] slices = new int[shape.slices()];
		Arrays.fill(slices, NONE);
		final Optional<Stack> source = image.source().map(DicomVolume::stack);
		if (image.volume().isPresent()) Arrays.setAll(slices, slice -> slice);
		else source.filter(stack -> stack.geometry().patientBased() && place.isPlaced())
			.filter(stack -> areParallel(stack, place))
			.ifPresent(stack -> {
				final Affine toIndex = stack.geometry().patientToIndex();
				Arrays.setAll(slices, slice -> nearest(toIndex.apply(place.position(slice)).z(), stack.slices()));
			});
		final boolean isSame = source.map(Stack::shape)
			.filter(own -> own.channels() == shape.channels() && own.times() == shape.times())
			.isPresent();
		return new SourceFrames(source, slices, isSame);
	}

	private static boolean areParallel(final Stack stack, final PlanePlace place) {
		return Math.abs(stack.geometry().orientation().normal().dot(place.normal())) >= PARALLEL;
	}

	/** The slice of the source within half its distance. */
	private static int nearest(final double slice, final int slices) {
		final int nearest = (int) Math.rint(slice);
		return Math.abs(slice - nearest) <= 0.5 && nearest >= 0 && nearest < slices ? nearest : NONE;
	}

	/** Whether the source has the same channels and times, so that its frames tell what these are. */
	boolean hasSameChannelsAndTimes() {
		return hasSameChannelsAndTimes;
	}

	/** The frame of the source at a slice, of its channel and time if it has the same; empty if none lies there. */
	Optional<Frame> at(final StackShape.Place place) {
		final int slice = slices[place.slice()];
		if (slice == NONE) return Optional.empty();
		return hasSameChannelsAndTimes ? source.get().frame(slice, place.channel(), place.time())
			: source.get().frame(slice, 0, 0);
	}
}

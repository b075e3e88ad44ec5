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

package io.github.dicomvolumes.view.plane;

import java.util.Optional;

import io.github.dicomvolumes.volume.sample.Interpolation;
import io.github.dicomvolumes.volume.sample.PlaneBlocks;
import io.github.dicomvolumes.volume.sample.PlaneCopier;
import io.github.dicomvolumes.volume.sample.PlaneFrame;
import io.github.dicomvolumes.volume.sample.PlaneImage;
import io.github.dicomvolumes.volume.sample.PlaneScaling;
import io.github.dicomvolumes.volume.sample.Sampler;
import io.github.dicomvolumes.volume.sample.SlabMode;

/**
 * Makes the pixels of a plane: those of the ImgLib2 view that {@link io.github.dicomvolumes.volume.sample.Planes}
 * gives, and where pixels are smaller than voxels, of it extended by its border and interpolated (nearest neighbour or
 * linear). Those of a turned plane are sampled in the space of the image; where the image is not they are what
 * {@link OutsideValue} says.
 * <p>
 * Pixels have the type and coding of the image's, so that its calibration holds; the display never changes them. A slab
 * is made before it is interpolated. Thread-safe as the image is.
 * </p>
 */
public final class PlaneRenderer {

	private final OrthoImage source;
	private final PlaneImage image;
	private final boolean isDescending;
	/** Null if planes are read from the image each time. */
	private final PlaneBlocks blocks;

	/** Renders planes of an image as it is at that moment. */
	public PlaneRenderer(final OrthoImage image) {
		this(image, null);
	}

	/** Renders planes of an image as the blocks have it. */
	public PlaneRenderer(final OrthoImage image, final PlaneBlocks blocks) {
		source = image;
		this.image = image.planeImage();
		isDescending = image.isDescending();
		this.blocks = blocks;
	}

	/** A new array of the image's type, row by row, {@code width * height} of the plane. */
	public Object render(final PlaneRequest request) {
		return request.plane() instanceof Plane plane ? render(plane, request)
			: render((ObliquePlane) request.plane(), request);
	}

	private Object render(final ObliquePlane plane, final PlaneRequest request) {
		final Sampler sampler = source.sampler(request.channel(), request.time())
			.with(request.isSmooth() && !source.isLabels() ? Interpolation.LINEAR : Interpolation.NEAREST)
			.withOutside(source.outside());
		final PlaneFrame frame = plane.frame(request.slice());
		final Slab slab = request.slab();
		final double depth = 2 * plane.slices() * plane.pixelWidth(); // beyond, on either side, there is no image
		return slab.mode() == Slab.Mode.NONE ? sampler.plane(frame)
			: sampler.slab(frame, slab.mode().ofHeld(isDescending), Math.min(slab.thickness(), depth));
	}

	private Object render(final Plane plane, final PlaneRequest request) {
		final int reach = request.slab().reach(plane.through());
		final Optional<Object> kept = blocks == null || reach > 0 ? Optional.empty()
			: blocks.at(plane.through().axis(), request.slice(), request.channel(), request.time());
		if (kept.isPresent() && plane.isRaw()) return image.type().copy(kept.get());
		if (kept.isEmpty() && reach == 0 && !plane.isRaw() && !request.isSmooth())
			return copier(plane, request).nearest(request.slice(), plane.right(), plane.down());
		return scaled(kept.orElseGet(() -> voxels(plane, request, reach)), plane, request.isSmooth());
	}

	/** The pixels of a plane from its voxels; the same array if they are the same. */
	Object scaled(final Object voxels, final Plane plane, final boolean isSmooth) {
		return plane.isRaw() ? voxels : new PlaneScaling(plane.right(), plane.down()).scaled(image, voxels, isSmooth);
	}

	/** A pixel for each voxel of a slice or slab. */
	private Object voxels(final Plane plane, final PlaneRequest request, final int reach) {
		final int slice = request.slice(), channel = request.channel(), time = request.time();
		final PlaneCopier copier = copier(plane, request);
		if (reach == 0) return copier.plane(slice);
		final int first = Math.max(0, slice - reach), last = Math.min(plane.slices() - 1, slice + reach);
		final SlabMode mode = request.slab().mode().ofHeld(isDescending);
		return blocks == null ? copier.slab(first, last, mode)
			: blocks.slab(plane.through().axis(), first, last, channel, time, mode);
	}

	private PlaneCopier copier(final Plane plane, final PlaneRequest request) {
		return new PlaneCopier(image, plane.axes(), request.channel(), request.time());
	}
}

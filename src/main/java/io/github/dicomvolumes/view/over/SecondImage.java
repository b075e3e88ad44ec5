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

package io.github.dicomvolumes.view.over;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.PlaneRequest;
import io.github.dicomvolumes.volume.sample.Interpolation;
import io.github.dicomvolumes.volume.sample.PlaneFrame;
import io.github.dicomvolumes.volume.sample.Sampler;

import net.imglib2.RandomAccessibleInterval;

/** What a second image holds at the pixels of a plane of a first one, brought together by their patient coordinates. */
final class SecondImage {

	private static final Vector3 X = new Vector3(1, 0, 0), Y = new Vector3(0, 1, 0);

	private SecondImage() {}

	/** The numbers that it holds at the pixels of a plane, row by row, not rounded; NaN where it is not. */
	static float[] held(final OrthoImage second, final int channel, final Interpolation interpolation,
		final OrthoImage base, final PlaneRequest request)
	{
		// in the space of the plane's pixels its axes are at right angles, also where those of a tilted volume are not
		final Affine toPixel = pixelToPatient(base, request).inverse()
			.after(second.space().orElseThrow().indexToPatient());
		return Sampler.of(at(second, channel, request.time()), toPixel)
			.with(interpolation)
			.values(new PlaneFrame(new Vector3(0, 0, request.slice()), X, Y, 1, 1, request.plane().width(),
				request.plane().height()));
	}

	/** From pixel (x, y) and slice of a plane to the patient, LPS in mm. */
	static Affine pixelToPatient(final OrthoImage base, final PlaneRequest request) {
		return base.space().orElseThrow().indexToPatient().after(request.plane().pixelToVoxel());
	}

	/** A channel at a time, or at the last that there is. */
	static RandomAccessibleInterval<?> at(final OrthoImage image, final int channel, final int time) {
		return image.planeImage().at(channel, Math.min(time, image.times() - 1));
	}
}

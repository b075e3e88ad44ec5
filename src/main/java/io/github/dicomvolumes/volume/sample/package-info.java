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

/**
 * Planes and grids of voxels sampled out of images: axial, coronal, sagittal, oblique, resampled.
 * <p>
 * The main classes are {@link io.github.dicomvolumes.volume.sample.Sampler}, which samples the pixels of a
 * {@link io.github.dicomvolumes.volume.sample.PlaneFrame} out of an ImgLib2 image, and
 * {@link io.github.dicomvolumes.volume.sample.Resampling}, which puts an image onto another grid. Lengths are mm,
 * positions are centres of pixels and voxels in the patient coordinate system (LPS), as in {@code geometry}.
 * </p>
 * <p>
 * ImageJ, windows and files do not belong here, nor does anything that knows where an image comes from.
 * </p>
 * <p>
 * May import {@code work}, {@code data}, {@code io}, {@code geometry} and {@code pixels}; used by {@code volume},
 * {@code measure}, {@code view} and {@code command}.
 * </p>
 */
package io.github.dicomvolumes.volume.sample;

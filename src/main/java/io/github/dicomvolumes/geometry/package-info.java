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
 * Where planes and voxels lie in the patient: directions, stacks of planes, slice spacing, the affine of a volume.
 * <p>
 * The main class is {@link io.github.dicomvolumes.geometry.VolumeGeometry}. Everything is an immutable value or a pure
 * function. Unless a method says otherwise, lengths are in mm, positions are those of pixel <em>centres</em>, and
 * directions and positions are in the patient coordinate system of DICOM (PS3.3 C.7.6.2.1.1): x increases towards the
 * patient's left, y towards the back, z towards the head (LPS).
 * </p>
 * <p>
 * Pixels, files, tags and images do not belong here, nor does the decision what to do with a stack that is not regular:
 * this package measures and proposes, {@code series} and {@code volume} decide.
 * </p>
 * <p>
 * May import nothing of ours; used by {@code series}, {@code volume}, {@code measure}, {@code view}, {@code export} and
 * {@code command}.
 * </p>
 */
package io.github.dicomvolumes.geometry;

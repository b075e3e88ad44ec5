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
 */
package io.github.dicomvolumes.geometry;

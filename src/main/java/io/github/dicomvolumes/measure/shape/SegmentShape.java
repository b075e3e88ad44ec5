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

package io.github.dicomvolumes.measure.shape;

import io.github.dicomvolumes.geometry.Vector3;

/**
 * The shape of a segment, by the voxels whose centres are inside. Lengths are mm where those of the grid are, else in
 * its unit.
 *
 * @param voxels inside
 * @param volume of the voxels, mm3 (IBSI YEKZ)
 * @param meshVolume within the surface by marching cubes, mm3 (IBSI RNU0)
 * @param area of that surface, mm2 (IBSI C0JK)
 * @param diameter greatest distance between two points of that surface, mm: 3D Feret diameter (IBSI L0JK)
 * @param parts that do not touch each other, not even at corners of voxels (26 neighbours)
 * @param centroidIndex mean of the centres of the voxels, (x, y, z), 0-based
 * @param centroid the same in the space of the grid: LPS in mm if it lies in a patient
 * @param isOnBorder whether a voxel lies at the border of the grid, so that the segment may go on beyond
 */
public record SegmentShape(long voxels, double volume, double meshVolume, double area, double diameter, int parts,
	Vector3 centroidIndex, Vector3 centroid, boolean isOnBorder)
{}

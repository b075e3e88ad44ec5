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

package io.github.dicomvolumes.view.ortho.window;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;

import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.plane.OrthoImage;

/**
 * The sets that are open. Those of images in the same patient coordinates (Frame of Reference UID, PS3.3 C.7.4.1) go to
 * the same point of the patient, unless they are unlinked.
 */
final class LinkedSets {

	private static final List<ViewSet> OPEN = new ArrayList<>();
	/** While one set makes others follow, they do not make it follow. */
	private static boolean isFollowing;

	private LinkedSets() {}

	/** The lowest number that no open set has. */
	static int freeNumber() {
		int free = 0;
		while (hasNumber(free))
			free++;
		return free;
	}

	private static boolean hasNumber(final int number) {
		return OPEN.stream().anyMatch(set -> set.number() == number);
	}

	/** Where the windows of other sets lie on the screen. */
	static List<Rectangle> windows(final ViewSet set) {
		return OPEN.stream().filter(other -> other != set).flatMap(other -> other.places().stream()).toList();
	}

	/** The set that shows an image, or of which the image is a plane. */
	static Optional<ViewSet> of(final ImagePlus image) {
		return OPEN.stream().filter(set -> set.shows(image)).findFirst();
	}

	/** Goes to where the sets are to which a new one will be linked, if its image reaches that far. */
	static void join(final OrthoModel model) {
		OPEN.stream()
			.filter(other -> other.isLinked() && isSameSpace(model, other.model()))
			.findFirst()
			.flatMap(other -> other.model().patient())
			.filter(point -> isInside(model.image(), point))
			.ifPresent(model::moveToPatient);
	}

	static void add(final ViewSet set) {
		OPEN.add(set);
	}

	static void remove(final ViewSet set) {
		OPEN.remove(set);
	}

	/** Takes the others along after a set has moved. */
	static void moved(final ViewSet set) {
		final Optional<Vector3> point = set.model().patient();
		if (isFollowing || point.isEmpty()) return;
		isFollowing = true;
		try {
			OPEN.stream()
				.filter(other -> areLinked(set, other))
				.forEach(other -> other.model().moveToPatient(point.get()));
		}
		finally {
			isFollowing = false;
		}
	}

	private static boolean areLinked(final ViewSet a, final ViewSet b) {
		return a != b && a.isLinked() && b.isLinked() && isSameSpace(a.model(), b.model());
	}

	private static boolean isSameSpace(final OrthoModel a, final OrthoModel b) {
		final Optional<String> space = a.image().frameOfReference();
		return space.isPresent() && space.equals(b.image().frameOfReference());
	}

	private static boolean isInside(final OrthoImage image, final Vector3 point) {
		final double[] voxel = image.toVoxel(point).orElseThrow().toArray();
		for (int axis = 0; axis < 3; axis++)
			if (voxel[axis] < -0.5 || voxel[axis] > image.size(axis) - 0.5) return false;
		return true;
	}
}

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

package io.github.dicomvolumes.geometry;

import java.util.Locale;

/**
 * One of the three standard planes, with the way it is displayed: axial and coronal with the patient's left on the
 * right of the screen, sagittal with the back on the right; axial with the back at the bottom, the others with the
 * feet.
 * <p>
 * Letters are those of {@link Anatomy}. The constants are in the order in which the planes are shown and reported.
 * </p>
 */
public enum AnatomicalPlane {
	/** Perpendicular to the head-feet axis. */
	AXIAL('H', 'L', 'P'),
	/** Perpendicular to the front-back axis. */
	CORONAL('P', 'L', 'F'),
	/** Perpendicular to the left-right axis. */
	SAGITTAL('L', 'P', 'F');

	private final char through;
	private final char right;
	private final char bottom;

	AnatomicalPlane(char through, char right, char bottom) {
		this.through = through;
		this.right = right;
		this.bottom = bottom;
	}

	/** The plane's name for people: "Axial". */
	public String label() {
		return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
	}

	/** The patient axis perpendicular to the plane, by its letter in the positive direction of LPS: H, P or L. */
	public char through() {
		return through;
	}

	/** The direction in which the display's x axis points: L or P. */
	public char right() {
		return right;
	}

	/** The direction in which the display's y axis, which goes downwards, points: P or F. */
	public char bottom() {
		return bottom;
	}
}

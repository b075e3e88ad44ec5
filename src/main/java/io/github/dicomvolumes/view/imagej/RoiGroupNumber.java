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

package io.github.dicomvolumes.view.imagej;

import java.io.File;
import java.lang.reflect.Field;
import java.util.stream.Stream;

import ij.IJ;
import ij.gui.Roi;

/** ImageJ's groups of selections. */
final class RoiGroupNumber {

	/** The tables of colours that ImageJ looks for, one after the other. */
	private static final String[] COLOURS = { "Glasbey.lut", "glasbey.lut" };

	private RoiGroupNumber() {}

	/**
	 * Puts a selection into a group. Where ImageJ has no table of colours for groups, its own method says so in the log
	 * for each selection; there the number is set without it, if Java allows that.
	 *
	 * @param group 1 to 255
	 */
	static void put(final Roi roi, final int group) {
		if (hasColours()) {
			roi.setGroup(group);
			return;
		}
		try {
			final Field field = Roi.class.getDeclaredField("group");
			field.setAccessible(true);
			field.setInt(roi, group);
			roi.setStrokeColor(Roi.getColor()); // as ImageJ does where it has no table
		}
		catch (final ReflectiveOperationException | RuntimeException exc) {
			roi.setGroup(group);
		}
	}

	private static boolean hasColours() {
		final String folder = IJ.getDir("luts");
		return folder != null && Stream.of(COLOURS).anyMatch(name -> new File(folder, name).exists());
	}
}

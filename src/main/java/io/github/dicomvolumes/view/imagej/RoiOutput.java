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

import java.awt.GraphicsEnvironment;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.dicomvolumes.io.source.AllOrNothing;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.plugin.frame.RoiManager;

/** Where selections go: the ROI Manager and files. */
public final class RoiOutput {

	private RoiOutput() {}

	/**
	 * The ROI Manager, opened if necessary, hidden in a macro's batch mode; empty without windows, where ImageJ has
	 * none.
	 */
	public static Optional<RoiManager> manager() {
		if (GraphicsEnvironment.isHeadless()) return Optional.empty();
		final RoiManager open = RoiManager.getInstance2();
		return Optional.of(open == null ? new RoiManager() : open);
	}

	/** The highest group in the list of a manager, 0 if it has none. */
	public static int lastGroup(final RoiManager manager) {
		return Arrays.stream(manager.getRoisAsArray()).mapToInt(Roi::getGroup).max().orElse(0);
	}

	/** Adds selections with the names and positions they have, whatever slice is shown. */
	public static void add(final List<Roi> rois, final RoiManager manager, final ImagePlus image) {
		for (final Roi roi : rois) {
			final int index = manager.getCount();
			manager.add(image, roi, index);
			manager.rename(index, roi.getName()); // it has added the index
		}
	}

	/**
	 * Saves selections in a zip archive as the ROI Manager does, which opens it.
	 *
	 * @throws NoSuchFileException if the file's folder does not exist
	 * @throws IOException if it cannot be written; a file that was there is as it was then
	 */
	public static void save(final List<Roi> rois, final Path file) throws IOException {
		AllOrNothing.write(file, out -> write(rois, out));
	}

	private static void write(final List<Roi> rois, final OutputStream out) throws IOException {
		final Set<String> names = new HashSet<>();
		try (var zip = new ZipOutputStream(out)) {
			final var data = new DataOutputStream(new BufferedOutputStream(zip));
			final RoiEncoder encoder = new RoiEncoder(data);
			for (final Roi roi : rois) {
				zip.putNextEntry(new ZipEntry(entry(roi.getName(), names)));
				encoder.write(roi);
				data.flush();
			}
		}
	}

	/** A name that the archive has not yet and every file system allows. */
	private static String entry(final String name, final Set<String> names) {
		final String plain = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
		String unique = plain;
		for (int i = 2; !names.add(unique); i++)
			unique = plain + "-" + i;
		return unique + ".roi";
	}
}

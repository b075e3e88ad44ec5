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

import java.util.stream.Collectors;

import ij.gui.HTMLDialog;

import io.github.dicomvolumes.view.plane.OrthoImage;

/** Texts that a person asks for. */
final class Notices {

	private static final String HELP = """
										<html><body style='width: 420px'>
										<h3>Mouse</h3>
										<table>
										<tr><td>Click</td><td>moves the crosshair</td></tr>
										<tr><td>Drag</td><td>with ImageJ's hand tool: moves the crosshair; on one of its lines, that line only.<br>
										With a selection tool: draws the selection</td></tr>
										<tr><td>Drag the end of a line</td><td>turns the two other planes; with Shift to multiples of 15 degrees</td></tr>
										<tr><td>Shift + move</td><td>the other planes follow</td></tr>
										<tr><td>Wheel</td><td>slice</td></tr>
										<tr><td>Ctrl + wheel</td><td>zoom, all planes</td></tr>
										<tr><td>Space + drag</td><td>pan, all planes</td></tr>
										<tr><td>(Ctrl +) Alt + right drag</td><td>window of the image that lies over this one: width across, centre up and down</td></tr>
										<tr><td>Double click</td><td>fills the screen with the plane, or gives its size back</td></tr>
										</table>
										<h3>Keys</h3>
										<table>
										<tr><td>&uarr; &rarr; and &darr; &larr;</td><td>next and previous slice</td></tr>
										<tr><td>Page Up, Page Down</td><td>ten slices</td></tr>
										<tr><td>Home, End</td><td>first and last slice</td></tr>
										<tr><td>1 to 5</td><td>CT: brain, abdomen, mediastinum, bone, lung</td></tr>
										<tr><td>0</td><td>all values but outliers</td></tr>
										<tr><td>+ and -</td><td>zoom</td></tr>
										<tr><td>R</td><td>planes that were turned lie along the image again</td></tr>
										</table>
										<p>Every plane is an ordinary image: selections, Measure, Plot Profile, Save As and
										Brightness/Contrast work as ever.</p>
										<p><a href='https://github.com/dicomvolumes/DICOM_Volumes#readme'>DICOM Volumes on the web</a></p>
										</body></html>""";

	private Notices() {}

	/** Shows what mouse and keys do. */
	static void help() {
		new HTMLDialog("Orthogonal Views", HELP, false);
	}

	/** Shows why the geometry of an image is not to be trusted. */
	static void warnings(final OrthoImage image) {
		new HTMLDialog("Warnings about " + image.image().getTitle(),
			"<html><body style='width: 420px'>" + list(image) + "</body></html>", false);
	}

	/** The warnings as an HTML list. */
	static String list(final OrthoImage image) {
		return image.warnings()
			.stream()
			.map(warning -> "<li>" + escaped(warning) + "</li>")
			.collect(Collectors.joining("", "<ul>", "</ul>"));
	}

	private static String escaped(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}
}

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
import java.util.List;

import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.ShownText;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.series.object.Frame;

/**
 * The first lines of slice labels: the file's name, then what tells the plane from others of the same file, channel and
 * time: "IM0001 frame 7, EchoTime 4.6 ms, t = 2.5 s", or "time 3" if nothing says when that is.
 */
final class SliceLabels {

	private final Stack stack;
	private final String empty;

	SliceLabels(final Stack stack) {
		this.stack = stack;
		empty = stack.segments().isEmpty() ? "missing" : "no segment";
	}

	/** The label of a place, 0-based. */
	String label(final int slice, final int channel, final int time) {
		final Frame frame = stack.frame(slice, channel, time).orElse(null);
		final StringBuilder label = new StringBuilder(frame == null ? empty : name(frame));
		if (stack.channels() > 1) label.append(", ").append(stack.channelAxis().labels().get(channel));
		final List<Double> seconds = stack.timeAxis().seconds();
		if (!seconds.isEmpty()) label.append(", t = ").append(NumberText.decimals(seconds.get(time), 3)).append(" s");
		else if (stack.times() > 1) label.append(", time ").append(time + 1);
		return ShownText.line(label.toString());
	}

	private static String name(final Frame frame) {
		final String path = frame.name();
		final String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(File.separatorChar)) + 1);
		return frame.framesInFile() == 1 ? name : name + " frame " + (frame.index() + 1);
	}
}

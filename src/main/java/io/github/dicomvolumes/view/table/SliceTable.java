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

package io.github.dicomvolumes.view.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * A row for each plane of a volume in ImageJ's order: its file, its place, the gap to the slice before it and the line
 * from stored to real values. Hiding patient data hides the files' names and what the report says of a file, which may
 * name others.
 */
public final class SliceTable {

	private SliceTable() {}

	public static DataTable of(final DicomVolume volume, final Disclosure disclosure) {
		final DataTable table = new DataTable("DICOM Slices", "Slice", "Channel", "Time", "File", "Frame",
			"InstanceNumber", "PositionX", "PositionY", "PositionZ", "Distance", "Gap", "Slope", "Intercept", "Note");
		final Stack stack = volume.stack();
		final Vector3 normal = volume.geometry().orientation().normal();
		final List<String> notes = volume.report().findings().stream().flatMap(f -> f.files().stream()).toList();
		for (int time = 0; time < stack.times(); time++)
			for (int slice = 0; slice < stack.slices(); slice++)
				for (int channel = 0; channel < stack.channels(); channel++) {
					final Frame frame = stack.frame(slice, channel, time).orElse(null);
					if (frame == null) {
						table.add(slice + 1, channel + 1, time + 1, "", null, null, null, null, null, null, null, null,
							null, stack.segments().isEmpty() ? "missing, filled" : "no segment");
						continue;
					}
					final Vector3 position = frame.position().orElse(null);
					final Double distance = position == null || !volume.geometry().patientBased() ? null
						: position.dot(normal);
					final var line = volume.line(slice, channel, time).orElse(null);
					table.add(slice + 1, channel + 1, time + 1, disclosure.name(frame.name()), frame.index() + 1,
						frame.attributes().orElse(Tag.INSTANCE_NUMBER, ""), position == null ? null : position.x(),
						position == null ? null : position.y(), position == null ? null : position.z(), distance,
						gap(stack, slice, channel, time, normal, distance), line == null ? null : line.slope(),
						line == null ? null : line.intercept(), disclosure.name(note(notes, frame)));
				}
		return table;
	}

	/** Distance to the nearest slice before that is there, mm along the normal. */
	private static Double gap(final Stack stack, final int slice, final int channel, final int time,
		final Vector3 normal, final Double distance)
	{
		if (distance == null) return null;
		for (int before = slice - 1; before >= 0; before--) {
			final Optional<Frame> frame = stack.frame(before, channel, time);
			if (frame.isPresent()) return frame.get().position().map(p -> distance - p.dot(normal)).orElse(null);
		}
		return null;
	}

	/** What the report says of this frame's file. */
	private static String note(final List<String> notes, final Frame frame) {
		final String start = frame + ": ";
		return notes.stream()
			.filter(line -> line.startsWith(start))
			.map(line -> line.substring(start.length()))
			.collect(Collectors.joining("; "));
	}
}

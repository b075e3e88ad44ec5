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

package io.github.dicomvolumes.export.nifti;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.series.Segment;
import io.github.dicomvolumes.series.TimeAxis;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * Attributes of a volume in the names and units of BIDS' sidecar files. What differs between channels, such as echo
 * times, is a list with a value for each; otherwise the first frame tells.
 */
final class Sidecar {

	private static final String REPETITION = "RepetitionTime";

	private Sidecar() {}

	/** JSON; of what may identify the patient, dates and UIDs nothing if it is hidden. */
	static String of(final ExportImage image, final DicomVolume volume, final Disclosure disclosure) {
		final Map<String, Object> members = new LinkedHashMap<>();
		final List<Attributes> channels = ofChannels(volume);
		for (final SidecarField field : SidecarField.ALL)
			value(field, channels, disclosure).ifPresent(value -> members.put(field.name(), value));
		final String unit = image.line().unit();
		if (!unit.isEmpty()) members.put("Units", unit.equals("Bq/ml") ? "Bq/mL" : unit);
		addTimes(members, volume.stack());
		addSegments(members, volume.stack().segments(), disclosure);
		members.put("ConversionSoftware", "DICOM Volumes");
		return Json.of(members);
	}

	/** The attributes of the first frame of each channel. */
	private static List<Attributes> ofChannels(final DicomVolume volume) {
		final Stack stack = volume.stack();
		return IntStream.range(0, stack.channels())
			.mapToObj(channel -> IntStream.range(0, stack.slices())
				.mapToObj(slice -> volume.attributes(slice, channel, 0))
				.flatMap(Optional::stream)
				.findFirst()
				.orElse(volume.attributes()))
			.toList();
	}

	private static Optional<Object> value(final SidecarField field, final List<Attributes> channels,
		final Disclosure disclosure)
	{
		final List<Optional<Object>> values = channels.stream()
			.map(channel -> field.value(channel, disclosure))
			.toList();
		if (values.stream().distinct().count() == 1) return values.get(0);
		return values.stream().allMatch(Optional::isPresent) ? Optional.of(values.stream().map(Optional::get).toList())
			: Optional.empty();
	}

	/** Where the times are uneven RepetitionTime would say that they are not. */
	private static void addTimes(final Map<String, Object> members, final Stack stack) {
		final List<Double> slices = SliceTiming.of(stack);
		if (!slices.isEmpty()) members.put("SliceTiming", slices);
		final TimeAxis times = stack.timeAxis();
		if (times.seconds().isEmpty() || times.size() == 1) return;
		if (stack.attributes().orElse(Tag.MODALITY, "").equals("PT")) members.put("FrameTimesStart", times.seconds());
		else if (times.interval().isEmpty()) {
			members.put("VolumeTiming", times.seconds());
			final Object repetition = members.remove(REPETITION);
			if (repetition != null) members.put("RepetitionTimeExcitation", repetition);
		}
	}

	/** Names by number: a list of "1 Liver". */
	private static void addSegments(final Map<String, Object> members, final List<Segment> segments,
		final Disclosure disclosure)
	{
		if (segments.isEmpty() || disclosure.hides(Tag.SEGMENT_LABEL)) return;
		final List<String> names = new ArrayList<>();
		segments.forEach(segment -> names.add(segment.number() + " " + segment.label()));
		members.put("SegmentLabels", names);
	}
}

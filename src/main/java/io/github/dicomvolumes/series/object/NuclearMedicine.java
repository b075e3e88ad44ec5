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

package io.github.dicomvolumes.series.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.PlaneGeometry;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;

/**
 * The frames of a nuclear medicine file (PS3.3 C.8.4.8). Each frame gets its own value of the vectors that Frame
 * Increment Pointer names: slice, energy window, detector, phase and the like. Only reconstructed tomograms are slices;
 * their places follow from the first detector and from Spacing Between Slices, whose sign is the direction along the
 * normal.
 */
public final class NuclearMedicine extends ImageObject {

	/** Vectors whose values are times. */
	public static final List<Integer> TIMES = tags("TimeSlotVector", "PhaseVector", "RRIntervalVector",
		"TimeSliceVector", "RotationVector", "AngularViewVector");

	/** Vectors whose values are sorts of image. */
	public static final List<Integer> CHANNELS = tags("EnergyWindowVector", "DetectorVector");

	private final Optional<double[]> times;

	private NuclearMedicine(final DicomFile file, final FrameOrder order, final List<Finding> findings, final int n,
		final Map<Integer, double[]> vectors)
	{
		super(file, n, order, findings);
		times = NuclearTimes.of(file.attributes(), vectors);
	}

	/** Those of phases and time slots, else of the whole file. */
	@Override
	public Optional<double[]> times() {
		return times.or(super::times);
	}

	static boolean is(final Attributes dataSet) {
		return dataSet.orElse(Tag.MODALITY, "").equals("NM");
	}

	static List<Frame> frames(final DicomFile file, final int n, final List<Finding> findings) {
		final Attributes dataSet = file.attributes();
		final Map<Integer, double[]> vectors = vectors(dataSet, n, findings);
		final IntFunction<Attributes> ofFrame = k -> {
			final var own = Attributes.builder(dataSet.order(), dataSet.charset());
			vectors.forEach((tag, values) -> own.put(tag, values[k]));
			return own.buildOver(dataSet);
		};
		final List<String> type = dataSet.strings(Tag.IMAGE_TYPE);
		final boolean isVolume = type.size() > 2 &&
			(type.get(2).equals("RECON TOMO") || type.get(2).equals("RECON GATED TOMO"));
		if (!isVolume)
			return FrameLists.list(new NuclearMedicine(file, FrameOrder.ONE_PLACE, findings, n, vectors), n, ofFrame);

		final Attributes detector = dataSet.items(Tag.DETECTOR_INFORMATION_SEQUENCE)
			.stream()
			.findFirst()
			.orElse(Attributes.EMPTY);
		final Attributes placed = Attributes.builder(dataSet.order(), dataSet.charset())
			.putAll(geometry(detector, dataSet))
			.buildOver(dataSet);
		final Frame first = new Frame(new NuclearMedicine(file, FrameOrder.POSITIONS, findings, n, vectors), 0, placed);
		final double step = dataSet.number(Tag.SPACING_BETWEEN_SLICES)
			.orElse(dataSet.number(Tag.SLICE_THICKNESS).orElse(0));
		final PlaneGeometry plane = first.plane().orElse(null);
		if (plane == null || step == 0) {
			return FrameLists.inOrderOfFile(new NuclearMedicine(file, FrameOrder.SLICES, findings, n, vectors), n,
				plane == null ? first.geometryProblem() : Tag.describe(Tag.SPACING_BETWEEN_SLICES) + " is missing",
				ofFrame);
		}
		final Vector3 normal = plane.orientation().orthonormal().normal();
		final double[] slices = vectors.getOrDefault(Tag.SLICE_VECTOR,
			IntStream.rangeClosed(1, n).asDoubleStream().toArray());
		return IntStream.range(0, n)
			.mapToObj(k -> first.placedAt(k, ofFrame.apply(k), plane.moved(normal, step * (slices[k] - 1)),
				Tag.SPACING_BETWEEN_SLICES))
			.toList();
	}

	/** Position and orientation of the detector, else of the data set. */
	private static Attributes geometry(final Attributes detector, final Attributes dataSet) {
		final var geometry = Attributes.builder(dataSet.order(), dataSet.charset());
		for (final int tag : new int[] { Tag.IMAGE_POSITION_PATIENT, Tag.IMAGE_ORIENTATION_PATIENT })
			detector.optional(tag).ifPresent(e -> geometry.put(tag, e.vr(), e.bytes()));
		return geometry.build();
	}

	/** The vectors that have a value for each frame. */
	private static Map<Integer, double[]> vectors(final Attributes dataSet, final int n, final List<Finding> findings) {
		final List<Integer> tags = new ArrayList<>(List.of(Tag.SLICE_VECTOR));
		tags.addAll(CHANNELS);
		tags.addAll(TIMES);
		final Map<Integer, double[]> vectors = new TreeMap<>();
		for (final int tag : tags) {
			final double[] values = dataSet.doubles(tag);
			if (values.length == n && Arrays.stream(values).allMatch(v -> v >= 1 && v <= 0xFFFF))
				vectors.put(tag, values);
			else if (values.length > 0) findings.add(Finding.ofCount(Code.POSITIONS_ASSUMED, tag, values.length, n,
				"it is ignored, the order of the file counts"));
		}
		return vectors;
	}

	private static List<Integer> tags(final String... keywords) {
		return Arrays.stream(keywords).map(Dictionary::tag).toList();
	}
}

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

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;

/**
 * When the frames of a nuclear medicine image were taken (PS3.3 C.8.4.8, C.8.4.14):
 *
 * <pre>
 * dynamic  Phase Information Sequence, an item for each phase
 *            Phase Delay (ms), then Number of Frames in Phase, each of Actual Frame Duration (ms)
 * gated    Gated Information Sequence > Data Information Sequence, an item for each R-R interval
 *            Frame Time (ms) of each time slot
 * </pre>
 */
final class NuclearTimes {

	private static final int PHASES = Dictionary.tag("PhaseInformationSequence");
	private static final int PHASE_DELAY = Dictionary.tag("PhaseDelay");
	private static final int FRAMES_IN_PHASE = Dictionary.tag("NumberOfFramesInPhase");
	private static final int FRAME_DURATION = Dictionary.tag("ActualFrameDuration");
	private static final int GATED = Dictionary.tag("GatedInformationSequence");
	private static final int GATED_DATA = Dictionary.tag("DataInformationSequence");

	private static final int PHASE_VECTOR = Dictionary.tag("PhaseVector");
	private static final int TIME_SLICE_VECTOR = Dictionary.tag("TimeSliceVector");
	private static final int INTERVAL_VECTOR = Dictionary.tag("RRIntervalVector");
	private static final int TIME_SLOT_VECTOR = Dictionary.tag("TimeSlotVector");

	private NuclearTimes() {}

	/**
	 * Seconds of each frame since the start of its heart beat, or of the first phase.
	 *
	 * @param vectors a value for each frame, from 1, by their tag
	 */
	static Optional<double[]> of(final Attributes dataSet, final Map<Integer, double[]> vectors) {
		return vectors.containsKey(TIME_SLOT_VECTOR) ? gated(dataSet, vectors) : dynamic(dataSet, vectors);
	}

	private static Optional<double[]> dynamic(final Attributes dataSet, final Map<Integer, double[]> vectors) {
		final List<Attributes> phases = dataSet.items(PHASES);
		final double[] phase = vectors.get(PHASE_VECTOR), slice = vectors.get(TIME_SLICE_VECTOR);
		final double[] any = phase == null ? slice : phase;
		if (any == null || phases.isEmpty()) return Optional.empty();
		final double[] durations = phases.stream().mapToDouble(p -> p.number(FRAME_DURATION).orElse(0)).toArray();
		if (!Arrays.stream(durations).allMatch(d -> d > 0)) return Optional.empty();
		final double[] starts = new double[phases.size()];
		double end = 0;
		for (int p = 0; p < starts.length; p++) {
			starts[p] = end + Math.max(0, phases.get(p).number(PHASE_DELAY).orElse(0));
			end = starts[p] + Math.max(1, phases.get(p).orElse(FRAMES_IN_PHASE, 1)) * durations[p];
		}
		final double[] times = new double[any.length];
		for (int k = 0; k < times.length; k++) {
			final int p = phase == null ? 0 : (int) phase[k] - 1;
			if (p >= starts.length) return Optional.empty();
			times[k] = (starts[p] + (slice == null ? 0 : slice[k] - 1) * durations[p]) / 1000;
		}
		return Optional.of(times);
	}

	private static Optional<double[]> gated(final Attributes dataSet, final Map<Integer, double[]> vectors) {
		final double[] steps = dataSet.items(GATED)
			.stream()
			.limit(1)
			.flatMap(gate -> gate.items(GATED_DATA).stream())
			.mapToDouble(data -> data.number(Tag.FRAME_TIME).orElse(0))
			.toArray();
		final double[] slots = vectors.get(TIME_SLOT_VECTOR), intervals = vectors.get(INTERVAL_VECTOR);
		final double[] times = new double[slots.length];
		for (int k = 0; k < times.length; k++) {
			final int interval = intervals == null ? 0 : (int) intervals[k] - 1;
			if (interval >= steps.length || !(steps[interval] > 0)) return Optional.empty();
			times[k] = (slots[k] - 1) * steps[interval] / 1000;
		}
		return Optional.of(times);
	}
}

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

package io.github.dicomvolumes.series.catalog;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.dicomvolumes.io.DicomFile;
import io.github.dicomvolumes.series.group.Group;
import io.github.dicomvolumes.series.group.Grouping;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.PixelBytes;

/**
 * Files that have fewer pixels than their headers say, as transfers leave them that were interrupted. They may complete
 * what the whole files of the series are, as a slice that is cut in part; they must not divide it or fill it with
 * places that nothing has.
 */
final class CutFiles {

	private final Map<DicomFile, Boolean> cut = new IdentityHashMap<>();

	/** The stacks of a series. */
	List<Stack> stacks(final Group series) {
		final List<Stack> all = assembled(series);
		final Map<Boolean, List<Frame>> byCut = series.frames()
			.stream()
			.collect(Collectors.partitioningBy(frame -> isCut(frame.file())));
		if (byCut.get(true).isEmpty() || byCut.get(false).isEmpty()) return all;
		final List<Stack> whole = assembled(part(series, byCut.get(false), List.of()));
		final boolean isBetter = all.size() <= whole.size() && all.stream().allMatch(CutFiles::isFull);
		if (isBetter || whole.stream().allMatch(w -> isKept(w, all))) return all;
		final List<Stack> apart = new ArrayList<>(whole);
		apart.addAll(assembled(part(series, byCut.get(true), List.of("pixel data that were cut"))));
		return apart;
	}

	private static List<Stack> assembled(final Group series) {
		return Grouping.of(series).stream().map(StackAssembler::assemble).toList();
	}

	private static Group part(final Group series, final List<Frame> frames, final List<String> reasons) {
		return new Group(frames, reasons, series.findings(), Double.NaN, Optional.empty(), series.progress());
	}

	/** Whether there is a frame for every place. */
	private static boolean isFull(final Stack stack) {
		return stack.frames().count() == stack.shape().planes();
	}

	/** Whether a stack is there in one, with no more than some slices besides. */
	private static boolean isKept(final Stack stack, final List<Stack> all) {
		final Set<List<Object>> frames = frames(stack);
		return all.stream()
			.anyMatch(
				s -> s.channels() == stack.channels() && s.times() == stack.times() && frames(s).containsAll(frames));
	}

	/** What names each frame, which grouping may replace by another that is placed otherwise. */
	private static Set<List<Object>> frames(final Stack stack) {
		return stack.frames().map(f -> List.<Object> of(f.name(), f.index())).collect(Collectors.toSet());
	}

	private boolean isCut(final DicomFile file) {
		return cut.computeIfAbsent(file, PixelBytes::areCut);
	}
}

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

package io.github.dicomvolumes.series.repeat;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.PixelBytes;
import io.github.dicomvolumes.series.object.TypicalHeader;

/** Which of some frames at one place is most likely the slice as it was written. */
final class Credibility {

	private final TypicalHeader header;
	private final TransferSyntax syntax;
	/** Looked at once for each file, however many frames it has. */
	private final Map<DicomFile, Boolean> cut = new IdentityHashMap<>();

	/** @param frames of the whole stack */
	Credibility(final List<Frame> frames) {
		header = TypicalHeader.of(frames.stream().map(Frame::attributes).toList());
		syntax = frames.stream()
			.collect(Collectors.groupingBy(frame -> frame.file().transferSyntax(), Collectors.counting()))
			.entrySet()
			.stream()
			.max(Map.Entry.comparingByValue())
			.map(Map.Entry::getKey)
			.orElseThrow();
	}

	/**
	 * Files that are not cut first, then those in the most common transfer syntax, then those whose headers are most
	 * like those of the others, then by {@link InstanceOrder}.
	 */
	List<Frame> sort(final List<Frame> same) {
		if (same.size() == 1) return same;
		return InstanceOrder.sort(same)
			.stream()
			.sorted(Comparator.comparing((Frame frame) -> isCut(frame.file()))
				.thenComparing(frame -> !frame.file().transferSyntax().equals(syntax))
				.thenComparingInt(frame -> header.contradictions(frame.attributes())))
			.toList();
	}

	private boolean isCut(final DicomFile file) {
		return cut.computeIfAbsent(file, PixelBytes::areCut);
	}
}

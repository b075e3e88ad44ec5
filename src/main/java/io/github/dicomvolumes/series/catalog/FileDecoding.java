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

import java.io.IOException;
import java.util.Optional;

import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.series.group.Group;
import io.github.dicomvolumes.series.group.Grouping;
import io.github.dicomvolumes.series.object.Frames;
import io.github.dicomvolumes.work.Progress;

/** Whether one file by itself, as a stack of its own, can be decoded. */
final class FileDecoding {

	private final Limits limits;
	private final Decoding ofStacks;

	/**
	 * @param limits of what files may hold
	 * @param ofStacks says it of stacks
	 */
	FileDecoding(final Limits limits, final Decoding ofStacks) {
		this.limits = limits;
		this.ofStacks = ofStacks;
	}

	/** Why the pixels of a file cannot be decoded, as far as its header tells; empty if they can. */
	Optional<String> unsupported(final DicomFile file) {
		return why(file, false);
	}

	/** Why the pixels of a file cannot be decoded, as trying tells; empty if they can. */
	Optional<String> unreadable(final DicomFile file) {
		return why(file, true);
	}

	private Optional<String> why(final DicomFile file, final boolean isTried) {
		try {
			final Group series = Grouping.bySeries(Frames.of(file, limits), Progress.NONE).get(0);
			final Stack stack = StackAssembler.assemble(Grouping.of(series).get(0));
			if (stack.unsupported().isPresent()) return stack.unsupported();
			return isTried ? ofStacks.unreadable(stack) : ofStacks.unsupported(stack);
		}
		catch (final IOException | RuntimeException exc) { // what no rule foresaw costs this file only
			return Optional.of("it cannot be read: " + Reasons.of(exc));
		}
	}
}

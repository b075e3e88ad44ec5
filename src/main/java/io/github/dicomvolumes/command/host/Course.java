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

package io.github.dicomvolumes.command.host;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a command is over all its phases, from 0 to 1, and never less than before: each phase has its part of the
 * way, and says how far it is within that.
 */
final class Course {

	/** What a phase takes of the way that is left, if nobody knows how many follow. */
	private static final double USUAL = 0.9;

	private final List<Phase> expected;
	private String phase = "";
	private double last, from, to, now;

	/** @param expected in their order; others may come, too, and some of these not */
	Course(final List<Phase> expected) {
		this.expected = new ArrayList<>(expected);
	}

	/** How far it is when a phase says how far it is itself. */
	double at(final String name, final long done, final long total) {
		return at(name, total <= 0 ? 0 : Math.min(1, (double) done / total));
	}

	/** @param part of the phase that is done, from 0 to 1 */
	double at(final String name, final double part) {
		if (!name.equals(phase) || part < last) begin(name);
		last = part;
		now = Math.max(now, from + part * (to - from));
		return now;
	}

	/** A phase that begins again gets a part of what is left. */
	private void begin(final String name) {
		phase = name;
		from = now;
		final int at = expected.stream().map(Phase::name).toList().indexOf(name);
		final double all = expected.stream().mapToDouble(Phase::share).sum();
		if (at < 0) to = from + USUAL * (1 - from) / (1 + expected.size());
		else {
			final double before = expected.subList(0, at).stream().mapToDouble(Phase::share).sum();
			to = from + (1 - from) * (before + expected.get(at).share()) / all;
			expected.subList(0, at + 1).clear();
		}
	}
}

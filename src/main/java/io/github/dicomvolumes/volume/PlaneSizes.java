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

package io.github.dicomvolumes.volume;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.volume.read.FrameReader;

/**
 * Refuses planes that are larger than a part of Java's memory, once and before one is allocated: neither a virtual
 * volume nor one in memory has a use for them, and whoever shows them needs as much again.
 */
final class PlaneSizes {

	private PlaneSizes() {}

	/**
	 * Excludes planes that are too large, or are parts of such planes in their files.
	 *
	 * @throws DicomException if no other is left
	 */
	static void check(final PlaneCodings codings, final PlanePlan plan, final Limits limits) throws DicomException {
		for (int i = 0; i < codings.size(); i++) {
			final FrameCoding coding = codings.coding(i);
			if (coding == null) continue;
			final long pixels = codings.reader(i).pixelsAtOnce(coding), bytes = pixels * plan.type().bytesPerPixel();
			if (bytes > limits.planeBytes()) codings.exclude(i, why(codings.reader(i), pixels, bytes, limits));
		}
		codings.requireSome();
	}

	private static String why(final FrameReader reader, final long pixels, final long bytes, final Limits limits) {
		final boolean isPart = reader.frame().columns() * (long) reader.frame().rows() < pixels;
		final Attributes header = reader.frame().attributes();
		final long columns = isPart ? header.orElse(Tag.COLUMNS, 0) : reader.frame().columns();
		final long rows = isPart ? header.orElse(Tag.ROWS, 0) : reader.frame().rows();
		return String.format(
			"%s %d x %s %d need %d MB for one plane; of Java's %d MB it may take %d " +
				"(Limits.planeBytes). Give Java more memory (Edit > Options > Memory & Threads).",
			Tag.describe(Tag.COLUMNS), columns, Tag.describe(Tag.ROWS), rows, (bytes >> 20) + 1,
			Runtime.getRuntime().maxMemory() >> 20, limits.planeBytes() >> 20);
	}
}

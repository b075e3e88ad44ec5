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

package io.github.dicomvolumes.view.picker;

import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.dicomvolumes.view.table.DataTable;

/** How large a volume is, of its row in a table, for people. */
final class VolumeTexts {

	private VolumeTexts() {}

	/** Voxels along each axis, the last ones left out if they are 1: 512 x 512 x 99. */
	static String size(final DataTable table, final int row) {
		return join(table, row, "Columns", "Rows", "Slices", "Channels", "Times").replaceFirst("( x 1){1,2}$", "");
	}

	/** In mm, if it is known: 0.5 x 0.5 x 3. */
	static String spacing(final DataTable table, final int row) {
		return join(table, row, "SpacingX", "SpacingY", "SpacingZ");
	}

	/** The values of some columns with " x " between, at most four decimals. */
	private static String join(final DataTable table, final int row, final String... columns) {
		final NumberFormat format = NumberFormat.getInstance(Locale.ROOT);
		format.setMaximumFractionDigits(4);
		format.setGroupingUsed(false);
		return Arrays.stream(columns)
			.map(column -> table.get(column, row))
			.map(text -> text.isEmpty() ? "?" : format.format(Double.parseDouble(text)))
			.collect(Collectors.joining(" x "));
	}
}

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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class DataTableTest {

	@Test
	void numbersKeepAllDigits() {
		final DataTable table = new DataTable("Numbers", "A");
		final Object[] values = { 0.564453125, 5.314878892733564, 0.1 + 0.2, 1e-9, -2.5, 99.0, -3.0, -0.0, 99,
			1234567890123L, Double.NaN, null, 1e300, Double.POSITIVE_INFINITY };
		for (final Object value : values)
			table.add(value);
		assertEquals(List.of("0.564453125", "5.314878892733564", "0.30000000000000004", "1.0E-9", "-2.5", "99", "-3",
			"0", "99", "1234567890123", "", "", "1.0E300", "Infinity"),
			table.rows().stream().map(row -> row.get(0)).toList());
		for (int i = 0; i < values.length; i++)
			if (values[i] instanceof Double number && !number.isNaN())
				assertEquals(number, Double.parseDouble(table.get("A", i)) + 0.0, 0.0);
	}

	@Test
	void rowsHaveAValueForEachColumn() {
		final DataTable table = new DataTable("Two", "A", "B");
		table.add("x", 1);
		table.add("y", 2.5);
		assertEquals(2, table.size());
		assertEquals("Two", table.title());
		assertEquals(List.of("A", "B"), table.columns());
		assertEquals("2.5", table.get("B", 1));
		assertThrows(IllegalArgumentException.class, () -> table.add("only one"));
		assertEquals("No column C, there are [A, B]",
			assertThrows(IllegalArgumentException.class, () -> table.get("C", 0)).getMessage());
	}
}

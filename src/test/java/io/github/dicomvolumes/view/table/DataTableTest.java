package io.github.dicomvolumes.view.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class DataTableTest {

	@Test
	void numbersKeepAllDigits() {
		final DataTable table = new DataTable("Numbers", "A");
		final Object[] values = { 0.564453125, 5.314878892733564, 0.1 + 0.2, 1e-9, -2.5, 99.0, -3.0, -0.0,
			99, 1234567890123L, Double.NaN, null, 1e300, Double.POSITIVE_INFINITY };
		for (final Object value : values)
			table.add(value);
		assertEquals(List.of("0.564453125", "5.314878892733564", "0.30000000000000004", "1.0E-9",
			"-2.5", "99", "-3", "0", "99", "1234567890123", "", "", "1.0E300", "Infinity"), table
				.rows().stream().map(row -> row.get(0)).toList());
		for (int i = 0; i < values.length; i++)
			if (values[i] instanceof Double number && !number.isNaN()) assertEquals(number, Double
				.parseDouble(table.get("A", i)) + 0.0, 0.0);
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
		assertEquals("No column C, there are [A, B]", assertThrows(IllegalArgumentException.class,
			() -> table.get("C", 0)).getMessage());
	}
}

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

package io.github.dicomvolumes.archive;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;

/** Asks an index, or the outcomes of a conversion, in Spark's SQL; see {@link Views} for the tables. */
public final class Query {

	/** As many rows are printed for people. */
	private static final int MOST = 1000;

	private Query() {}

	/**
	 * The rows that answer a question.
	 *
	 * @param folder of an index or of a conversion
	 * @throws IllegalArgumentException if the folder is neither
	 */
	public static Dataset<Row> of(final SparkSession spark, final String folder, final String sql) throws IOException {
		Views.register(spark, folder);
		return spark.sql(sql);
	}

	/** Prints rows as a table for people, at most 1000. */
	static void show(final Dataset<Row> rows) {
		rows.show(MOST, false);
	}

	/** Prints all rows as comma-separated values with a line of names first; lists within a value as JSON. */
	static void csv(final Dataset<Row> rows, final PrintStream out) {
		out.print(Arrays.stream(rows.columns()).map(Query::quoted).collect(Collectors.joining(",")) + "\n");
		final Column[] columns = Arrays.stream(rows.schema().fields()).map(Query::text).toArray(Column[]::new);
		for (final Iterator<Row> all = rows.select(columns).toLocalIterator(); all.hasNext();) {
			final Row row = all.next();
			out.print(IntStream.range(0, row.size())
				.mapToObj(i -> row.isNullAt(i) ? "" : quoted(row.getString(i)))
				.collect(Collectors.joining(",")) + "\n");
		}
		out.flush();
	}

	private static Column text(final StructField field) {
		final Column column = functions.col("`" + field.name().replace("`", "``") + "`");
		return field.dataType() instanceof ArrayType ? functions.to_json(column) : column.cast("string");
	}

	/** As RFC 4180 has it. */
	static String quoted(final String value) {
		final boolean isPlain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
		return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
	}
}

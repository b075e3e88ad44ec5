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
import java.util.List;

import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;

/**
 * The program for archives: makes an index of many files, answers questions about it, and converts the volumes that a
 * question names. Runs in Spark's local mode, or under {@code spark-submit}.
 */
public final class Archive {

	private static final String USAGE = """
										usage: index PLACE --out DIR [--reader NAME] [--force]
										       query DIR SQL [--csv]
										       convert DIR --where SQL --to nifti|dicom|statistics --out DIR [--force]
										PLACE is a folder, a zip archive, a DICOMDIR or one file; also a folder or file of hdfs://, s3a:// and
										others that Hadoop knows; or @FILE, a text with one of these a line. DIR is a folder, also of these.
										SQL asks the tables volumes and left_out, in the folder of a conversion outcomes and statistics.
										--force: takes the lock away from another run that writes there, which then ends.""";

	/** Where what was asked for goes, and what is said meanwhile. */
	private final PrintStream out, log;

	Archive(final PrintStream out, final PrintStream log) {
		this.out = out;
		this.log = log;
	}

	/** @param args see the usage that no arguments print */
	public static void main(final String... args) {
		try {
			final Arguments given = Arguments.of(List.of(args));
			try (SparkSession spark = Sessions.open()) {
				new Archive(System.out, System.err).run(spark, given);
			}
		}
		catch (final Exception exc) {
			System.err.println(message(exc));
			System.exit(1);
		}
	}

	/** What a person is told of a failure, without a trace. */
	static String message(final Exception failure) {
		if (failure instanceof AnalysisException sql) return sql.getSimpleMessage();
		if (failure instanceof IllegalArgumentException) return failure.getMessage() + "\n" + USAGE;
		return failure instanceof IllegalStateException ? failure.getMessage() : failure.toString();
	}

	void run(final SparkSession spark, final Arguments given) throws Exception {
		switch (given.command()) {
			case "index" -> out.println(Index.of(spark, given.place(), given.require("out"),
				IndexOptions.DEFAULT.withReader(given.option("reader", IndexOptions.DEFAULT.reader()))
					.withForce(given.has("force")),
				log::println));
			case "query" -> {
				final var rows = Query.of(spark, given.place(), given.word(2, "a question in SQL"));
				if (given.has("csv")) Query.csv(rows, out);
				else Query.show(rows);
			}
			case "convert" -> convert(spark, given);
			default -> throw new IllegalArgumentException("There is no command " + given.command() + ".");
		}
	}

	private void convert(final SparkSession spark, final Arguments given) throws IOException {
		final String folder = given.require("out");
		final Conversion.Outcome outcome = Conversion.of(spark, given.place(), given.require("where"),
			given.require("to"), folder, given.has("force"), log::println);
		out.println(outcome);
		if (outcome.failed() > 0)
			log.println("Why: query " + folder + " \"select Volume, Message from outcomes where State = 'failed'\"");
	}
}

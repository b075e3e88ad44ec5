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

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What SQL calls the rows of an index, and of conversions. */
final class Views {

	/** The tables of an index, and those of a folder that volumes were converted into. */
	static final String VOLUMES = "volumes", LEFT_OUT = "left_out", OUTCOMES = "outcomes", STATISTICS = "statistics";

	/** The order of the series table. */
	private static final String ORDER = "PatientName, PatientID, StudyDate, StudyInstanceUID, " +
		"coalesce(try_cast(SeriesNumber as int), 2147483647), SeriesInstanceUID, Position, Files[0], Volume";

	private Views() {}

	/**
	 * Names the rows of a folder.
	 *
	 * @throws IllegalArgumentException if there is neither an index nor a conversion in it
	 */
	static void register(final SparkSession spark, final String folder) throws IOException {
		final Storage storage = new Storage(folder, spark.sparkContext().hadoopConfiguration());
		final var index = Manifest.last(storage);
		final OutcomeStore outcomes = new OutcomeStore(spark, storage);
		if (index.isEmpty() && outcomes.isEmpty())
			throw new IllegalArgumentException("There is no index in " + storage + "; make one: index PLACE --out DIR");
		if (index.isPresent()) {
			final Dataset<Row> rows = new VolumeStore(spark, storage).read(index.get().table());
			rows.where("Kind = 'volume'")
				.selectExpr("concat('#', row_number() over (order by " + ORDER + ")) as Series", "*")
				.drop("File", "Reason", "Text", VolumeRow.KIND)
				.createOrReplaceTempView(VOLUMES);
			rows.where("Kind = 'left out'")
				.select("File", "Reason", "Text", "Modality", "SeriesNumber", "Description", "TransferSyntax",
					"SeriesInstanceUID", "PatientName", "PatientID", "StudyInstanceUID", "StudyID", "StudyDescription",
					"StudyDate", VolumeRow.STUDY_DAY, VolumeRow.SERIES_KEY)
				.createOrReplaceTempView(LEFT_OUT);
		}
		if (!outcomes.isEmpty()) {
			outcomes.read().drop(OutcomeStore.SEGMENTS).createOrReplaceTempView(OUTCOMES);
			outcomes.read()
				.selectExpr("Volume", "explode(" + OutcomeStore.SEGMENTS + ") as segment")
				.select("Volume", "segment.*")
				.createOrReplaceTempView(STATISTICS);
		}
	}
}

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

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Makes the connection to Spark: to what the user's configuration names, else to the processors of this machine. */
final class Sessions {

	/** Which class is the file system of local disks; on a cluster, not all of Spark knows the classes of a program. */
	static final String DISKS = "spark.hadoop.fs.file.impl";

	private Sessions() {}

	/** A new session, to be closed. */
	static SparkSession open() {
		final SparkConf conf = new SparkConf();
		conf.setIfMissing("spark.master", "local[*]");
		conf.setIfMissing("spark.app.name", "DICOM Volumes archive");
		conf.setIfMissing("spark.ui.enabled", "false");
		conf.setIfMissing("spark.log.level", "ERROR");
		conf.setIfMissing("spark.ui.showConsoleProgress", String.valueOf(System.console() != null));
		conf.setIfMissing("spark.sql.session.timeZone", "UTC");
		if (conf.get("spark.master").startsWith("local")) {
			conf.setIfMissing("spark.driver.host", "localhost");
			conf.setIfMissing(DISKS, DiskFileSystem.class.getName());
		}
		return SparkSession.builder().config(conf).getOrCreate();
	}
}

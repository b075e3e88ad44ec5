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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spark's standalone mode on the loopback: a master and two workers with an executor each, all processes of their own,
 * find the volumes of one scan; also if a worker with its executor is killed in the middle.
 */
class StandaloneClusterTest {

	private static final String MASTER = "org.apache.spark.deploy.master.Master",
		WORKER = "org.apache.spark.deploy.worker.Worker", HOST = "127.0.0.1";

	@TempDir
	Path folder;

	private final List<Process> processes = new ArrayList<>();

	/** The driver, in a process of its own: the master, a folder, and where the index goes. */
	public static void main(final String... args) throws IOException {
		final var conf = new org.apache.spark.SparkConf().setMaster(args[0])
			.set("spark.app.name", "cluster test")
			.set("spark.ui.enabled", "false")
			.set("spark.driver.host", HOST)
			.set("spark.driver.bindAddress", HOST)
			.set("spark.executor.memory", "512m")
			.set("spark.executor.cores", "1")
			.set("spark.executor.extraClassPath", Processes.classPath())
			.set("spark.executor.extraJavaOptions", String.join(" ", Processes.options()))
			.set("spark.task.maxFailures", "8")
			.set("spark.sql.shuffle.partitions", "3");
		try (var spark = org.apache.spark.sql.SparkSession.builder().config(conf).getOrCreate()) {
			Index.of(spark, args[1], args[2], IndexOptions.DEFAULT.withFiles(10, 40));
		}
	}

	@AfterEach
	void stop() throws InterruptedException {
		for (final Process process : processes) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly().waitFor();
		}
	}

	private Process start(final String mainClass, final String... args) throws IOException {
		final Process process = Processes.start(folder.resolve("log" + processes.size()), mainClass, args);
		processes.add(process);
		return process;
	}

	@Test
	void twoExecutorsAndOneKilledGiveTheSame() throws IOException, InterruptedException {
		final Path place = Files.createDirectory(folder.resolve("archive"));
		TestArchive.writeMixed(place, new Random(6));
		final int port = freePort();
		start(MASTER, "--host", HOST, "--port", "" + port, "--webui-port", "" + freePort());
		final String master = "spark://" + HOST + ":" + port;
		final List<Process> workers = new ArrayList<>();
		for (int n = 0; n < 2; n++)
			workers.add(start(WORKER, "--host", HOST, "--webui-port", "" + freePort(), "--cores", "1", "--memory",
				"512m", "--work-dir", folder.resolve("work" + n).toString(), master));
		final var expected = String.join("\n", Expected.rows(place));
		assertEquals(expected, indexed(master, place, folder.resolve("index"), null));
		assertEquals(expected, indexed(master, place, folder.resolve("index-killed"), workers.get(0)));
	}

	/** @param killed dies with its executor as soon as the first headers are written; null for none */
	private String indexed(final String master, final Path place, final Path out, final Process killed)
		throws IOException, InterruptedException
	{
		final Process driver = start(StandaloneClusterTest.class.getName(), master, place.toString(), out.toString());
		for (int i = 0; i < 2400 && killed != null && driver.isAlive() && !Files.exists(out.resolve("headers")); i++)
			Thread.sleep(25);
		if (killed != null) {
			final List<ProcessHandle> executors = killed.descendants().toList();
			assertTrue(driver.isAlive() && !executors.isEmpty(), "too late to kill an executor");
			killed.destroyForcibly();
			executors.forEach(ProcessHandle::destroyForcibly);
		}
		assertTrue(driver.waitFor(180, TimeUnit.SECONDS), () -> "no end: " + log());
		assertEquals(0, driver.exitValue(), this::log);
		return String.join("\n", Expected.indexed(LocalSpark.session(), out));
	}

	private String log() {
		try {
			return Files.readString(folder.resolve("log" + (processes.size() - 1)));
		}
		catch (final IOException exc) {
			return exc.toString();
		}
	}

	private static int freePort() throws IOException {
		try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
			return socket.getLocalPort();
		}
	}
}

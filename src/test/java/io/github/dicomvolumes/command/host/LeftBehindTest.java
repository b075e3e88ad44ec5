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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

import io.github.dicomvolumes.Machine;

/** A process that was killed leaves folders, which the next one deletes. */
public class LeftBehindTest {

	@TempDir
	Path folder;

	@Test
	void theFirstCommandDeletesWhatAKilledProcessLeft() throws IOException {
		final Path left = Files.createDirectory(folder.resolve("dicom-volumes-folder-17"));
		Files.createFile(left.resolve(".lock"));
		Files.writeString(Files.createDirectory(left.resolve("files")).resolve("IM00001.dcm"), "a patient");
		Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
		final List<String> command = Machine.java(
			List.of("-Djava.io.tmpdir=" + folder, "-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1"),
			FirstCommand.class);
		final Machine.Ended ended = Machine.run(command.toArray(String[]::new));
		assertEquals(0, ended.code(), ended.output());
		assertTrue(ended.output().contains("ran"), ended.output());
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(), files.filter(file -> file.toString().contains("dicom-volumes")).toList());
		}
	}

	/** A command, and nothing else; waits for what runs beside it. */
	static final class FirstCommand extends DicomCommand {

		public static void main(final String... none) throws InterruptedException {
			final FirstCommand command = new FirstCommand();
			command.setContext(new Context());
			command.run();
			for (final Thread thread : Thread.getAllStackTraces().keySet())
				if (thread.getName().contains("sweeping")) thread.join();
			System.exit(0);
		}

		@Override
		protected void execute() {
			System.out.println("ran");
		}
	}
}

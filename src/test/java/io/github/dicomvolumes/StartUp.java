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

package io.github.dicomvolumes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How long does it take from the start of a Java virtual machine to a volume in memory? Starts processes that open 99
 * slices of 512 x 512 x 16 bit, headless and with default flags, and others that do nothing, in turns; prints the
 * shortest and the middle time of each.
 */
public final class StartUp {

	private static final int ROUNDS = 15;

	private StartUp() {}

	/** @param args a folder, which is opened and nothing else done; "-" to do nothing at all; none to measure */
	public static void main(final String... args) throws IOException, InterruptedException {
		if (args.length > 0) {
			if (!args[0].equals("-") && DicomVolumes.open(Path.of(args[0])).stack().slices() == 0) System.exit(1);
			return;
		}
		final Path folder = Files.createTempDirectory("start-up");
		CtSlices.write(folder, 99, 512, 512);
		final double[] nothing = new double[ROUNDS], volume = new double[ROUNDS];
		for (int i = 0; i < ROUNDS; i++) {
			nothing[i] = seconds("-");
			volume[i] = seconds(folder.toString());
		}
		print("nothing", nothing);
		print("a volume of 99 slices", volume);
		CtSlices.delete(folder);
	}

	private static double seconds(final String argument) throws IOException, InterruptedException {
		final List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), StartUp.class.getName(),
			argument);
		final long start = System.nanoTime();
		final int code = new ProcessBuilder(command).inheritIO().start().waitFor();
		if (code != 0) throw new IllegalStateException("The process ended with " + code);
		return (System.nanoTime() - start) / 1e9;
	}

	private static void print(final String what, final double[] seconds) {
		Arrays.sort(seconds);
		System.out.printf("%s: %.2f s at best, %.2f s in the middle%n", what, seconds[0], seconds[seconds.length / 2]);
	}
}

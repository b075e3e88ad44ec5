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

package io.github.dicomvolumes.pixels.codec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Programs that compress a frame for {@link CodecBenchmark} and decode it, to be compared with. */
interface NativeCodec {

	/** Who decodes, or "-" if no program does. */
	String decoder();

	/**
	 * Compresses the samples of a frame.
	 *
	 * @param folder for files, any of which may be overwritten
	 */
	byte[] compress(byte[] samples, FrameShape shape, Path folder) throws IOException, InterruptedException;

	/** Processor time that {@link #decoder} takes for a frame at best, s; NaN if there is none. */
	default double decodingTime(final byte[] samples, final FrameShape shape, final Path folder)
		throws IOException, InterruptedException
	{
		return Double.NaN;
	}

	/** Runs a program in a folder; returns what it prints and then its user processor time in seconds. */
	static String run(final Path folder, final String... command) throws IOException, InterruptedException {
		final String[] timed = { "bash", "-c", "TIMEFORMAT=' %U'; time \"$@\"", "bash" };
		final Process process = new ProcessBuilder(Stream.of(timed, command).flatMap(Arrays::stream).toList())
			.directory(folder.toFile())
			.redirectErrorStream(true)
			.start();
		final String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) throw new IOException(String.join(" ", command) + " fails: " + printed);
		return printed;
	}
}

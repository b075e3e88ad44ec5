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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** OpenJPEG, which decodes a single frame; it compresses as JPEG 2000, where another program does not as HTJ2K. */
class OpenJpegCodec implements NativeCodec {

	private static final int RUNS = 5;
	/** What it prints: without reading options and writing the image, in its own processor time. */
	private static final Pattern TIME = Pattern.compile("decode time: (\\d+) ms");

	protected final String[] options;

	OpenJpegCodec(final String... options) {
		this.options = options;
	}

	@Override
	public final String decoder() {
		return "opj_decompress";
	}

	@Override
	public byte[] compress(final byte[] samples, final FrameShape shape, final Path folder)
		throws IOException, InterruptedException
	{
		Files.write(folder.resolve("in.rawl"), samples);
		final List<String> line = new ArrayList<>(List.of("opj_compress", "-i", "in.rawl", "-o", "out.j2k", "-F",
			shape.columns() + "," + shape.rows() + ",1," + shape.bitsStored() + ",u"));
		line.addAll(List.of(options));
		NativeCodec.run(folder, line.toArray(String[]::new));
		return Files.readAllBytes(folder.resolve("out.j2k"));
	}

	@Override
	public final double decodingTime(final byte[] samples, final FrameShape shape, final Path folder)
		throws IOException, InterruptedException
	{
		Files.write(folder.resolve("frame.j2k"), compress(samples, shape, folder));
		int best = Integer.MAX_VALUE;
		for (int i = 0; i < RUNS; i++) {
			final String printed = NativeCodec.run(folder, decoder(), "-i", "frame.j2k", "-o", "decoded.rawl");
			final Matcher matcher = TIME.matcher(printed);
			if (!matcher.find()) throw new IOException("No time in: " + printed);
			best = Math.min(best, Integer.parseInt(matcher.group(1)));
		}
		return best / 1e3;
	}
}

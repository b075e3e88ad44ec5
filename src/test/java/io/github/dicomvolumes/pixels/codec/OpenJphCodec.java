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

/**
 * HTJ2K, compressed by the npm package @cornerstonejs/codec-openjph, which is looked for in {@value #FOLDER}, and
 * decoded by OpenJPEG.
 */
final class OpenJphCodec extends OpenJpegCodec {

	private static final String FOLDER = "target/openjph";
	private static final Path SCRIPT = Path
		.of("src/test/resources/io/github/dicomvolumes/pixels/codec/jpeg2000/htj2k.mjs");

	/** @param options of {@code htj2k.mjs} */
	OpenJphCodec(final String options) {
		super(options);
	}

	@Override
	public byte[] compress(final byte[] samples, final FrameShape shape, final Path folder)
		throws IOException, InterruptedException
	{
		final Path in = folder.resolve("in.raw"), out = folder.resolve("out.jhc");
		Files.write(in, samples);
		NativeCodec.run(Path.of(FOLDER), "node", SCRIPT.toAbsolutePath().toString(), in.toString(),
			String.valueOf(shape.columns()), String.valueOf(shape.rows()), "1", String.valueOf(shape.bitsStored()), "u",
			out.toString(), options[0]);
		return Files.readAllBytes(out);
	}
}

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

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.TransferSyntax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Looks for streams that make a decoder fail, hang or fill the memory: a target for Jazzer, which changes streams
 * towards code that none has reached yet. The tests change them at random ({@link FrameDecoderContract}); this is the
 * long run, of one decoder: "rle", "deflated", "jpeg", "jpegls" or "jpeg2000".
 *
 * <pre>
 * mvn dependency:copy -Dartifact=com.code-intelligence:jazzer:0.24.0 -DoutputDirectory=target/fuzz
 * mvn dependency:copy -Dartifact=com.code-intelligence:jazzer-api:0.24.0 -DoutputDirectory=target/fuzz
 * mvn -q test-compile
 * java -cp target/classes:target/test-classes io.github.dicomvolumes.pixels.codec.CodecFuzzer jpeg target/fuzz/jpeg
 * java -Xmx512m -cp "target/classes:target/test-classes:target/fuzz/*" com.code_intelligence.jazzer.Jazzer \
 *     --target_class=io.github.dicomvolumes.pixels.codec.CodecFuzzer --target_args=jpeg \
 *     --instrumentation_includes='io.github.dicomvolumes.**' target/fuzz/jpeg \
 *     -max_total_time=180 -timeout=10 -max_len=20000 -rss_limit_mb=3000
 * </pre>
 *
 * An input is a number, one byte, of the shapes of the fixtures, and a stream.
 */
public final class CodecFuzzer {

	private static final Map<String, String> SYNTAXES = Map.of("rle", "5", "deflated", "8.1", "jpeg", "4.50", "jpegls",
		"4.80", "jpeg2000", "4.90");

	private static FrameDecoder decoder;
	private static List<FrameShape> shapes;

	private CodecFuzzer() {}

	/** Called by Jazzer before all streams. */
	public static void fuzzerInitialize(final String[] args) {
		decoder = FrameDecoders.of(TransferSyntax.of("1.2.840.10008.1.2." + SYNTAXES.get(args[0])))
			.orElseThrow()
			.decoder();
		shapes = shapes(args[0]);
	}

	/** Called by Jazzer with each stream. */
	public static void fuzzerTestOneInput(final byte[] input) {
		if (input.length == 0) return;
		final FrameShape shape = shapes.get((input[0] & 0xFF) % shapes.size());
		try {
			final DecodedFrame frame = decoder.decode(Arrays.copyOfRange(input, 1, input.length), shape,
				new byte[(int) shape.bytes()]);
			final int pixels = shape.columns() * shape.rows();
			if (frame.pixels() <= 0 || frame.pixels() > pixels) throw new IllegalStateException(frame.toString());
			if (frame.pixels() < pixels && frame.damage().isEmpty())
				throw new IllegalStateException("Silent: " + frame);
		}
		catch (final DicomException exc) {
			if (exc.getMessage().length() < 10) throw new IllegalStateException("No message", exc);
		}
	}

	private static List<FrameShape> shapes(final String family) {
		return CodecFixture.of(family).stream().map(CodecFixture::shape).distinct().toList();
	}

	/** Writes the fixtures of a decoder, the first argument, into a folder, the second, for Jazzer to begin with. */
	public static void main(final String[] args) throws IOException {
		final Path folder = Files.createDirectories(Path.of(args[1]));
		for (final CodecFixture fixture : CodecFixture.of(args[0])) {
			final byte[] input = new byte[1 + fixture.data().length];
			input[0] = (byte) shapes(args[0]).indexOf(fixture.shape());
			System.arraycopy(fixture.data(), 0, input, 1, fixture.data().length);
			Files.write(folder.resolve(fixture.name()), input);
		}
	}
}

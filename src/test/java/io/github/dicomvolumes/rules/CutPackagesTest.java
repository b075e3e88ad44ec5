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

package io.github.dicomvolumes.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.TransferSyntax;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A small file in every kind of packaging, cut at every byte: what is said has words, and an intact series stays. */
class CutPackagesTest {

	private static final TransferSyntax DEFLATED = TransferSyntax.of("1.2.840.10008.1.2.1.99");

	private static final Pattern NULL = Pattern.compile("\\bnull\\b");

	enum Kind {

		PLAIN("dcm"), DEFLATED_SET("dcm"), RLE("dcm"), GZIP("gz"), GZIP_OF_FRAMES("gz"), GZIP_OF_DEFLATED("gz"),
		ZIP("zip"), ZIP_OF_DEFLATED("zip"), CUT_IN_ZIP("zip");

		private final String extension;

		Kind(final String extension) {
			this.extension = extension;
		}

		byte[] whole() throws IOException {
			return switch (this) {
				case PLAIN -> small().toBytes(0);
				case DEFLATED_SET -> small().syntax(DEFLATED).toBytes(0);
				case RLE -> Encapsulated.rleFile(small().attributes(0));
				case GZIP -> gzip(small().toBytes(0));
				case GZIP_OF_FRAMES -> gzip(small().frames(3).toBytes(0));
				case GZIP_OF_DEFLATED -> gzip(small().syntax(DEFLATED).toBytes(0));
				case ZIP -> zip(small().toBytes(0));
				case ZIP_OF_DEFLATED -> zip(small().syntax(DEFLATED).toBytes(0));
				case CUT_IN_ZIP -> small().frames(3).syntax(DEFLATED).toBytes(0);
			};
		}

		/** The first bytes: of the archive, or of the file in a whole archive. */
		byte[] cut(final byte[] whole, final int length) throws IOException {
			final byte[] cut = Arrays.copyOf(whole, length);
			return this == CUT_IN_ZIP ? zip(cut) : cut;
		}
	}

	private static SyntheticSeries small() {
		return new SyntheticSeries("cut").slices(1).size(4, 3);
	}

	private static byte[] gzip(final byte[] bytes) throws IOException {
		final var out = new ByteArrayOutputStream();
		try (OutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(bytes);
		}
		return out.toByteArray();
	}

	private static byte[] zip(final byte[] bytes) throws IOException {
		final var out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry("a.dcm"));
			zip.write(bytes);
		}
		return out.toByteArray();
	}

	/** Where the compression is to blame, a copy helps. */
	private static boolean isInWords(final String text) {
		final boolean hasWayOut = !text.contains("compressed data") || text.contains("copy");
		return hasWayOut && !NULL.matcher(text).find() && !text.contains("software fail");
	}

	@ParameterizedTest
	@EnumSource
	void everyCutIsToldInWords(final Kind kind, @TempDir final Path folder) throws IOException {
		new SyntheticSeries("intact").slices(2).size(4, 3).write(folder);
		final byte[] whole = kind.whole();
		final Path file = folder.resolve("cut." + kind.extension);
		for (int length = 0; length <= whole.length; length++) {
			Files.write(file, kind.cut(whole, length));
			final Said said = Said.of(folder, length % 2 == 0);
			for (final String text : said.texts())
				assertTrue(isInWords(text), kind + " cut at " + length + ": " + text);
			assertEquals(1, said.volumes().stream().filter(v -> v.name().contains("intact")).count(),
				kind + " cut at " + length);
		}
	}
}

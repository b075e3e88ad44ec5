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

package io.github.dicomvolumes.io.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.ByteBuilder;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R64: archives that were made to take memory or time cost neither, and nothing of what lies beside them. */
class HostileArchivesTest {

	private static final int SEQUENCE = 0x00081115, PRIVATE = 0x00091000;
	/** Far more than is needed, on a machine that does much else. */
	private static final Duration LIMIT = Duration.ofSeconds(20);

	/** What a few kilobytes inflate to. */
	enum Attack {

		EQUAL_ELEMENTS("elements side by side") {

			@Override
			void put(final ByteBuilder file) {
				repeat(file, ByteBuilder.little().element(PRIVATE + 1, "LO", ""), 1_000_000);
			}
		},
		EMPTY_ITEMS("makes the header longer") {

			@Override
			void put(final ByteBuilder file) {
				file.longHeader(SEQUENCE, "SQ", ByteBuilder.UNDEFINED);
				repeat(file, ByteBuilder.little().tag(Tag.ITEM).u32(0), 1_000_000);
				file.endSequence();
			}
		},
		ITEMS("makes the header longer") {

			@Override
			void put(final ByteBuilder file) {
				file.longHeader(SEQUENCE, "SQ", ByteBuilder.UNDEFINED);
				repeat(file, ByteBuilder.little().item(ByteBuilder.little().element(0x00081155, "UI", "1.2.3\0")),
					500_000);
				file.endSequence();
			}
		},
		DELIMITERS("makes the header longer") {

			@Override
			void put(final ByteBuilder file) {
				repeat(file, ByteBuilder.little().endItem(), 5_000_000);
			}
		},
		VALUES("makes the header longer") {

			@Override
			void put(final ByteBuilder file) {
				final byte[] zeros = new byte[60_000];
				for (int i = 0; i < 2000; i++)
					file.longElement(PRIVATE + i, "UN", zeros);
			}
		},
		VALUES_LEFT_IN_THE_FILE("too much for its size on disk") {

			@Override
			void put(final ByteBuilder file) {
				final byte[] zeros = new byte[1 << 20];
				for (int i = 0; i < 100; i++)
					file.longElement(PRIVATE + i, "UN", zeros);
			}
		};

		private final String why;

		Attack(final String why) {
			this.why = why;
		}

		abstract void put(ByteBuilder file);

		private static void repeat(final ByteBuilder file, final ByteBuilder what, final int times) {
			final byte[] one = what.bytes(), block = new byte[1000 * one.length];
			for (int i = 0; i < 1000; i++)
				System.arraycopy(one, 0, block, i * one.length, one.length);
			for (int i = 0; i < times / 1000; i++)
				file.raw(block);
		}

		byte[] file() {
			final ByteBuilder file = ByteBuilder.part10(ByteBuilder.EXPLICIT)
				.element(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.7\0");
			put(file);
			return file.image().bytes();
		}
	}

	@TempDir
	Path folder;

	HeaderReader reader() {
		return HeaderReaders.BUILT_IN;
	}

	@ParameterizedTest
	@EnumSource
	void inflatesToMuchMore(final Attack attack) throws IOException {
		final byte[] file = attack.file();
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("attack.zip")))) {
			zip.setLevel(Deflater.BEST_SPEED);
			for (int i = 0; i < 8; i++) {
				zip.putNextEntry(new ZipEntry("IM" + i));
				zip.write(file);
			}
		}
		try (GZIPOutputStream gz = new GZIPOutputStream(Files.newOutputStream(folder.resolve("attack.dcm.gz")))) {
			gz.write(file);
		}
		final SeriesCatalog catalog = scanBesideGood();
		assertTrue(catalog.skipped().size() >= 5, catalog.skipped().toString()); // the first of an archive may be read
		for (final Skipped skipped : catalog.skipped()) {
			final boolean isNamed = skipped.text().contains(attack.why) || skipped.text().contains("size on disk");
			assertTrue(isNamed && skipped.text().contains("(Limits."), skipped.text());
		}
	}

	/** A thousand names for the same bytes: 60 kB that would give 6 GB. */
	@Test
	void overlappingEntries() throws IOException {
		Files.write(folder.resolve("overlap.zip"), overlapping(1000, new byte[6_000_000]));
		final SeriesCatalog catalog = scanBesideGood();
		assertEquals(1, catalog.skipped().size());
		assertEquals(Skipped.Reason.UNREADABLE, catalog.skipped().get(0).reason());
		assertTrue(catalog.skipped().get(0).text().startsWith("its 1000 entries overlap"),
			catalog.skipped().get(0).text());
	}

	/** An archive whose entries do not overlap is none of these, however well it is compressed. */
	@Test
	void soundArchivesAreRead() throws IOException {
		new SyntheticSeries().values((k, r, c) -> 0).slices(200).writeZip(folder.resolve("zeros.zip"));
		final SeriesCatalog catalog = DicomVolumes.scan(folder, ImportOptions.DEFAULT.withReader(reader()));
		assertEquals(200, catalog.stacks().get(0).files().size());
		assertEquals(List.of(), catalog.skipped());
	}

	/** Each of many small files claims as many frames as it can. */
	@Test
	void claimsOfFrames() throws IOException {
		final Limits limits = Limits.DEFAULT.times(1 / 256.0);
		final int frames = limits.frames();
		final byte[] pixels = new byte[frames];
		for (int i = 0; i < 2 * limits.allFrames() / frames; i++)
			try (GZIPOutputStream gz = new GZIPOutputStream(Files.newOutputStream(folder.resolve(i + ".dcm.gz")))) {
				gz.write(ByteBuilder.part10(ByteBuilder.EXPLICIT)
					.element(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.7\0")
					.element(Tag.SERIES_INSTANCE_UID, "UI", "1.2." + i % 10 + "\0")
					.us(Tag.SAMPLES_PER_PIXEL, 1)
					.element(Tag.NUMBER_OF_FRAMES, "IS", "2000000000")
					.us(Tag.ROWS, 1)
					.us(Tag.COLUMNS, 1)
					.us(Tag.BITS_ALLOCATED, 8)
					.longElement(Tag.PIXEL_DATA, "OB", pixels)
					.bytes());
			}
		final SeriesCatalog catalog = scanBesideGood(limits);
		final long held = catalog.stacks().stream().mapToLong(s -> s.frames().size()).sum();
		assertTrue(held <= limits.allFrames() + 5, held + " frames");
		assertEquals(Skipped.Reason.NO_MEMORY, catalog.skipped().get(0).reason());
		assertTrue(catalog.skipped().get(0).text().contains("Limits.allFrames"), catalog.skipped().get(0).text());
	}

	/** Headers that differ in half of their values: what is shared is free, what each keeps is not. */
	@Test
	void headersThatShareOnlyHalf() throws IOException {
		final Limits usual = Limits.DEFAULT,
			limits = new Limits(usual.nesting(), usual.elements(), 64 << 20, 16 << 20, usual.inflatedBytes(), 100_000,
				usual.unpackedBytes(), usual.frames(), usual.allFrames(), usual.planeBytes());
		for (int i = 0; i < 30; i++) {
			final ByteBuilder file = ByteBuilder.part10(ByteBuilder.EXPLICIT)
				.element(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.7\0");
			for (int value = 0; value < 30; value++) {
				final byte[] bytes = new byte[60_000];
				java.util.Arrays.fill(bytes, (byte) (value < 14 ? i : 0));
				file.longElement(PRIVATE + value, "UN", bytes);
			}
			try (GZIPOutputStream gz = new GZIPOutputStream(Files.newOutputStream(folder.resolve(i + ".dcm.gz")))) {
				gz.write(file.image().bytes());
			}
		}
		final SeriesCatalog catalog = scanBesideGood(limits);
		final int kept = catalog.scan().files().size() - 5;
		assertTrue(kept > 12 && kept <= 20, kept + " of 840 kB each and one of 1,800 kB in 16 MiB");
		assertEquals(Skipped.Reason.NO_MEMORY, catalog.skipped().get(0).reason());
		assertTrue(catalog.skipped().get(0).text().contains("Limits.allHeaderBytes"), catalog.skipped().get(0).text());
	}

	/** A few hundred bytes claim 500 GB. */
	@Test
	void whatAGzipCannotHoldIsNotTried() throws IOException {
		try (GZIPOutputStream gz = new GZIPOutputStream(Files.newOutputStream(folder.resolve("claim.dcm.gz")))) {
			gz.write(ByteBuilder.part10(ByteBuilder.EXPLICIT)
				.element(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.7\0")
				.us(Tag.SAMPLES_PER_PIXEL, 1)
				.element(Tag.NUMBER_OF_FRAMES, "IS", "262144")
				.us(Tag.ROWS, 1000)
				.us(Tag.COLUMNS, 1000)
				.us(Tag.BITS_ALLOCATED, 16)
				.longHeader(Tag.PIXEL_DATA, "OW", 0xFFFFFFFE)
				.raw(new byte[50])
				.bytes());
		}
		final SeriesCatalog catalog = scanBesideGood();
		assertEquals(2, catalog.stacks().size());
		assertTrue(catalog.stacks().stream().allMatch(s -> s.frames().size() <= 5));
	}

	private SeriesCatalog scanBesideGood() throws IOException {
		return scanBesideGood(Limits.DEFAULT);
	}

	/** Scans with an intact series beside, which is found. */
	private SeriesCatalog scanBesideGood(final Limits limits) throws IOException {
		final var good = new SyntheticSeries("good");
		good.write(folder);
		final SeriesCatalog catalog = assertTimeoutPreemptively(LIMIT,
			() -> DicomVolumes.scan(folder, ImportOptions.DEFAULT.withReader(reader()).withLimits(limits)));
		final var stack = catalog.stacks()
			.stream()
			.filter(s -> s.attributes().orElse(Tag.SERIES_INSTANCE_UID, "").equals(good.seriesInstanceUid()))
			.findFirst()
			.orElseThrow();
		assertEquals(5, stack.frames().size());
		return catalog;
	}

	/** An archive in which many entries have the same bytes (APPNOTE 4.3). */
	private static byte[] overlapping(final int entries, final byte[] content) {
		final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
		deflater.setInput(content);
		deflater.finish();
		final byte[] packed = new byte[content.length / 2];
		final int size = deflater.deflate(packed);
		deflater.end();
		final CRC32 crc = new CRC32();
		crc.update(content);
		final ByteBuffer out = ByteBuffer.allocate(100 + size + 60 * entries).order(ByteOrder.LITTLE_ENDIAN);
		out.putInt(0x04034B50).putShort((short) 20).putShort((short) 0).putShort((short) 8).putInt(0x210000);
		out.putInt((int) crc.getValue()).putInt(size).putInt(content.length).putShort((short) 5).putShort((short) 0);
		out.put("00000".getBytes()).put(packed, 0, size);
		final int directory = out.position();
		for (int i = 0; i < entries; i++) {
			out.putInt(0x02014B50).putInt(20 << 16 | 20).putShort((short) 0).putShort((short) 8).putInt(0x210000);
			out.putInt((int) crc.getValue()).putInt(size).putInt(content.length).putShort((short) 5);
			out.putLong(0).putLong(0).put("%05d".formatted(i).getBytes());
		}
		final int length = out.position() - directory;
		out.putInt(0x06054B50).putInt(0).putShort((short) entries).putShort((short) entries).putInt(length);
		out.putInt(directory).putShort((short) 0);
		return java.util.Arrays.copyOf(out.array(), out.position());
	}
}

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

package io.github.dicomvolumes.io.header;

import static io.github.dicomvolumes.io.header.ByteBuilder.DEFLATED;
import static io.github.dicomvolumes.io.header.ByteBuilder.EXPLICIT;
import static io.github.dicomvolumes.io.header.ByteBuilder.IMPLICIT;
import static io.github.dicomvolumes.io.header.ByteBuilder.UNDEFINED;
import static io.github.dicomvolumes.io.header.ByteBuilder.deflate;
import static io.github.dicomvolumes.io.header.ByteBuilder.little;
import static io.github.dicomvolumes.io.header.ByteBuilder.part10;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.DicomWriter;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.io.source.Source;

import org.junit.jupiter.api.Test;

/** Files that are damaged or made to harm: reading ends soon, with a result or an IOException, in little memory. */
class HostileFilesTest {

	private static final int SEQUENCE = 0x00081115;
	private static final int UNKNOWN = 0x00291010;

	/** The reader that is tested. */
	HeaderReader reader() {
		return HeaderReaders.BUILT_IN;
	}

	@Test
	void mutatedFilesAreReadOrRefused() throws IOException {
		final Random random = new Random(10);
		final List<byte[]> seeds = seeds();
		assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
			for (int round = 0; round < 3000; round++)
				readOrRefuse(mutated(seeds.get(round % seeds.size()), random));
		});
	}

	@Test
	void filesCutAnywhereAreReadOrRefused() throws IOException {
		for (final byte[] seed : synthetic())
			for (int length = 0; length < seed.length; length++)
				readOrRefuse(Arrays.copyOf(seed, length));
	}

	@Test
	void lengthsThatLie() {
		for (final String vr : List.of("OB", "UN", "UT", "SQ"))
			for (final int length : new int[] { 0xFFFFFFFE, 0x7FFFFFFF, 0x7FFFFFF0, 100_000 })
				refusedWithin(200_000, part10(EXPLICIT).us(0x00080040, 1).longHeader(0x00420011, vr, length));
		refusedWithin(200_000,
			part10(IMPLICIT).implicit(0x00080040, (byte) 1, (byte) 0)
				.tag(SEQUENCE)
				.u32(0xFFFFFFFE)
				.tag(Tag.ITEM)
				.u32(0xFFFFFFFE));
		refusedWithin(200_000,
			part10(EXPLICIT).us(0x00080040, 1).longHeader(SEQUENCE, "SQ", UNDEFINED).tag(Tag.ITEM).u32(0xFFFFFFFE));
		refusedWithin(200_000,
			part10(EXPLICIT).us(0x00080040, 1).longHeader(UNKNOWN, "OB", UNDEFINED).tag(Tag.ITEM).u32(0xFFFFFFFE));
	}

	@Test
	void deepNesting() {
		final var explicit = part10(EXPLICIT).us(0x00080040, 1);
		final var implicit = part10(IMPLICIT).implicit(0x00080040, (byte) 1, (byte) 0);
		final var unknown = part10(EXPLICIT).us(0x00080040, 1)
			.longHeader(UNKNOWN, "UN", UNDEFINED)
			.tag(Tag.ITEM)
			.u32(UNDEFINED);
		for (int level = 0; level < 100_000; level++) {
			explicit.longHeader(SEQUENCE, "SQ", UNDEFINED).tag(Tag.ITEM).u32(UNDEFINED);
			implicit.tag(UNKNOWN).u32(UNDEFINED).tag(Tag.ITEM).u32(UNDEFINED);
			unknown.tag(UNKNOWN).u32(UNDEFINED).tag(Tag.ITEM).u32(UNDEFINED);
		}
		for (final ByteBuilder file : List.of(explicit, implicit, unknown))
			assertTrue(refusedWithin(500_000, file).contains("nested deeper"));
	}

	/** Each UN holds an item with a UN: none may be copied or parsed once per level around it. */
	@Test
	void unknownInUnknown() throws IOException {
		byte[] content = new byte[50_000];
		for (int level = 0; level < 100 && content.length < 60_000; level++)
			content = little().item(little().implicit(UNKNOWN, content)).bytes();
		final byte[] file = part10(EXPLICIT).us(0x00080040, 1).longElement(UNKNOWN, "UN", content).image().bytes();
		assertTrue(allocated(() -> reader().read(ByteBuilder.source(file))) < 12 * 60_000);
	}

	@Test
	void manyEmptyItems() {
		final var items = little();
		final byte[] empty = little().tag(Tag.ITEM).u32(0).bytes();
		for (int i = 0; i < 1_000_000; i++)
			items.raw(empty);
		assertTrue(refusedWithin(256L << 20,
			part10(EXPLICIT).us(0x00080040, 1).longHeader(SEQUENCE, "SQ", UNDEFINED).raw(items))
			.contains("longer than 64 MiB"));
	}

	/** Was quadratic: every one built all attributes before it to learn the character set. */
	@Test
	void manyCharacterSets() throws IOException {
		final var b = part10(EXPLICIT).us(0x00080001, 1);
		for (int i = 0; i < 100_000; i++)
			b.element(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 192");
		final byte[] file = b.image().bytes();
		assertTrue(allocated(() -> reader().read(ByteBuilder.source(file))) < 200L << 20);
	}

	@Test
	void deflateBombs() throws IOException {
		final byte[] megabyte = new byte[1 << 20];
		// one value that is skipped, values that would be kept, and zeros behind the data set
		final var kept = little().us(0x00080040, 1);
		for (int i = 0; i < 100; i++)
			kept.longElement(0x00420011, "OB", megabyte);
		final byte[] keptFile = part10(DEFLATED).raw(deflate(kept.bytes())).bytes();
		assertTrue(keptFile.length < 200_000);
		assertTrue(refusedWithin(300L << 20, ByteBuilder.source(keptFile)).contains("64 MiB"));

		final var skipped = little().us(0x00080040, 1).longHeader(UNKNOWN, "OB", 0xFFFFFFF0).raw(new byte[20 << 20]);
		refusedWithin(1_000_000, part10(DEFLATED).raw(deflate(skipped.bytes())));

		final byte[] zeros = part10(DEFLATED).raw(deflate(little().us(0x00080040, 1).raw(new byte[20 << 20]).bytes()))
			.bytes();
		assertTrue(allocated(() -> reader().read(ByteBuilder.source(zeros))) < 1_000_000);
	}

	@Test
	void aStreamWithoutEnd() {
		final Source endless = new Source() {

			@Override
			public String name() {
				return "endless";
			}

			@Override
			public long length() {
				return -1;
			}

			@Override
			public ReadableByteChannel open(final long position) {
				final byte[] start = part10(EXPLICIT).us(0x00080040, 1).longHeader(UNKNOWN, "OB", 0xFFFFFFF0).bytes();
				return Channels.newChannel(new SequenceInputStream(new ByteArrayInputStream(start), new InputStream() {

					@Override
					public int read() {
						return 0;
					}

					@Override
					public int read(final byte[] bytes, final int offset, final int length) {
						return length;
					}
				}));
			}
		};
		assertTrue(refusedWithin(4_000_000, endless).contains(limitOfEndless()));
	}

	/** The first limit that a stream without end comes to. */
	String limitOfEndless() {
		return "64 MiB of all files";
	}

	// -- Helpers --

	private void readOrRefuse(final byte[] file) {
		try {
			final DicomFile read = reader().read(ByteBuilder.source(file));
			read.attributes().toString();
			if (read.pixelData() != null) try (var in = Channels.newInputStream(read.openPixels(OpenSources.NONE, 0))) {
				in.read();
			}
		}
		catch (final IOException exc) {
			assertTrue(exc.getMessage() != null && !exc.getMessage().isBlank());
		}
	}

	private String refusedWithin(final long bytes, final ByteBuilder file) {
		return refusedWithin(bytes, file.source());
	}

	/** The message with which a file is refused, using no more memory than given. */
	private String refusedWithin(final long bytes, final Source source) {
		final String[] message = new String[1];
		final long allocated = allocated(
			() -> message[0] = assertThrows(DicomException.class, () -> reader().read(source)).getMessage());
		assertTrue(allocated < bytes, allocated + " bytes were allocated: " + message[0]);
		return message[0];
	}

	interface Work {

		void run() throws IOException;
	}

	final long allocated(final Work work) {
		final var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
		final long id = Thread.currentThread().getId();
		try {
			reader().read(part10(EXPLICIT).element(Tag.MODALITY, "CS", "CT").image().source()); // loads classes and the dictionary
			Tag.describe(UNKNOWN);
			final long before = threads.getThreadAllocatedBytes(id);
			work.run();
			return threads.getThreadAllocatedBytes(id) - before;
		}
		catch (final IOException exc) {
			throw new AssertionError(exc);
		}
	}

	static byte[] mutated(final byte[] seed, final Random random) {
		final byte[] file = random.nextInt(8) == 0 ? Arrays.copyOf(seed, random.nextInt(seed.length)) : seed.clone();
		for (int n = 1 + random.nextInt(6); n > 0 && file.length > 0; n--) {
			final int at = random.nextInt(Math.min(file.length, 4000));
			switch (random.nextInt(4)) {
				case 0 -> file[at] = (byte) random.nextInt();
				case 1 -> file[at] ^= 1 << random.nextInt(8);
				case 2 -> file[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
				default -> { // a piece of itself elsewhere
					final int from = random.nextInt(file.length);
					final int count = Math.min(random.nextInt(24), file.length - Math.max(at, from));
					System.arraycopy(file, from, file, at, count);
				}
			}
		}
		return file;
	}

	static List<byte[]> seeds() throws IOException {
		final List<byte[]> seeds = new ArrayList<>(synthetic());
		for (final String name : List.of("CT_small.dcm", "MR_small_implicit.dcm", "MR_small_bigendian.dcm",
			"image_dfl.dcm", "UN_sequence.dcm", "nested_priv_SQ.dcm", "rtplan.dcm", "test-SR.dcm", "no_meta.dcm",
			"JPEG2000-embedded-sequence-delimiter.dcm", "dicomdirtests/DICOMDIR", "SC_rgb_small_odd_jpeg.dcm"))
		{
			final Path file = Path.of("../shared/data/pydicom", name);
			if (Files.exists(file)) seeds.add(Files.readAllBytes(file));
		}
		return seeds;
	}

	private static List<byte[]> synthetic() {
		final var innermost = Attributes.builder().put(Tag.MODALITY, "MR").put(Tag.ROWS, 7).build();
		final var item = Attributes.builder()
			.put(Tag.PATIENT_NAME, "Doe^Jane")
			.put(SEQUENCE, List.of(innermost, Attributes.EMPTY))
			.build();
		final Attributes image = Attributes.builder()
			.put(Tag.SOP_CLASS_UID, "1.2.3")
			.put(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
			.put(SEQUENCE, List.of(item, item))
			.put(UNKNOWN, VR.UN, (byte) 1, (byte) 2)
			.put(Tag.PIXEL_SPACING, 0.5, 2)
			.put(Tag.ROWS, 2)
			.put(Tag.COLUMNS, 2)
			.put(Tag.PIXEL_DATA, VR.OB, (byte) 1, (byte) 2, (byte) 3, (byte) 4)
			.build();
		final List<byte[]> files = new ArrayList<>();
		for (final var syntax : List.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
			TransferSyntax.EXPLICIT_BIG_ENDIAN, TransferSyntax.DEFLATED_LITTLE_ENDIAN))
			for (final boolean undefined : new boolean[] { false, true }) {
				files.add(new DicomWriter(syntax, true, undefined).toBytes(image));
				if (!syntax.deflated()) files.add(new DicomWriter(syntax, false, undefined).toBytes(image));
			}
		files.add(part10(EXPLICIT).us(0x00080040, 1)
			.longElement(UNKNOWN, "UN",
				little().item(little().implicit(SEQUENCE, little().item(little().implicit(Tag.MODALITY, "CT")).bytes()))
					.bytes())
			.image()
			.bytes());
		assertEquals(15, files.size());
		return files;
	}
}

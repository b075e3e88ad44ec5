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

package io.github.dicomvolumes.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A damaged file. The number says all: the same number is the same file, whatever was made before.
 *
 * @param name of the file
 * @param plain the file before it was packed or deflated
 * @param bytes the file as it lies in the folder
 * @param changes what was done to which seed
 * @param hasContours whether it may be an RT structure set
 */
record Mutant(long number, String name, byte[] plain, byte[] bytes, String changes, boolean hasContours) {

	private static final int ROI_CONTOURS = 0x30060039;
	private static final List<Mutation> MISREAD = List.of(Mutation.LENGTH, Mutation.VR, Mutation.SYNTAX,
		Mutation.TRUNCATE);

	static Mutant of(final long number, final Seeds seeds) {
		final Random random = random(number);
		final Seeds.Seed seed = seeds.draw(random);
		final Tree tree = seed.tree().copy();
		final List<String> changes = new ArrayList<>();
		final int n = 1 + random.nextInt(4);
		for (int tries = 0; tries < 40 && changes.size() < n; tries++) {
			final Mutation mutation = Mutation.draw(random);
			final String change = mutation.apply(tree, seeds, random);
			if (!change.isEmpty()) changes.add(mutation + ": " + change);
		}
		byte[] plain = TreeWriter.write(tree);
		if (random.nextInt(40) == 0) plain = Arrays.copyOf(plain, random.nextInt(plain.length + 1));
		final Packed packed = pack(plain, random);
		if (tree.encoding.isDeflated) {
			tree.encoding = Tree.Encoding.EXPLICIT;
			plain = TreeWriter.write(tree);
		}
		final String name = (random.nextBoolean() ? "A" : "Z") + packed.extension;
		final boolean hasContours = tree.find(ROI_CONTOURS).isPresent();
		return new Mutant(number, name, plain, packed.bytes, seed.name() + " " + changes + packed.how, hasContours);
	}

	/** Whether no element can be read as another: all lengths, VRs and the syntax are as the file says. */
	boolean isReadable() {
		return MISREAD.stream().noneMatch(mutation -> changes.contains(mutation + ": "));
	}

	/** Of a mutant and nothing else. */
	static Random random(final long number) {
		return new Random(number * 0x9E3779B97F4A7C15L + 20);
	}

	private record Packed(String extension, byte[] bytes, String how) {}

	private static Packed pack(final byte[] plain, final Random random) {
		return switch (random.nextInt(24)) {
			case 0 -> new Packed(".dcm.gz", spoilt(gzip(plain), random), ", gz");
			case 1 -> new Packed(".zip", spoilt(zip(plain, 1, true), random), ", zip");
			case 2 -> new Packed(".zip", spoilt(zip(plain, 2, true), random), ", twice in a zip");
			case 3 -> new Packed(".zip", spoilt(zip(plain, 1, false), random), ", stored in a zip");
			case 4 -> new Packed(".gz", spoilt(gzip(gzip(plain)), random), ", gz in gz");
			default -> new Packed(".dcm", plain, "");
		};
	}

	/** Every third is damaged after it was packed. */
	private static byte[] spoilt(final byte[] packed, final Random random) {
		final int way = random.nextInt(6);
		if (way == 0) return Arrays.copyOf(packed, random.nextInt(packed.length));
		if (way == 1) packed[random.nextInt(packed.length)] = (byte) random.nextInt(256);
		return packed;
	}

	private static byte[] gzip(final byte[] plain) {
		final var out = new ByteArrayOutputStream();
		try (var gzip = new GZIPOutputStream(out)) {
			gzip.write(plain);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return out.toByteArray();
	}

	private static byte[] zip(final byte[] plain, final int entries, final boolean isDeflated) {
		final var out = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(out)) {
			for (int i = 0; i < entries; i++) {
				final ZipEntry entry = new ZipEntry("a/" + i);
				if (!isDeflated) {
					final CRC32 crc = new CRC32();
					crc.update(plain);
					entry.setMethod(ZipEntry.STORED);
					entry.setSize(plain.length);
					entry.setCrc(crc.getValue());
				}
				zip.putNextEntry(entry);
				zip.write(plain);
			}
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return out.toByteArray();
	}

	@Override
	public String toString() {
		return number + ": " + changes;
	}
}

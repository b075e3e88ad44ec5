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

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Header values that nobody writes cost their file at most, and a message says which tag has which value. Each build
 * tries some of them; {@code -Dhostile=1} tries all.
 */
class HostileValuesTest {

	/** One of so many is tried. */
	private static final int STEP = Integer.getInteger("hostile", 64), MIXTURES = 1600 / STEP;

	private static final String[] PHOTOMETRIC = { "MONOCHROME1", "MONOCHROME2", "PALETTE COLOR", "RGB", "YBR_FULL",
		"YBR_FULL_422", "YBR_PARTIAL_422", "YBR_PARTIAL_420", "YBR_ICT", "YBR_RCT", "HSV" };

	@ParameterizedTest
	@EnumSource
	void costsItsFileAtMost(final SmallObject object, @TempDir final Path folder) throws IOException {
		final SyntheticSeries intact = new SyntheticSeries("intact").slices(2).size(4, 3);
		intact.write(folder);
		final Path file = folder.resolve("spoilt.dcm");
		final List<HostileValues.Spoilt> all = HostileValues.of(object.attributes());
		final List<String> failures = new ArrayList<>();
		final Random random = Seeds.random(object.ordinal());
		for (int i = random.nextInt(STEP); i < all.size(); i += STEP) {
			final HostileValues.Spoilt spoilt = all.get(i);
			Files.write(file, object.toBytes(spoilt.attributes()));
			for (final boolean virtual : new boolean[] { false, true })
				problem(folder, virtual).ifPresent(why -> failures.add(object + ", " + spoilt.what() + ": " + why));
		}
		assertTrue(failures.isEmpty(), () -> String.join("\n", failures));
	}

	private static Optional<String> problem(final Path folder, final boolean virtual) {
		try {
			final Said said = Said.of(folder, virtual);
			final List<DicomVolume> intact = said.volumes().stream().filter(v -> v.name().equals("intact")).toList();
			if (intact.size() != 1) return Optional.of("the neighbour is gone");
			final short[] plane = (short[]) intact.get(0).plane(1, 0, 0);
			if (plane.length != 12 || plane[5] != 1011) return Optional.of("the neighbour has other values");
			return said.texts()
				.stream()
				.filter(t -> t.contains("software fail") || t.matches("(?s).*\\bnull\\b.*"))
				.findFirst();
		}
		catch (final IOException | RuntimeException | StackOverflowError exc) {
			final StringBuilder text = new StringBuilder(exc.toString());
			Arrays.stream(exc.getStackTrace()).limit(8).forEach(e -> text.append("\n    ").append(e));
			return Optional.of(text.toString());
		}
	}

	/** What no single value does: the image's size, bits and colours in any mixture. */
	@ParameterizedTest
	@EnumSource
	void mixturesToo(final SmallObject object, @TempDir final Path folder) throws IOException {
		final Random random = Seeds.random(1000 + object.ordinal());
		final List<String> failures = new ArrayList<>();
		new SyntheticSeries("intact").slices(2).size(4, 3).write(folder);
		for (int i = 0; i < MIXTURES; i++) {
			final Attributes mixed = mixed(object.attributes(), random);
			Files.write(folder.resolve("spoilt.dcm"), object.toBytes(mixed));
			final boolean virtual = random.nextBoolean();
			problem(folder, virtual).ifPresent(why -> failures.add(object + ": " + why + text(mixed)));
		}
		assertTrue(failures.isEmpty(), () -> String.join("\n", failures));
	}

	/** Some elements of the image pixel module replaced, and maybe one other value. */
	private static Attributes mixed(final Attributes attributes, final Random random) {
		final AttributesBuilder mixed = Attributes.builder();
		final int[] tags = { Tag.ROWS, Tag.COLUMNS, Tag.BITS_ALLOCATED, Tag.BITS_STORED, Tag.HIGH_BIT,
			Tag.SAMPLES_PER_PIXEL, Tag.PLANAR_CONFIGURATION, Tag.PIXEL_REPRESENTATION, Tag.NUMBER_OF_FRAMES };
		final int[][] values = { { 0, 1, 7, 12, 13, 30, 60000 }, { 0, 1, 8, 15, 16, 17, 60 },
			{ 0, 1, 7, 8, 12, 16, 24, 32, 64, 65, 128 }, { 0, 1, 7, 8, 12, 15, 16, 17, 24, 32, 64, 65 },
			{ 0, 6, 7, 11, 15, 31, 63, 64, 65535 }, { 0, 1, 2, 3, 4, 255, 65535 }, { 0, 1, 2, 7 }, { 0, 1, 2, 65535 },
			{ -1, 0, 1, 2, 5, 1000, Integer.MAX_VALUE } };
		for (int i = 0; i < tags.length; i++)
			if (random.nextInt(3) == 0) mixed.put(tags[i], values[i][random.nextInt(values[i].length)]);
		if (random.nextInt(4) == 0)
			mixed.put(Tag.PHOTOMETRIC_INTERPRETATION, PHOTOMETRIC[random.nextInt(PHOTOMETRIC.length)]);
		if (random.nextInt(4) == 0) mixed.put(Tag.PIXEL_DATA, VR.OW, new byte[2 * random.nextInt(2000)]);
		final Attributes all = mixed.putAll(attributes).build();
		if (random.nextInt(3) > 0) return all;
		final List<HostileValues.Spoilt> spoilt = HostileValues.of(all);
		return spoilt.get(random.nextInt(spoilt.size())).attributes();
	}

	private static String text(final Attributes mixed) {
		final StringBuilder text = new StringBuilder();
		for (final Element element : mixed.elements())
			if (Tag.group(element.tag()) == 0x28) text.append("\n    ").append(element);
		return text.toString();
	}
}

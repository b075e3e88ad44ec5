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

package io.github.dicomvolumes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

class CommonAttributesTest {

	private final CommonAttributes common = new CommonAttributes();

	@Test
	void aSliceHoldsOnlyWhatDiffersFromTheFirst() {
		final Attributes first = slice(1, "Doe^Jane"), second = slice(2, "Doe^Jane");
		assertSame(first, common.share(first));
		final Attributes shared = common.share(second);
		assertEquals(second, shared);
		assertEquals(second.hashCode(), shared.hashCode());
		assertEquals(second.toString(), shared.toString());
		// what differs is of the second slice
		assertEquals("2", shared.orElse(Tag.INSTANCE_NUMBER, ""));
		assertEquals(2.5, shared.doubles(Tag.IMAGE_POSITION_PATIENT)[2]);
		assertEquals("1.2.3.2", shared.items(0x00081140).get(0).orElse(0x00081155, ""));
		assertEquals(524290, shared.optional(Tag.PIXEL_DATA).orElseThrow().length());
		// all else is the first's
		assertEquals("Doe^Jane", shared.orElse(0x00100010, ""));
		assertSame(first.items(0x00081110), shared.items(0x00081110));
		assertEquals(second.size(), shared.size());
		assertTrue(shared.heldBytes() < second.heldBytes() / 3, shared.heldBytes() + " of " + second.heldBytes());
	}

	@Test
	void anotherPatientStartsAnew() {
		common.share(slice(1, "Doe^Jane"));
		final Attributes other = slice(1, "Roe^Richard^With^A^Very^Long^Name".repeat(9));
		assertSame(other, common.share(other));
		assertEquals("3",
			common.share(slice(3, "Roe^Richard^With^A^Very^Long^Name".repeat(9))).orElse(Tag.INSTANCE_NUMBER, ""));
	}

	@Test
	void anotherByteOrderOrCharacterSetIsNotShared() {
		final Attributes little = text("ISO_IR 100", ByteOrder.LITTLE_ENDIAN);
		for (final Attributes other : List.of(text("ISO_IR 144", ByteOrder.LITTLE_ENDIAN),
			text("ISO_IR 100", ByteOrder.BIG_ENDIAN)))
		{
			common.share(little);
			assertSame(other, common.share(other));
		}
	}

	@Test
	void unknownTextIsToldOfWhatIsThere() {
		final Attributes known = item("ISO_IR 100"), unknown = item("ISO_IR 999");
		common.share(unknown);
		assertEquals(Optional.empty(), common.share(known).unknownText());
		assertTrue(common.share(unknown).unknownText().orElseThrow().contains("ISO_IR 999"));
	}

	/** R55(k). */
	@Test
	void largeValuesOfItemsAreHeldOnce() {
		final byte[] large = new byte[59_000];
		new Random(1).nextBytes(large);
		final byte[] other = large.clone();
		other[30_000]++;
		final Attributes first = common.shareItem(large(1, large)), alike = common.shareItem(large(2, large)),
			unlike = common.shareItem(large(3, other));
		assertEquals(large(1, large), first);
		assertEquals(large(2, large), alike);
		assertEquals(large(3, other), unlike);
		assertTrue(alike.heldBytes() < 100, alike.heldBytes() + " bytes");
		assertTrue(common.shareItem(large(4, other)).heldBytes() < 100);
		// variants of others are not the same because they differ from them in the same way
		final Attributes outer = Attributes.builder()
			.put(0x00081140, List.of(common.shareItem(large(5, large))))
			.build();
		final Attributes changed = Attributes.builder()
			.put(0x00081140, List.of(common.shareItem(large(5, other))))
			.build();
		common.share(outer);
		assertEquals(changed, common.share(changed));
		assertNotEquals(outer, common.share(changed));
	}

	private static Attributes large(final int number, final byte[] value) {
		return Attributes.builder()
			.put(Tag.INSTANCE_NUMBER, Integer.toString(number))
			.put(0x700D1000, VR.OB, value)
			.build();
	}

	@Test
	void anyDataSetsAreWhatTheyWere() {
		final Random random = new Random(42);
		final List<Attributes> all = new ArrayList<>(), shared = new ArrayList<>();
		for (int n = 0; n < 500; n++) {
			all.add(random(random, 2));
			shared.add(common.share(all.get(n)));
		}
		int variants = 0;
		for (int n = 0; n < all.size(); n++) {
			assertEquals(all.get(n), shared.get(n));
			assertEquals(shared.get(n), all.get(n));
			assertEquals(all.get(n).hashCode(), shared.get(n).hashCode());
			if (all.get(n) != shared.get(n)) variants++;
			if (n > 0 && !all.get(n).equals(all.get(n - 1))) assertNotEquals(shared.get(n), shared.get(n - 1));
		}
		assertTrue(variants > 100, variants + " of 500 are variants");
	}

	/** Some of ten attributes, each with one of a few values. */
	private static Attributes random(final Random random, final int depth) {
		final var builder = Attributes.builder();
		final int has = random.nextInt(3);
		for (int i = 0; i < 10; i++) {
			if (i == has) continue;
			final int tag = 0x00091000 + i;
			if (i % 4 == 1 && depth > 0) {
				final List<Attributes> items = new ArrayList<>();
				for (int n = random.nextInt(8) / 3; n > 0; n--)
					items.add(random(new Random(random.nextInt(2)), depth - 1));
				builder.put(tag, items);
			}
			else if (i == 8) builder.putLeftInFile(tag, VR.OB, random.nextInt(2));
			else builder.put(tag, VR.UN, "a value that is long".substring(random.nextInt(20) / 17).getBytes());
		}
		return builder.build();
	}

	private static Attributes slice(final int number, final String patient) {
		final var builder = Attributes.builder();
		builder.put(0x00081110, List.of(reference("1.2.3"))).put(0x00081140, List.of(reference("1.2.3." + number)));
		builder.put(0x00100010, patient)
			.put(0x00102000, "something that all slices say")
			.put(0x00104000, "and something more that all slices say at some length, as comments do");
		return builder.put(Tag.INSTANCE_NUMBER, Integer.toString(number))
			.put(Tag.IMAGE_POSITION_PATIENT, 0, 0, number + 0.5)
			.put(Tag.ROWS, 512)
			.put(Tag.COLUMNS, 512)
			.putLeftInFile(Tag.PIXEL_DATA, VR.OW, 524288 + number)
			.build();
	}

	private static Attributes reference(final String uid) {
		return Attributes.builder().put(0x00081155, uid).build();
	}

	private static Attributes text(final String charset, final ByteOrder order) {
		return Attributes.builder(order, CharacterSet.DEFAULT)
			.put(Tag.SPECIFIC_CHARACTER_SET, charset)
			.put(0x00104000, "the same text in both")
			.build();
	}

	private static Attributes item(final String charset) {
		return Attributes.builder()
			.put(0x00081140, List.of(Attributes.builder().put(Tag.SPECIFIC_CHARACTER_SET, charset).build()))
			.put(0x00104000, "a comment that is long enough to be shared")
			.build();
	}
}

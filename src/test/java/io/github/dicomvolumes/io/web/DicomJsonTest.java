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

package io.github.dicomvolumes.io.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.source.Limits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attributes that became DICOM JSON are the same afterwards. */
class DicomJsonTest {

	private static final URI BASE = URI.create("https://server/dicom-web/studies/1/metadata");

	// -- The law --

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
	void attributesComeBackAsTheyWere(final long seed) throws IOException {
		final Random random = new Random(seed);
		for (int n = 0; n < 40; n++) {
			final List<Attributes> dataSets = new ArrayList<>();
			for (int i = random.nextInt(4); i >= 0; i--)
				dataSets.add(new RandomAttributes(random).next());
			final String json = new WrittenJson(random).of(dataSets);
			assertEquals(dataSets, read(json), () -> json);
		}
	}

	// -- By hand --

	@Test
	void everyVrHasTheBytesOfAFile() throws IOException {
		assertBytes("{'00280030':{'vr':'DS','Value':[0.5,'1.25']}}", "0.5\\1.25");
		assertBytes("{'00280030':{'vr':'DS','Value':[30.300000000000001,0.50]}}", "30.3\\0.50 ");
		assertBytes("{'00200013':{'vr':'IS','Value':[3.0]}}", "3 ");
		assertBytes("{'00200013':{'vr':'IS','Value':[12E1]}}", "120 ");
		assertBytes("{'00100010':{'vr':'PN','Value':[{'Alphabetic':'A^B','Phonetic':'C'},null,'D']}}", "A^B==C\\\\D ");
		assertBytes("{'00080008':{'vr':'CS','Value':['A',null,'B']}}", "A\\\\B");
		assertBytes("{'00020010':{'vr':'UI','Value':['1.2']},'00080018':{'vr':'UI','Value':['1.2']}}", "1.2\0");
		assertBytes("{'00280009':{'vr':'AT','Value':['00181063']}}", "\u0018\0\u0063\u0010");
		assertBytes("{'00280010':{'vr':'US','Value':[513]}}", "\1\2");
		assertBytes("{'00280010':{'vr':'US','Value':['65535']}}", "\u00ff\u00ff");
		assertBytes("{'00280010':{'vr':'SS','Value':[-2]}}", "\u00fe\u00ff");
		assertBytes("{'00280010':{'Value':[1]}}", "\1\0"); // no vr: the dictionary's
		assertBytes("{'00091001':{'vr':'UV','Value':['18446744073709551615']}}", "\u00ff".repeat(8));
		assertBytes("{'00091001':{'vr':'FL','Value':[1.5]}}", "\0\0\u00c0\u003f");
		assertBytes("{'00091001':{'vr':'OB','InlineBinary':'AQID'}}", "\1\2\3\0");
		assertBytes("{'00091001':{'vr':'UN'}}", "");
	}

	@Test
	void bulkDataStaysReference() throws IOException {
		final JsonDataSet dataSet = reader("{'7FE00010':{'vr':'OW','BulkDataURI':'../../bulk/7fe00010'}}").next();
		final BulkReference reference = dataSet.bulk(Tag.PIXEL_DATA).orElseThrow();
		assertEquals(URI.create("https://server/dicom-web/bulk/7fe00010"), reference.uri());
		assertEquals(VR.OW, reference.vr());
		assertTrue(dataSet.attributes().optional(Tag.PIXEL_DATA).orElseThrow().isLeftInFile());
	}

	/** JSON is UTF-8 whatever the file was: what the named set has not is kept, in UTF-8. */
	@Test
	void textBeyondItsCharacterSetBecomesUtf8() throws IOException {
		final Attributes attributes = read("{'00080005':{'vr':'CS','Value':['ISO_IR 100']}," +
			"'00100010':{'vr':'PN','Value':[{'Alphabetic':'\u5c71\u7530'}]}}").get(0);
		assertEquals("\u5c71\u7530", attributes.orElse(Tag.PATIENT_NAME, ""));
		assertEquals("ISO_IR 192", attributes.orElse(Tag.SPECIFIC_CHARACTER_SET, ""));
	}

	/** Half of a character, which no set has, neither fails nor stops the others. */
	@Test
	void halfACharacterIsAQuestionMark() throws IOException {
		assertBytes("{'00104000':{'vr':'LT','Value':['a\\ud800']}}".replace("\\\\", "\\"), "a?");
	}

	@Test
	void oneDataSetNeedsNoArray() throws IOException {
		assertEquals(1, read("{'00280010':{'vr':'US','Value':[1]}}").size());
		assertEquals(0, read("[]").size());
	}

	// -- From somebody who means harm --

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[", "[{", "[{'00280010':{'vr':'US','Value':[1", "<html></html>", "[1]", "[[]]",
		"'text'", "{'0028001':{}}", "{'0028001\u0661':{}}", "{'00280010':7}", "{'00280010':{'vr':'US','Value':['x']}}",
		"{'00280010':{'vr':'US','Value':[1e999999999]}}", "{'00280010':{'vr':'US','Value':[70000]}}",
		"{'00280010':{'vr':'US','Value':[1.5]}}", "{'00280009':{'vr':'AT','Value':['1']}}",
		"{'00091001':{'vr':'OB','InlineBinary':'A'}}", "{'00081140':{'vr':'SQ','Value':[1]}}" })
	void nonsenseIsRefused(final String json) {
		assertThrows(DicomException.class, () -> read(json), json);
	}

	@Test
	void neitherDepthNorSizeTakeAllMemory() {
		final String deep = "{'00081140':{'vr':'SQ','Value':[".repeat(100_000);
		for (final String json : List.of(deep, "[".repeat(1_000_000)))
			assertEquals("the JSON has more than 192 levels",
				assertThrows(DicomException.class, () -> read(json)).getMessage());
		final Limits small = limits(1 << 19, 100_000);
		final String wide = "{'00091001':{'vr':'OB','Value':[" + "[],".repeat(1_000_000) + "1]}}";
		final String longText = "{'00104000':{'vr':'LT','Value':['" + "x".repeat(1_000_000) + "']}}";
		for (final String json : List.of(wide, longText))
			assertTrue(assertThrows(DicomException.class, () -> reader(json, small).next()).getMessage()
				.startsWith("one data set of the JSON needs more than"));
	}

	@Test
	void manyElementsAreRefused() {
		final StringBuilder json = new StringBuilder("{'00080018':{'vr':'UI'}");
		for (int i = 0; i < 100; i++)
			json.append(",'%08X':{'vr':'LO'}".formatted(0x00091001 + i));
		final Limits limits = limits(50, 100_000);
		assertTrue(assertThrows(DicomException.class, () -> reader(json + "}", limits).next()).getMessage()
			.contains("more than 50 elements"));
	}

	private static Limits limits(final int elements, final long headerBytes) {
		final Limits usual = Limits.DEFAULT;
		return new Limits(usual.nesting(), elements, headerBytes, usual.allHeaderBytes(), usual.inflatedBytes(),
			usual.inflation(), usual.unpackedBytes(), usual.frames(), usual.allFrames(), usual.planeBytes());
	}

	private static void assertBytes(final String json, final String latin1) throws IOException {
		final Attributes attributes = read(json).get(0);
		assertEquals(1, attributes.size());
		assertArrayEquals(latin1.getBytes(StandardCharsets.ISO_8859_1), attributes.elements().get(0).bytes());
	}

	private static List<Attributes> read(final String json) throws IOException {
		final DicomJson reader = reader(json);
		final List<Attributes> read = new ArrayList<>();
		for (JsonDataSet next = reader.next(); next != null; next = reader.next())
			read.add(next.attributes());
		assertNull(reader.next());
		return read;
	}

	private static DicomJson reader(final String json) {
		return reader(json, Limits.DEFAULT);
	}

	/** Quotes as ' where there is no ": written by hand. */
	private static DicomJson reader(final String json, final Limits limits) {
		final String quoted = json.indexOf('"') < 0 ? json.replace('\'', '"') : json;
		return new DicomJson(new ByteArrayInputStream(quoted.getBytes(StandardCharsets.UTF_8)), BASE, limits);
	}

	/** Data sets with anything in them that the standard allows. */
	private static final class RandomAttributes {

		private static final String[] SETS = { "", "ISO_IR 100", "ISO_IR 192", "ISO_IR 144" };
		private static final String[] LETTERS = { "abcXYZ 09+-_.", "\u00e4\u00d6\u00e9 az",
			"\u5c71\u00e4\ud83d\ude00 z", "\u0416\u044f az" };

		private final Random random;
		private final int set;

		RandomAttributes(final Random random) {
			this.random = random;
			set = random.nextInt(SETS.length);
		}

		Attributes next() {
			return next(0);
		}

		private Attributes next(final int depth) {
			final AttributesBuilder builder = Attributes.builder();
			if (!SETS[set].isEmpty()) builder.put(Tag.SPECIFIC_CHARACTER_SET, SETS[set]);
			int tag = 0x00090010;
			for (int i = random.nextInt(depth == 0 ? 40 : 6); i > 0; i--) {
				tag += 1 + random.nextInt(200);
				put(builder, tag & 0xFFFF0FFF | 0x1000, VR.values()[random.nextInt(VR.values().length)], depth);
			}
			return builder.build();
		}

		private void put(final AttributesBuilder builder, final int tag, final VR vr, final int depth) {
			if (vr == VR.SQ) {
				final List<Attributes> items = new ArrayList<>();
				for (int i = depth > 2 ? 0 : random.nextInt(3); i > 0; i--)
					items.add(next(depth + 1));
				builder.put(tag, items);
				return;
			}
			if (!vr.isText()) {
				binary(builder, tag, vr);
				return;
			}
			final List<String> values = new ArrayList<>();
			for (int i = vr.isMultiText() ? random.nextInt(4) : random.nextInt(2); i > 0; i--)
				values.add(text(vr));
			final String text = String.join("\\", values);
			builder.put(tag, vr, JsonBytes.padded(vr, builder.charset().encode(text, vr)));
		}

		private void binary(final AttributesBuilder builder, final int tag, final VR vr) {
			final int size = vr == VR.AT ? 4 : Math.max(2, vr.wordSize());
			if (vr.name().startsWith("O") && random.nextInt(6) == 0) {
				builder.putLeftInFile(tag, vr, Integer.MAX_VALUE);
				return;
			}
			final byte[] bytes = new byte[size * random.nextInt(4)];
			random.nextBytes(bytes);
			if (vr == VR.FL || vr == VR.FD) for (int i = size - 1; i < bytes.length; i += size)
				bytes[i] &= 0x3F; // no NaN, whose bits are not kept
			builder.put(tag, vr, bytes);
		}

		private String text(final VR vr) {
			if (vr == VR.IS) return Integer.toString(random.nextInt());
			if (vr == VR.DS)
				return random.nextBoolean() ? Float.toString(random.nextFloat()) : random.nextInt() + "e-3";
			if (vr == VR.PN) return letters(vr) + "^" + letters(vr) + (random.nextBoolean() ? "" : "==" + letters(vr));
			return letters(vr);
		}

		private String letters(final VR vr) {
			final String letters = LETTERS[vr.usesCharacterSet() ? set : 0];
			final StringBuilder text = new StringBuilder("a");
			for (int i = random.nextInt(12); i > 0; i--) {
				final int[] points = letters.codePoints().toArray();
				text.appendCodePoint(points[random.nextInt(points.length)]);
			}
			if (!vr.isMultiText() && random.nextBoolean()) text.append("\\\n\"'");
			return text.append('z').toString();
		}
	}
}

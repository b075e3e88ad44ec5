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
package io.github.dicomvolumes.export.deidentify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.DicomWriter;

/**
 * Files that say in every element of the dictionary, at three depths, in private elements, overlays, group 0002, the
 * preamble and behind the pixels who the patient is: by name, number, date of birth, and UIDs made of that date.
 */
final class Planted {

	static final String NAME = "Qzxvwkj", NUMBER = "7077707", BIRTH = "17770717";

	private static final int[] STRUCTURE = { Tag.SPECIFIC_CHARACTER_SET, Tag.SOP_CLASS_UID, Tag.NUMBER_OF_FRAMES };

	private final Random random;

	Planted(final long seed) {
		random = new Random(seed);
	}

	// -- Looking --

	/** The first of what identifies the patient that is in bytes, however it is written; null if nothing is. */
	static String found(final byte[] bytes, final boolean datesToo) {
		final String plain = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
		final String wanted = NAME.toLowerCase(Locale.ROOT) + "|" + NUMBER + (datesToo ? "|" + BIRTH : "");
		final Pattern pattern = Pattern.compile(wanted);
		for (final String form : List.of(plain, swapped(plain, 0), swapped(plain, 1),
			new StringBuilder(plain).reverse().toString()))
		{
			for (final String text : new String[] { form, form.replace("\0", "") }) {
				final Matcher matcher = pattern.matcher(text);
				if (matcher.find()) return text
					.substring(Math.max(0, matcher.start() - 30), Math.min(text.length(), matcher.end() + 20))
					.replaceAll("[^ -~]", ".");
			}
		}
		return null;
	}

	private static String swapped(final String text, final int from) {
		final char[] chars = text.toCharArray();
		for (int i = from; i + 1 < chars.length; i += 2) {
			chars[i] = text.charAt(i + 1);
			chars[i + 1] = text.charAt(i);
		}
		return new String(chars);
	}

	// -- Planting --

	/** A CT slice. */
	Attributes attributes(final int slice) {
		final AttributesBuilder a = Attributes.builder();
		a.put(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100");
		a.put(Tag.NUMBER_OF_FRAMES, "1").put(0x60000100, VR.US, 1).put(0x60000102, VR.US, 0);
		a.put(Tag.PATIENT_NAME, NAME + "^Arthur").put(Tag.PATIENT_ID, NUMBER);
		a.put(Dictionary.tag("IssuerOfPatientID"), NAME);
		a.put(Dictionary.tag("PatientBirthDate"), BIRTH).put(Tag.STUDY_INSTANCE_UID, "1.2." + BIRTH + ".1");
		a.put(Tag.SERIES_INSTANCE_UID, "1.2." + BIRTH + ".2");
		a.put(Tag.SOP_INSTANCE_UID, "1.2." + BIRTH + ".3." + slice);
		final Attributes image = new SyntheticSeries(NAME).attributes(slice);
		for (final int tag : image.elements().stream().mapToInt(e -> e.tag()).toArray())
			if (!isText(image, tag)) a.put(tag, image.optional(tag).get().vr(), image.optional(tag).get().bytes());
		everyElement(a, 3);
		a.put(0x00090010, VR.LO, text()).put(0x00091001, VR.LO, text()).put(0x00091002, VR.UN, binary());
		a.put(0x7FE10010, VR.LO, text()).put(0x7FE11001, VR.OB, binary());
		a.put(0x20050010, VR.LO, "Philips MR Imaging DD 001".getBytes(StandardCharsets.US_ASCII));
		a.put(0x2005100E, VR.FL, binary()).put(0x20051001, VR.LO, text());
		a.put(0xFFFCFFFC, VR.OB, binary());
		return a.build();
	}

	/** The texts of the synthetic series name it. */
	private static boolean isText(final Attributes image, final int tag) {
		final VR vr = image.optional(tag).get().vr();
		return vr.usesCharacterSet() || vr == VR.UI && tag != Tag.SOP_CLASS_UID;
	}

	private void everyElement(final AttributesBuilder a, final int depth) {
		try (var in = Dictionary.class.getResourceAsStream("dictionary.txt")) {
			new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines()
				.filter(line -> !line.startsWith("#"))
				.mapToInt(line -> Integer.parseUnsignedInt(line.substring(0, 8).replace('x', '0'), 16))
				.filter(tag -> depth < 3 || Arrays.stream(STRUCTURE).noneMatch(s -> s == tag))
				.filter(tag -> Tag.group(tag) >= 8 && Tag.group(tag) != 0xFFFE && Tag.group(tag) < 0x7FE0)
				.forEach(tag -> put(a, tag, depth));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	private void put(final AttributesBuilder a, final int tag, final int depth) {
		final VR vr = Dictionary.vr(tag);
		if (vr != VR.SQ) a.put(tag, vr, value(vr));
		else if (depth == 3 && tag == Dictionary.tag("AnatomicRegionSequence")) {
			final AttributesBuilder item = Attributes.builder();
			everyElement(item, 2);
			a.put(tag, List.of(item.build()));
		}
		else if (depth > 0) {
			final AttributesBuilder item = Attributes.builder();
			for (final String keyword : new String[] { "PatientName", "CodeMeaning", "ReferencedSOPInstanceUID",
				"StudyDate", "ConvolutionKernel", "ContentDate" })
				put(item, Dictionary.tag(keyword), depth);
			put(item, Dictionary.tag("PurposeOfReferenceCodeSequence"), depth - 1);
			a.put(tag, List.of(item.put(0x00110010, VR.LO, text()).put(0x00111001, VR.LO, text()).build()));
		}
	}

	private byte[] value(final VR vr) {
		return switch (vr) {
			case DA -> ascii(BIRTH);
			case DT -> ascii(BIRTH + "070707");
			case TM -> random.nextBoolean() ? ascii("070707") : text();
			case IS, DS -> random.nextBoolean() ? ascii(NUMBER) : text();
			case UI -> ascii("1.2." + BIRTH + "." + random.nextInt(1000));
			default -> vr.isText() ? text() : binary();
		};
	}

	private byte[] text() {
		return ascii(switch (random.nextInt(8)) {
			case 0 -> NAME.toUpperCase(Locale.ROOT);
			case 1 -> "of " + NAME.toLowerCase(Locale.ROOT) + ", Arthur";
			case 2 -> "xx" + NAME + "yy";
			case 3 -> "other\\" + NAME + " ";
			case 4 -> "well\0" + NAME + "\0\0";
			case 5 -> "no " + NUMBER;
			case 6 -> NAME.substring(0, 3) + NAME + NAME.substring(3);
			default -> NAME;
		});
	}

	/** As characters of one byte or two, in either order. */
	private byte[] binary() {
		final byte[] bytes = switch (random.nextInt(5)) {
			case 0 -> NAME.getBytes(StandardCharsets.UTF_16LE);
			case 1 -> NAME.getBytes(StandardCharsets.UTF_16BE);
			case 2 -> ascii(swapped(NAME + " ", 0));
			case 3 -> ascii(new StringBuilder(NAME).reverse().toString());
			default -> ascii(NAME);
		};
		return Arrays.copyOf(bytes, 16);
	}

	private static byte[] ascii(final String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	// -- Files --

	/** A file whose preamble, group 0002 and end name the patient, too. */
	byte[] file(final Attributes attributes, final TransferSyntax syntax) throws IOException {
		final byte[] bytes = syntax.encapsulated() ? Encapsulated.rleFile(attributes)
			: new DicomWriter(syntax, true, random.nextBoolean()).toBytes(attributes);
		final int metaEnd = metaEnd(bytes);
		final var out = new ByteArrayOutputStream();
		out.writeBytes(Arrays.copyOf(ascii(NAME + NUMBER + BIRTH), 128));
		final byte[] more = more();
		final ByteBuffer meta = ByteBuffer.allocate(metaEnd - 128).order(ByteOrder.LITTLE_ENDIAN);
		meta.put(bytes, 128, metaEnd - 128).putInt(12, metaEnd - 144 + more.length);
		out.writeBytes(meta.array());
		out.writeBytes(more);
		out.write(bytes, metaEnd, bytes.length - metaEnd);
		if (syntax.encapsulated()) out.writeBytes(element(0xFFFCFFFC, VR.OB, ascii(NAME + " ")));
		return out.toByteArray();
	}

	/** Where the data set begins. */
	static int metaEnd(final byte[] file) {
		return 144 + ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(140);
	}

	private byte[] more() {
		final var out = new ByteArrayOutputStream();
		for (final int tag : new int[] { 0x00020013, 0x00020016, 0x00020017, 0x00020018 })
			out.writeBytes(element(tag, Dictionary.vr(tag), ascii(NAME + " ")));
		out.writeBytes(element(0x00020100, VR.UI, ascii("1.2." + BIRTH + "\0\0")));
		out.writeBytes(element(0x00020102, VR.OB, ascii(NAME + " ")));
		return out.toByteArray();
	}

	/** @param value of an even length */
	private static byte[] element(final int tag, final VR vr, final byte[] value) {
		final ByteBuffer out = ByteBuffer.allocate(12 + value.length).order(ByteOrder.LITTLE_ENDIAN);
		out.putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag)).put(ascii(vr.name()));
		if (vr.hasLongLength()) out.putShort((short) 0).putInt(value.length);
		else out.putShort((short) value.length);
		return Arrays.copyOf(out.put(value).array(), out.position());
	}
}

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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Values that occur nowhere else, for every confidential attribute. */
public final class Canaries {

	/** Of text attributes, and of names of files. */
	public static final String TEXT = "QZX";
	public static final String DATE = "17770717", TIME = "070707.77070", UID = "1.2.7077707", NUMBER = "7077707";
	public static final String PATTERN = "QZX|17770717|1777.07.17|0?7:07:07|070707\\.77|7077707";

	private static final int NESTED = Dictionary.tag("AnatomicRegionSequence");
	/** Of these the pixels are made, or they must differ between slices. */
	private static final Set<VR> LARGE = Set.of(VR.OB, VR.OW, VR.OF, VR.OD, VR.OL, VR.UN, VR.AT, VR.US, VR.SS, VR.UL,
		VR.SL, VR.FD, VR.FL);

	private Canaries() {}

	/** The tags of the profile, and those beyond it, that have one value each. */
	public static List<Integer> tags() {
		try (var in = Disclosure.class.getResourceAsStream("confidentiality.txt")) {
			final List<Integer> tags = new ArrayList<>();
			new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines()
				.filter(line -> !line.startsWith("#") && line.substring(0, 8).indexOf('x') < 0)
				.map(line -> Integer.parseUnsignedInt(line.substring(0, 8), 16))
				.forEach(tags::add);
			for (final String keyword : new String[] { "PatientBirthDateInAlternativeCalendar",
				"PatientDeathDateInAlternativeCalendar", "PatientAlternativeCalendar", "RetrieveURL", "DoseComment" })
				tags.add(Dictionary.tag(keyword));
			tags.add(0x60000022);
			tags.add(0x60001500);
			return tags;
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/** Gives all confidential attributes of a slice values: at the top, in an item, and private ones. */
	public static void put(final AttributesBuilder a, final int slice) {
		final AttributesBuilder item = Attributes.builder();
		for (final int tag : tags()) {
			if (Tag.group(tag) == 2) continue;
			put(a, tag, slice);
			put(item, tag, slice);
		}
		a.put(0x00090010, VR.LO, TEXT.getBytes()).put(0x00091001, VR.LO, TEXT.getBytes());
		item.put(0x00110010, VR.LO, TEXT.getBytes()).put(0x00111001, VR.UN, TEXT.getBytes());
		a.put(NESTED, List.of(item.build()));
	}

	private static void put(final AttributesBuilder a, final int tag, final int slice) {
		final VR vr = Dictionary.vr(tag);
		if (LARGE.contains(vr)) return;
		if (vr == VR.SQ) a.put(tag, List.of(Attributes.builder().put(Tag.PATIENT_NAME, TEXT).build()));
		else a.put(tag, vr, value(tag, vr, slice).getBytes(StandardCharsets.US_ASCII));
	}

	private static String value(final int tag, final VR vr, final int slice) {
		return switch (vr) {
			case DA -> DATE;
			case TM -> TIME + "0";
			case DT -> DATE + TIME;
			case UI -> tag == Tag.SOP_INSTANCE_UID ? UID + ".9" + slice : UID;
			case IS, DS -> NUMBER;
			case AS -> "077Y";
			default -> TEXT + Tag.format(tag).replace(",", "");
		};
	}
}

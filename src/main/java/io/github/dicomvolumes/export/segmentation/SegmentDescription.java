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

package io.github.dicomvolumes.export.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.CharacterSet;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.export.object.Code;
import io.github.dicomvolumes.export.object.Copying;
import io.github.dicomvolumes.export.object.DicomText;
import io.github.dicomvolumes.series.Segment;

/**
 * What a label means (PS3.3 C.8.20.4).
 *
 * @param label the value of its voxels, above 0
 * @param name at most 64 characters are written
 * @param rgb its colour as 0xRRGGBB; -1 to recommend none
 * @param category what sort of thing it is, CID 7150
 * @param type what it is
 * @param more an item of a Segment Sequence, of which all else is kept; empty if there is none
 */
public record SegmentDescription(int label, String name, int rgb, Code category, Code type, Attributes more) {

	/** Category and type of what nobody says anything about. */
	public static final Code TISSUE = new Code("85756007", "SCT", "Tissue");

	private static final int CATEGORY = Dictionary.tag("SegmentedPropertyCategoryCodeSequence"),
		TYPE = Dictionary.tag("SegmentedPropertyTypeCodeSequence"),
		ALGORITHM_TYPE = Dictionary.tag("SegmentAlgorithmType"),
		ALGORITHM_NAME = Dictionary.tag("SegmentAlgorithmName");
	private static final String ALGORITHM = "ImageJ";
	private static final int LONGEST_NAME = 64;

	/** @throws IllegalArgumentException if no label can have this number */
	public SegmentDescription {
		if (label < 1 || label > 0xFFFF)
			throw new IllegalArgumentException("A label is " + label + "; it must be 1 to 65535");
	}

	/** A tissue named "Segment" and the label. */
	public static SegmentDescription of(final int label) {
		return new SegmentDescription(label, "Segment " + label, -1, TISSUE, TISSUE, Attributes.EMPTY);
	}

	/** The segments of a segmentation, by their labels; none if it is none. */
	public static Map<Integer, SegmentDescription> of(final Attributes segmentation) {
		final List<Attributes> items = segmentation.items(Tag.SEGMENT_SEQUENCE);
		final Map<Integer, SegmentDescription> byLabel = new TreeMap<>();
		for (final Segment segment : Segment.of(segmentation)) {
			final Attributes item = items.stream()
				.filter(other -> other.orElse(Tag.SEGMENT_NUMBER, 0) == segment.number())
				.findFirst()
				.orElseThrow();
			final String name = segment.label().isBlank() ? "Segment " + segment.number() : segment.label();
			byLabel.putIfAbsent(segment.number(), new SegmentDescription(segment.number(), name, segment.rgb(),
				code(item, CATEGORY), code(item, TYPE), item));
		}
		return byLabel;
	}

	private static Code code(final Attributes item, final int sequence) {
		return item.items(sequence).stream().findFirst().flatMap(Code::of).orElse(TISSUE);
	}

	public SegmentDescription withName(final String newName) {
		return new SegmentDescription(label, newName, rgb, category, type, more);
	}

	public SegmentDescription withRgb(final int newRgb) {
		return new SegmentDescription(label, name, newRgb, category, type, more);
	}

	public SegmentDescription withCodes(final Code newCategory, final Code newType) {
		return new SegmentDescription(label, name, rgb, newCategory, newType, more);
	}

	/** What is written of the name, in one line. */
	String writtenName() {
		return DicomText.line(name, LONGEST_NAME);
	}

	/** All that an item has in the character set of the object. */
	List<String> texts() {
		final List<String> texts = new ArrayList<>(Copying.texts(more));
		texts.addAll(List.of(writtenName(), category.meaning(), type.meaning()));
		return texts;
	}

	/** The item of the Segment Sequence. */
	Attributes item(final int number, final CharacterSet charset) {
		final AttributesBuilder item = Attributes.builder(more.order(), charset)
			.put(Tag.SEGMENT_NUMBER, number)
			.put(Tag.SEGMENT_LABEL, writtenName());
		if (!isSaid(CATEGORY, category)) item.put(CATEGORY, List.of(category.item(charset)));
		if (!isSaid(TYPE, type)) item.put(TYPE, List.of(type.item(charset)));
		final boolean isRecoloured = rgb != Segment.rgb(more);
		if (isRecoloured && rgb >= 0) item.put(Tag.RECOMMENDED_DISPLAY_CIELAB_VALUE, CieLab.of(rgb));
		Copying.copyItem(more, element -> !isRecoloured || element.tag() != Tag.RECOMMENDED_DISPLAY_CIELAB_VALUE, item);
		if (!more.contains(ALGORITHM_TYPE)) item.put(ALGORITHM_TYPE, "SEMIAUTOMATIC");
		if (!more.orElse(ALGORITHM_TYPE, "").equals("MANUAL")) item.put(ALGORITHM_NAME, ALGORITHM);
		return item.build();
	}

	private boolean isSaid(final int sequence, final Code code) {
		return !more.items(sequence).isEmpty() && code(more, sequence).equals(code);
	}
}

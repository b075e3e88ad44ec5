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

package io.github.dicomvolumes.view.imagej;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/**
 * The header of a frame as text in the form of ImageJ's own DICOM reader, which Image &gt; Show Info,
 * {@code Property.getDicomTag} and many macros expect:
 *
 * <pre>
 * 0008,0060  Modality: CT
 * 0028,0030  Pixel Spacing: 0.5\0.5
 * 0008,1140  Referenced Image Sequence:
 * 0008,1155  &gt;Referenced SOP Instance UID: 1.2.3
 * </pre>
 *
 * Sequences come last: who looks for a tag in this text finds the first, or with {@code ij.util.DicomTools} the second
 * if the first is nested, and it should not be that of something else. Hidden patient data keep their line, without the
 * value.
 */
final class HeaderText {

	private HeaderText() {}

	/** The label of a slice with its header below, as ImageJ's own DICOM stacks have it. */
	static String label(final String name, final Attributes header, final Disclosure disclosure) {
		return header == null ? name : name + "\n" + of(header, disclosure);
	}

	static String of(final Attributes attributes, final Disclosure disclosure) {
		final StringBuilder text = new StringBuilder(8192);
		append(attributes, "", disclosure, text);
		return text.toString();
	}

	private static void append(final Attributes attributes, final String depth, final Disclosure disclosure,
		final StringBuilder text)
	{
		for (final Element element : attributes.elements())
			if (element.vr() != VR.SQ) appendLine(attributes, element, depth, disclosure, text);
		for (final Element element : attributes.elements()) {
			if (element.vr() != VR.SQ) continue;
			appendLine(attributes, element, depth, disclosure, text);
			for (final Attributes item : attributes.items(element.tag()))
				append(item, depth + ">", disclosure.within(element.tag()), text);
		}
	}

	private static void appendLine(final Attributes owner, final Element element, final String depth,
		final Disclosure disclosure, final StringBuilder text)
	{
		text.append(Tag.format(element.tag()))
			.append("  ")
			.append(depth)
			.append(owner.entry(element.tag()).map(Dictionary.Entry::name).orElse("Private Tag"))
			.append(": ")
			.append(disclosure.value(element.tag(), value(element)))
			.append('\n');
	}

	private static String value(final Element element) {
		return switch (element.vr()) {
			case SQ -> "";
			// (0054, 0010): with the space it is not found by who looks for the tag
			case AT -> element.display().replace(",", ", ");
			default -> element.display();
		};
	}
}

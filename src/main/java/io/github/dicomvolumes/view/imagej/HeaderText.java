package io.github.dicomvolumes.view.imagej;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/**
 * The header of a frame as text in the form of ImageJ's own DICOM reader, which
 * Image &gt; Show Info, {@code Property.getDicomTag} and many macros expect:
 *
 * <pre>
 * 0008,0060  Modality: CT
 * 0028,0030  Pixel Spacing: 0.5\0.5
 * 0008,1140  Referenced Image Sequence:
 * 0008,1155  &gt;Referenced SOP Instance UID: 1.2.3
 * </pre>
 *
 * Sequences come last: who looks for a tag in this text finds the first, or with
 * {@code ij.util.DicomTools} the second if the first is nested, and it should not
 * be that of something else.
 */
final class HeaderText {

	private HeaderText() {}

	static String of(final Attributes attributes) {
		final StringBuilder text = new StringBuilder(8192);
		append(attributes, "", text);
		return text.toString();
	}

	private static void append(final Attributes attributes, final String depth,
		final StringBuilder text)
	{
		for (final Element element : attributes.elements())
			if (element.vr() != VR.SQ) appendLine(attributes, element, depth, text);
		for (final Element element : attributes.elements()) {
			if (element.vr() != VR.SQ) continue;
			appendLine(attributes, element, depth, text);
			for (final Attributes item : element.items())
				append(item, depth + ">", text);
		}
	}

	private static void appendLine(final Attributes owner, final Element element,
		final String depth, final StringBuilder text)
	{
		text.append(Tag.format(element.tag())).append("  ").append(depth).append(owner.entry(
			element.tag()).map(Dictionary.Entry::name).orElse("Private Tag")).append(": ").append(
				value(element)).append('\n');
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

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

	private static final int MAX_LENGTH = 1000;

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
			if (element.vr() != VR.SQ) appendLine(element, depth, text);
		for (final Element element : attributes.elements()) {
			if (element.vr() != VR.SQ) continue;
			appendLine(element, depth, text);
			for (final Attributes item : element.items())
				append(item, depth + ">", text);
		}
	}

	private static void appendLine(final Element element, final String depth,
		final StringBuilder text)
	{
		text.append(Tag.format(element.tag())).append("  ").append(depth).append(name(element
			.tag())).append(": ").append(value(element)).append('\n');
	}

	private static String name(final int tag) {
		return Dictionary.find(tag).map(Dictionary.Entry::name).orElse("Private Tag");
	}

	private static String value(final Element element) {
		if (element.vr() == VR.SQ) return "";
		if (element.length() == Element.UNDEFINED_LENGTH) return "fragments";
		if (element.isLeftInFile() || element.vr() == VR.UN || element.vr().name().startsWith(
			"O")) return element.length() + " bytes";
		final String value = element.vr() == VR.AT ? addresses(element) : element.text();
		final String line = value.replaceAll("\\R", " ");
		return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "...";
	}

	/** As (0054, 0010): with the space it is not found by who looks for the tag. */
	private static String addresses(final Element element) {
		final int[] words = element.words(false);
		final StringBuilder text = new StringBuilder();
		for (int i = 0; i + 1 < words.length; i += 2)
			text.append(i == 0 ? "" : "\\").append(String.format("(%04X, %04X)", words[i],
				words[i + 1]));
		return text.toString();
	}
}

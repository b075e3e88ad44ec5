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
 * 0028,0030  Pixel Spacing: 0.5\0.5
 * 0008,1140  Referenced Image Sequence:
 * 0008,1155  &gt;Referenced SOP Instance UID: 1.2.3
 * </pre>
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
		for (final Element element : attributes.elements()) {
			text.append(Tag.format(element.tag())).append("  ").append(depth).append(name(
				element.tag())).append(": ").append(value(element)).append('\n');
			for (final Attributes item : element.items())
				append(item, depth + ">", text);
		}
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

	private static String addresses(final Element element) {
		final int[] words = element.words(false);
		final StringBuilder text = new StringBuilder();
		for (int i = 0; i + 1 < words.length; i += 2)
			text.append(i == 0 ? "" : "\\").append(Tag.format(Tag.of(words[i], words[i + 1])));
		return text.toString();
	}
}

package io.github.dicomvolumes.view.picker;

import java.util.List;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.ShownText;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.web.FoundSeries;

/** Makes the picker's rows of what a server has: of size and spacing it tells nothing but how many objects there are. */
final class FoundRows {

	/** Body Part Examined. */
	private static final int BODY_PART = 0x00180015;

	private FoundRows() {}

	/** The rows of series, in their order. */
	static List<PickerRow> of(final List<FoundSeries> series, final Disclosure disclosure) {
		final StudyHeadings headings = new StudyHeadings(series.stream().map(FoundSeries::attributes).toList(),
			disclosure);
		return IntStream.range(0, series.size())
			.mapToObj(i -> row(i + 1, headings.of(i), series.get(i), disclosure))
			.toList();
	}

	private static PickerRow row(final int number, final PickerHeading heading, final FoundSeries series,
		final Disclosure disclosure)
	{
		final int n = series.instances();
		final String size = n == 0 ? "" : n + (n == 1 ? " object" : " objects");
		final List<String> texts = List.of("#" + number, text(series, Tag.MODALITY, disclosure),
			text(series, Tag.SERIES_NUMBER, disclosure), text(series, Tag.SERIES_DESCRIPTION, disclosure), size, "", "",
			"", text(series, BODY_PART, disclosure));
		return new PickerRow(number, heading, texts, n, 0, 0, "");
	}

	private static String text(final FoundSeries series, final int tag, final Disclosure disclosure) {
		final Attributes attributes = series.attributes();
		return ShownText.line(disclosure.value(tag, attributes.orElse(tag, "")));
	}
}

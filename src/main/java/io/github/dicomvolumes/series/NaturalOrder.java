package io.github.dicomvolumes.series;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names with numbers in them, in the order that people expect: IM2 before IM10. */
enum NaturalOrder implements Comparator<String> {

		INSTANCE;

	private static final Pattern PARTS = Pattern.compile("\\d+|\\D+");

	@Override
	public int compare(final String a, final String b) {
		final Matcher left = PARTS.matcher(a), right = PARTS.matcher(b);
		while (true) {
			final boolean more = left.find();
			if (more != right.find()) return more ? 1 : -1;
			if (!more) return a.compareTo(b);
			final int c = compareParts(left.group(), right.group());
			if (c != 0) return c;
		}
	}

	private static int compareParts(final String a, final String b) {
		final boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(
			0));
		return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
	}
}

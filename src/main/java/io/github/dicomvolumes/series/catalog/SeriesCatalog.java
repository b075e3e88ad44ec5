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

package io.github.dicomvolumes.series.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.io.DicomFile;
import io.github.dicomvolumes.io.Parallel;
import io.github.dicomvolumes.io.Progress;
import io.github.dicomvolumes.io.Scan;
import io.github.dicomvolumes.io.Skipped;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.group.Group;
import io.github.dicomvolumes.series.group.Grouping;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.Frames;
import io.github.dicomvolumes.series.repeat.NaturalOrder;

/**
 * What volumes a place holds, one {@link Stack} each, and which files are in none of them. Sorted by study date, series
 * number and position of the first slice. Only headers were read, and the pixels of duplicates to compare them.
 */
public final class SeriesCatalog {

	private static final Comparator<Stack> ORDER = Comparator
		.comparing((Stack s) -> s.attributes().orElse(Tag.STUDY_DATE, ""))
		.thenComparing(s -> s.attributes().orElse(Tag.STUDY_INSTANCE_UID, ""))
		.thenComparingInt(s -> s.attributes().orElse(Tag.SERIES_NUMBER, Integer.MAX_VALUE))
		.thenComparing(s -> s.attributes().orElse(Tag.SERIES_INSTANCE_UID, ""))
		.thenComparingDouble(SeriesCatalog::firstDistance)
		.thenComparing(s -> s.first().name(), NaturalOrder.INSTANCE);
	private static final int LISTED = 12;

	private final Scan scan;
	private final List<Stack> stacks;
	private final List<Skipped> skipped;
	private final List<OtherSeries> others;

	private SeriesCatalog(final Scan scan, final List<Stack> stacks, final List<Skipped> skipped) {
		this.scan = scan;
		this.stacks = List.copyOf(stacks);
		this.skipped = List.copyOf(skipped);
		others = OtherSeries.of(this.skipped);
	}

	/**
	 * Groups what was scanned.
	 *
	 * @param progress hears of the comparison of duplicates, whose pixels are read; may cancel it all
	 * @param obstacle says why a stack of frames cannot be loaded, empty if it can: who decodes pixels knows
	 */
	public static SeriesCatalog of(final Scan scan, final Progress progress,
		final Function<Stack, Optional<String>> obstacle) throws IOException
	{
		final List<DicomFile> files = new ArrayList<>();
		final List<Skipped> skipped = new ArrayList<>(scan.skipped());
		for (final DicomFile file : scan.files())
			Frame.problem(file)
				.ifPresentOrElse(why -> skipped.add(new Skipped(file.source().name(), Skipped.Reason.DAMAGED, why)),
					() -> files.add(file));
		final var duplicates = new Duplicates(files, progress);
		skipped.addAll(duplicates.dropped());
		final List<Frame> frames = frames(duplicates.kept(), progress, skipped);
		final List<Stack> stacks = new ArrayList<>();
		for (final Group series : Grouping.bySeries(frames, progress)) {
			try {
				stacks.addAll(Grouping.of(series)
					.stream()
					.map(StackAssembler::assemble)
					.map(s -> complete(s, duplicates, obstacle))
					.toList());
			}
			catch (final CancellationException exc) {
				throw exc;
			}
			catch (final RuntimeException exc) { // what no rule foresaw costs its series only
				series.frames()
					.stream()
					.map(Frame::name)
					.distinct()
					.forEach(name -> skipped
						.add(new Skipped(name, Skipped.Reason.DAMAGED, "its series could not be grouped: " + exc)));
			}
		}
		stacks.sort(ORDER);
		return new SeriesCatalog(scan, stacks, skipped);
	}

	/** The frames of all files; those whose frames cannot be told are skipped. */
	private static List<Frame> frames(final List<DicomFile> files, final Progress progress, final List<Skipped> skipped)
		throws IOException
	{
		final List<List<Frame>> found = new ArrayList<>(Collections.nCopies(files.size(), List.of()));
		final Skipped[] failures = new Skipped[files.size()];
		Parallel.forEach(files.size(), Group.PHASE, progress.silent(), i -> {
			final String name = files.get(i).source().name();
			try {
				found.set(i, Frames.of(files.get(i)));
			}
			catch (final IOException exc) {
				failures[i] = new Skipped(name, Skipped.Reason.UNREADABLE, exc.getMessage());
			}
			catch (final RuntimeException exc) { // what no rule foresaw costs this file only
				failures[i] = new Skipped(name, Skipped.Reason.DAMAGED,
					"its frames could not be placed: " + exc.getMessage());
			}
		});
		Arrays.stream(failures).filter(Objects::nonNull).forEach(skipped::add);
		return found.stream().flatMap(List::stream).toList();
	}

	/** The volumes, in their order; number n of the series table is the one at n - 1. */
	public List<Stack> stacks() {
		return stacks;
	}

	/** Files that are in no volume, with the reasons. */
	public List<Skipped> skipped() {
		return skipped;
	}

	/** The series of objects that are no images; their files are among those in no volume. */
	public List<OtherSeries> others() {
		return others;
	}

	/** The place and the headers that the volumes were made of. */
	public Scan scan() {
		return scan;
	}

	/**
	 * The volumes that a selector names: {@code all}; {@code largest} (also if empty), of those that can be loaded;
	 * {@code #n}, counted from 1, or several as {@code #1,#3}; a Series Instance UID; a Series Number; or text found in
	 * the description, whatever its case. The last three may name several.
	 *
	 * @return at least one
	 * @throws IllegalArgumentException if nothing fits; the message says what there is
	 */
	public List<Stack> select(final String selector) {
		if (stacks.isEmpty()) throw new IllegalArgumentException(nothing());
		final String text = selector.trim();
		final List<Stack> selected = switch (text.toLowerCase(Locale.ROOT)) {
			case "all" -> stacks;
			case "", "largest" -> List.of(largest());
			case OtherSeries.NUMBER -> List.of();
			default -> text.startsWith("#") ? numbered(text) : named(text);
		};
		if (selected.isEmpty()) throw new IllegalArgumentException(
			"No series \"" + text + "\" in " + scan.place() + otherwise(text) + "; there are " + choices() +
				". Use all, largest, #n, a Series Instance UID, a Series Number or a part of the description.");
		return selected;
	}

	/** One line about the files: how many were examined and why some are in no volume. */
	public String summary() {
		final Map<String, Long> reasons = skipped.stream()
			.collect(Collectors.groupingBy(SeriesCatalog::reason, TreeMap::new, Collectors.counting()));
		final String line = count(scan.examined(), "file") + " examined, " + count(stacks.size(), "volume");
		return reasons.isEmpty() ? line
			: line + "; left out: " +
				reasons.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).collect(Collectors.joining(", "));
	}

	/** The summary, and a line for each file that should have been an image but could not be read. */
	public String report() {
		return summary() + lines(skipped.stream().filter(s -> switch (s.reason()) {
			case DAMAGED, UNREADABLE, MISSING -> true;
			case NOT_DICOM, NOT_AN_IMAGE, DUPLICATE -> false;
		}).toList());
	}

	/** What to say where no volume was found. */
	public String nothing() {
		return "No DICOM images in " + scan.place() + " (" + summary() + ")" + lines(skipped);
	}

	private static String lines(final List<Skipped> files) {
		final int more = files.size() - LISTED;
		return files.stream()
			.limit(LISTED)
			.map(s -> "\n  " + s.file() + ": " + s.text())
			.collect(Collectors.joining()) + (more > 0 ? "\n  and " + more + " more" : "");
	}

	private static String count(final int n, final String what) {
		return n + " " + what + (n == 1 ? "" : "s");
	}

	private static String reason(final Skipped skipped) {
		return skipped.reason() == Skipped.Reason.NOT_AN_IMAGE ? skipped.text() : skipped.reason().toString();
	}

	private Stack largest() {
		final Comparator<Stack> size = Comparator.comparing((Stack s) -> s.obstacle().isEmpty())
			.thenComparingDouble(s -> (double) s.first().columns() * s.first().rows() * s.frames().count());
		// of equals the first: reverse order, because max takes the last
		return stacks.stream().reduce((a, b) -> size.compare(b, a) > 0 ? b : a).orElseThrow();
	}

	/** "#2" or "#1,#3"; nothing if one of them is no number of a volume. */
	private List<Stack> numbered(final String numbers) {
		final List<Stack> found = new ArrayList<>();
		for (final String number : numbers.split("[, ]+")) {
			final int n = number.matches("#\\d{1,9}") ? Integer.parseInt(number.substring(1)) : 0;
			if (n < 1 || n > stacks.size()) return List.of();
			found.add(stacks.get(n - 1));
		}
		return found;
	}

	private List<Stack> named(final String text) {
		return named(text, stacks, Stack::attributes);
	}

	/** By Series Instance UID, else by Series Number, else by a part of the description. */
	private static <S> List<S> named(final String text, final List<S> series,
		final Function<S, Attributes> attributes)
	{
		final List<Predicate<Attributes>> ways = List.of(a -> text.equals(a.orElse(Tag.SERIES_INSTANCE_UID, "")),
			a -> text.equals(a.orElse(Tag.SERIES_NUMBER, "")),
			a -> a.orElse(Tag.SERIES_DESCRIPTION, "").toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
		for (final var way : ways) {
			final List<S> found = series.stream().filter(s -> way.test(attributes.apply(s))).toList();
			if (!found.isEmpty()) return found;
		}
		return List.of();
	}

	/** What a selector that names no volume names instead. */
	private String otherwise(final String text) {
		final List<OtherSeries> found = text.equals(OtherSeries.NUMBER) ? others
			: named(text, others, OtherSeries::attributes);
		return found.isEmpty() ? ""
			: " that is an image: it is " +
				found.stream().limit(LISTED).map(OtherSeries::content).collect(Collectors.joining("; "));
	}

	private String choices() {
		final List<String> names = new ArrayList<>();
		for (int i = 0; i < Math.min(stacks.size(), LISTED); i++) {
			final var attributes = stacks.get(i).attributes();
			names.add("#" + (i + 1) + " (" + attributes.orElse(Tag.SERIES_NUMBER, "no number") + ", " +
				attributes.orElse(Tag.SERIES_DESCRIPTION, "no description") + ")");
		}
		return String.join(", ", names) + (stacks.size() > LISTED ? " and " + (stacks.size() - LISTED) + " more" : "");
	}

	private static Stack complete(final Stack stack, final Duplicates duplicates,
		final Function<Stack, Optional<String>> obstacle)
	{
		Stack complete = stack;
		final List<Skipped> same = stack.files().stream().flatMap(f -> duplicates.of(f).stream()).toList();
		if (!same.isEmpty()) complete = complete.with(duplicates(same));
		for (final String text : stack.frames().flatMap(f -> f.attributes().unknownText().stream()).distinct().toList())
			complete = complete.with(new Finding(Finding.Code.UNKNOWN_TEXT, text));
		for (final String note : stack.files()
			.stream()
			.flatMap(f -> f.notes().stream())
			.distinct()
			.limit(LISTED)
			.toList())
			complete = complete.with(new Finding(Finding.Code.ODD_HEADER, note));
		final Optional<String> why = stack.obstacle().isPresent() ? Optional.empty() : obstacle.apply(stack);
		return why.isEmpty() ? complete
			: complete.with(new Finding(Finding.Code.NOT_YET, "not read yet: " + why.get()));
	}

	private static Finding duplicates(final List<Skipped> same) {
		final boolean differ = same.stream().anyMatch(s -> s.text().contains(Duplicates.DIFFERENT));
		return new Finding(differ ? Finding.Code.DUPLICATES_DIFFER : Finding.Code.DUPLICATES,
			count(same.size(), "duplicate") + " ignored" +
				(differ ? ", though not the same: a wrong SOP Instance UID?" : ""),
			same.stream().map(s -> s.file() + ": " + s.text()).toList());
	}

	private static double firstDistance(final Stack stack) {
		final Vector3 origin = stack.geometry().origin();
		return origin.dot(stack.geometry().orientation().normal());
	}
}

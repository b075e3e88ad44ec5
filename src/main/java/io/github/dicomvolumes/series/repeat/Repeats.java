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

package io.github.dicomvolumes.series.repeat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.series.ChannelAxis;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.TimeAxis;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.FrameOrder;

/**
 * Gives the frames that share positions to channels and times, and sets apart what cannot be told. Attributes tell them
 * apart, else the order of times within each position, else the grid of Instance Numbers; where files are missing their
 * places stay empty. No time or channel ever holds frames of two.
 */
public final class Repeats {

	private static final String NUMBER = "(0020,0013) Instance Number";

	private final FrameTable table;

	/**
	 * Frames that form a volume.
	 *
	 * @param reason why they are apart from the others; empty if they are not
	 */
	public record Part(Arrangement arrangement, String reason) {}

	/** @param positions at least one of which has several frames */
	public Repeats(final Positions positions) {
		table = new FrameTable(positions);
	}

	/** Frames of which nothing but their order in the file says where they are, as in a cine loop. */
	public static Arrangement atOnePlace(final List<Frame> frames) {
		final Positions place = Positions.atOnePlace(frames);
		if (frames.size() == 1) return Arrangement.single(place);
		final Repeats repeats = new Repeats(place);
		return repeats.complete().orElseGet(() -> repeats.inOrder(repeats.byNumber(place), Code.REPEATS_BY_NUMBER));
	}

	// -- By attributes --

	/** All frames, if attributes tell them apart and none is missing. */
	public Optional<Arrangement> complete() {
		return AttributeSearch.columns(table, true).map(this::arranged);
	}

	/**
	 * All frames, if attributes tell them apart and some are missing: times or channels that lack slices are apart if
	 * others are complete; else their places stay empty.
	 */
	public List<Part> incomplete() {
		final Columns columns = AttributeSearch.columns(table, false).orElse(null);
		if (columns == null) return List.of();
		final int[] complete = IntStream.range(0, columns.size()).filter(c -> columns.missing(c) == 0).toArray();
		if (complete.length == 0 || columns.attributes().size() > 1) return List.of(new Part(arranged(columns), ""));
		final List<Part> parts = new ArrayList<>();
		final int lacking = columns.size() - complete.length;
		parts.add(apart(part(columns, complete),
			lacking + " of " + columns.size() + " times or channels lack slices and are volumes of their own"));
		for (int c = 0; c < columns.size(); c++)
			if (columns.missing(c) > 0) parts.add(apart(part(columns, c), columns.missing(c) + " of " +
				table.positions().size() + " slices missing of " + columns.names().get(c)));
		return parts;
	}

	private static Part apart(final Arrangement arrangement, final String text) {
		final List<Finding> findings = new ArrayList<>(List.of(new Finding(Code.INCOMPLETE, text)));
		findings.addAll(arrangement.findings());
		return new Part(new Arrangement(arrangement.positions(), arrangement.placement(), findings),
			"incomplete times or channels");
	}

	/** Some columns as a volume of their own. */
	private Arrangement part(final Columns columns, final int... chosen) {
		final Frame[][] cells = Arrays.stream(chosen).mapToObj(c -> columns.cells()[c]).toArray(Frame[][]::new);
		final List<Frame> frames = Arrays.stream(cells).flatMap(Arrays::stream).filter(f -> f != null).toList();
		final Positions positions = table.positions().withFrames(frames);
		if (chosen.length == 1) return Arrangement.single(positions);
		return arranged(new Columns(cells, columns.by(), List.of(), columns.attributes()), positions);
	}

	private Arrangement arranged(final Columns columns) {
		return arranged(columns, table.positions());
	}

	private Arrangement arranged(final Columns columns, final Positions positions) {
		final List<Finding> findings = new ArrayList<>();
		final RepeatAxes axes = RepeatAxes.of(columns, table.varying());
		final Placement placement = axes.place(findings);
		findings.add(0, new Finding(Code.REPEATED_POSITIONS, axes(placement) + ", told apart by " + axes.by()));
		missing(placement).ifPresent(findings::add);
		SliceLocations.contradiction(positions).ifPresent(findings::add);
		return new Arrangement(positions, placement, findings);
	}

	/** "2 channels (EchoTime 4.6 ms; EchoTime 9.2 ms) and 3 times, 0.5 s apart". */
	private static String axes(final Placement placement) {
		final List<String> labels = placement.channels().labels();
		final String channels = labels.size() == 1 ? ""
			: labels.size() + " channels (" + Listing.of(labels, "; ", Listing.LINES) + ")";
		final TimeAxis axis = placement.times();
		final String times = axis.size() == 1 ? "" : axis.size() + " times" + interval(axis);
		return channels + (channels.isEmpty() || times.isEmpty() ? "" : " and ") + times;
	}

	private static String interval(final TimeAxis times) {
		if (times.interval().isPresent()) return ", " + NumberText.of(times.interval().getAsDouble()) + " s apart";
		return times.seconds().isEmpty() ? "" : " at unequal distances";
	}

	/** The places without a frame, if there are any: slices count from 1, as ImageJ shows them. */
	private Optional<Finding> missing(final Placement placement) {
		final int[] places = table.positions().gaps().gridIndex();
		final List<String> names = new ArrayList<>();
		final int channels = placement.channels().size();
		final int cells = channels * placement.times().size();
		for (int cell = 0; cell < cells; cell++)
			for (int p = 0; p < placement.cells().size(); p++)
				if (placement.cells().get(p)[cell] == null) names
					.add("slice " + (places[p] + 1) + " of " + cellName(placement, cell % channels, cell / channels));
		if (names.isEmpty()) return Optional.empty();
		return Optional.of(new Finding(Code.MISSING_SLICES, Listing.of(names, "; ", Listing.LINES) +
			(names.size() == 1 ? " is" : " are") + " missing; filled to keep the grid", names));
	}

	private static String cellName(final Placement placement, final int channel, final int time) {
		final ChannelAxis channels = placement.channels();
		final String ofTime = placement.times().size() == 1 ? "" : "time " + (time + 1);
		final String label = channels.labels().get(channel).isEmpty() ? "channel " + (channel + 1)
			: channels.labels().get(channel);
		if (channels.size() == 1) return ofTime;
		return ofTime.isEmpty() ? label : label + ", " + ofTime;
	}

	// -- By order --

	/**
	 * All frames, told apart by the order of times within each position, or by the grid that Instance Numbers form;
	 * none if neither tells.
	 */
	public List<Part> byOrder() {
		final NumberGrid numbers = NumberGrid.of(table).orElse(null);
		final boolean hasGaps = numbers != null && numbers.hasGaps();
		final Optional<Columns> ranked = table.isEven() ? TimeRanks.columns(table) : Optional.empty();
		if (ranked.isPresent() && !hasGaps) return List.of(new Part(arranged(ranked.get()), ""));
		final int[] times = numbers == null ? null : numbers.times().orElse(null);
		if (times != null) return byNumbers(numbers, times);
		return ranked.map(columns -> List.of(new Part(arranged(columns), ""))).orElse(List.of());
	}

	/** All frames, where nothing but the order of their numbers tells them apart. */
	public List<Part> byNumberAlone() {
		if (table.isEven()) return List.of(new Part(inOrder(byNumber(table.positions()), Code.REPEATS_BY_NUMBER), ""));
		return table.positions().areMostSingle() ? withoutExtras() : apartByPosition();
	}

	private List<Part> byNumbers(final NumberGrid numbers, final int[] times) {
		final Frame[][] cells = numbers.cells(times);
		if (!numbers.isLastCut(times)) {
			if (Times.descend(cells)) Collections.reverse(Arrays.asList(cells));
			return List.of(new Part(inOrder(cells, Code.REPEATS_BY_NUMBER), ""));
		}
		final int last = cells.length - 1;
		final Columns columns = new Columns(cells, NUMBER, List.of(), List.of());
		final String text = "the last time has but " + (cells[0].length - columns.missing(last)) + " of " +
			cells[0].length + " slices by " + NUMBER + ", and is a volume of its own";
		final Frame[][] whole = Arrays.copyOf(cells, last);
		final Positions positions = table.positions()
			.withFrames(Arrays.stream(whole).flatMap(Arrays::stream).filter(f -> f != null).toList());
		final Arrangement rest = last == 1 ? Arrangement.single(positions)
			: inOrder(whole, positions, Code.REPEATS_BY_NUMBER);
		return List.of(apart(rest, text), apart(part(columns, last), text));
	}

	/** The frames of each position by their numbers. */
	private Frame[][] byNumber(final Positions positions) {
		final List<List<Frame>> sorted = positions.frames().stream().map(InstanceOrder::sort).toList();
		return IntStream.range(0, sorted.get(0).size())
			.mapToObj(r -> sorted.stream().map(same -> same.get(r)).toArray(Frame[]::new))
			.toArray(Frame[][]::new);
	}

	private Arrangement inOrder(final Frame[][] cells, final Code code) {
		return inOrder(cells, table.positions(), code);
	}

	/** Columns in an order that is all that tells them apart. */
	private Arrangement inOrder(final Frame[][] cells, final Positions positions, final Code code) {
		final List<Finding> findings = new ArrayList<>();
		final Columns columns = new Columns(cells, NUMBER, List.of(), List.of());
		final Placement placement = RepeatAxes.of(columns, table.varying()).place(findings);
		findings.add(0, ordered(placement, cells.length, code));
		if (positions.size() == cells[0].length) missing(placement).ifPresent(findings::add);
		SliceLocations.contradiction(positions).ifPresent(findings::add);
		return new Arrangement(positions, placement, findings);
	}

	private Finding ordered(final Placement placement, final int repeats, final Code code) {
		if (table.frame(0).object().order() == FrameOrder.ONE_PLACE) return new Finding(Code.REPEATED_POSITIONS,
			repeats + " frames of one file are times" + interval(placement.times()));
		final List<String> varying = table.varying().stream().map(DistinguishingAttribute::name).toList();
		final String why = varying.isEmpty() ? "no attribute tells them apart"
			: String.join(", ", varying) + " vary, but do not tell them apart at every position";
		return new Finding(code, repeats + " frames at each position, and " + why + ": they are " +
			(placement.channels().size() == 1 ? "times" : axes(placement)) + " in the order of " + NUMBER);
	}

	// -- Where nothing tells --

	/** Most positions have one frame: the most credible ones stay, the extra ones are a volume of their own. */
	private List<Part> withoutExtras() {
		final List<Frame> kept = new ArrayList<>(), extra = new ArrayList<>();
		final Credibility credibility = new Credibility(
			table.positions().frames().stream().flatMap(List::stream).toList());
		for (final List<Frame> same : table.positions().frames()) {
			final List<Frame> sorted = credibility.sort(same);
			kept.add(sorted.get(0));
			extra.addAll(sorted.subList(1, sorted.size()));
		}
		final List<Part> parts = new ArrayList<>();
		parts.add(new Part(Arrangement.single(table.positions().withFrames(kept)), "position taken twice"));
		parts.addAll(rest(extra, "position taken twice"));
		return parts;
	}

	/** Positions with fewer frames than others are apart, each: nothing tells which frames they lack. */
	private List<Part> apartByPosition() {
		final List<Part> parts = new ArrayList<>();
		final String text = "some of the " + table.positions().size() +
			" positions have more frames than others, and no attribute nor " + NUMBER +
			" tells which are missing: positions with fewer are volumes of their own";
		final List<List<Frame>> frames = table.positions().frames();
		final List<Frame> full = frames.stream().filter(f -> f.size() == table.max()).flatMap(List::stream).toList();
		final Positions positions = table.positions().withFrames(full);
		parts.add(apart(inOrder(byNumber(positions), positions, Code.REPEATS_BY_NUMBER), text));
		for (final List<Frame> few : frames) {
			if (few.size() == table.max()) continue;
			for (final Part part : rest(few, ""))
				parts.add(apart(part.arrangement(), text));
		}
		return parts;
	}

	private List<Part> rest(final List<Frame> frames, final String reason) {
		final Positions positions = table.positions().withFrames(frames);
		if (!positions.hasRepeats()) return List.of(new Part(Arrangement.single(positions), reason));
		final Repeats repeats = new Repeats(positions);
		List<Part> parts = repeats.complete().map(a -> List.of(new Part(a, ""))).orElseGet(repeats::byOrder);
		if (parts.isEmpty()) parts = repeats.byNumberAlone();
		return parts.stream().map(p -> p.reason().isEmpty() ? new Part(p.arrangement(), reason) : p).toList();
	}
}

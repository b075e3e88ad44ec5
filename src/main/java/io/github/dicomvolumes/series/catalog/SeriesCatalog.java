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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.io.scan.Scan;
import io.github.dicomvolumes.io.scan.Skipped;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.group.Group;
import io.github.dicomvolumes.series.group.Grouping;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.repeat.NaturalOrder;

/**
 * What volumes a place holds, one {@link Stack} each, and which files are in none of them. Sorted by patient, study
 * date, series number and position of the first slice. Only headers were read, and the pixels of duplicates to compare
 * them.
 */
public final class SeriesCatalog {

	private final Scan scan;
	private final List<Stack> stacks;
	private final List<Skipped> skipped;
	private final List<OtherSeries> others;
	private final boolean hasSeveralStudies;

	private SeriesCatalog(final Scan scan, final List<Stack> stacks, final List<Skipped> skipped) {
		this.scan = scan;
		this.stacks = List.copyOf(stacks);
		this.skipped = List.copyOf(skipped);
		others = OtherSeries.of(this.skipped);
		final List<Attributes> volumes = new ArrayList<>();
		for (final Stack stack : stacks)
			volumes.add(stack.attributes());
		final List<Attributes> all = new ArrayList<>(volumes);
		for (final OtherSeries other : others)
			all.add(other.attributes());
		hasSeveralStudies = SeriesOrder.studies(volumes) > 1 || SeriesOrder.patients(all) > 1;
	}

	/**
	 * Groups what was scanned.
	 *
	 * @param progress hears of the comparison of duplicates, whose pixels are read; may cancel it all
	 * @param decoding says which stacks can be loaded, and which of several files with one identity can be read
	 */
	public static SeriesCatalog of(final Scan scan, final Progress progress, final Decoding decoding)
		throws IOException
	{
		final List<DicomFile> files = new ArrayList<>();
		final List<Skipped> skipped = new ArrayList<>(scan.skipped());
		for (final DicomFile file : scan.files()) {
			final Optional<String> why = Frame.problem(file);
			if (why.isEmpty()) files.add(file);
			else skipped.add(new Skipped(file.source().name(), Skipped.Reason.DAMAGED, why.get()));
		}
		final var byItself = new FileDecoding(scan.limits(), decoding);
		final var duplicates = new Duplicates(files, byItself, scan.limits(), progress);
		skipped.addAll(duplicates.skipped());
		progress.update(Group.PHASE, 0, 1);
		final List<Frame> frames = new FileFrames(scan.limits(), skipped).of(duplicates.kept(), progress);
		final List<Stack> stacks = new ArrayList<>();
		final var damaged = new DamagedFiles(byItself);
		final List<Group> all = Grouping.bySeries(frames, progress);
		int grouped = 0;
		for (final Group series : all) {
			progress.update(Group.PHASE, grouped++, all.size());
			try {
				final List<Stack> found = new ArrayList<>();
				for (final Stack stack : damaged.stacks(series))
					found.add(complete(stack, duplicates, decoding));
				stacks.addAll(found); // all or none
			}
			catch (final CancellationException exc) {
				throw exc;
			}
			catch (final RuntimeException exc) { // what no rule foresaw costs its series only
				series.frames()
					.stream()
					.map(Frame::name)
					.distinct()
					.forEach(name -> skipped.add(new Skipped(name, Skipped.Reason.DAMAGED,
						"its series could not be grouped: " + Reasons.of(exc))));
			}
		}
		progress.update(Group.PHASE, 1, 1);
		if (stacks.size() > 1) stacks.sort(SeriesCatalog::compare);
		return new SeriesCatalog(scan, stacks, skipped);
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

	/**
	 * Whether the volumes are of several studies, or the series, also those that are no images, of several patients.
	 */
	public boolean hasSeveralStudies() {
		return hasSeveralStudies;
	}

	/** The place and the headers that the volumes were made of. */
	public Scan scan() {
		return scan;
	}

	/**
	 * The volumes that a selector names, see {@link SeriesSelector}.
	 *
	 * @return at least one
	 * @throws IllegalArgumentException if nothing fits; the message says what there is
	 */
	public List<Stack> select(final String selector) {
		if (stacks.isEmpty()) throw new IllegalArgumentException(nothing());
		return new SeriesSelector(scan.place().name(), stacks, others).select(selector);
	}

	/** One line about the files: how many were examined and why some are in no volume. */
	public String summary() {
		return reporter().summary();
	}

	/** The summary, and a line for each file that should have been an image but could not be read. */
	public String report() {
		return reporter().report();
	}

	/** What to say where no volume was found. */
	public String nothing() {
		return reporter().nothing();
	}

	private CatalogReport reporter() {
		return new CatalogReport(scan, stacks.size(), skipped);
	}

	private static Stack complete(final Stack stack, final Duplicates duplicates, final Decoding decoding) {
		Stack complete = stack;
		for (final Finding finding : duplicates.findings(stack.files()))
			complete = complete.with(finding);
		final Set<String> texts = new LinkedHashSet<>(), notes = new LinkedHashSet<>();
		for (final Frame frame : stack.frames())
			if (frame.attributes().unknownText().isPresent()) texts.add(frame.attributes().unknownText().get());
		for (final DicomFile file : stack.files())
			notes.addAll(file.notes());
		for (final String text : texts)
			complete = complete.with(new Finding(Finding.Code.UNKNOWN_TEXT, text));
		for (final String note : List.copyOf(notes).subList(0, Math.min(notes.size(), Listing.LINES)))
			complete = complete.with(new Finding(Finding.Code.ODD_HEADER, note));
		final Optional<String> why = stack.unsupported().isPresent() ? Optional.empty() : decoding.unsupported(stack);
		return why.isEmpty() ? complete
			: complete.with(new Finding(Finding.Code.NOT_YET, "not read yet: " + why.get()));
	}

	/** By study and series, then by place, then by name. */
	private static int compare(final Stack a, final Stack b) {
		final int series = SeriesOrder.compare(a.attributes(), b.attributes());
		if (series != 0) return series;
		final int place = Double.compare(firstDistance(a), firstDistance(b));
		return place != 0 ? place : NaturalOrder.INSTANCE.compare(a.first().name(), b.first().name());
	}

	private static double firstDistance(final Stack stack) {
		final Vector3 origin = stack.geometry().origin();
		return origin.dot(stack.geometry().orientation().normal());
	}
}

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

package io.github.dicomvolumes;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.scan.LocalPlace;
import io.github.dicomvolumes.io.scan.PlaceScan;
import io.github.dicomvolumes.io.scan.Place;
import io.github.dicomvolumes.io.scan.Scan;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.ImportResult;
import io.github.dicomvolumes.volume.VolumeLoader;
import io.github.dicomvolumes.work.Parts;

/**
 * Opens folders of DICOM files as volumes:
 *
 * <pre>
 * DicomVolume ct = DicomVolumes.open(Path.of("/data/chest"));
 * ct.geometry().spacing(); // mm: columns, rows, slices
 * ct.values().getAt(256, 256, 49); // HU
 * </pre>
 *
 * A place is a folder, searched at any depth; a zip archive; a DICOMDIR, which stands for the files it lists; or one
 * other file, which stands for itself. No bad file stops the others: what was left out or assumed is in
 * {@link SeriesCatalog#skipped()} and {@link DicomVolume#report()}.
 */
public final class DicomVolumes {

	private DicomVolumes() {}

	/**
	 * Begins to prepare Java for the first import of this process, in a thread of its own, and returns at once: for
	 * those that have something else to do first. An import does it by itself.
	 */
	public static void prepare() {
		FirstUse.prepare();
	}

	/**
	 * Opens the largest volume at a place.
	 *
	 * @throws FileNotFoundException if there is nothing at the place
	 * @throws DicomException if there is no DICOM image, or it cannot be loaded
	 */
	public static DicomVolume open(final Path place) throws IOException {
		return open(place, ImportOptions.DEFAULT);
	}

	/**
	 * Opens the volume that the options name; if they name several, the first that can be loaded.
	 *
	 * @throws IllegalArgumentException if the options name no volume at the place
	 * @throws java.util.concurrent.CancellationException if the options' progress says so
	 */
	public static DicomVolume open(final Path place, final ImportOptions options) throws IOException {
		final SeriesCatalog catalog = scan(place, options);
		return load(catalog, selected(catalog, options), options, 1).volumes().get(0);
	}

	/** Opens all volumes at a place that can be loaded, at least one. */
	public static List<DicomVolume> openAll(final Path place) throws IOException {
		return openAll(place, ImportOptions.DEFAULT);
	}

	/** Opens all volumes at a place that can be loaded, whatever series the options name. */
	public static List<DicomVolume> openAll(final Path place, final ImportOptions options) throws IOException {
		final ImportOptions all = options.withSeries("all");
		return load(scan(place, all), all).volumes();
	}

	/** Finds out which volumes are at a place; reads headers, and pixels only of duplicates to compare them. */
	public static SeriesCatalog scan(final Path place) throws IOException {
		return scan(place, ImportOptions.DEFAULT);
	}

	/** Finds out which volumes are at a place with the reader of the options; reads headers only. */
	public static SeriesCatalog scan(final Path place, final ImportOptions options) throws IOException {
		return scan(new LocalPlace(place), options);
	}

	/** The same of any place: a folder, a series on a server. */
	public static SeriesCatalog scan(final Place place, final ImportOptions options) throws IOException {
		prepare();
		final Scan scan = new PlaceScan(options.reader(), options.progress(), options.limits()).scan(place);
		return SeriesCatalog.of(scan, options.progress(), VolumeLoader.DECODING);
	}

	/**
	 * Loads the volumes that the options name.
	 *
	 * @throws DicomException if the catalog is empty, or if none of them can be loaded; the message says why
	 */
	public static ImportResult load(final SeriesCatalog catalog, final ImportOptions options) throws IOException {
		return load(catalog, selected(catalog, options), options);
	}

	/** Loads some of a catalog's volumes. */
	public static ImportResult load(final SeriesCatalog catalog, final List<Stack> stacks, final ImportOptions options)
		throws IOException
	{
		return load(catalog, stacks, options, Integer.MAX_VALUE);
	}

	private static List<Stack> selected(final SeriesCatalog catalog, final ImportOptions options)
		throws DicomException
	{
		if (catalog.stacks().isEmpty()) throw new DicomException(catalog.nothing());
		return catalog.select(options.series());
	}

	private static ImportResult load(final SeriesCatalog catalog, final List<Stack> stacks, final ImportOptions options,
		final int most) throws IOException
	{
		final List<DicomVolume> volumes = new ArrayList<>();
		final List<String> failures = new ArrayList<>();
		final List<Stack> all = new ArrayList<>();
		for (final Stack selected : stacks)
			all.addAll(selected.with(options.missing()));
		final Parts parts = new Parts(options.progress(), VolumeLoader.PHASE,
			all.stream().mapToDouble(stack -> stack.shape().planes()).toArray());
		final ImportOptions each = all.size() == 1 ? options : options.withProgress(parts);
		for (final Stack stack : all) {
			if (volumes.size() == most) break;
			try {
				volumes.add(VolumeLoader.load(stack, name(stack, catalog), each));
			}
			catch (final DicomException exc) {
				failures.add(exc.getMessage());
			}
			if (all.size() > 1) parts.next();
		}
		if (volumes.isEmpty()) throw new DicomException(Listing.lines(failures, "").substring(1));
		return new ImportResult(volumes, failures);
	}

	private static String name(final Stack stack, final SeriesCatalog catalog) {
		return stack.attributes().orElse(Tag.SERIES_DESCRIPTION, catalog.scan().place().title());
	}
}

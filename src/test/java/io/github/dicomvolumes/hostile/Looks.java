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

package io.github.dicomvolumes.hostile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.series.catalog.MissingSlices;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.view.imagej.StructureRois;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.MetadataTable;
import io.github.dicomvolumes.view.table.SeriesTable;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.ImportResult;
import io.github.dicomvolumes.volume.ValueChoice;
import io.github.dicomvolumes.volume.structures.PlacedStructures;
import io.github.dicomvolumes.volume.structures.StructureSet;

/** Does with the folder of a mutant what the commands do: scans, lists, imports in memory and virtual. */
final class Looks {

	private static final int MOST_VOLUMES = 4;
	private static final Progress PROGRESS = new Progress() {

		@Override
		public void update(final String phase, final long done, final long total) {}

		@Override
		public boolean isCanceled() {
			return Watchdog.isCanceled();
		}
	};
	private static final ImportOptions OPTIONS = ImportOptions.DEFAULT.withProgress(PROGRESS).withCacheBytes(1 << 20);

	private final Oracle oracle;
	private final Neighbour neighbour;
	private final Random random;

	/** @param random decides what is looked at, if not everything is */
	Looks(final Oracle oracle, final Neighbour neighbour, final Random random) {
		this.oracle = oracle;
		this.neighbour = neighbour;
		this.random = random;
	}

	/** @return all volumes in memory, whatever they are of; empty if the folder could not be scanned */
	Optional<List<DicomVolume>> at(final Path folder) {
		return oracle.of("scan", () -> DicomVolumes.scan(folder, OPTIONS)).map(this::volumes);
	}

	private List<DicomVolume> volumes(final SeriesCatalog catalog) {
		if (one(3)) oracle.of("catalog", () -> {
			oracle.text("catalog report", catalog.report());
			oracle.text("catalog summary", catalog.summary());
			if (catalog.stacks().isEmpty()) oracle.text("catalog", catalog.nothing());
			return null;
		});
		final Disclosure disclosure = patient();
		if (one(3)) table("series table", disclosure, () -> SeriesTable.of(catalog, disclosure));
		final List<DicomVolume> volumes = new ArrayList<>();
		int others = 0;
		for (final Stack stack : catalog.stacks())
			if (isNeighbour(stack) || ++others <= MOST_VOLUMES) volumes.addAll(volumes(catalog, stack));
		return volumes;
	}

	private static boolean isNeighbour(final Stack stack) {
		final String uid = Neighbour.series().seriesInstanceUid();
		return stack.attributes().orElse(Tag.SERIES_INSTANCE_UID, "").equals(uid);
	}

	/** In memory and virtual; one of both is looked at, of the other the planes only. */
	private List<DicomVolume> volumes(final SeriesCatalog catalog, final Stack stack) {
		final boolean isNeighbour = isNeighbour(stack);
		final ImportOptions options = isNeighbour ? OPTIONS : options();
		final List<DicomVolume> inMemory = load("memory", catalog, stack, options);
		final boolean isUntouched = isNeighbour && inMemory.size() == 1 && neighbour.isEqual(inMemory.get(0));
		if (isUntouched && !one(64)) return inMemory;
		final boolean isMemory = random.nextBoolean();
		if (isMemory) inMemory.forEach(volume -> new VolumeLooks(oracle, volume, "memory", random).all());
		for (final DicomVolume volume : load("virtual", catalog, stack, options.withVirtual(true)))
			try (volume) {
				if (isUntouched && !neighbour.isEqual(volume)) oracle.found("neighbour virtual", "virtual", "");
				final VolumeLooks looks = new VolumeLooks(oracle, volume, "virtual", random);
				if (isMemory) looks.planes();
				else looks.all();
			}
		return inMemory;
	}

	private ImportOptions options() {
		return OPTIONS
			.withMissing(random.nextInt(3) > 0 ? MissingSlices.FILL : MissingSlices.values()[random.nextInt(3)])
			.withValues(random.nextInt(3) > 0 ? ValueChoice.CALIBRATED : ValueChoice.values()[random.nextInt(3)]);
	}

	private List<DicomVolume> load(final String what, final SeriesCatalog catalog, final Stack stack,
		final ImportOptions options)
	{
		return oracle.of("import in " + what, () -> {
			final ImportResult result = DicomVolumes.load(catalog, List.of(stack), options);
			result.failures().forEach(failure -> oracle.text("failure", failure));
			return result.volumes();
		}).orElse(List.of());
	}

	/** The attributes of the mutant, and its structures on the neighbour. */
	void file(final Path file, final boolean hasContours) {
		if (!hasContours && !one(4)) return;
		final Source source = DiskSources.of(file);
		final Optional<DicomFile> read = oracle.of("header", () -> HeaderReaders.BUILT_IN.read(source));
		read.ifPresent(header -> {
			header.attributes().unknownText().ifPresent(text -> oracle.text("unknown text", text));
			final Disclosure disclosure = patient();
			table("metadata table", disclosure, () -> MetadataTable.of(header, disclosure));
		});
		if (read.isPresent() && (hasContours || one(16))) oracle.of("structures", () -> {
			final Disclosure disclosure = patient();
			final HeaderReader reader = HeaderReaders.BUILT_IN.withLargeValues();
			final StructureSet set = StructureSet.of(reader.read(source).attributes(), disclosure);
			final PlacedStructures placed = PlacedStructures.of(set, neighbour.volume());
			placed.problems().forEach(problem -> oracle.text("structures", problem, disclosure));
			final var image = VolumeImagePlus.of(neighbour.volume(), disclosure);
			StructureRois.overlay(StructureRois.of(placed, "id", 1, image), "id", image);
			return set;
		});
	}

	private Disclosure patient() {
		return random.nextBoolean() ? Disclosure.SHOW : Disclosure.HIDE;
	}

	private boolean one(final int of) {
		return random.nextInt(of) == 0;
	}

	private void table(final String what, final Disclosure disclosure, final Oracle.Work<DataTable> work) {
		VolumeLooks.table(oracle, what, disclosure, work);
	}
}

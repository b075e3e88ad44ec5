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

package io.github.dicomvolumes.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.io.scan.Skipped;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.table.GeometryTable;
import io.github.dicomvolumes.view.table.MetadataTable;
import io.github.dicomvolumes.view.table.SeriesTable;
import io.github.dicomvolumes.view.table.SliceTable;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.read.OverlayReader;

/**
 * What is said about the files at a place when all is looked at: what was left out, could not be loaded or was found.
 * Any exception but the documented ones gets out.
 *
 * @param texts each once, sorted
 */
record Said(Collection<String> texts, List<DicomVolume> volumes) {

	static Said of(final Path place, final boolean virtual) throws IOException {
		final ImportOptions options = ImportOptions.DEFAULT.withSeries("all").withVirtual(virtual);
		final Collection<String> texts = new TreeSet<>();
		final List<DicomVolume> volumes = new ArrayList<>();
		final SeriesCatalog catalog = DicomVolumes.scan(place, options);
		catalog.skipped().stream().map(Skipped::text).forEach(texts::add);
		texts.add(catalog.report());
		SeriesTable.of(catalog, Disclosure.SHOW);
		for (final Stack stack : catalog.stacks()) {
			try {
				volumes.addAll(DicomVolumes.load(catalog, List.of(stack), options).volumes());
			}
			catch (final DicomException exc) {
				texts.add(exc.getMessage());
			}
		}
		for (final DicomVolume volume : volumes)
			look(volume, texts);
		return new Said(texts, volumes);
	}

	/** Looks at each plane, picture and table. */
	private static void look(final DicomVolume volume, final Collection<String> texts) {
		final var shape = volume.stack().shape();
		for (int t = 0; t < shape.times(); t++)
			for (int c = 0; c < shape.channels(); c++)
				for (int z = 0; z < shape.slices(); z++) {
					texts.add(planeOf(volume, z, c, t));
					texts.add(volume.problem(z, c, t));
				}
		final OverlayReader overlays = new OverlayReader(texts::add, OpenSources.NONE);
		volume.stack().frames().forEach(overlays::read);
		SliceTable.of(volume, Disclosure.SHOW);
		GeometryTable.of(volume);
		MetadataTable.of(volume.stack(), volume.stack().first(), Disclosure.SHOW);
		if (!volume.isVirtual()) VolumeImagePlus.of(volume); // it logs what cannot be read
		texts.add(volume.report().toString());
		volume.report().findings().forEach(finding -> texts.add(finding + " " + finding.files()));
	}

	/** Reads a plane; returns why it cannot be read. */
	private static String planeOf(final DicomVolume volume, final int slice, final int channel, final int time) {
		try {
			volume.plane(slice, channel, time);
			return "";
		}
		catch (final UncheckedIOException exc) {
			return exc.getCause().getMessage();
		}
	}
}

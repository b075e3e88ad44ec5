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

package io.github.dicomvolumes.command;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.command.host.NeutralFailure;
import io.github.dicomvolumes.command.host.Phase;
import io.github.dicomvolumes.data.ByteSize;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.index.ArchiveIndex;
import io.github.dicomvolumes.view.help.GuidePlace;
import io.github.dicomvolumes.view.help.LineHelp;
import io.github.dicomvolumes.view.imagej.Log;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportResult;
import io.github.dicomvolumes.volume.Report;
import io.github.dicomvolumes.volume.VolumeLoader;

import ij.WindowManager;
import ij.text.TextWindow;

/** What the import commands tell while they work and in ImageJ's log: with hidden patient data no names of files. */
final class ImportLog {

	/** The phases of a scan, and of an import. */
	static final List<Phase> SCAN = List.of(new Phase("Listing files", 10), new Phase("Examining files", 70),
		new Phase("Grouping files", 20)),
		IMPORT = List.of(new Phase("Listing files", 5), new Phase("Examining files", 30),
			new Phase("Grouping files", 10), new Phase("Examining files", 5), new Phase(VolumeLoader.PHASE, 50)),
		LIST = List.of(new Phase(ArchiveIndex.PHASE, 1)),
		INDEX = List.of(new Phase(ArchiveIndex.PHASE, 40), new Phase("Examining files", 10),
			new Phase("Grouping files", 5), new Phase("Examining files", 5), new Phase(VolumeLoader.PHASE, 40)),
		SERVER = List.of(new Phase("Searching series", 10), new Phase("Asking for headers", 5),
			new Phase("Fetching objects", 55), new Phase("Examining files", 5), new Phase("Grouping files", 5),
			new Phase("Examining files", 2), new Phase(VolumeLoader.PHASE, 20));

	private ImportLog() {}

	/** What was found at a place. */
	static void add(final SeriesCatalog catalog, final Disclosure disclosure) {
		Log.add(disclosure.isFull() ? catalog.scan().place().name() + ": " + catalog.report() : catalog.summary());
	}

	/** What was made of it. */
	static void add(final ImportResult result, final Disclosure disclosure) {
		result.volumes().forEach(volume -> Log.add(block(volume.report(disclosure))));
		explain();
		if (disclosure.isFull()) Log.addAll("not loaded: ", result.failures());
		else if (!result.failures().isEmpty())
			Log.add("not loaded: " + result.failures().size() + " more; patient=Show says why, with names");
	}

	/** Lets the log's window explain a line that is chosen there. */
	private static void explain() {
		if (!GraphicsEnvironment.isHeadless()) EventQueue.invokeLater(() -> {
			if (WindowManager.getWindow("Log") instanceof TextWindow log && !LineHelp.isIn(log))
				new LineHelp(log, GuidePlace.findings());
		});
	}

	/** The headline, what to look at with its code, and where the rest is and all of it explained. */
	static String block(final Report report) {
		final StringBuilder text = new StringBuilder(report.headline());
		report.warnings().forEach(warning -> text.append("\n  warning: ").append(GuidePlace.marked(warning)));
		final int notes = report.findings().size() - report.warnings().size();
		if (notes > 0) text.append("\n  ").append(Listing.count(notes, "note"));
		if (!report.findings().isEmpty())
			text.append(notes > 0 ? ": " : "\n  ").append("see Plugins > DICOM Volumes > DICOM Report");
		return text.toString();
	}

	/** "3 volumes, 1.2 GB". */
	static String outcome(final List<DicomVolume> volumes) {
		return Listing.count(volumes.size(), "volume") + ", " +
			ByteSize.text(volumes.stream().mapToLong(ImportLog::bytes).sum());
	}

	private static long bytes(final DicomVolume volume) {
		return Arrays.stream(volume.dimensions()).reduce(volume.plan().type().bytesPerPixel(), (a, b) -> a * b);
	}

	/** A failure as people may see it. */
	static Exception shown(final Exception failure, final SeriesCatalog catalog, final Disclosure disclosure) {
		return disclosure.isFull() ? failure
			: new NeutralFailure("Nothing was opened (" + catalog.summary() + "); patient=Show says why, with names.");
	}
}

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
package io.github.dicomvolumes.export.deidentify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.scan.LocalPlace;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.io.scan.SourceList;

/**
 * Copies DICOM files so that the copies do not say whose they are, by the Basic Application Level Confidentiality
 * Profile of PS3.15 and its options. What cannot be read or judged is left out, never copied as it is. Pixels are
 * copied bit by bit, so that a face that can be computed from a head stays in them.
 */
public final class Deidentification {

	private static final String PHASE = "Copying files";
	private static final String PIXELS = "Pixels are as they were: faces that can be computed from heads are not removed",
		BURNED_IN = "Names that are drawn into pixels are not removed, and files that may have some were copied",
		MOSAICS = "Siemens mosaics lose the private header that tells how many slices they have and which way these run",
		TEXTS = "Descriptions were kept without names, numbers and dates that the files tell of; what else people wrote stays";

	private final Path to;
	private final DeidentifyOptions options;
	private final MadeFiles made = new MadeFiles();

	private Deidentification(final Path to, final DeidentifyOptions options) {
		this.to = to;
		this.options = options;
	}

	/**
	 * Copies all objects at a place. All or nothing: if a copy cannot be written, or the progress says to stop, what
	 * was made is removed. A file that cannot be read, or must not be copied, costs no other: the report lists it.
	 *
	 * @param from a folder, searched at any depth, a zip archive, a DICOMDIR or one file; stays as it is
	 * @param to a folder that is empty or does not exist
	 * @throws InputException if these, or the files of the options, cannot be used
	 * @throws IOException if the copy cannot be written
	 * @throws java.util.concurrent.CancellationException if the options' progress says so
	 */
	public static DeidentifyReport run(final Path from, final Path to, final DeidentifyOptions options)
		throws IOException
	{
		CopyPlaces.check(from, to, options);
		final var work = new Deidentification(to.toAbsolutePath(), options);
		try {
			return work.run(from);
		}
		catch (final IOException | RuntimeException | Error exc) {
			work.made.removeAll(exc);
			throw exc;
		}
	}

	private DeidentifyReport run(final Path from) throws IOException {
		final var replacements = new Replacements(secret());
		final SourceList found = new LocalPlace(from).list(HeaderReaders.BUILT_IN, options.progress());
		try (OpenSources open = new OpenSources(Limits.DEFAULT)) {
			final Survey survey = Survey.of(found.sources(), open, options);
			final List<SurveyedFile> files = survey.files();
			final var names = new CopyNames(to, files, replacements);
			final var copier = new FileCopier(options, replacements, survey.identifiers(), made, open);
			final LeftOut[] failed = new LeftOut[files.size()];
			Parallel.forEach(files.size(), PHASE, options.progress(),
				i -> failed[i] = copy(copier, files.get(i), names.path(i)));
			made.removeEmptyFolders();
			final int[] copied = IntStream.range(0, failed.length).filter(i -> failed[i] == null).toArray();
			final List<LeftOut> leftOut = new ArrayList<>(found.skipped().stream().map(LeftOut::of).toList());
			leftOut.addAll(survey.leftOut());
			for (final LeftOut one : failed)
				if (one != null) leftOut.add(one);
			if (options.table().isPresent()) writeTable(files, names, copied, replacements);
			return report(files, copied, replacements, leftOut, notes(survey.hasMosaics()));
		}
	}

	private Secret secret() throws IOException {
		if (options.secret().isEmpty()) return Secret.random();
		final Path file = options.secret().get();
		if (!Files.exists(file)) made.writePrivate(file, out -> out.write(Secret.newFile()));
		return Secret.of(file);
	}

	/** @return null if it is copied */
	private static LeftOut copy(final FileCopier copier, final SurveyedFile file, final Path to) throws IOException {
		try {
			copier.copy(file, to);
			return null;
		}
		catch (final SourceException exc) {
			return Survey.because(file.source(), exc.failure());
		}
		catch (final IOException exc) {
			if (exc.getCause() instanceof SourceException source)
				return Survey.because(file.source(), source.failure());
			throw exc;
		}
		catch (final IllegalArgumentException | OutOfMemoryError | StackOverflowError exc) {
			return Survey.because(file.source(), exc); // what was read cannot be written by the rules
		}
	}

	private void writeTable(final List<SurveyedFile> files, final CopyNames names, final int[] copied,
		final Replacements replacements) throws IOException
	{
		final Set<OldPatient> patients = new LinkedHashSet<>();
		final Map<String, String> paths = new LinkedHashMap<>();
		for (final int i : copied) {
			patients.add(files.get(i).who());
			paths.put(to.relativize(names.path(i)).toString(), files.get(i).source().name());
		}
		IdentifierTable.write(options.table().get(), patients, replacements, paths, options.dates(), made);
	}

	private DeidentifyReport report(final List<SurveyedFile> files, final int[] copied, final Replacements replacements,
		final List<LeftOut> leftOut, final List<String> notes)
	{
		final List<SurveyedFile> done = IntStream.of(copied).mapToObj(files::get).toList();
		return new DeidentifyReport(copied.length, distinct(done, SurveyedFile::patient),
			distinct(done, SurveyedFile::study), distinct(done, file -> List.of(file.study(), file.series())),
			replacements.uidCount(), leftOut, notes);
	}

	private List<String> notes(final boolean hasMosaics) {
		final List<String> notes = new ArrayList<>(List.of(PIXELS));
		if (options.keepsBurnedIn()) notes.add(BURNED_IN);
		if (options.keep().contains(Retained.DESCRIPTIONS)) notes.add(TEXTS);
		if (hasMosaics) notes.add(MOSAICS);
		return notes;
	}

	private static int distinct(final List<SurveyedFile> files, final Function<SurveyedFile, ?> property) {
		return (int) files.stream().map(property).distinct().count();
	}
}

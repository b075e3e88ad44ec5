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

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipException;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.header.NotDicomException;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.io.source.Source;

/**
 * Reads all headers once: which files can be copied, of whom they are, and what must not be found in the copies. What
 * one file of a patient says is removed from all files of that patient.
 */
final class Survey {

	private static final String PHASE = "Reading headers";

	private static final String MOSAIC = "MOSAIC";

	private final SurveyedFile[] files;
	private final LeftOut[] leftOut;
	private final Map<PatientKey, Set<String>> words = new ConcurrentHashMap<>();

	private volatile boolean hasMosaics;

	private Survey(final int sources) {
		files = new SurveyedFile[sources];
		leftOut = new LeftOut[sources];
	}

	/**
	 * Looks at files, in several threads.
	 *
	 * @param open by which they are opened
	 * @throws CancellationException if the options' progress says so
	 */
	static Survey of(final List<Source> sources, final OpenSources open, final DeidentifyOptions options)
		throws IOException
	{
		final var survey = new Survey(sources.size());
		Parallel.forEach(sources.size(), PHASE, options.progress(), i -> survey.look(i, sources.get(i), open, options));
		return survey;
	}

	/** Those that can be copied, in their order. */
	List<SurveyedFile> files() {
		return Arrays.stream(files).filter(Objects::nonNull).toList();
	}

	List<LeftOut> leftOut() {
		return new ArrayList<>(Arrays.stream(leftOut).filter(Objects::nonNull).toList());
	}

	/** What must not be found in the files of each patient. */
	Map<PatientKey, Identifiers> identifiers() {
		return words.entrySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Identifiers.of(e.getValue())));
	}

	/** Whether private elements, which are removed, tell where the slices are in some of the files. */
	boolean hasMosaics() {
		return hasMosaics;
	}

	private void look(final int i, final Source source, final OpenSources open, final DeidentifyOptions options) {
		try {
			final DicomFile file = HeaderReaders.BUILT_IN.read(source, open);
			final Optional<LeftOut.Reason> reason = Suitability.of(file, options.keepsBurnedIn());
			final SurveyedFile surveyed = SurveyedFile.of(source, file.attributes());
			final Function<PatientKey, Set<String>> newSet = key -> ConcurrentHashMap.newKeySet();
			final Set<String> itsWords = words.computeIfAbsent(surveyed.patient(), newSet);
			new IdentifierCollector(itsWords, options.keep()).add(file.attributes());
			if (reason.isPresent()) leftOut[i] = new LeftOut(source.name(), reason.get(), "");
			else files[i] = surveyed;
			if (reason.isEmpty() && file.attributes().strings(Tag.IMAGE_TYPE).contains(MOSAIC)) hasMosaics = true;
		}
		catch (final IOException | RuntimeException | OutOfMemoryError | StackOverflowError exc) {
			leftOut[i] = because(source, exc);
		}
	}

	/**
	 * Why a file cannot be copied.
	 *
	 * @throws CancellationException if it can, but nobody waits for it any more
	 */
	static LeftOut because(final Source source, final Throwable failure) {
		if (failure instanceof ClosedByInterruptException || failure instanceof CancellationException)
			throw new CancellationException("Interrupted while reading " + source.name());
		return new LeftOut(source.name(), reason(failure), Reasons.of(failure));
	}

	private static LeftOut.Reason reason(final Throwable failure) {
		if (failure instanceof NotDicomException) return LeftOut.Reason.NOT_DICOM;
		if (failure instanceof TooLargeException) return LeftOut.Reason.TOO_LARGE;
		final boolean isOfSystem = failure instanceof IOException && !(failure instanceof DicomException) &&
			!(failure instanceof EOFException) && !(failure instanceof ZipException);
		return isOfSystem ? LeftOut.Reason.UNREADABLE : LeftOut.Reason.DAMAGED;
	}
}

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
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.ImportResult;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;

/**
 * A volume as anybody sees it who opens a folder. The only class of the laws that knows what the project calls things.
 */
final class Opened {

	/**
	 * What opening a place gave.
	 *
	 * @param volumes in the order of the series table
	 * @param messages of files that were left out and of volumes that could not be loaded
	 */
	record Result(List<Opened> volumes, List<String> messages) {

		/** The volume of a place that has no other. */
		Opened one() {
			if (volumes.size() != 1 || !messages.isEmpty())
				throw new AssertionError(volumes.size() + " volumes rather than 1: " + this);
			return volumes.get(0);
		}

		@Override
		public String toString() {
			return Stream.concat(volumes.stream().map(Opened::toString), messages.stream())
				.collect(Collectors.joining("\n"));
		}
	}

	private final DicomVolume volume;
	private final boolean hasTwoMoreAxes;
	private final RandomAccess<? extends RealType<?>> stored, real;

	private Opened(final DicomVolume volume) {
		this.volume = volume;
		hasTwoMoreAxes = volume.stored().numDimensions() > 3;
		stored = volume.stored().randomAccess();
		real = volume.values().randomAccess();
	}

	/** All volumes at a place. */
	static Result all(final Path place) throws IOException {
		final ImportOptions options = ImportOptions.DEFAULT.withSeries("all");
		final var catalog = DicomVolumes.scan(place, options);
		final ImportResult result = DicomVolumes.load(catalog, options);
		return new Result(result.volumes().stream().map(Opened::new).toList(),
			Stream.concat(catalog.skipped().stream().map(s -> s.file() + ": " + s.text()), result.failures().stream())
				.toList());
	}

	// -- Grid --

	/** Columns, rows, slices, channels and times. */
	long[] sizes() {
		return volume.dimensions();
	}

	int slices() {
		return (int) sizes()[2];
	}

	int channels() {
		return (int) sizes()[3];
	}

	int times() {
		return (int) sizes()[4];
	}

	/** Of columns, rows and slices, mm. */
	double[] spacing() {
		return volume.geometry().spacing();
	}

	/** Where a voxel lies, mm, LPS. */
	Vector3 toPatient(final double column, final double row, final double slice) {
		return volume.geometry().indexToPatient().apply(column, row, slice);
	}

	/** The voxel that lies there: column, row and slice. */
	Vector3 toIndex(final Vector3 patient) {
		return volume.geometry().patientToIndex().apply(patient);
	}

	// -- Values --

	/** Whether a file gave the slice. */
	boolean has(final int slice, final int channel, final int time) {
		return volume.stack().frame(slice, channel, time).isPresent();
	}

	double stored(final long column, final long row, final long slice, final long channel, final long time) {
		return at(stored, column, row, slice, channel, time);
	}

	double real(final long column, final long row, final long slice, final long channel, final long time) {
		return at(real, column, row, slice, channel, time);
	}

	private double at(final RandomAccess<? extends RealType<?>> access, final long column, final long row,
		final long slice, final long channel, final long time)
	{
		return hasTwoMoreAxes ? access.setPositionAndGet(column, row, slice, channel, time).getRealDouble()
			: access.setPositionAndGet(column, row, slice).getRealDouble();
	}

	/** What the files say about a slice that is there. */
	Attributes attributes(final int slice, final int channel, final int time) {
		return volume.attributes(slice, channel, time).orElseThrow();
	}

	// -- Axes --

	List<String> labels() {
		return volume.stack().channelAxis().labels();
	}

	/** Seconds from a time to the next. */
	OptionalDouble interval() {
		return volume.stack().timeAxis().interval();
	}

	// -- Report --

	/** Whether something of this code was found, whatever version knows the code. */
	boolean hasFinding(final String code) {
		return volume.report().findings().stream().anyMatch(f -> f.code().name().equals(code));
	}

	/** The text of what should be looked at before the volume is trusted. */
	List<String> warnings() {
		return volume.report().warnings().stream().map(Finding::text).toList();
	}

	/** The text of all that was found. */
	List<String> notes() {
		return volume.report().findings().stream().map(Finding::text).toList();
	}

	/** Whether slices are said to be missing. */
	boolean isIncomplete() {
		return missing().findAny().isPresent();
	}

	/** Whether a slice, 0-based, is named as missing; texts count from 1. */
	boolean isListedAsMissing(final int slice) {
		final Pattern number = Pattern.compile("(?<!\\d)" + (slice + 1) + "(?!\\d)");
		return missing().anyMatch(f -> number.matcher(f.text()).find() ||
			f.files().stream().anyMatch(detail -> number.matcher(detail).find()));
	}

	private Stream<Finding> missing() {
		return volume.report()
			.findings()
			.stream()
			.filter(f -> f.code() == Code.MISSING_SLICES || f.code() == Code.INCOMPLETE);
	}

	@Override
	public String toString() {
		return volume.report().toString();
	}
}

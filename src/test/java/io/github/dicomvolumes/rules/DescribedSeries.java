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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;

/**
 * A 4D series of MR, whatever files it is written in: a grid of slices with channels and times, and what tells them
 * apart. Each stored value says which frame and which pixel it is of.
 *
 * @param channelsBy null if there is one channel
 * @param timesBy null if there is one time
 * @param timesFirst whether Instance Numbers run over the times of a slice first, else over the slices of a time
 * @param descending whether Instance Numbers descend along the normal
 * @param repetitionTime ms, 0 if the files do not say it
 */
record DescribedSeries(String name, SliceGrid grid, int channels, int times, ToldBy channelsBy, ToldBy timesBy,
	boolean timesFirst, boolean descending, double repetitionTime)
{

	/** Values of a frame differ from those of the next by this, and pixels of a frame by less. */
	private static final int STEP = 32, FIRST = 100;

	static DescribedSeries ofTimes(final String name, final SliceGrid grid, final int times, final ToldBy by) {
		return new DescribedSeries(name, grid, 1, times, null, by, false, false, 0);
	}

	static DescribedSeries ofChannels(final String name, final SliceGrid grid, final int channels, final ToldBy by) {
		return new DescribedSeries(name, grid, channels, 1, by, null, false, false, 0);
	}

	DescribedSeries withTimes(final int count, final ToldBy by) {
		return new DescribedSeries(name, grid, channels, count, channelsBy, by, timesFirst, descending, repetitionTime);
	}

	DescribedSeries withNumbers(final boolean overTimesFirst, final boolean descendingSlices) {
		return new DescribedSeries(name, grid, channels, times, channelsBy, timesBy, overTimesFirst, descendingSlices,
			repetitionTime);
	}

	DescribedSeries withRepetitionTime(final double ms) {
		return new DescribedSeries(name, grid, channels, times, channelsBy, timesBy, timesFirst, descending, ms);
	}

	/** A series with times, channels or both, told apart by anything. */
	static DescribedSeries random(final long seed) {
		final Random random = Seeds.random(seed);
		final SliceGrid grid = SliceGrid.random(3 + random.nextInt(4), random);
		final List<ToldBy> channelWays = List.of(ToldBy.B_VALUES, ToldBy.DIRECTIONS, ToldBy.ECHO_TIME,
			ToldBy.INVERSION_TIME);
		final List<ToldBy> timeWays = List.of(ToldBy.TEMPORAL_POSITION, ToldBy.TRIGGER_TIME,
			ToldBy.TRIGGER_TIME_OVER_SLICES, ToldBy.ACQUISITION_TIME, ToldBy.ACQUISITION_TIME_OF_SLICE,
			ToldBy.ACQUISITION_NUMBER, ToldBy.NUMBER);
		final ToldBy channelsBy = channelWays.get(random.nextInt(channelWays.size()));
		final ToldBy timesBy = timeWays.get(random.nextInt(timeWays.size()));
		final String name = "described " + seed;
		final int many = 2 + random.nextInt(4), few = 2 + random.nextInt(2);
		final boolean isRanked = timesBy.kind() != ToldBy.Kind.VALUE;
		final DescribedSeries series = switch (isRanked ? 0 : random.nextInt(3)) {
			case 0 -> ofTimes(name, grid, many, timesBy);
			case 1 -> ofChannels(name, grid, many, channelsBy);
			default -> ofChannels(name, grid, few, channelsBy).withTimes(few, timesBy);
		};
		return series.withNumbers(!series.by(ToldBy.DIRECTIONS) && random.nextBoolean(), random.nextBoolean());
	}

	boolean by(final ToldBy way) {
		return channelsBy == way || timesBy == way;
	}

	/** What tells, at least one. */
	List<ToldBy> ways() {
		return Stream.of(channelsBy, timesBy).filter(way -> way != null).toList();
	}

	boolean needsNumbers() {
		return ways().stream().anyMatch(ToldBy::needsNumbers);
	}

	/** Seconds from a time to the next; empty if nothing says it. */
	OptionalDouble interval() {
		final double own = timesBy == null ? 0 : timesBy.interval();
		final double seconds = own > 0 || timesBy == null ? own : repetitionTime / 1000;
		return seconds > 0 ? OptionalDouble.of(seconds) : OptionalDouble.empty();
	}

	/** All frames in the order of their Instance Numbers. */
	List<Place> places() {
		final List<Place> places = new ArrayList<>();
		for (int t = 0; t < times; t++)
			for (int c = 0; c < channels; c++)
				for (int k = 0; k < grid.slices(); k++)
					places.add(new Place(k, c, t));
		places.sort(Comparator.comparingInt(this::number));
		return places;
	}

	/** The Instance Number of a frame that has a file of its own, from 1. */
	int number(final Place place) {
		final int k = descending ? grid.slices() - 1 - place.slice() : place.slice();
		final int repeat = place.time() * channels + place.channel();
		return 1 + (timesFirst ? k * channels * times + repeat : repeat * grid.slices() + k);
	}

	// -- Values --

	/** The stored value of a pixel of a frame. */
	int value(final Place place, final int row, final int column) {
		final int frame = (place.time() * channels + place.channel()) * grid.slices() + place.slice();
		return FIRST + STEP * frame + grid.columns() * row + column;
	}

	/** The frame that a stored value is of. */
	Place place(final double value) {
		final int frame = ((int) value - FIRST) / STEP;
		final int repeat = frame / grid.slices();
		return new Place(frame % grid.slices(), repeat % channels, repeat / channels);
	}

	/** The stored values of a frame, 16 bits, little endian. */
	byte[] pixels(final Place place) {
		final byte[] bytes = new byte[2 * grid.columns() * grid.rows()];
		int at = 0;
		for (int r = 0; r < grid.rows(); r++)
			for (int c = 0; c < grid.columns(); c++) {
				final int value = value(place, r, c);
				bytes[at++] = (byte) value;
				bytes[at++] = (byte) (value >> 8);
			}
		return bytes;
	}

	// -- Attributes --

	/** The attributes that a frame has but for its place in the patient. */
	FrameTags tags(final Place place) {
		final FrameTags tags = new FrameTags();
		if (channelsBy != null) channelsBy.put(tags, place.slice(), place.channel());
		if (timesBy != null) timesBy.put(tags, place.slice(), place.time());
		if (repetitionTime > 0) {
			tags.single().put(Dictionary.tag("RepetitionTime"), repetitionTime);
			tags.group(Dictionary.tag("MRTimingAndRelatedParametersSequence"))
				.put(Dictionary.tag("RepetitionTime"), repetitionTime);
		}
		tags.group(Dictionary.tag("PlanePositionSequence"))
			.put(Tag.IMAGE_POSITION_PATIENT, grid.position(place.slice()).toArray());
		tags.single().put(Tag.IMAGE_POSITION_PATIENT, grid.position(place.slice()).toArray());
		return tags;
	}

	/** A UID of this series that nothing else has. */
	String uid(final String what) {
		return Uids.ofName(name + " " + what);
	}

	@Override
	public String toString() {
		final String told = ways().stream().map(ToldBy::toString).collect(Collectors.joining(" x "));
		final String order = timesFirst ? " over times first" : " over slices first";
		final String numbers = ways().contains(ToldBy.NUMBER) ? order : "";
		return told + numbers + (descending ? ", descending" : "");
	}
}

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

package io.github.dicomvolumes.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.measure.segment.MeasuredImage;
import io.github.dicomvolumes.measure.segment.SegmentLayer;
import io.github.dicomvolumes.measure.segment.Segments;
import io.github.dicomvolumes.measure.shape.SegmentShape;
import io.github.dicomvolumes.measure.value.Intensity;
import io.github.dicomvolumes.measure.value.Peaks;
import io.github.dicomvolumes.measure.value.SegmentValues;
import io.github.dicomvolumes.measure.value.Threshold;
import io.github.dicomvolumes.series.Segment;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.work.Parts;

/**
 * What is measured of one segment in one channel and time.
 *
 * @param segment that was measured; the name may be empty
 * @param channel 0-based
 * @param time 0-based
 * @param voxels how many; with parts of voxels not whole; also those without value
 * @param millilitres volume by counting voxels, in ml; NaN if the size of voxels is not known
 * @param outsideMillilitres how much of the segment lies outside the image, where it is not measured
 * @param intensity statistics of its values
 * @param unit of the values, such as "HU"; empty if unknown
 * @param shape of the segment; empty if it has no voxels
 * @param maximumIndex the voxel with the greatest value, (x, y, z), 0-based; empty if there is none
 * @param maximum the same place in LPS, in mm; without a place in the patient from the first voxel
 * @param uptake of PET in SUV
 * @param notes what to know about the numbers, one sentence each
 */
public record SegmentStatistics(Segment segment, int channel, int time, double voxels, double millilitres,
	double outsideMillilitres, Intensity intensity, String unit, Optional<SegmentShape> shape,
	Optional<Vector3> maximumIndex, Optional<Vector3> maximum, Optional<Uptake> uptake, List<String> notes)
{

	/** What progress calls it. */
	public static final String PHASE = "Measuring segments";

	public SegmentStatistics {
		notes = List.copyOf(notes);
	}

	/**
	 * Measures the segments of a label image or segmentation in a volume.
	 *
	 * @param labels of 8 or 16 bits, on the same grid or another one in the same patient coordinates
	 * @return one for each segment, channel and time of the volume: segment by segment
	 * @throws io.github.dicomvolumes.data.InputException if the labels are of another type or in another place, or the
	 *         volume is in colour
	 * @throws IOException if a slice of a virtual volume cannot be read
	 */
	public static List<SegmentStatistics> of(final DicomVolume volume, final DicomVolume labels) throws IOException {
		return of(volume, labels, StatisticsOptions.DEFAULT);
	}

	/** The same with options. */
	public static List<SegmentStatistics> of(final DicomVolume volume, final DicomVolume labels,
		final StatisticsOptions options) throws IOException
	{
		final MeasuredImage image = MeasuredImage.of(volume);
		return of(image, Segments.of(MeasuredImage.of(labels), image, options.isPartial(), options.progress()),
			options);
	}

	/**
	 * Measures the segments of layers.
	 *
	 * @throws IOException if a slice of a virtual volume cannot be read
	 * @throws java.util.concurrent.CancellationException if the progress says so
	 */
	public static List<SegmentStatistics> of(final MeasuredImage image, final List<SegmentLayer> layers,
		final StatisticsOptions options) throws IOException
	{
		try {
			final List<SegmentStatistics> all = new ArrayList<>(), absent = new ArrayList<>();
			final Parts parts = new Parts(options.progress(), PHASE, layers.size());
			for (final SegmentLayer layer : layers) {
				new LayerStatistics(image, layer, options.withProgress(parts)).measure().forEach((segment, own) -> {
					final boolean isThere = own.stream().anyMatch(each -> each.voxels > 0);
					(isThere || layers.size() == 1 || layer.segments().size() == 1 ? all : absent).addAll(own);
				});
				parts.next();
			}
			for (final SegmentStatistics each : absent) // a layer of several has segments that others have
				if (all.stream().noneMatch(other -> each.isSamePlace(other))) all.add(each);
			return all;
		}
		catch (final UncheckedIOException exc) {
			throw exc.getCause();
		}
	}

	private boolean isSamePlace(final SegmentStatistics other) {
		return segment.equals(other.segment) && channel == other.channel && time == other.time;
	}

	/** For messages: "3 liver: 1523 ml". */
	@Override
	public String toString() {
		return (segment.number() + " " + segment.label()).strip() + ": " + NumberText.significant(millilitres, 4) +
			" ml, mean " + NumberText.significant(intensity.mean(), 5) + " " + unit;
	}

	/** The statistics of the segments of one layer, in all channels and times of an image. */
	private static final class LayerStatistics {

		/** For MTV. */
		private static final List<Threshold> ACTIVE = List.of(new Threshold(0.41, true), new Threshold(0.5, true),
			new Threshold(2.5, false), new Threshold(4, false));
		private static final String SUV = "g/ml", SUV_BY_SURFACE = "cm2/ml";

		private final MeasuredImage image;
		private final SegmentLayer layer;
		private final StatisticsOptions options;
		private final boolean isUptake;

		LayerStatistics(final MeasuredImage image, final SegmentLayer layer, final StatisticsOptions options) {
			this.image = image;
			this.layer = layer;
			this.options = options;
			isUptake = isUptake(image);
		}

		/** Whether it is PET in SUV. */
		static boolean isUptake(final MeasuredImage image) {
			final String unit = image.line().unit(),
				modality = image.volume().map(volume -> volume.attributes().orElse(Tag.MODALITY, "PT")).orElse("PT");
			return image.isMetric() && modality.equals("PT") &&
				(unit.equalsIgnoreCase(SUV) || unit.equalsIgnoreCase(SUV_BY_SURFACE));
		}

		/** Those of each segment, channel by channel, then time by time. */
		Map<Segment, List<SegmentStatistics>> measure() throws IOException {
			final Map<Integer, Segment> segments = new TreeMap<>();
			layer.segments().forEach(segment -> segments.put(segment.number(), segment));
			final List<LayerPass.Found> found = new ArrayList<>();
			final Parts parts = new Parts(options.progress(), PHASE, image.shape().channels() * image.shape().times());
			final StatisticsOptions own = options.withProgress(parts);
			SegmentShape[] shapes = null;
			for (int channel = 0; channel < image.shape().channels(); channel++)
				for (int time = 0; time < image.shape().times(); time++) {
					final LayerPass pass = new LayerPass(image, layer, channel, time, own,
						isUptake ? ACTIVE : List.of());
					final LayerPass.Found each = pass.measure(options.range().isAll() ? shapes : null, isUptake);
					shapes = each.shapes();
					found.add(each);
					parts.next();
					for (int number = 1; number < each.values().length; number++)
						if (each.values()[number] != null || each.unmeasured()[number] > 0)
							segments.putIfAbsent(number, new Segment(number, "", -1));
				}
			final Map<Segment, List<SegmentStatistics>> all = new LinkedHashMap<>();
			for (final Segment segment : segments.values())
				for (int n = 0; n < found.size(); n++)
					all.computeIfAbsent(segment, key -> new ArrayList<>())
						.add(statistics(segment, n / image.shape().times(), n % image.shape().times(), found.get(n)));
			return all;
		}

		private SegmentStatistics statistics(final Segment segment, final int channel, final int time,
			final LayerPass.Found found)
		{
			final int number = segment.number();
			final Optional<SegmentShape> shape = Optional.ofNullable(found.shapes()[number]);
			final Optional<SegmentValues> values = Optional.ofNullable(found.values()[number]);
			final Intensity intensity = values.map(SegmentValues::intensity).orElse(Intensity.none(0, options.bins()));
			final double unmeasured = found.unmeasured()[number];
			final double voxels = intensity.count() + intensity.noNumbers() + unmeasured;
			final Optional<Vector3> maximum = values.map(SegmentValues::greatestAt)
				.filter(at -> at >= 0)
				.map(this::voxel);
			final Optional<Uptake> uptake = isUptake && intensity.count() > 0
				? Optional.of(uptake(values.get(), number, found.peaks().get()))
				: Optional.empty();
			return new SegmentStatistics(segment, channel, time, voxels, voxels * image.millilitres(),
				layer.outsideMillilitres(number), intensity, image.line().unit(), shape, maximum,
				maximum.map(image.indexToSpace()::apply), uptake, notes(number, shape, intensity, unmeasured));
		}

		private Vector3 voxel(final long at) {
			return new Vector3(at % image.columns(), at / image.columns() % image.rows(), at / image.pixels());
		}

		private Uptake uptake(final SegmentValues values, final int number, final Peaks peaks) {
			final double millilitres = image.millilitres();
			return new Uptake(peaks.global(number), peaks.local(number), values.intensity().sum() * millilitres,
				values.above()
					.stream()
					.map(above -> new Uptake.Active(above.threshold(), above.count() * millilitres,
						above.sum() * millilitres))
					.toList());
		}

		private List<String> notes(final int number, final Optional<SegmentShape> shape, final Intensity intensity,
			final double unmeasured)
		{
			final List<String> notes = new ArrayList<>();
			final double outside = layer.outsideMillilitres(number);
			if (intensity.count() + intensity.noNumbers() + unmeasured == 0) notes.add("no voxels");
			if (outside > 0) notes.add(NumberText.significant(outside, 3) + " ml outside the image");
			if (intensity.noNumbers() > 0)
				notes.add(NumberText.of(intensity.noNumbers()) + " voxels are no numbers, and left out of the values");
			if (unmeasured > 0) notes.add(
				NumberText.of(unmeasured) + " voxels are padding or in missing slices, and left out of the values");
			if (shape.isPresent() && shape.get().isOnBorder()) notes.add("reaches the border of the image");
			if (shape.isEmpty() && intensity.count() + unmeasured > 0) notes.add("no voxel is half inside: no shape");
			if (!image.isMetric()) notes.add("the size of voxels is not known in mm");
			notes.addAll(layer.notes(number));
			return notes;
		}
	}
}

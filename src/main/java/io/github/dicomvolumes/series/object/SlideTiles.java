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

package io.github.dicomvolumes.series.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.Segment;

/**
 * Tiles of a microscope slide, which lie side by side in one plane (PS3.3 C.8.12.14), or a segmentation of them. They
 * become one image for each focal plane and optical path, each an object of its own; of a segmentation one for all
 * segments if they cannot overlap, else one for each.
 */
final class SlideTiles extends ImageObject {

	private static final String NO_PLACE = "tiles of a slide have a place on the slide, not in the patient";

	private final String layer;
	private final List<Segment> segments;

	private SlideTiles(final DicomFile file, final int frames, final String layer, final List<Finding> findings) {
		super(file, frames, FrameOrder.ONE_PLACE, findings);
		this.layer = layer;
		segments = Segmentation.is(file.attributes()) ? Segment.of(file.attributes()) : List.of();
	}

	static boolean are(final Attributes dataSet) {
		if (dataSet.orElse(Tag.DIMENSION_ORGANIZATION_TYPE, "").startsWith("TILED")) return true;
		final List<Attributes> frames = dataSet.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
		return !frames.isEmpty() && !frames.get(0).items(Tag.PLANE_POSITION_SLIDE_SEQUENCE).isEmpty();
	}

	/** @param each the attributes of each frame of the file */
	static List<Frame> frames(final DicomFile file, final List<Finding> findings, final List<Attributes> each) {
		final TotalMatrix matrix = TotalMatrix.of(file.attributes(), each);
		final Optional<String> problem = matrix.problem().map(why -> "cannot be assembled: " + why);
		final Optional<String> obstacle = problem.isPresent() ? problem : size(matrix, file.attributes());
		if (obstacle.isPresent()) {
			findings.add(new Finding(Code.NOT_YET, "not read: tiles of a slide, which " + obstacle.get()));
			final var object = new SlideTiles(file, each.size(), "", findings);
			return List.of(new Frame(object, 0, each.get(0)).withoutPlace(0, each.get(0), NO_PLACE));
		}
		final long unplaced = matrix.places().stream().filter(Objects::isNull).count();
		if (unplaced > 0) findings.add(new Finding(Code.POSITIONS_ASSUMED,
			unplaced + " tiles without a place in the total pixel matrix are left out"));
		final Map<String, List<Integer>> layers = new LinkedHashMap<>();
		for (int k = 0; k < each.size(); k++) {
			final TotalMatrix.Place place = matrix.places().get(k);
			if (place != null) layers.computeIfAbsent(place.layer(), layer -> new ArrayList<>()).add(k);
		}
		final List<Frame> frames = new ArrayList<>();
		layers.forEach((layer, tiles) -> {
			final List<Finding> own = new ArrayList<>(findings);
			if (layers.size() > 1) own.add(new Finding(Code.SPLIT, "tiles are divided by " + layer));
			frames.addAll(images(new SlideTiles(file, each.size(), layer, own), matrix, tiles, each));
		});
		return frames;
	}

	/** The images of one layer: one, or one for each segment. */
	private static List<Frame> images(final SlideTiles object, final TotalMatrix matrix, final List<Integer> tiles,
		final List<Attributes> each)
	{
		final Attributes dataSet = object.file().attributes();
		final boolean areBits = !object.segments.isEmpty() && dataSet.orElse(Tag.BITS_ALLOCATED, 0) == 1;
		final boolean isOneImage = areBits && Segmentation.areApart(dataSet);
		final Map<Integer, List<PlacedTile>> images = new LinkedHashMap<>();
		for (final int k : tiles) {
			final TotalMatrix.Place place = matrix.places().get(k);
			final int segment = each.get(k).orElse(Tag.REFERENCED_SEGMENT_NUMBER, 0);
			images.computeIfAbsent(isOneImage ? 0 : segment, s -> new ArrayList<>())
				.add(new PlacedTile(k, place.x(), place.y(), areBits ? Segmentation.label(segment) : 0));
		}
		return images.values()
			.stream()
			.map(placed -> new Frame(object, placed.get(0).index(), each.get(placed.get(0).index()))
				.assembled(new TileGrid(matrix.columns(), matrix.rows(), placed), NO_PLACE))
			.toList();
	}

	/** Why the total matrix does not fit into memory; empty if it does. */
	private static Optional<String> size(final TotalMatrix matrix, final Attributes dataSet) {
		final boolean isColour = dataSet.orElse(Tag.SAMPLES_PER_PIXEL, 1) > 1;
		final int bytesPerPixel = isColour ? 4 : Math.max(1, Math.min(4, dataSet.orElse(Tag.BITS_ALLOCATED, 8) / 8));
		final long pixels = (long) matrix.columns() * matrix.rows();
		final double bytes = (double) pixels * bytesPerPixel;
		final long quarter = Runtime.getRuntime().maxMemory() / 4;
		return bytes <= quarter && pixels <= Integer.MAX_VALUE - 8 ? Optional.empty()
			: Optional.of(String.format(
				"are %d x %d pixels together, %.0f MB, more than a quarter of Java's memory of %d MB, or than one image holds",
				matrix.columns(), matrix.rows(), bytes / 1e6, Runtime.getRuntime().maxMemory() / 1000000));
	}

	@Override
	public boolean joinsOthers() {
		return false;
	}

	/** Each layer is an image of its own. */
	@Override
	public String key() {
		return super.key() + " " + layer;
	}

	@Override
	public List<Segment> segments() {
		return segments;
	}
}

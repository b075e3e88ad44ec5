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

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.PlaneGeometry;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.io.header.DicomFile;

/**
 * One 2D plane of pixels with the attributes that hold for it: a single-frame file, one frame of a multi-frame file, a
 * tile of a mosaic, or the segments that share a plane.
 */
public final class Frame {

	/** Photometric Interpretations of red, green and blue, as far as a codec's transform is undone. */
	private static final Set<String> RGB = Set.of("RGB", "YBR_RCT", "YBR_ICT");

	/** Decimals of what was not rounded. */
	private static final int EXACT = 16;
	/** Characters of a value that a message shows. */
	private static final int LONG_TEXT = 80;

	private final ImageObject object;
	private final int index;
	private final Attributes attributes;
	private final InPlaneSpacing spacing;
	private final Vector3 position;
	private final Orientation orientation;
	private final String geometryProblem;
	private final FramePixels pixels;

	/**
	 * @param index 0-based frame in the file
	 * @param attributes those of this frame, functional groups resolved
	 */
	Frame(final ImageObject object, final int index, final Attributes attributes) {
		this.object = object;
		this.index = index;
		this.attributes = attributes;
		spacing = InPlaneSpacing.of(attributes);
		final StringBuilder problem = new StringBuilder();
		position = position(object.positionTag(), attributes, problem);
		orientation = orientation(object.orientationTag(), attributes, problem);
		geometryProblem = problem.toString();
		pixels = WholePlane.INSTANCE;
	}

	private Frame(final Frame frame, final int index, final Attributes attributes, final PlaneGeometry plane,
		final String geometryProblem, final FramePixels pixels)
	{
		object = frame.object;
		spacing = frame.spacing;
		this.index = index;
		this.attributes = attributes;
		position = plane == null ? null : plane.position();
		orientation = plane == null ? null : plane.orientation();
		this.geometryProblem = geometryProblem;
		this.pixels = pixels;
	}

	/** Another frame with all that is known, a position without orientation too. */
	private Frame(final Frame frame, final int index) {
		this.index = index;
		object = frame.object;
		attributes = frame.attributes;
		spacing = frame.spacing;
		position = frame.position;
		orientation = frame.orientation;
		geometryProblem = frame.geometryProblem;
		pixels = frame.pixels;
	}

	/** The frame of the same file at another index, with the same attributes. */
	Frame onIndex(final int otherIndex) {
		return new Frame(this, otherIndex);
	}

	/**
	 * The frame of the same file at another index, which lies elsewhere.
	 *
	 * @param plane empty if that is too far away: then the frame has no place
	 * @param tag the attribute that places it
	 */
	Frame placedAt(final int otherIndex, final Attributes itsAttributes, final Optional<PlaneGeometry> plane,
		final int tag)
	{
		return new Frame(this, otherIndex, itsAttributes, plane.orElse(null),
			plane.isPresent() ? "" : tooFar(otherIndex, itsAttributes, tag), WholePlane.INSTANCE);
	}

	private static String tooFar(final int index, final Attributes attributes, final int tag) {
		final String text = attributes.orElse(tag, "missing");
		final String value = text.length() > LONG_TEXT ? text.substring(0, LONG_TEXT) + "..." : text;
		return Tag.describe(tag) + " is " + value + ", which puts frame " + (index + 1) +
			" out of reach; coordinates must be within +-1e12 mm";
	}

	/** The frame of the same file at another index, without a place in the patient, and why. */
	Frame withoutPlace(final int otherIndex, final Attributes itsAttributes, final String why) {
		return new Frame(this, otherIndex, itsAttributes, null, why, WholePlane.INSTANCE);
	}

	/** A part of this plane, which the attributes place. */
	Frame tile(final Tile part) {
		return withPixels(part);
	}

	/**
	 * A part of this plane, which lies elsewhere.
	 *
	 * @param plane empty if that is too far away: then the part has no place
	 * @param number of the part, 0-based
	 * @param tag the attribute that places it
	 */
	Frame tile(final Tile part, final Optional<PlaneGeometry> plane, final int number, final int tag) {
		return new Frame(this, index, attributes, plane.orElse(null),
			plane.isPresent() ? "" : tooFar(number, attributes, tag), part);
	}

	/** A part of this plane, without a place in the patient, and why. */
	Frame tileWithoutPlace(final Tile part, final String why) {
		return new Frame(this, index, attributes, null, why, part);
	}

	/** An image of which this plane is a tile, without a place in the patient, and why. */
	Frame assembled(final TileGrid grid, final String why) {
		return new Frame(this, index, attributes, null, why, grid);
	}

	/** This plane with labels in place of its pixels. */
	Frame withLabels(final List<LabelPart> parts) {
		return withPixels(new LabelBits(parts));
	}

	/** This plane with one sample of each pixel, as red, green and blue of many bits become channels. */
	public Frame component(final int sample) {
		return withPixels(new OneSample(sample));
	}

	private Frame withPixels(final FramePixels other) {
		return new Frame(this, index, attributes, plane().orElse(null), geometryProblem, other);
	}

	/** Whether its colours have more than the 8 bits that an RGB image holds. */
	public boolean isDeepColour() {
		return pixels instanceof WholePlane && attributes.orElse(Tag.BITS_ALLOCATED, 8) > 8 &&
			RGB.contains(attributes.orElse(Tag.PHOTOMETRIC_INTERPRETATION, ""));
	}

	public DicomFile file() {
		return object.file();
	}

	/** The frame's number in its file, 0-based. */
	public int index() {
		return index;
	}

	/** Frames in the same file. */
	public int framesInFile() {
		return object.frames();
	}

	/** The attributes that hold for this frame. */
	public Attributes attributes() {
		return attributes;
	}

	/** Which pixels of the file it is made of. */
	public FramePixels pixels() {
		return pixels;
	}

	/** Path of the file, as people know it. */
	public String name() {
		return file().source().name();
	}

	/** Where the plane lies in the patient, if position and orientation are known. */
	public Optional<PlaneGeometry> plane() {
		return position == null || orientation == null ? Optional.empty()
			: Optional.of(new PlaneGeometry(position, orientation));
	}

	/** Centre of the first pixel, mm, LPS: Image Position (Patient). */
	public Optional<Vector3> position() {
		return Optional.ofNullable(position);
	}

	/**
	 * Decimals of the text that the position was read from, the most of its three numbers; a large number if it is no
	 * text, or if the position was computed.
	 */
	public int positionDecimals() {
		final Element written = attributes.optional(object.positionTag()).orElse(null);
		if (position == null || written == null || !written.vr().isText()) return EXACT;
		return Arrays.equals(written.doubles(), position.toArray())
			? written.strings().stream().mapToInt(Frame::decimals).max().orElse(EXACT)
			: EXACT;
	}

	private static int decimals(final String number) {
		final int point = number.indexOf('.');
		final boolean isPlain = number.chars().allMatch(c -> c >= '0' && c <= '9' || "+-. ".indexOf(c) >= 0);
		if (!isPlain) return EXACT;
		return point < 0 ? 0 : number.stripTrailing().length() - 1 - point;
	}

	/** Directions of rows and columns: Image Orientation (Patient). */
	public Optional<Orientation> orientation() {
		return Optional.ofNullable(orientation);
	}

	/** Why a file is no image that has a place in any grid; empty if it is one. */
	public static Optional<String> problem(final DicomFile file) {
		for (final int tag : new int[] { Tag.ROWS, Tag.COLUMNS })
			if (file.attributes().orElse(tag, 0) < 1)
				return Optional.of(bad(file.attributes(), tag, "it must be 1 to 65535"));
		return Optional.empty();
	}

	/** Why position or orientation is unknown; empty if both are known. */
	public String geometryProblem() {
		return geometryProblem;
	}

	public InPlaneSpacing spacing() {
		return spacing;
	}

	/** Pixels in a row. */
	public int columns() {
		return pixels.columns(attributes.orElse(Tag.COLUMNS, 0));
	}

	/** Pixels in a column. */
	public int rows() {
		return pixels.rows(attributes.orElse(Tag.ROWS, 0));
	}

	/** What its file is, and what therefore holds for it. */
	public ImageObject object() {
		return object;
	}

	/** Instance Number; the largest int if there is none, so that such frames come last. */
	public int instanceNumber() {
		return attributes.orElse(Tag.INSTANCE_NUMBER, Integer.MAX_VALUE);
	}

	@Override
	public String toString() {
		final String name = framesInFile() == 1 ? name() : name() + " frame " + (index + 1);
		return pixels instanceof Tile tile ? name + " tile at " + tile.x() + ", " + tile.y() : name;
	}

	private static Vector3 position(final int tag, final Attributes attributes, final StringBuilder problem) {
		final double[] xyz = attributes.doubles(tag);
		if (xyz.length == 3 && areWithin(PlaneGeometry.MAX_COORDINATE, xyz)) return Vector3.of(xyz);
		problem.append(bad(attributes, tag, "it must be three numbers within +-1e12 mm"));
		return null;
	}

	private static Orientation orientation(final int tag, final Attributes attributes, final StringBuilder problem) {
		final double[] cosines = attributes.doubles(tag);
		final String separator = problem.length() > 0 ? "; " : "";
		try {
			if (cosines.length == 6 && areWithin(Double.MAX_VALUE, cosines)) return Orientation.of(cosines);
			problem.append(separator).append(bad(attributes, tag, "it must be six numbers"));
		}
		catch (final IllegalArgumentException exc) {
			problem.append(separator).append(Tag.describe(tag)).append(": ").append(exc.getMessage());
		}
		return null;
	}

	private static boolean areWithin(final double limit, final double[] values) {
		for (final double value : values)
			if (!(Math.abs(value) <= limit)) return false; // nor NaN
		return true;
	}

	private static String bad(final Attributes attributes, final int tag, final String rule) {
		final String text = attributes.orElse(tag, "");
		return Tag.describe(tag) + (text.isEmpty() ? " is missing" : " is " + text + "; " + rule);
	}
}

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

package io.github.dicomvolumes.series;

import java.util.List;

import io.github.dicomvolumes.data.Tag;

/**
 * One thing that a user should know about a volume: what was assumed, found wrong, left out or could not be done.
 *
 * @param text for people; says what was found and what was done about it
 * @param files the files it is about, each with what is particular to it, or other details; empty if it is about all
 */
public record Finding(Code code, String text, List<String> files) {

	/** What it is about, for programs. */
	public enum Code {
		/** The frames of one series were divided, and by what. */
		SPLIT,
		/** Files with the same SOP Instance UID as another were left out. */
		DUPLICATES,
		/** The same, though their pixels or their place differ. */
		DUPLICATES_DIFFER,
		/** Images share a SOP Instance UID, though they are not the same; each counts for itself. */
		UID_NOT_UNIQUE,
		/** Several frames at every position: time, echoes and the like, and what tells them apart. */
		REPEATED_POSITIONS,
		/** The same, but nothing tells them apart except their numbers. */
		REPEATS_BY_NUMBER,
		/** Times or channels that lack slices are apart. */
		INCOMPLETE,
		/** The segments of a segmentation, by number. */
		SEGMENTS,
		/** Planes of segments that the file does not describe, or of none. */
		UNKNOWN_SEGMENTS,
		/** Something about the places of frames is missing or wrong, and what was assumed. */
		POSITIONS_ASSUMED,
		/** Something about the times of frames is wrong, and what was assumed. */
		TIMES_ASSUMED,
		/** Positions were written with few decimals; they are even within that rounding. */
		POSITIONS_ROUNDED,
		/** The header says another interval of times than the times themselves. */
		INTERVAL_DISAGREES,
		/** An identifier that should be the same differs, or the other way round; geometry decided. */
		IDENTIFIER_IGNORED,
		/** Times or channels lie a little apart; they are one volume all the same. */
		POSITIONS_DIFFER,
		/** A mosaic that cannot be cut into slices. */
		MOSAIC_UNCUT,
		/** Places of the grid that have no slice; the text counts slices from 1. */
		MISSING_SLICES,
		/** The header counts more images than there are. */
		FEWER_IMAGES,
		/** Gaps differ by 1 to 10 percent; one spacing was taken for all. */
		NEARLY_UNIFORM,
		/** Gaps are irregular; the median was taken for all. */
		IRREGULAR_GAPS,
		/** Slices lean: the step between them is not along the normal. */
		GANTRY_TILT,
		/** The header names a tilt that the positions do not have. */
		TILT_NOT_FOUND,
		/** No Image Position or no Image Orientation: order by number, no place in the patient. */
		NO_POSITION,
		/** Image Position without Image Orientation: order by position, no orientation. */
		NO_ORIENTATION,
		/** The distance between slices is from SpacingBetweenSlices or SliceThickness. */
		SPACING_ASSUMED,
		/** Nothing tells the distance between slices; it is 1. */
		SPACING_UNKNOWN,
		/** SpacingBetweenSlices or SliceThickness say something else than the positions. */
		SPACING_DISAGREES,
		/** Nothing tells the pixel size; it is 1 pixel. */
		PIXEL_SIZE_UNKNOWN,
		/** The pixel size is not from Pixel Spacing, and from what. */
		PIXEL_SIZE_SOURCE,
		/** Orientations within the tolerance were made one. */
		ORIENTATION_VARIES,
		/** The subject walks on four legs: its letters mean something else. */
		QUADRUPED,
		/** Pixel data are shorter than the header says; the rest was filled. */
		TRUNCATED,
		/** Pixel data are longer than the header says. */
		TOO_LONG,
		/** How values were stored, where that is not plain. */
		VALUES,
		/** Pixel attributes that were missing or wrong and were assumed. */
		PIXEL_FORMAT,
		/** A slice could not be read and is blank. */
		UNREADABLE_SLICE,
		/** Text in a character set that is unknown. */
		UNKNOWN_TEXT,
		/** Something in a header breaks the rules, and how it was read all the same. */
		ODD_HEADER,
		/** Structures that were drawn into the image otherwise than their file has them, or not at all. */
		STRUCTURES,
		/** A kind of data that this version cannot load. */
		NOT_YET;

		/** Whether people should look at it before they trust the volume. */
		public boolean isWarning() {
			return switch (this) {
				case SPLIT, REPEATED_POSITIONS, SEGMENTS, DUPLICATES, VALUES, TOO_LONG, FEWER_IMAGES,
					ORIENTATION_VARIES, POSITIONS_ROUNDED, SPACING_DISAGREES, INTERVAL_DISAGREES, IDENTIFIER_IGNORED,
					TILT_NOT_FOUND, UNKNOWN_TEXT, ODD_HEADER -> false;
				default -> true;
			};
		}
	}

	public Finding {
		files = List.copyOf(files);
	}

	public Finding(final Code code, final String text) {
		this(code, text, List.of());
	}

	/** An attribute has one value for each frame of another number of frames, and what is done about it. */
	public static Finding ofCount(final Code code, final int tag, final int values, final int frames,
		final String done)
	{
		return new Finding(code, Tag.describe(tag) + " has " + values + " values for " + frames + " frames; " + done);
	}

	@Override
	public String toString() {
		return code + ": " + text;
	}
}

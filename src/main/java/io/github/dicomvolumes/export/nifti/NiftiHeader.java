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

package io.github.dicomvolumes.export.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.github.dicomvolumes.export.image.ExportGrid;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.series.StackShape;

/**
 * The header of a NIfTI file, little endian and with the four bytes that say that there is no extension: the voxels
 * follow. It says nothing of the patient.
 * <p>
 * Axes are x, y, z, time and channel, the last ones left out where there is only one; each axis is as the image has it.
 */
final class NiftiHeader {

	private static final int BYTES_1 = 348, BYTES_2 = 540, NO_EXTENSION = 4;
	private static final int MM = 2, SECONDS = 8;
	private static final int SCANNER = 1, INTENT_LABEL = 1002;
	private static final String DESCRIPTION = "DICOM Volumes";

	private final ExportImage image;
	private final NiftiType type;
	private final Optional<Affine> sform;
	private final Optional<Quaternion> qform;

	NiftiHeader(final ExportImage image) {
		this.image = image;
		type = NiftiType.of(image.type(), image.line());
		final ExportGrid grid = image.grid();
		sform = grid.indexToPatient().map(Affine::toRas);
		final Vector3 last = new Vector3(grid.columns() - 1, grid.rows() - 1, grid.shape().slices() - 1);
		qform = sform.flatMap(affine -> Quaternion.of(affine, last, version() == 1));
	}

	NiftiType type() {
		return type;
	}

	/** What is written, in one line: "NIfTI-1: 512 x 512 x 99 voxels, int16". */
	String summary() {
		final long[] sizes = dimensions();
		return "NIfTI-" + version() + ": " +
			LongStream.rangeClosed(1, sizes[0])
				.mapToObj(axis -> Long.toString(sizes[(int) axis]))
				.collect(Collectors.joining(" x ")) +
			" voxels, " + type;
	}

	/** What to know about it, one sentence each. */
	List<String> notes() {
		final List<String> notes = new ArrayList<>(image.notes());
		if (sform.isEmpty())
			notes.add("the place in the patient is not known; the file has sizes of voxels and no affine");
		else if (qform.isEmpty())
			notes.add("axes are not at right angles; the affine is in sform alone, qform says nothing");
		if (!image.grid().isMetric()) notes.add("the size of voxels is not known in mm; the file names no unit");
		if (image.grid().shape().times() > 1 && !isTimed())
			notes.add("times are not known, or not evenly spaced; the file has no step and no unit of time");
		if (image.grid().shape().times() > 1 && image.grid().shape().channels() > 1)
			notes.add("times are the fourth axis, channels the fifth");
		return notes;
	}

	/** 1, or 2 if a size is more than the 16 bits of version 1 hold. */
	int version() {
		return Arrays.stream(sizes()).anyMatch(size -> size > Short.MAX_VALUE) ? 2 : 1;
	}

	byte[] toBytes() {
		return version() == 1 ? version1() : version2();
	}

	/**
	 * <pre>
	 *   0 size of header, 348    70 datatype     108 offset of voxels   252 codes of qform and sform
	 *  40 sizes of axes          72 bits         112 slope, intercept   256 quaternion, 268 its origin
	 *  56 intent, 68 its code    76 spacings     123 units              280 affine, row by row
	 *                                            124 display range      328 name of intent
	 *                                            148 description        344 "n+1"
	 * </pre>
	 */
	private byte[] version1() {
		final ByteBuffer out = ByteBuffer.allocate(BYTES_1 + NO_EXTENSION).order(ByteOrder.LITTLE_ENDIAN);
		out.putInt(0, BYTES_1).put(38, (byte) 'r');
		final long[] sizes = dimensions();
		final double[] spacings = spacings();
		for (int i = 0; i < 8; i++) {
			out.putShort(40 + 2 * i, (short) sizes[i]);
			out.putFloat(76 + 4 * i, (float) spacings[i]);
		}
		out.putShort(68, (short) intent()).putShort(70, (short) type.code).putShort(72, (short) type.bits);
		out.putFloat(108, BYTES_1 + NO_EXTENSION);
		out.putFloat(112, (float) slope()).putFloat(116, (float) intercept());
		out.put(123, (byte) units());
		out.putFloat(124, (float) displayed(false)).putFloat(128, (float) displayed(true));
		out.put(148, ascii(DESCRIPTION));
		out.putShort(252, code(qform)).putShort(254, code(sform));
		final double[] rotation = rotation(), affine = affine();
		for (int i = 0; i < rotation.length; i++)
			out.putFloat(256 + 4 * i, (float) rotation[i]);
		for (int i = 0; i < affine.length; i++)
			out.putFloat(280 + 4 * i, (float) affine[i]);
		out.put(344, ascii("n+1"));
		return out.array();
	}

	/**
	 * <pre>
	 *   0 size of header, 540    12 datatype     168 offset of voxels   344 codes of qform and sform
	 *   4 "n+2", line ends       14 bits         176 slope, intercept   352 quaternion, 376 its origin
	 *  16 sizes of axes         104 spacings     192 display range      400 affine, row by row
	 *                                            240 description        500 units, 504 code of intent
	 * </pre>
	 */
	private byte[] version2() {
		final ByteBuffer out = ByteBuffer.allocate(BYTES_2 + NO_EXTENSION).order(ByteOrder.LITTLE_ENDIAN);
		out.putInt(0, BYTES_2).put(4, ascii("n+2\0\r\n\032\n"));
		out.putShort(12, (short) type.code).putShort(14, (short) type.bits);
		final long[] sizes = dimensions();
		final double[] spacings = spacings();
		for (int i = 0; i < 8; i++) {
			out.putLong(16 + 8 * i, sizes[i]);
			out.putDouble(104 + 8 * i, spacings[i]);
		}
		out.putLong(168, BYTES_2 + NO_EXTENSION);
		out.putDouble(176, slope()).putDouble(184, intercept());
		out.putDouble(192, displayed(false)).putDouble(200, displayed(true));
		out.put(240, ascii(DESCRIPTION));
		out.putInt(344, code(qform)).putInt(348, code(sform));
		final double[] rotation = rotation(), affine = affine();
		for (int i = 0; i < rotation.length; i++)
			out.putDouble(352 + 8 * i, rotation[i]);
		for (int i = 0; i < affine.length; i++)
			out.putDouble(400 + 8 * i, affine[i]);
		out.putInt(500, units()).putInt(504, intent());
		return out.array();
	}

	// -- Fields --

	/** Voxels along x, y, z, time and channel. */
	private int[] sizes() {
		final ExportGrid grid = image.grid();
		final StackShape shape = grid.shape();
		return new int[] { grid.columns(), grid.rows(), shape.slices(), shape.times(), shape.channels() };
	}

	/** The number of axes, and the size of each of seven. */
	private long[] dimensions() {
		final int[] sizes = sizes();
		final long[] dimensions = new long[8];
		Arrays.fill(dimensions, 1);
		for (int i = 0; i < sizes.length; i++)
			dimensions[i + 1] = sizes[i];
		if (sizes[4] > 1) dimensions[0] = 5;
		else dimensions[0] = sizes[3] > 1 ? 4 : 3;
		return dimensions;
	}

	/** The handedness of the qform, and the spacing of each of seven axes, 1 where it means nothing. */
	private double[] spacings() {
		final double[] spacings = new double[8];
		Arrays.fill(spacings, 1);
		spacings[0] = qform.map(Quaternion::factor).orElse(1);
		final Vector3 step = sform.map(affine -> new Vector3(affine.i().norm(), affine.j().norm(), affine.k().norm()))
			.orElse(image.grid().spacing());
		System.arraycopy(step.toArray(), 0, spacings, 1, 3);
		spacings[4] = isTimed() ? image.grid().timeStep().getAsDouble() : 1;
		return spacings;
	}

	private boolean isTimed() {
		return image.grid().shape().times() > 1 && image.grid().timeStep().isPresent();
	}

	private int units() {
		return (image.grid().isMetric() ? MM : 0) | (isTimed() ? SECONDS : 0);
	}

	private int intent() {
		return image.isLabels() ? INTENT_LABEL : 0;
	}

	private double slope() {
		return type.isOnLine() ? image.line().slope() : 1;
	}

	private double intercept() {
		return type.isOnLine() ? image.line().intercept() : 0;
	}

	/** @param least black rather than white; both are 0 where nothing is to be said */
	private double displayed(final boolean least) {
		return image.display().map(range -> least ? range.low() : range.high()).orElse(0.0);
	}

	private static short code(final Optional<?> form) {
		return (short) (form.isPresent() ? SCANNER : 0);
	}

	/** The quaternion and the place of the first voxel. */
	private double[] rotation() {
		if (qform.isEmpty()) return new double[6];
		final Quaternion q = qform.get();
		final Vector3 origin = sform.orElseThrow().origin();
		return new double[] { q.b(), q.c(), q.d(), origin.x(), origin.y(), origin.z() };
	}

	private double[] affine() {
		return sform.map(Affine::toArray).orElse(new double[12]);
	}

	private static byte[] ascii(final String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}
}

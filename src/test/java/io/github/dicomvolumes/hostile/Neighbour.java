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

package io.github.dicomvolumes.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.volume.DicomVolume;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;

/** The intact series that lies beside each mutant, and how it looks where nothing is beside it. */
final class Neighbour {

	static final int SLICES = 3;
	private static final SyntheticSeries SERIES = new SyntheticSeries("neighbour").slices(SLICES).size(8, 6);
	private static final double NEAR = 1e-3; // mm

	private final DicomVolume intact;

	/** Writes it into a folder, which must be empty. */
	Neighbour(final Path folder) throws IOException {
		SERIES.write(folder);
		intact = DicomVolumes.open(folder);
	}

	static SyntheticSeries series() {
		return SERIES;
	}

	/** Whether a file holds the UID of the series, anywhere. */
	static boolean isClaimedBy(final byte[] file) {
		return contains(file, SERIES.seriesInstanceUid());
	}

	/** Whether a file holds the UID of a slice, anywhere. */
	private static boolean isClaimedBy(final byte[] file, final int slice) {
		return contains(file, SERIES.seriesInstanceUid() + "." + (slice + 1));
	}

	/** A digit after it may be the first byte of the next tag. */
	private static boolean contains(final byte[] file, final String text) {
		final Pattern whole = Pattern.compile(Pattern.quote(text) + "(?!\\.)"); // of a slice it has one number more
		return whole.matcher(new String(file, StandardCharsets.ISO_8859_1)).find();
	}

	DicomVolume volume() {
		return intact;
	}

	/** Whether exactly one volume is of the series, and this is as it would be alone. */
	boolean isUntouchedIn(final List<DicomVolume> volumes) {
		final List<DicomVolume> own = volumes.stream()
			.filter(v -> v.attributes().orElse(Tag.SERIES_INSTANCE_UID, "").equals(SERIES.seriesInstanceUid()))
			.toList();
		return own.size() == 1 && isEqual(own.get(0));
	}

	/** Whether a volume has the same voxels in the same places and no others. */
	boolean isEqual(final DicomVolume volume) {
		if (!Arrays.equals(volume.dimensions(), intact.dimensions())) return false;
		if (!volume.geometry().equals(intact.geometry())) return false;
		for (int z = 0; z < SLICES; z++)
			if (!(volume.plane(z, 0, 0) instanceof short[] plane) ||
				!Arrays.equals(plane, (short[]) intact.plane(z, 0, 0))) return false;
		return true;
	}

	/**
	 * What became of a slice that is not in exactly one volume, in its place and with its values; empty if all are.
	 *
	 * @param file which lies beside it; may stand for a slice whose UID it holds
	 */
	Optional<String> problem(final List<DicomVolume> volumes, final byte[] file) {
		for (int slice = 0; slice < SLICES; slice++) {
			final String name = SERIES.fileName(slice);
			final List<DicomVolume> holders = volumes.stream().filter(volume -> holds(volume, name)).toList();
			if (holders.isEmpty() && isClaimedBy(file, slice)) continue;
			if (holders.isEmpty()) return Optional.of("is lost");
			if (holders.size() > 1) return Optional.of("is in " + holders.size() + " volumes");
			if (!isWithin(holders.get(0), slice)) return Optional.of("has another place or other values");
		}
		return Optional.empty();
	}

	private static boolean holds(final DicomVolume volume, final String fileName) {
		return volume.stack().frames().stream().anyMatch(frame -> frame.file().source().name().endsWith(fileName));
	}

	private boolean isWithin(final DicomVolume volume, final int slice) {
		final long[] size = volume.dimensions(), own = intact.dimensions();
		if (size[0] != own[0] || size[1] != own[1]) return false;
		for (int z = 0; z < size[2]; z++) {
			if (!isPlaced(volume, z, slice)) continue;
			for (int c = 0; c < size[3]; c++)
				for (int t = 0; t < size[4]; t++)
					if (hasPlane(volume, z, c, t, slice)) return true;
		}
		return false;
	}

	/** Whether three corners of a plane are where those of a slice are. */
	private boolean isPlaced(final DicomVolume volume, final int z, final int slice) {
		final double right = intact.dimensions()[0] - 1, bottom = intact.dimensions()[1] - 1;
		for (final double[] corner : new double[][] { { 0, 0 }, { right, 0 }, { 0, bottom } }) {
			final Vector3 is = volume.geometry().indexToPatient().apply(new Vector3(corner[0], corner[1], z));
			final Vector3 was = intact.geometry().indexToPatient().apply(new Vector3(corner[0], corner[1], slice));
			if (is.minus(was).norm() > NEAR) return false;
		}
		return true;
	}

	private boolean hasPlane(final DicomVolume volume, final int z, final int c, final int t, final int slice) {
		final RandomAccess<FloatType> theirs = volume.values().randomAccess(), ours = intact.values().randomAccess();
		final boolean is3D = theirs.numDimensions() == 3;
		for (int y = 0; y < intact.dimensions()[1]; y++)
			for (int x = 0; x < intact.dimensions()[0]; x++) {
				if (is3D) theirs.setPosition(new int[] { x, y, z });
				else theirs.setPosition(new int[] { x, y, z, c, t });
				ours.setPosition(new int[] { x, y, slice });
				if (theirs.get().get() != ours.get().get()) return false;
			}
		return true;
	}
}

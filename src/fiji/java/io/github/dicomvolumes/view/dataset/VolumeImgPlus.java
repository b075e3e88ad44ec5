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

package io.github.dicomvolumes.view.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.series.TimeAxis;
import io.github.dicomvolumes.volume.DicomVolume;

import net.imagej.ImgPlus;
import net.imagej.axis.Axes;
import net.imagej.axis.AxisType;
import net.imagej.axis.CalibratedAxis;
import net.imagej.axis.DefaultLinearAxis;
import net.imagej.axis.EnumeratedAxis;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Volumes as ImgPlus: X, Y and Z in mm, then Channel and Time, in s, if there are several; each axis begins with 0 at
 * the centre of the first voxel. Colours have their red, green and blue along a last axis, which is the Channel axis
 * unless the volume has channels of its own.
 * <p>
 * The numbers are real values, in HU for CT. They are the stored values themselves where those are real, of their own
 * type, and otherwise computed as they are read: then writing to the image changes nothing.
 * </p>
 */
public final class VolumeImgPlus {

	/** The property that holds the {@link DicomVolume}, unless patient data are hidden. */
	public static final String VOLUME = "DICOM Volume";

	/**
	 * The property that holds where voxels lie in the patient, as the 16 numbers of
	 * {@link VolumeGeometry#indexToPatient()}; absent if the files do not tell it.
	 */
	public static final String INDEX_TO_PATIENT = "DICOM Index to Patient";

	/** The axis of red, green and blue in a volume that has channels besides. */
	private static final AxisType COMPONENT = Axes.get("Component");

	private VolumeImgPlus() {}

	/** The image of a volume; it shares the volume's pixels. */
	public static ImgPlus<? extends RealType<?>> of(final DicomVolume volume) {
		return of(volume, Disclosure.SHOW);
	}

	/** The same, with or without what may identify the patient in name, source and properties. */
	@SuppressWarnings({ "unchecked", "rawtypes" }) // each image has one type, which its interface cannot name
	public static ImgPlus<? extends RealType<?>> of(final DicomVolume volume, final Disclosure disclosure) {
		final ImgPlus<? extends RealType<?>> image = ImgPlus.wrapRAI((RandomAccessibleInterval) pixels(volume));
		image.setName(volume.name(disclosure));
		image.setSource(disclosure.name(volume.stack().first().file().source().container()));
		final List<CalibratedAxis> axes = axes(volume, image.numDimensions());
		for (int d = 0; d < axes.size(); d++)
			image.setAxis(axes.get(d), d);
		image.setValidBits(image.firstElement().getBitsPerPixel());
		display(image, volume);
		image.getProperties().putAll(properties(volume, disclosure));
		return image;
	}

	/** Stored values where they are real, which keeps their type. */
	private static RandomAccessibleInterval<? extends RealType<?>> pixels(final DicomVolume volume) {
		final boolean areReal = volume.isColour() || !volume.plan().isReal() && volume.plan().line().isIdentity();
		return areReal ? volume.stored() : volume.values();
	}

	private static List<CalibratedAxis> axes(final DicomVolume volume, final int count) {
		final VolumeGeometry geometry = volume.geometry();
		final double[] spacing = geometry.spacing();
		final List<CalibratedAxis> axes = new ArrayList<>();
		axes.add(new DefaultLinearAxis(Axes.X, geometry.unit(), spacing[0]));
		axes.add(new DefaultLinearAxis(Axes.Y, geometry.unit(), spacing[1]));
		axes.add(new DefaultLinearAxis(Axes.Z, volume.sliceUnit(), spacing[2]));
		final boolean hasChannels = volume.stack().channels() > 1;
		if (count >= 5) {
			// a single channel leaves the name to red, green and blue
			axes.add(new DefaultLinearAxis(volume.isColour() && !hasChannels ? COMPONENT : Axes.CHANNEL));
			axes.add(time(volume.stack().timeAxis()));
		}
		if (volume.isColour()) axes.add(new DefaultLinearAxis(hasChannels ? COMPONENT : Axes.CHANNEL));
		return axes;
	}

	/** In s: linear, or a number for each time where the steps differ, or without unit if nothing tells them. */
	private static CalibratedAxis time(final TimeAxis times) {
		if (times.seconds().isEmpty()) return new DefaultLinearAxis(Axes.TIME);
		if (times.interval().isPresent()) return new DefaultLinearAxis(Axes.TIME, "s", times.interval().getAsDouble());
		return new EnumeratedAxis(Axes.TIME, "s", times.seconds().stream().mapToDouble(Double::doubleValue).toArray());
	}

	private static void display(final ImgPlus<? extends RealType<?>> image, final DicomVolume volume) {
		final DisplayRange range = volume.displayRange();
		final int channel = image.dimensionIndex(Axes.CHANNEL);
		final int channels = channel < 0 ? 1 : (int) image.dimension(channel);
		for (int c = 0; c < channels; c++) {
			image.setChannelMinimum(c, range.low());
			image.setChannelMaximum(c, range.high());
		}
		if (volume.isColour() && channels == 3) image.setCompositeChannelCount(channels);
	}

	private static Map<String, Object> properties(final DicomVolume volume, final Disclosure disclosure) {
		final Map<String, Object> properties = new HashMap<>(AttributeTexts.of(volume.attributes(), disclosure));
		if (disclosure.isFull()) properties.put(VOLUME, volume);
		if (volume.geometry().patientBased())
			properties.put(INDEX_TO_PATIENT, volume.geometry().indexToPatient().toArray());
		return properties;
	}
}

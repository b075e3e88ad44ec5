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

package io.github.dicomvolumes.view.imagej;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.ShownText;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.DicomVolume;

import ij.CompositeImage;
import ij.ImageListener;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

/**
 * Volumes as ImagePlus: the same arrays of pixels, or for virtual ones a virtual stack, ImageJ's calibration in mm and
 * in units of value, its labels, header text, display range and dimensions.
 */
public final class VolumeImagePlus {

	/** What ImageJ says of calibrated values without a unit. */
	private static final String NO_UNIT = "Gray Value";

	private static final String VOLUME = "DICOM Volume", PATIENT = "DICOM Patient Data";

	/**
	 * Volumes that hold archives open until their image is closed, which has lost its properties when that is heard.
	 */
	private static final Map<ImagePlus, WeakReference<DicomVolume>> VIRTUAL = Collections
		.synchronizedMap(new WeakHashMap<>());

	private static final ImageListener CLOSER = new ImageListener() {

		@Override
		public void imageOpened(final ImagePlus image) {}

		@Override
		public void imageUpdated(final ImagePlus image) {}

		@Override
		public void imageClosed(final ImagePlus image) {
			final WeakReference<DicomVolume> closed = VIRTUAL.remove(image);
			final DicomVolume volume = closed == null ? null : closed.get();
			if (volume != null) volume.close();
		}
	};

	static { // once: ImageJ's list must not change while another thread walks it
		ImagePlus.addImageListener(CLOSER);
	}

	private VolumeImagePlus() {}

	/**
	 * The image of a volume, not shown, with the overlays of its files. It shares the volume's pixels: who changes it
	 * changes the volume. Of a virtual volume it shows copies, and changes are lost when another slice is shown.
	 */
	public static ImagePlus of(final DicomVolume volume) {
		return of(volume, Disclosure.SHOW);
	}

	/** The same, with or without what may identify the patient in title, labels and header text. */
	public static ImagePlus of(final DicomVolume volume, final Disclosure disclosure) {
		final ImageStack stack = volume.isVirtual() ? new VirtualVolumeStack(volume, disclosure)
			: stack(volume, disclosure);
		final Stack frames = volume.stack();
		final ImagePlus plain = new ImagePlus(ShownText.line(volume.name(disclosure)), stack);
		plain.setDimensions(frames.channels(), frames.slices(), frames.times());
		plain.setOpenAsHyperStack(frames.shape().isHyperstack());
		final ImagePlus image = VolumeDisplay.isDeepColour(volume) ? new CompositeImage(plain, CompositeImage.COMPOSITE)
			: plain;
		image.setCalibration(calibration(volume));
		VolumeDisplay.show(image, volume, () -> {
			WindowNote.put(image, volume, volume.firstWindow(), disclosure);
			return volume.firstWindow();
		});
		image.setProperty("Info", HeaderText.of(volume.attributes(), disclosure));
		image.setProperty(VOLUME, volume);
		SourceVolume.mark(image, volume);
		if (volume.isVirtual()) VIRTUAL.put(image, new WeakReference<>(volume));
		image.setProperty(PATIENT, disclosure);
		PatientSpace.of(volume)
			.map(space -> !disclosure.isFull() ? space.withoutUid() : space)
			.ifPresent(space -> space.attachTo(image));
		if (disclosure.isFull()) OverlayRois.addTo(image, volume); // annotations may name the patient
		return image;
	}

	/** Whether an image was made to show what may identify the patient. */
	public static Disclosure disclosure(final ImagePlus image) {
		return image.getProperty(PATIENT) instanceof Disclosure disclosure ? disclosure : Disclosure.SHOW;
	}

	/** The volume whose image this was when it was made; empty if it is no image of ours. */
	static Optional<DicomVolume> original(final ImagePlus image) {
		return image.getProperty(VOLUME) instanceof DicomVolume volume ? Optional.of(volume) : Optional.empty();
	}

	/**
	 * The volume that an image shows; empty if it is no image of ours, a copy of one, or has got another size or order
	 * of slices since, by cropping, deleting or reversing.
	 */
	public static Optional<DicomVolume> volume(final ImagePlus image) {
		return original(image).filter(volume -> isSameSize(image, volume) && isSameOrder(image, volume));
	}

	/**
	 * Whether the numbers of an image are names, of segments or of the colours of a palette: values between them mean
	 * nothing. Of an image that is no volume the table of colours tells, which planes of a segmentation keep.
	 */
	public static boolean isLabels(final ImagePlus image) {
		return volume(image).map(VolumeDisplay::isNames)
			.orElseGet(() -> image.getBitDepth() <= 16 && SegmentColours.isTable(image.getProcessor().getColorModel()));
	}

	/** Whether no array of the volume stands at the place of another; other arrays are edited slices. */
	private static boolean isSameOrder(final ImagePlus image, final DicomVolume volume) {
		final ImageStack theirs = image.getStack();
		if (theirs instanceof VirtualVolumeStack virtual) return virtual.isWhole(volume);
		if (volume.isVirtual()) return false;
		final Map<Object, Integer> places = new IdentityHashMap<>();
		final int[] count = new int[1];
		inImageJOrder(volume, (slice, channel, time) -> places.put(volume.plane(slice, channel, time), ++count[0]));
		for (int n = 1; n <= theirs.size(); n++)
			if (places.getOrDefault(theirs.getPixels(n), n) != n) return false;
		return true;
	}

	private static boolean isSameSize(final ImagePlus image, final DicomVolume volume) {
		final long[] size = volume.dimensions();
		return image.getWidth() == size[0] && image.getHeight() == size[1] &&
			image.getStackSize() == size[2] * size[3] * size[4];
	}

	/** A plane of a volume, each index 0-based. */
	@FunctionalInterface
	private interface Place {

		void visit(int slice, int channel, int time);
	}

	/** Visits all planes in ImageJ's order: channel fastest, then slice, then time. */
	private static void inImageJOrder(final DicomVolume volume, final Place place) {
		final long[] size = volume.dimensions();
		for (int time = 0; time < size[4]; time++)
			for (int slice = 0; slice < size[2]; slice++)
				for (int channel = 0; channel < size[3]; channel++)
					place.visit(slice, channel, time);
	}

	private static HeaderStack stack(final DicomVolume volume, final Disclosure disclosure) {
		final long[] size = volume.dimensions();
		final HeaderStack stack = new HeaderStack((int) size[0], (int) size[1], disclosure);
		final SliceLabels labels = new SliceLabels(volume.stack());
		inImageJOrder(volume, (slice, channel, time) -> {
			final String label = !disclosure.isFull() ? "Slice " + (stack.size() + 1)
				: labels.label(slice, channel, time);
			stack.add(volume.plane(slice, channel, time), label, volume.attributes(slice, channel, time).orElse(null));
		});
		return stack;
	}

	private static Calibration calibration(final DicomVolume volume) {
		final VolumeGeometry geometry = volume.geometry();
		final double[] spacing = geometry.spacing();
		final Calibration calibration = new Calibration();
		calibration.pixelWidth = spacing[0];
		calibration.pixelHeight = spacing[1];
		calibration.pixelDepth = spacing[2];
		calibration.setUnit(geometry.unit());
		calibration.setZUnit(volume.sliceUnit());
		volume.stack().timeAxis().interval().ifPresent(seconds -> {
			calibration.frameInterval = seconds;
			calibration.setTimeUnit("s");
		});
		final Rescale line = volume.plan().line();
		final int offset = volume.plan().type().offset();
		if (volume.plan().type() == PlaneType.FLOAT32) {
			if (!line.unit().isEmpty()) calibration.setValueUnit(line.unit());
		}
		else if (!line.isIdentity() || offset != 0 || !line.unit().isEmpty())
			calibration.setFunction(Calibration.STRAIGHT_LINE,
				new double[] { line.intercept() - offset * line.slope(), line.slope() },
				line.unit().isEmpty() ? NO_UNIT : line.unit());
		return calibration;
	}

	/** The unit of calibrated values, such as "HU"; empty if there is none. */
	public static String valueUnit(final Calibration calibration) {
		final String unit = calibration.getValueUnit();
		return unit == null || unit.equals(NO_UNIT) ? "" : unit.strip();
	}
}

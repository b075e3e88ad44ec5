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

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.ortho.PlanesFigure;
import io.github.dicomvolumes.view.ortho.Snapshots;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.Reslice;
import io.github.dicomvolumes.view.plane.Slab;
import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.GeometryTable;
import io.github.dicomvolumes.view.table.MetadataTable;
import io.github.dicomvolumes.view.table.SlicePlot;
import io.github.dicomvolumes.view.table.SliceTable;
import io.github.dicomvolumes.view.table.SliceValues;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.pet.SuvFactor;
import io.github.dicomvolumes.volume.pet.SuvKind;

import ij.ImagePlus;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Looks at one volume in all ways in which the commands show one, except windows; at large ones in some places. */
final class VolumeLooks {

	private static final int MOST_PLANES = 6, MOST_ROWS = 300;
	private static final List<String> KEYWORDS = List.of("Gap", "AcquisitionTime", "RescaleSlope", "InstanceNumber",
		"EchoTime", "ImagePositionPatient", "PatientName", "WindowCenter", "SliceLocation", "ContentTime", "Position");

	private final Oracle oracle;
	private final DicomVolume volume;
	private final String how;
	private final Random random;

	/** @param how the volume was imported */
	VolumeLooks(final Oracle oracle, final DicomVolume volume, final String how, final Random random) {
		this.oracle = oracle;
		this.volume = volume;
		this.how = how;
		this.random = random;
	}

	/** The planes; the rest by chance, what takes long less often. */
	void all() {
		planes();
		if (one(3)) reports();
		if (one(6)) texts();
		if (one(6)) voxels();
		if (!one(10)) return;
		final Disclosure disclosure = one(3) ? Disclosure.HIDE : Disclosure.SHOW;
		look("image", () -> VolumeImagePlus.of(volume, disclosure)).ifPresent(image -> pictures(image, disclosure));
		if (one(4)) look("SUV", () -> SuvFactor.of(volume, SuvKind.values()[random.nextInt(4)]).applyTo(volume))
			.ifPresent(suv -> look("SUV", () -> VolumeImagePlus.of(suv, disclosure)));
	}

	private void reports() {
		look("report", () -> {
			oracle.text("report", volume.report().toString());
			oracle.text("report", volume.report(Disclosure.HIDE).toString(), Disclosure.HIDE);
			oracle.text("name", volume.name(Disclosure.HIDE), Disclosure.HIDE);
			return volume.toString() + volume.unit();
		});
	}

	private void texts() {
		if (volume.stack().shape().planes() > MOST_ROWS && !one(40)) return;
		final Disclosure disclosure = random.nextBoolean() ? Disclosure.SHOW : Disclosure.HIDE;
		table("geometry table", Disclosure.SHOW, () -> GeometryTable.of(volume));
		table("slice table", disclosure, () -> SliceTable.of(volume, disclosure));
		if (one(4)) table("metadata table", disclosure,
			() -> MetadataTable.of(volume.stack(), volume.stack().first(), disclosure));
		final Optional<SliceValues> values = oracle.selected("slice values",
			() -> SliceValues.of(volume, KEYWORDS.get(random.nextInt(KEYWORDS.size())), disclosure));
		if (one(8)) values.ifPresent(known -> look("plot", () -> SlicePlot.of(known, "title")));
	}

	/** The planes, some rows of each, and what was wrong with them. */
	void planes() {
		final StackShape shape = volume.stack().shape();
		final int n = shape.planes();
		for (int i = 0; i < Math.min(n, MOST_PLANES); i++) {
			final StackShape.Place at = shape.ofStackIndex(1 + (n <= MOST_PLANES ? i : random.nextInt(n)));
			final int slice = at.slice(), channel = at.channel(), time = at.time();
			final Optional<Object> plane = look("plane", () -> volume.plane(slice, channel, time));
			oracle.text("problem", volume.problem(slice, channel, time));
			if (plane.isPresent() && one(3)) look("rows", () -> {
				final int columns = (int) volume.dimensions()[0], rows = (int) volume.dimensions()[1];
				final int first = random.nextInt(rows), count = 1 + random.nextInt(Math.min(rows - first, 16));
				final Object into = volume.plan().type().newPlane(columns * count);
				volume.rows(slice, channel, time, first, count, into, 0);
				return volume.line(slice, channel, time);
			});
		}
	}

	/** Voxels at corners and elsewhere, stored and real. */
	private void voxels() {
		look("stored", () -> read(volume.stored()));
		look("values", () -> read(volume.values()));
		if (volume.isColour()) look("colours", () -> {
			final var access = volume.colours().randomAccess();
			access.setPosition(new int[access.numDimensions()]);
			return access.get().get();
		});
		look("range", () -> volume.displayRange() + " " + volume.windows() + volume.isShownInverted());
	}

	private double read(final RandomAccessibleInterval<? extends RealType<?>> image) {
		final RandomAccess<? extends RealType<?>> access = image.randomAccess();
		double sum = 0;
		for (int i = 0; i < 8; i++) {
			for (int d = 0; d < image.numDimensions(); d++)
				access.setPosition(i == 0 ? 0 : i == 1 ? image.max(d) : random.nextInt((int) image.dimension(d)), d);
			sum += access.get().getRealDouble();
		}
		return sum;
	}

	private void pictures(final ImagePlus image, final Disclosure disclosure) {
		oracle.text("header", String.valueOf(image.getInfoProperty()), disclosure);
		oracle.text("title", image.getTitle(), disclosure);
		look("labels", () -> image.getStack().getSliceLabel(1 + random.nextInt(image.getStackSize())));
		look("slice", () -> image.getStack().getProcessor(1 + random.nextInt(image.getStackSize())));
		final OrthoModel model = look("model", () -> model(image)).orElse(null);
		if (model == null) return;
		model.setSmooth(random.nextBoolean());
		if (one(4)) model.setSlab(new Slab(Slab.Mode.values()[random.nextInt(4)], 5));
		if (one(3)) look("move", () -> {
			model.moveTo(new Vector3(0, 0, 0));
			return model.patient();
		});
		final AnatomicalPlane plane = AnatomicalPlane.values()[random.nextInt(3)];
		if (one(4)) look("planes", () -> Snapshots.of(model));
		else look("plane image", () -> Snapshots.of(model, plane));
		if (one(8)) look("reslice",
			() -> one(2)
				? Reslice.virtual(model.image(), plane, model.pixels(), model.isSmooth()).getStack().getProcessor(1)
				: Reslice.of(model.image(), plane, model.pixels(), model.isSmooth(), Progress.NONE).getProcessor());
		if (one(16)) look("figure", () -> figure(model));
	}

	/** Nothing if there is no room for the planes. */
	private OrthoModel model(final ImagePlus image) {
		return orNoRoom(() -> new OrthoModel(OrthoImage.of(image), Pixels.values()[random.nextInt(2)]));
	}

	private ImagePlus figure(final OrthoModel model) {
		return orNoRoom(() -> new PlanesFigure(model, random.nextBoolean(), random.nextBoolean()).draw());
	}

	/** Null for pictures that would be too large: that is told by an exception that names the way out. */
	private static <T> T orNoRoom(final Supplier<T> picture) {
		try {
			return picture.get();
		}
		catch (final IllegalArgumentException exc) {
			if (exc.getMessage().contains("; use pixels=Raw, or give Java more memory")) return null;
			throw exc;
		}
	}

	private boolean one(final int of) {
		return random.nextInt(of) == 0;
	}

	private <T> Optional<T> look(final String what, final Oracle.Work<T> work) {
		return oracle.of(what + " (" + how + ")", work);
	}

	private void table(final String what, final Disclosure disclosure, final Oracle.Work<DataTable> work) {
		table(oracle, what + " (" + how + ")", disclosure, work);
	}

	static void table(final Oracle oracle, final String what, final Disclosure disclosure,
		final Oracle.Work<DataTable> work)
	{
		oracle.of(what, () -> {
			final DataTable table = work.get();
			for (final List<String> row : table.rows())
				for (final String cell : row)
					oracle.text(what, cell, disclosure);
			return table;
		});
	}
}

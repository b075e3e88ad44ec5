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

package io.github.dicomvolumes.view.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.sample.PlaneAxis;

import ij.ImagePlus;
import ij.measure.Calibration;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.RealRandomAccess;
import net.imglib2.interpolation.randomaccess.NLinearInterpolatorFactory;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pixels of planes, against ImgLib2 and numbers worked out by hand. */
class PlaneRendererTest {

	@TempDir
	Path folder;

	/** Every slice of every plane is the volume with axes permuted, inverted and cut. */
	@ParameterizedTest
	@ValueSource(strings = { "axial_asc", "sagittal", "coronal", "double_oblique", "prone_axial", "feetward_axial" })
	void rawPlanesAreViewsOfTheVolume(final String name) throws Exception {
		final DicomVolume volume = Scenes.volume(name, folder);
		final OrthoImage image = OrthoImage.of(volume);
		for (final AnatomicalPlane which : AnatomicalPlane.values()) {
			final Plane plane = image.plane(which, Pixels.RAW);
			for (int slice = 0; slice < plane.slices(); slice++) {
				final RandomAccessibleInterval<? extends RealType<?>> view = view(volume.stored(), plane, slice);
				final Object pixels = render(image, plane, slice, Slab.NONE, false);
				for (int y = 0; y < plane.height(); y++)
					for (int x = 0; x < plane.width(); x++)
						assertEquals(view.getAt(x, y).getRealDouble(), Scenes.at(pixels, x + plane.width() * y));
			}
		}
	}

	private static <T> RandomAccessibleInterval<T> view(final RandomAccessibleInterval<T> volume, final Plane plane,
		final int slice)
	{
		RandomAccessibleInterval<T> view = volume;
		for (final PlaneAxis axis : new PlaneAxis[] { plane.right(), plane.down() })
			if (axis.reversed()) view = Views.zeroMin(Views.invertAxis(view, axis.axis()));
		view = Views.hyperSlice(view, plane.through().axis(), slice);
		return plane.right().axis() < plane.down().axis() ? view : Views.permute(view, 0, 1);
	}

	/** Linear interpolation of ImgLib2, the border extended. */
	@ParameterizedTest
	@ValueSource(strings = { "axial_asc", "sagittal", "double_oblique" })
	void smoothPlanesAreInterpolatedViews(final String name) throws Exception {
		final DicomVolume volume = Scenes.volume(name, folder);
		final OrthoImage image = OrthoImage.of(volume);
		final RealRandomAccess<FloatType> real = Views
			.interpolate(Views.extendBorder(volume.values()), new NLinearInterpolatorFactory<>())
			.realRandomAccess();
		for (final AnatomicalPlane which : AnatomicalPlane.values()) {
			final Plane plane = image.plane(which, Pixels.ISOTROPIC);
			final Object pixels = render(image, plane, 2, Slab.NONE, true);
			for (int y = 0; y < plane.height(); y++)
				for (int x = 0; x < plane.width(); x++) {
					final double[] at = plane.toVoxel(x, y, 2).toArray();
					for (int d = 0; d < 3; d++)
						at[d] = Math.max(0, Math.min(image.size(d) - 1, at[d])); // NLinear extrapolates the border's mirror
					real.setPosition(at);
					// rounded to whole numbers
					assertEquals(real.get().getRealDouble(), Scenes.at(pixels, x + plane.width() * y), 0.5001);
				}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "8-bit", "16-bit", "32-bit", "RGB" })
	void everyTypeChannelAndTime(final String type) {
		final ImagePlus source = Scenes.image(type, 4, 3, 2, 5, 2);
		final OrthoImage image = OrthoImage.of(source);
		for (final AnatomicalPlane which : AnatomicalPlane.values()) {
			final Plane plane = image.plane(which, Pixels.RAW);
			for (int c = 0; c < 2; c++)
				for (int t = 0; t < 2; t++) {
					final Object pixels = new PlaneRenderer(image)
						.render(new PlaneRequest(plane, 1, c, t, Slab.NONE, false));
					assertEquals(source.getStack().getPixels(1).getClass(), pixels.getClass());
					final Vector3 voxel = plane.toVoxel(2, 1, 1);
					final double expected = source.getStack()
						.getVoxel((int) voxel.x(), (int) voxel.y(),
							source.getStackIndex(c + 1, (int) voxel.z() + 1, t + 1) - 1);
					assertEquals((int) expected & 0xFFFFFF, (int) Scenes.at(pixels, 2 + plane.width()) & 0xFFFFFF);
				}
		}
	}

	/** Slices 1 to 3 of z, value x + 7 y + 31 z: the greatest is at z = 3, the least at z = 1, the mean at z = 2. */
	@ParameterizedTest
	@ValueSource(strings = { "8-bit", "16-bit", "32-bit", "RGB" })
	void slabsAcrossEveryAxis(final String type) {
		final OrthoImage image = OrthoImage.of(Scenes.image(type, 4, 3, 1, 5, 1));
		final int[] steps = { 1, 7, 31 };
		for (final AnatomicalPlane which : AnatomicalPlane.values()) {
			final Plane plane = image.plane(which, Pixels.RAW);
			final int step = steps[plane.through().axis()];
			final double middle = Scenes.at(render(image, plane, 1, Slab.NONE, false), 0);
			assertEquals(middle + step, slab(image, plane, Slab.Mode.MAX));
			assertEquals(middle - step, slab(image, plane, Slab.Mode.MIN));
			assertEquals(middle, slab(image, plane, Slab.Mode.MEAN));
		}
	}

	private static double slab(final OrthoImage image, final Plane plane, final Slab.Mode mode) {
		return Scenes.at(render(image, plane, 1, new Slab(mode, 2), false), 0);
	}

	@Test
	void slabIsAsThickAsItSaysAndEndsWithTheImage() {
		final PlaneAxis axis = new PlaneAxis(2, false, 40, 0.1, 0.1, "mm");
		assertEquals(0, new Slab(Slab.Mode.MAX, 0.19).reach(axis));
		assertEquals(1, new Slab(Slab.Mode.MAX, 0.2).reach(axis));
		assertEquals(3, new Slab(Slab.Mode.MEAN, 0.6).reach(axis));
		assertEquals(0, new Slab(Slab.Mode.NONE, 0.6).reach(axis));
		final OrthoImage image = OrthoImage.of(Scenes.image("16-bit", 1, 1, 1, 5, 1));
		final Plane plane = image.plane(AnatomicalPlane.AXIAL, Pixels.RAW);
		assertEquals(31 * 4, Scenes.at(render(image, plane, 3, new Slab(Slab.Mode.MAX, 1e9), false), 0));
		assertEquals(31 * 2, Scenes.at(render(image, plane, 3, new Slab(Slab.Mode.MEAN, 1e9), false), 0));
		assertEquals(31 * 3.5, Scenes.at(render(image, plane, 4, new Slab(Slab.Mode.MEAN, 2), false), 0), 0.5);
	}

	@Test
	void greatestRealValueIsTheLeastNumberWhereTheCalibrationFalls() {
		final ImagePlus source = Scenes.image("16-bit", 2, 2, 1, 5, 1);
		source.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 1000, -2 }, "HU");
		final OrthoImage image = OrthoImage.of(source);
		final Plane plane = image.plane(AnatomicalPlane.AXIAL, Pixels.RAW);
		assertEquals(31, Scenes.at(render(image, plane, 2, new Slab(Slab.Mode.MAX, 2), false), 0));
	}

	@Test
	void maximumLeavesOutWhatIsNoNumber() {
		final ImagePlus source = Scenes.image("32-bit", 1, 1, 1, 3, 1);
		source.getStack().setVoxel(0, 0, 0, Double.NaN);
		source.getStack().setVoxel(0, 0, 2, Double.NaN);
		final OrthoImage image = OrthoImage.of(source);
		final Plane plane = image.plane(AnatomicalPlane.AXIAL, Pixels.RAW);
		assertEquals(31, Scenes.at(render(image, plane, 1, new Slab(Slab.Mode.MAX, 2), false), 0));
		assertEquals(31, Scenes.at(render(image, plane, 1, new Slab(Slab.Mode.MIN, 2), false), 0));
	}

	@Test
	void coloursAreInterpolatedEachForItself() {
		final ImagePlus source = Scenes.image("RGB", 1, 1, 1, 2, 1);
		((int[]) source.getStack().getPixels(1))[0] = 0xFF000A64;
		((int[]) source.getStack().getPixels(2))[0] = 0xFF281E00;
		source.getCalibration().pixelDepth = 4;
		final OrthoImage image = OrthoImage.of(source);
		final int[] pixels = (int[]) render(image, image.plane(AnatomicalPlane.CORONAL, Pixels.ISOTROPIC), 0, Slab.NONE,
			true);
		// centres of pixels at voxel -0.375, -0.125, 0.125, 0.375, ...
		assertArrayEquals(new int[] { 0xFF000A64, 0xFF000A64, 0xFF050D58, 0xFF0F123F, 0xFF191726, 0xFF231C0D,
			0xFF281E00, 0xFF281E00 }, pixels);
	}

	private static Object render(final OrthoImage image, final Plane plane, final int slice, final Slab slab,
		final boolean isSmooth)
	{
		return new PlaneRenderer(image).render(new PlaneRequest(plane, slice, 0, 0, slab, isSmooth));
	}
}

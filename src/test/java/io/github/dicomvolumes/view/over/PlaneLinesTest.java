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

package io.github.dicomvolumes.view.over;

import static io.github.dicomvolumes.SyntheticStructures.contour;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.SyntheticStructures;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.imagej.ImageStructures;
import io.github.dicomvolumes.view.imagej.PatientSpace;
import io.github.dicomvolumes.view.imagej.StructureRois;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.ortho.PlanesFigure;
import io.github.dicomvolumes.view.ortho.Snapshots;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.Plane;
import io.github.dicomvolumes.view.plane.PlaneRequest;
import io.github.dicomvolumes.view.plane.Slab;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.structures.PlacedStructures;
import io.github.dicomvolumes.volume.structures.PlacedStructures.Placed;
import io.github.dicomvolumes.volume.structures.StructureSet;
import io.github.dicomvolumes.volume.structures.StructureShape;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.StackConverter;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structures and isodoses over the three planes. */
class PlaneLinesTest {

	@TempDir
	Path folder;

	// -- Structures --

	/** 40 x 30 x 9 voxels of 0.5 x 2 x 3 mm, straight or tilted. */
	private DicomVolume volume(final SyntheticSeries series, final boolean isTilted) throws IOException {
		series.size(40, 30).slices(9);
		if (isTilted) series.step(0, 1, 3);
		final Path files = Files.createDirectory(folder.resolve("ct"));
		series.write(files);
		return DicomVolumes.open(files);
	}

	/** Around the middle of slices 2 to 6, which it leaves nowhere, with random corners. */
	private static Attributes[] stars(final DicomVolume volume, final Random random) {
		final Affine map = volume.geometry().indexToPatient();
		return IntStream.rangeClosed(2, 6).mapToObj(z -> {
			final double[] xyz = new double[60];
			for (int i = 0; i < 20; i++) {
				final double angle = 2 * Math.PI * i / 20, r = 0.2 + 0.25 * random.nextDouble();
				final Vector3 at = map.apply(20 + 40 * r * Math.cos(angle), 15 + 30 * r * Math.sin(angle), z);
				System.arraycopy(at.toArray(), 0, xyz, 3 * i, 3);
			}
			return contour("CLOSED_PLANAR", xyz);
		}).toArray(Attributes[]::new);
	}

	/** The image with the structures, as the command leaves it. */
	private static ImagePlus drawn(final DicomVolume volume, final SyntheticStructures set) throws IOException {
		final ImagePlus image = VolumeImagePlus.of(volume);
		final PlacedStructures placed = PlacedStructures.of(StructureSet.of(set.toAttributes(), Disclosure.SHOW),
			volume);
		StructureRois.overlay(StructureRois.of(placed, "1", 1, image), "1", image);
		ImageStructures.put(image, "1",
			StructureShape.of(placed.placed().stream().map(Placed::structure).toList(), volume.geometry()));
		return image;
	}

	/** On slices that were acquired, the outline is around the same pixels as the selection of the image. */
	@RepeatedTest(6)
	void enclosesWhatTheSelectionDoes(final RepetitionInfo info) throws IOException {
		final SyntheticSeries series = new SyntheticSeries("lines");
		final DicomVolume volume = volume(series, info.getCurrentRepetition() % 2 == 0);
		final ImagePlus image = drawn(volume, new SyntheticStructures(series).add("PTV", new int[] { 255, 128, 0 },
			stars(volume, new Random(info.getCurrentRepetition()))));
		final OrthoModel model = new OrthoModel(OrthoImage.of(image), Pixels.RAW);
		int slices = 0;
		for (int z = 0; z < 9; z++) {
			final int slice = z;
			final Optional<Roi> roi = Arrays.stream(image.getOverlay().toArray())
				.filter(own -> own.getPosition() == slice + 1)
				.findFirst();
			final List<PlaneShape> shapes = model.lines().over(model.image(), model.request(AnatomicalPlane.AXIAL, z));
			assertEquals(roi.isPresent() ? 1 : 0, shapes.size());
			if (roi.isEmpty()) continue;
			slices++;
			final Roi own = shapes.get(0).toRoi();
			assertEquals("PTV", own.getName());
			assertEquals(new Color(255, 128, 0), own.getStrokeColor());
			int inside = 0;
			for (int y = 0; y < 30; y++)
				for (int x = 0; x < 40; x++) {
					final boolean isInside = roi.get().contains(x, y);
					assertEquals(isInside, shapes.get(0).path().contains(x + 0.5, y + 0.5), x + ", " + y);
					assertEquals(isInside, own.contains(x, y), x + ", " + y + " as a selection");
					if (isInside) inside++;
				}
			assertTrue(inside > 100, "" + inside);
		}
		assertEquals(5, slices);
	}

	/** In all planes, with pixels of any shape, straight or tilted, and turned. */
	@RepeatedTest(8)
	void enclosesThePixelsWhoseCentresAreInside(final RepetitionInfo info) throws IOException {
		final SyntheticSeries series = new SyntheticSeries("lines");
		final DicomVolume volume = volume(series, info.getCurrentRepetition() % 2 == 0);
		final ImagePlus image = drawn(volume,
			new SyntheticStructures(series).add("PTV", null, stars(volume, new Random(info.getCurrentRepetition()))));
		final StructureShape shape = ImageStructures.of(image).get(0);
		for (final Pixels pixels : Pixels.values()) {
			final OrthoModel model = new OrthoModel(OrthoImage.of(image), pixels);
			if (info.getCurrentRepetition() > 4) {
				model.turn(AnatomicalPlane.AXIAL, 12 * info.getCurrentRepetition() + 0.3);
				model.turn(AnatomicalPlane.SAGITTAL, -21.7);
			}
			for (final AnatomicalPlane which : AnatomicalPlane.values()) {
				final PlaneRequest request = model.request(which);
				final PlaneShape drawn = model.lines().over(model.image(), request).get(0);
				assertEquals(Color.YELLOW, drawn.colour());
				final Affine map = volume.geometry().indexToPatient().after(request.plane().pixelToVoxel());
				int inside = 0;
				for (int y = 0; y < request.plane().height(); y++)
					for (int x = 0; x < request.plane().width(); x++) {
						final boolean isInside = shape.contains(map.apply(x, y, request.slice()));
						assertEquals(isInside, drawn.path().contains(x + 0.5, y + 0.5), which + " " + x + ", " + y);
						if (isInside) inside++;
					}
				assertTrue(inside > 20, "" + inside);
			}
		}
	}

	@Test
	void setsReplaceThemselvesAndStylesAreKept() throws IOException {
		final SyntheticSeries series = new SyntheticSeries("lines");
		final DicomVolume volume = volume(series, false);
		final ImagePlus image = drawn(volume,
			new SyntheticStructures(series).add("PTV", null, stars(volume, new Random(1))));
		final List<StructureShape> shapes = ImageStructures.of(image);
		ImageStructures.put(image, "1", shapes);
		assertEquals(1, ImageStructures.of(image).size());
		ImageStructures.put(image, "2", shapes);
		assertEquals(2, ImageStructures.of(image).size());
		final OrthoModel model = new OrthoModel(OrthoImage.of(image), Pixels.RAW);
		assertEquals(StructureLines.Style.OUTLINE, model.lines().style());
		model.setLines(model.lines().withStructuresOf(model.image(), StructureLines.Style.FILL));
		final PlaneShape filled = model.lines().over(model.image(), model.request(AnatomicalPlane.AXIAL)).get(1);
		assertTrue(filled.isFilled() && filled.toRoi().getFillColor().getAlpha() < 255);
		model.setLines(model.lines().withStructuresOf(model.image(), StructureLines.Style.NONE));
		assertTrue(model.lines().isEmpty());
		assertEquals(List.of(), ImageStructures.of(image.duplicate()), "which may be cropped");
	}

	// -- Isodoses --

	private static final Vector3 SLOPE = new Vector3(1, 2, -1.5);
	/** Of the first image: 1 x 1 x 3 mm, not straight. */
	private static final Affine BASE = new Affine(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0.5, 3),
		new Vector3(-20, -15, -10));

	private static double value(final Vector3 patient) {
		return 128 + patient.dot(SLOPE);
	}

	/** Oblique to the first image and larger, 2 x 2 x 2.5 mm. */
	private static Affine around(final Random random) {
		final double a = random.nextDouble() - 0.5, b = random.nextDouble() - 0.5;
		final Vector3 i = new Vector3(Math.cos(a), Math.sin(a), 0),
			j = new Vector3(-Math.sin(a) * Math.cos(b), Math.cos(a) * Math.cos(b), Math.sin(b));
		final Vector3 x = i.times(2), y = j.times(2), z = i.cross(j).times(2.5);
		final Vector3 middle = BASE.apply(new Vector3(20, 15, 5));
		return new Affine(x, y, z, middle.minus(x.times(25)).minus(y.times(25)).minus(z.times(25)));
	}

	private static OrthoImage image(final String title, final Affine map, final int width, final int height,
		final int slices, final String frameOfReference)
	{
		final ImageStack stack = new ImageStack(width, height);
		for (int z = 0; z < slices; z++) {
			final FloatProcessor slice = new FloatProcessor(width, height);
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++)
					slice.setf(x, y, (float) value(map.apply(new Vector3(x, y, z))));
			stack.addSlice("slice " + z, slice);
		}
		final ImagePlus image = new ImagePlus(title, stack);
		image.getCalibration().setValueUnit("Gy");
		new PatientSpace(map, "LPH", true, frameOfReference).attachTo(image);
		return OrthoImage.of(image);
	}

	private static IsodoseLevels levels(final String text) {
		return IsodoseLevels.parse(text).orElseThrow();
	}

	/** Of a linear dose the lines are straight, and all their points have the value that they should. */
	@RepeatedTest(5)
	void isodosesOfARampLieWhereTheirValueIs(final RepetitionInfo info) {
		final OrthoImage base = image("base", BASE, 41, 31, 11, "1.2.3");
		final OrthoImage dose = image("dose", around(new Random(info.getCurrentRepetition())), 51, 51, 51, "1.2.3");
		final Isodoses isodoses = Isodoses.of(base, dose, levels("110 128 150.5"), OptionalDouble.empty());
		for (final AnatomicalPlane which : AnatomicalPlane.values())
			for (final Pixels pixels : Pixels.values()) {
				final Plane plane = base.plane(which, pixels);
				final int slice = plane.slices() / 2;
				final List<PlaneShape> shapes = isodoses.over(base,
					new PlaneRequest(plane, slice, 0, 0, Slab.NONE, false));
				assertEquals(List.of("110 Gy", "128 Gy", "150.5 Gy"), shapes.stream().map(PlaneShape::name).toList());
				for (final PlaneShape shape : shapes) {
					final double level = Double.parseDouble(shape.name().replace(" Gy", ""));
					int points = 0;
					final double[] xy = new double[6];
					for (final PathIterator it = shape.path().getPathIterator(null); !it.isDone(); it.next()) {
						it.currentSegment(xy);
						final Vector3 voxel = plane.toVoxel(xy[0] - 0.5, xy[1] - 0.5, slice);
						assertEquals(level, value(BASE.apply(voxel)), 0.002, which + " " + xy[0] + ", " + xy[1]);
						points++;
					}
					assertTrue(points > 8, which + " " + pixels + " " + points);
				}
			}
	}

	@Test
	void percentagesAreOfTheGreatestDoseOrThePrescription() {
		final OrthoImage base = image("base", BASE, 41, 31, 11, "1.2.3");
		final double most = value(BASE.apply(new Vector3(40, 30, 0)));
		assertEquals(most, base.greatest(), 1e-3);
		final PlaneRequest request = new PlaneRequest(base.plane(AnatomicalPlane.AXIAL, Pixels.RAW), 5, 0, 0, Slab.NONE,
			false);
		for (final OptionalDouble hundred : List.of(OptionalDouble.empty(), OptionalDouble.of(most / 1.1))) {
			final PlaneShape shape = Isodoses.of(base, base, levels("60%"), hundred).over(base, request).get(0);
			assertEquals("60%", shape.name());
			final double[] xy = new double[6];
			shape.path().getPathIterator(null).currentSegment(xy);
			assertEquals(0.6 * hundred.orElse(most), value(BASE.apply(xy[0] - 0.5, xy[1] - 0.5, 5)), 0.002);
		}
	}

	/** Pixels of a dose of 16 bits are numbers that a line makes Gy. */
	@Test
	void levelsAreRealValues() {
		final OrthoImage base = image("base", BASE, 41, 31, 11, "1.2.3");
		final ImagePlus whole = base.image().duplicate();
		whole.setDisplayRange(0, 65535);
		new StackConverter(whole).convertToGray16();
		whole.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 10, -0.5 }, "Gy");
		PatientSpace.of(base.image()).get().attachTo(whole);
		final OrthoImage dose = OrthoImage.of(whole);
		double most = Double.NEGATIVE_INFINITY;
		for (int z = 0; z < 11; z++)
			for (int i = 0; i < 41 * 31; i++)
				most = Math.max(most, 10 - 0.5 * whole.getStack().getProcessor(z + 1).get(i));
		assertEquals(most, dose.greatest());
		final PlaneRequest request = new PlaneRequest(base.plane(AnatomicalPlane.AXIAL, Pixels.RAW), 5, 0, 0, Slab.NONE,
			false);
		final PlaneShape shape = Isodoses.of(base, dose, levels("-50"), OptionalDouble.empty())
			.over(base, request)
			.get(0);
		final double[] xy = new double[6];
		shape.path().getPathIterator(null).currentSegment(xy);
		assertEquals(120, value(BASE.apply(xy[0] - 0.5, xy[1] - 0.5, 5)), 1);
	}

	@Test
	void dosesOfOtherCoordinatesAndColoursAreRefused() {
		final OrthoImage base = image("base", BASE, 9, 9, 3, "1.2.3");
		final OrthoImage other = image("other", BASE, 9, 9, 3, "1.2.4");
		assertTrue(
			assertThrows(InputException.class, () -> Isodoses.of(base, other, levels("20"), OptionalDouble.empty()))
				.getMessage()
				.contains("different patient coordinates"));
		final ImagePlus colour = base.image().duplicate();
		new StackConverter(colour).convertToRGB();
		PatientSpace.of(base.image()).get().attachTo(colour);
		assertTrue(assertThrows(InputException.class,
			() -> Isodoses.of(base, OrthoImage.of(colour), levels("20"), OptionalDouble.empty())).getMessage()
			.contains("in colour"));
	}

	// -- The model and its pictures --

	@Test
	void modelTellsOfChanges() {
		final OrthoImage base = image("base", BASE, 41, 31, 11, "1.2.3");
		final OrthoModel model = new OrthoModel(base, Pixels.RAW);
		final int[] changes = new int[1];
		model.addListener((m, change) -> changes[0] += change == OrthoModel.Change.LINES ? 1 : 100);
		final LineLayers lines = model.lines()
			.withIsodoses(Optional.of(Isodoses.of(base, base, levels("60%"), OptionalDouble.empty())));
		model.setLines(lines);
		model.setLines(lines);
		assertEquals(1, changes[0]);
	}

	@Test
	void snapshotsAndFiguresShowLines() {
		final OrthoImage base = image("base", BASE, 41, 31, 11, "1.2.3");
		final OrthoModel model = new OrthoModel(base, Pixels.ISOTROPIC);
		final int[] alone = (int[]) new PlanesFigure(model, false, false).draw().getProcessor().getPixels();
		assertEquals(null, Snapshots.of(model, AnatomicalPlane.SAGITTAL).getOverlay());
		model.setLines(model.lines()
			.withIsodoses(Optional.of(Isodoses.of(base, base, levels("60% 70%"), OptionalDouble.empty()))));
		for (final ImagePlus plane : Snapshots.of(model)) {
			assertEquals("[60%, 70%]",
				Arrays.stream(plane.getOverlay().toArray()).map(Roi::getName).toList().toString());
			assertEquals(Color.RED, plane.getOverlay().get(1).getStrokeColor());
		}
		final int[] figure = (int[]) new PlanesFigure(model, false, false).draw().getProcessor().getPixels();
		assertFalse(Arrays.equals(alone, figure));
		assertTrue(Arrays.stream(figure).anyMatch(rgb -> (rgb & 0xFFFFFF) == 0xFF0000), "red lines");
	}

	/** The last one is drawn on top, and named first; the letter in the middle of the side stays free. */
	@Test
	void namesAreBelowEachOtherAsFarAsTheyFit() {
		final List<PlaneShape> shapes = Stream.of(Color.GREEN, Color.BLUE, Color.RED)
			.map(colour -> new PlaneShape("HHHH", colour, new Path2D.Double(), false))
			.toList();
		assertEquals("RED BLUE GREEN ", names(shapes, 140));
		assertEquals("RED BLUE ", names(shapes, 105));
		assertEquals("", names(shapes, 40));
	}

	/** The colours from top to bottom. */
	private static String names(final List<PlaneShape> shapes, final int height) {
		final BufferedImage picture = new BufferedImage(100, height, BufferedImage.TYPE_INT_RGB);
		LineNames.draw(picture.createGraphics(), shapes, height, 12);
		final StringBuilder names = new StringBuilder();
		int last = 0;
		for (int i = 0; i < 100 * height; i++) {
			final int rgb = picture.getRGB(i % 100, i / 100) & 0xFFFFFF;
			if (rgb == 0 || rgb == last) continue;
			assertTrue(i / 100 > height / 2, "too high");
			last = rgb;
			names.append(rgb == 0xFF0000 ? "RED " : rgb == 0xFF ? "BLUE " : rgb == 0xFF00 ? "GREEN " : "? ");
		}
		return names.toString();
	}
}

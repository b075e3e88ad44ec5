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

package io.github.dicomvolumes.command.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.ModuleRunner;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.volume.DicomVolume;

import net.imagej.Dataset;
import net.imagej.ImgPlus;
import net.imagej.axis.Axes;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;

/** What scripts and commands of ImageJ2 get, in a real SciJava context. */
class DatasetsInContextTest {

	private static final Context CONTEXT = new Context();

	private final CommandService commands = CONTEXT.service(CommandService.class);
	private final ConvertService converters = CONTEXT.service(ConvertService.class);

	@TempDir
	Path folder;

	private DicomVolume volume;
	private ImagePlus image;

	@AfterAll
	static void dispose() {
		CONTEXT.dispose();
	}

	@BeforeEach
	void open() throws IOException {
		new SyntheticSeries("jane").series(3)
			.with(Tag.RESCALE_TYPE, "HU")
			.signed()
			.rescale(2, -1000)
			.values((k, r, c) -> 10 * r + c - 200)
			.write(folder);
		volume = DicomVolumes.open(folder);
		image = VolumeImagePlus.of(volume);
	}

	@Test
	void volumesAndTheirImagesBecomeDatasets() {
		for (final Object source : List.of(volume, image)) {
			final Dataset dataset = converters.convert(source, Dataset.class);
			assertEquals("jane", dataset.getName());
			assertEquals(3, dataset.averageScale(dataset.dimensionIndex(Axes.Z)));
			assertEquals(2 * (10 * 4 + 3 - 200) - 1000, value(dataset, 3, 4, 1));
			assertEquals("jane", converters.convert(source, ImgPlus.class).getName());
			assertEquals(-1400, value(converters.convert(source, Img.class), 0, 0, 0));
		}
	}

	@Test
	void otherImagesAreLeftToOthers() {
		final ImagePlus copy = image.duplicate();
		assertFalse(converters.supports(copy, Dataset.class));
		image.setStack(IJ.createImage("", "32-bit", 16, 12, 5).getStack());
		assertFalse(converters.supports(image, Dataset.class));
	}

	/** Many filters of ImageJ put a new array in place of the old one. */
	@Test
	void editedSlicesAreSeen() {
		final short[] edited = new short[16 * 12];
		image.getStack().setPixels(edited, 2);
		edited[0] = (short) (32768 + 510);
		final Dataset dataset = converters.convert(image, Dataset.class);
		assertEquals(2 * 510 - 1000, value(dataset, 0, 0, 1));
		assertEquals(2 * -200 - 1000, value(dataset, 0, 0, 2));
	}

	@Test
	void hiddenPatientDataStayHidden() {
		final Dataset dataset = converters.convert(VolumeImagePlus.of(volume, Disclosure.HIDE), Dataset.class);
		assertEquals("CT series 3", dataset.getName());
	}

	@Test
	void aScriptGetsTheActiveVolumeWithItsUnits() throws Exception {
		run(image);
		assertEquals(2 * -200 - 1000, value(DatasetReceiver.received, 0, 0, 0));
	}

	@Test
	void aScriptGetsNothingOfOursFromAnotherImage() throws Exception {
		DatasetReceiver.received = null;
		run(image.duplicate());
		assertNull(DatasetReceiver.received);
	}

	private void run(final ImagePlus active) throws Exception {
		WindowManager.setTempCurrentImage(active);
		try {
			new ModuleRunner(CONTEXT, commands.getCommand(DatasetReceiver.class).createModule(),
				CONTEXT.service(PluginService.class).createInstancesOfType(PreprocessorPlugin.class), List.of()).run();
		}
		finally {
			WindowManager.setTempCurrentImage(null);
		}
	}

	@Test
	void aScriptOpensAFolderAsDatasets() throws Exception {
		for (final String reader : new String[] { "Built-in", "dcm4che" }) {
			final CommandModule module = commands
				.run(DicomFolderDatasets.class, true, Map.of("folder", folder.toFile(), "reader", reader))
				.get();
			final Dataset dataset = (Dataset) module.getOutput("dataset");
			assertEquals(2 * -200 - 1000, value(dataset, 0, 0, 0));
			assertSame(dataset, ((List<?>) module.getOutput("datasets")).get(0));
			assertEquals(1, ((List<?>) module.getOutput("images")).size());
		}
	}

	private static double value(final RandomAccessibleInterval<?> image, final long... position) {
		return ((RealType<?>) image.getAt(position)).getRealDouble();
	}
}

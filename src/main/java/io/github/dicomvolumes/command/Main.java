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

package io.github.dicomvolumes.command;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.io.source.AllOrNothing;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.view.imagej.FirstLook;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.SeriesTable;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.io.FileSaver;

/**
 * Opens folders of DICOM files in plain ImageJ, with the commands of this project in its menus. Without a display it
 * opens them all the same, prints what it found and writes the middle slice as a PNG file.
 */
public final class Main {

	private Main() {}

	/** @param args folders to open; none opens the phantom */
	public static void main(final String... args) throws IOException, InterruptedException {
		if (GraphicsEnvironment.isHeadless()) print(args);
		else show(args);
	}

	private static void show(final String... folders) throws IOException, InterruptedException {
		if (System.getProperty("plugins.dir") == null) System.setProperty("plugins.dir", menus().toString());
		final ImageJ imagej = new ImageJ();
		imagej.exitWhenQuitting(true);
		if (folders.length == 0) IJ.run("DICOM Phantom (3D)");
		for (final String folder : folders)
			IJ.run("DICOM Folder...", "folder=[" + folder + "]");
		for (final int id : Objects.requireNonNullElse(WindowManager.getIDList(), new int[0]))
			FirstLook.at(WindowManager.getImage(id));
		// "mvn exec:java" ends ImageJ together with this thread
		while (imagej.isDisplayable())
			Thread.sleep(500);
	}

	private static void print(final String... folders) throws IOException {
		if (folders.length == 0) print(Phantoms.open(ImportOptions.DEFAULT));
		for (final String folder : folders) {
			final SeriesCatalog catalog = DicomVolumes.scan(Path.of(folder));
			System.out.println(folder + ": " + catalog.report());
			final DataTable series = SeriesTable.of(catalog, Disclosure.SHOW);
			System.out.println(String.join("\t", series.columns()));
			series.rows().forEach(row -> System.out.println(String.join("\t", row)));
			print(DicomVolumes.load(catalog, ImportOptions.DEFAULT).volumes().get(0));
		}
	}

	private static void print(final DicomVolume volume) throws IOException {
		System.out.println(volume.report());
		final ImagePlus image = VolumeImagePlus.of(volume);
		image.setSlice(image.getStackIndex(1, StackShape.middle(image.getNSlices()) + 1, 1));
		final Path file = Path.of(volume.name().replaceAll("[^\\p{Alnum}._-]+", "_") + ".png");
		save(new ImagePlus(volume.name(), image.getProcessor()), file);
		System.out.println("Middle slice: " + file.toAbsolutePath());
	}

	private static void save(final ImagePlus image, final Path file) throws IOException {
		final Path folder = Files.createTempDirectory("imagej"), png = folder.resolve("image.png");
		try {
			if (!new FileSaver(image).saveAsPng(png.toString())) throw new IOException(png + " cannot be written");
			AllOrNothing.write(file, out -> Files.copy(png, out));
		}
		finally {
			Files.deleteIfExists(png);
			Files.delete(folder);
		}
	}

	/** Makes an ImageJ folder with our menus: ImageJ reads plugins.config from jars. */
	private static Path menus() throws IOException {
		final Path folder = Files.createTempDirectory("imagej");
		final Path jar = Files.createDirectory(folder.resolve("plugins")).resolve("DICOM_Volumes.jar");
		try (InputStream config = Main.class.getResourceAsStream("/plugins.config");
			JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar)))
		{
			out.putNextEntry(new ZipEntry("plugins.config"));
			config.transferTo(out);
		}
		for (final Path path : new Path[] { folder, jar.getParent(), jar })
			path.toFile().deleteOnExit();
		return folder;
	}
}

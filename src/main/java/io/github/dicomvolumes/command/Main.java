package io.github.dicomvolumes.command;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.io.FileSaver;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.series.SeriesCatalog;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.SeriesTable;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

/**
 * Opens folders of DICOM files in plain ImageJ, with the commands of this project
 * in its menus. Without a display it opens them all the same, prints what it found
 * and writes the middle slice as a PNG file.
 */
public final class Main {

	private Main() {}

	/** @param args folders to open; none opens the phantom */
	public static void main(final String... args) throws IOException,
		InterruptedException
	{
		if (GraphicsEnvironment.isHeadless()) print(args);
		else show(args);
	}

	private static void show(final String... folders) throws IOException,
		InterruptedException
	{
		if (System.getProperty("plugins.dir") == null) System.setProperty(
			"plugins.dir", menus().toString());
		final ImageJ imagej = new ImageJ();
		imagej.exitWhenQuitting(true);
		if (folders.length == 0) IJ.run("DICOM Phantom (3D)");
		for (final String folder : folders)
			IJ.run("DICOM Folder...", "folder=[" + folder + "]");
		// "mvn exec:java" ends ImageJ together with this thread
		while (imagej.isDisplayable())
			Thread.sleep(500);
	}

	private static void print(final String... folders) throws IOException {
		if (folders.length == 0) print(Phantoms.open(ImportOptions.DEFAULT));
		for (final String folder : folders) {
			final SeriesCatalog catalog = DicomVolumes.scan(Path.of(folder));
			System.out.println(folder + ": " + catalog.summary());
			final DataTable series = SeriesTable.of(catalog);
			System.out.println(String.join("\t", series.columns()));
			series.rows().forEach(row -> System.out.println(String.join("\t", row)));
			print(DicomVolumes.load(catalog, ImportOptions.DEFAULT).volumes().get(0));
		}
	}

	private static void print(final DicomVolume volume) {
		System.out.println(volume.report());
		final ImagePlus image = VolumeImagePlus.of(volume);
		image.setSlice(image.getStackSize() / 2 + 1);
		final String file = volume.name().replaceAll("[^\\p{Alnum}._-]+", "_") + ".png";
		if (new FileSaver(new ImagePlus(volume.name(), image.getProcessor())).saveAsPng(file))
			System.out.println("Middle slice: " + Path.of(file).toAbsolutePath());
	}

	/** Makes an ImageJ folder with our menus: ImageJ reads plugins.config from jars. */
	private static Path menus() throws IOException {
		final Path folder = Files.createTempDirectory("imagej");
		final Path jar = Files.createDirectory(folder.resolve("plugins")).resolve(
			"DICOM_Volumes.jar");
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

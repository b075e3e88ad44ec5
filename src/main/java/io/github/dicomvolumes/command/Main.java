package io.github.dicomvolumes.command;

import ij.IJ;
import ij.ImageJ;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** Starts plain ImageJ with the commands of this project in its menus. */
public final class Main {

	private Main() {}

	/** @param args folders to open */
	public static void main(final String... args) throws IOException,
		InterruptedException
	{
		if (GraphicsEnvironment.isHeadless()) {
			System.err.println("ImageJ needs a display.");
			System.exit(1);
		}
		if (System.getProperty("plugins.dir") == null) System.setProperty(
			"plugins.dir", menus().toString());
		final ImageJ imagej = new ImageJ();
		imagej.exitWhenQuitting(true);
		for (final String folder : args)
			IJ.run("DICOM Folder...", "folder=[" + folder + "]");
		// "mvn exec:java" ends ImageJ together with this thread
		while (imagej.isDisplayable())
			Thread.sleep(500);
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

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

package io.github.dicomvolumes.command.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

import io.github.dicomvolumes.DicomVolumes;

/** What people are told who have several of our jars. */
class InstalledJarsTest {

	@TempDir
	Path temp;

	private Path folder, ordinary, all, sciJava;

	@BeforeEach
	void write() throws IOException {
		folder = Files.createDirectory(temp.resolve("Jürgen's ImageJ 100%"));
		ordinary = jar("DICOM_Volumes-1.0.0.jar", DicomVolumes.class);
		all = jar("DICOM_Volumes-1.0.0-all.jar", DicomVolumes.class, Context.class);
		sciJava = jar("scijava-common.jar", Context.class);
	}

	@Test
	void oneIsRight() throws IOException {
		assertEquals("", advice(ordinary, sciJava));
		assertEquals("", advice(all));
		assertEquals("", advice(all, sciJava));
		assertEquals("", advice(all, all));
	}

	@Test
	void fijiKeepsTheOrdinaryOne() throws IOException {
		assertEquals("DICOM Volumes is installed more than once:\n    " + all + "\n    " + ordinary + "\n" +
			"This ImageJ has SciJava, which the jar for plain ImageJ brings along. Remove\n    " + all +
			"\nand start ImageJ again.", advice(all, ordinary, sciJava));
	}

	@Test
	void plainImageJKeepsTheOneWithSciJava() throws IOException {
		assertEquals("DICOM Volumes is installed more than once:\n    " + ordinary + "\n    " + all + "\n" +
			"This ImageJ has no SciJava, which only the jar ending in -all brings along. Remove\n    " + ordinary +
			"\nand start ImageJ again.", advice(ordinary, all));
	}

	@Test
	void ofTwoVersionsTheNewerStays() throws IOException {
		final Path newer = jar("DICOM_Volumes-1.1.0.jar", DicomVolumes.class);
		assertEquals("DICOM Volumes is installed more than once:\n    " + ordinary + "\n    " + newer +
			"\nKeep the newest, remove the others and start ImageJ again.", advice(ordinary, newer, sciJava));
	}

	@Test
	void whatIsAddedHasToBeOfOneVersion() throws IOException {
		final Path one = versioned("DICOM_Volumes-1.0.0.jar", "1.0.0", "io/github/dicomvolumes/DicomVolumes.class"),
			same = versioned("a-fiji.jar", "1.0.0", "META-INF/services/io.github.dicomvolumes.io.header.HeaderReader"),
			other = versioned("b-fiji.jar", "0.9.0", "META-INF/services/io.github.dicomvolumes.io.header.HeaderReader");
		assertEquals("", advice(one, sciJava));
		assertEquals("", advice(one, same, sciJava));
		assertEquals("", advice(ordinary, other, sciJava), "a jar that does not tell its version");
		assertEquals(
			"DICOM Volumes is installed in two versions:\n    1.0.0 " + one + "\n    0.9.0 " + other +
				"\nInstall both of one version, or remove the second, and start Fiji again.",
			advice(one, other, sciJava));
	}

	private Path versioned(final String name, final String version, final String resource) throws IOException {
		final Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
		final Path file = folder.resolve(version + name);
		try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
			jar.putNextEntry(new ZipEntry(resource));
		}
		return file;
	}

	private static String advice(final Path... jars) throws IOException {
		final URL[] urls = new URL[jars.length];
		for (int i = 0; i < jars.length; i++)
			urls[i] = jars[i].toUri().toURL();
		try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
			return InstalledJars.advice(loader).orElse("");
		}
	}

	private Path jar(final String name, final Class<?>... types) throws IOException {
		final Path file = folder.resolve(name);
		try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
			for (final Class<?> type : types)
				jar.putNextEntry(new ZipEntry(type.getName().replace('.', '/') + ".class"));
		}
		return file;
	}
}

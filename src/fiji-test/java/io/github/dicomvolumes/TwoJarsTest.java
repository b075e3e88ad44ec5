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

package io.github.dicomvolumes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.github.dicomvolumes.command.fiji.DicomFolderDatasets;

/** Two jars side by side: what lies in which, and what the ordinary one offers without the other or without dcm4che. */
class TwoJarsTest {

	private static final Path ORDINARY = place(DicomVolumes.class), FIJI = place(DicomFolderDatasets.class);

	/** A package in two jars would be refused where jars are modules. */
	@Test
	void noPackageIsInBoth() throws IOException {
		final Set<Path> both = packages(ORDINARY);
		both.retainAll(packages(FIJI));
		assertEquals(Set.of(), both);
	}

	@Test
	void eachHasAnIndexOfItsOwnPlugins() throws IOException {
		final String index = "META-INF/json/org.scijava.plugin.Plugin";
		assertEquals("", strangers(ORDINARY, Files.readString(ORDINARY.resolve(index))));
		assertEquals("", strangers(FIJI, Files.readString(FIJI.resolve(index))));
	}

	@Test
	void theOrdinaryOneNamesNoService() {
		assertTrue(Files.notExists(ORDINARY.resolve("META-INF/services")));
	}

	@Test
	void readersAreThoseWhoseClassesAreThere() throws Exception {
		assertEquals("[Built-in, dcm4che]", readers(path -> true));
		assertEquals("[Built-in]", readers(path -> !path.contains("dcm4che-core")));
		assertEquals("[Built-in]", readers(path -> !Path.of(path).equals(FIJI)));
	}

	/** Asks for the readers in a class loader that has only a part of the class path. */
	private static String readers(final Predicate<String> isThere) throws Exception {
		final List<URL> urls = new ArrayList<>();
		for (final String path : System.getProperty("java.class.path").split(System.getProperty("path.separator")))
			if (isThere.test(path)) urls.add(Path.of(path).toUri().toURL());
		try (
			URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()))
		{
			return loader.loadClass("io.github.dicomvolumes.io.header.HeaderReaders")
				.getMethod("names")
				.invoke(null)
				.toString();
		}
	}

	/** Classes in an index that are not among the classes. */
	private static String strangers(final Path classes, final String index) {
		final List<String> names = Stream.of(index.split("\"class\":\"")).skip(1).map(s -> s.split("\"")[0]).toList();
		assertTrue(names.size() > 1, index);
		return names.stream()
			.filter(name -> Files.notExists(classes.resolve(name.replace('.', '/') + ".class")))
			.collect(Collectors.joining(", "));
	}

	private static Set<Path> packages(final Path classes) throws IOException {
		try (Stream<Path> walk = Files.walk(classes)) {
			return walk.filter(file -> file.toString().endsWith(".class"))
				.map(file -> classes.relativize(file.getParent()))
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private static Path place(final Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (final URISyntaxException exc) {
			throw new IllegalStateException(exc);
		}
	}
}

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

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.view.imagej.Log;

import ij.IJ;

import org.scijava.Context;

/**
 * The jars of this plugin that are installed. There should be one; of several, chance decides which is used, and Fiji
 * may get SciJava from the jar that is meant for plain ImageJ. ImageJ itself lists duplicate commands at most. The jar
 * that adds to the ordinary one in Fiji has to be of its version.
 */
final class InstalledJars {

	/** Only the jar for Fiji brings another reader. */
	private static final String ADDITION = "META-INF/services/" + HeaderReader.class.getName();

	private static final AtomicBoolean IS_CHECKED = new AtomicBoolean();

	private InstalledJars() {}

	/** Says once in a session what to do about jars that do not fit: to a person in a box, else in the log. */
	static void check(final boolean isPersonThere) {
		if (IS_CHECKED.getAndSet(true)) return;
		advice(InstalledJars.class.getClassLoader()).ifPresent(advice -> {
			if (isPersonThere) IJ.showMessage("DICOM Volumes", advice);
			else Log.add(advice);
		});
	}

	/**
	 * What to do about jars for Fiji that are of another version than the ordinary one: they need each other's code.
	 */
	private static Optional<String> otherVersion(final Path ordinary, final Set<Path> additions) {
		final String version = version(ordinary);
		return additions.stream()
			.filter(jar -> !version.isEmpty() && !version(jar).isEmpty() && !version.equals(version(jar)))
			.findFirst()
			.map(jar -> "DICOM Volumes is installed in two versions:\n    " + version + " " + ordinary + "\n    " +
				version(jar) + " " + jar +
				"\nInstall both of one version, or remove the second, and start Fiji again.");
	}

	/** What the jar itself says; empty if it says nothing, as a folder of classes. */
	private static String version(final Path place) {
		if (!Files.isRegularFile(place)) return "";
		try (JarFile jar = new JarFile(place.toFile())) {
			final Manifest manifest = jar.getManifest();
			final String version = manifest == null ? null
				: manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
			return version == null ? "" : version;
		}
		catch (final IOException exc) {
			return ""; // no reason to stop a command
		}
	}

	/** What to remove, or to bring to one version; empty if all is as it should be. */
	static Optional<String> advice(final ClassLoader loader) {
		final Set<Path> ours = places(loader, DicomVolumes.class);
		if (ours.size() == 1) return otherVersion(ours.iterator().next(), places(loader, ADDITION));
		if (ours.isEmpty()) return Optional.empty();
		final Set<Path> sciJava = places(loader, Context.class);
		final boolean hostHasSciJava = !ours.containsAll(sciJava);
		final Set<Path> surplus = where(ours, jar -> sciJava.contains(jar) == hostHasSciJava);
		final String installed = "DICOM Volumes is installed more than once:\n" + lines(ours);
		if (surplus.isEmpty() || surplus.size() == ours.size())
			return Optional.of(installed + "Keep the newest, remove the others and start ImageJ again.");
		final String reason = hostHasSciJava ? "This ImageJ has SciJava, which the jar for plain ImageJ brings along"
			: "This ImageJ has no SciJava, which only the jar ending in -all brings along";
		return Optional.of(installed + reason + ". Remove\n" + lines(surplus) + "and start ImageJ again.");
	}

	/** The jars or folders that have a class. */
	private static Set<Path> places(final ClassLoader loader, final Class<?> type) {
		return places(loader, type.getName().replace('.', '/') + ".class");
	}

	/** The jars or folders that have a resource. */
	private static Set<Path> places(final ClassLoader loader, final String name) {
		try {
			return Collections.list(loader.getResources(name))
				.stream()
				.map(url -> place(url, name))
				.flatMap(Optional::stream)
				.collect(Collectors.toCollection(LinkedHashSet::new));
		}
		catch (final IOException exc) {
			return Set.of(); // no reason to stop a command
		}
	}

	/** @return empty if it is not on a disk */
	private static Optional<Path> place(final URL url, final String name) {
		final String text = url.toString(); // jar:file:/.../x.jar!/name or file:/.../classes/name
		final String place = text.substring(0, text.length() - name.length()).replaceFirst("!/$", "");
		try {
			return Optional.of(Path.of(URI.create(place.replaceFirst("^jar:", ""))));
		}
		catch (final RuntimeException exc) {
			return Optional.empty();
		}
	}

	private static Set<Path> where(final Set<Path> jars, final Predicate<Path> condition) {
		return jars.stream().filter(condition).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static String lines(final Set<Path> jars) {
		return jars.stream().map(jar -> "    " + jar + "\n").collect(Collectors.joining());
	}
}

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.DocumentationTool;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Javadoc of what is public or protected. */
class JavadocTest {

	/** Whether Javadoc is wrong, not whether every parameter has a tag: names say what they are. */
	private static final List<String> OPTIONS = List.of("-quiet", "-protected", "-Xdoclint:all,-missing", "-Xmaxwarns",
		"1000", "-Xmaxerrs", "1000");

	@TempDir
	Path pages;

	/** Folders of sources; the classes of all of them are on the class path. */
	List<Path> sources() {
		return List.of(Path.of("src/main/java"));
	}

	@Test
	void publicJavadocHasNoWarnings() throws IOException {
		final DocumentationTool javadoc = ToolProvider.getSystemDocumentationTool();
		final var diagnostics = new DiagnosticCollector<JavaFileObject>();
		try (StandardJavaFileManager manager = javadoc.getStandardFileManager(diagnostics, null, null)) {
			manager.setLocationFromPaths(DocumentationTool.Location.DOCUMENTATION_OUTPUT, List.of(pages));
			manager.setLocationFromPaths(StandardLocation.CLASS_PATH,
				Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
					.map(Path::of)
					.filter(Files::exists)
					.toList());
			javadoc.getTask(null, manager, diagnostics, null, OPTIONS, manager.getJavaFileObjectsFromPaths(files()))
				.call();
		}
		assertEquals("", diagnostics.getDiagnostics().stream().map(JavadocTest::line).collect(Collectors.joining()));
		assertTrue(Files.exists(pages.resolve("index.html")));
	}

	private static String line(final Diagnostic<? extends JavaFileObject> diagnostic) {
		return (diagnostic.getSource() == null ? "" : diagnostic.getSource().getName()) + ":" +
			diagnostic.getLineNumber() + ": " + diagnostic.getMessage(null) + "\n";
	}

	private List<Path> files() throws IOException {
		final List<Path> folders = sources();
		assertTrue(folders.stream().allMatch(Files::isDirectory), folders.toString());
		Stream<Path> files = Stream.empty();
		for (final Path folder : folders)
			files = Stream.concat(files, Files.walk(folder));
		try (Stream<Path> all = files) {
			return all.filter(file -> file.toString().endsWith(".java")).toList();
		}
	}
}

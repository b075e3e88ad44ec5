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

package io.github.dicomvolumes.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles and runs the Java blocks of a page: they are one program, in which the lines of a later block know the
 * variables of an earlier one. All public classes of this project are imported.
 */
final class JavaBlocks {

	private static final Path CLASSES = Path.of("target", "classes", "io", "github", "dicomvolumes");
	private static final String NAME = "Guide";

	private final GuideFiles files;
	private final Path folder;

	JavaBlocks(final GuideFiles files, final Path folder) {
		this.files = files;
		this.folder = folder;
	}

	/** @param isRun false if they are only compiled */
	void run(final List<CodeBlock> blocks, final boolean isRun) throws Exception {
		final String code = blocks.stream()
			.map(block -> block
				.withPrinting(arguments -> "out.append(String.valueOf(" + arguments + ")).append('\\n');"))
			.collect(Collectors.joining("\n"));
		compile(program(files.placed(code)));
		if (!isRun) return;
		try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() },
			getClass().getClassLoader()))
		{
			final var out = new StringBuilder();
			loader.loadClass(NAME).getMethod("run", StringBuilder.class).invoke(null, out);
			final List<String> printed = blocks.stream().flatMap(block -> block.printed().stream()).toList();
			assertEquals(String.join("\n", printed), out.toString().strip());
		}
	}

	private static String program(final String code) throws IOException {
		final List<String> imports = new ArrayList<>(List.of("java.nio.file.*", "java.util.*", "ij.*", "net.imglib2.*",
			"net.imglib2.type.numeric.*", "net.imglib2.type.numeric.real.*"));
		try (Stream<Path> folders = Files.walk(CLASSES)) {
			final var packages = new TreeSet<String>();
			for (final Path folder : folders.filter(Files::isDirectory).toList())
				try (Stream<Path> classes = Files.list(folder)) {
					if (classes.anyMatch(file -> file.toString().endsWith(".class")))
						packages.add(Path.of("target", "classes")
							.relativize(folder)
							.toString()
							.replace(java.io.File.separatorChar, '.') + ".*");
				}
			imports.addAll(packages);
		}
		final String own = code.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
		final String body = code.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
		return imports.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining()) + own +
			"\npublic class " + NAME + " { public static void run(StringBuilder out) throws Exception {\n" + body +
			"\n} }";
	}

	private void compile(final String program) throws IOException {
		final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		final var said = new StringWriter();
		final JavaFileObject source = new SimpleJavaFileObject(URI.create("string:///" + NAME + ".java"),
			JavaFileObject.Kind.SOURCE) {

			@Override
			public CharSequence getCharContent(final boolean ignoreEncodingErrors) {
				return program;
			}
		};
		final List<String> options = List.of("-proc:none", "-d", folder.toString(), "-cp",
			System.getProperty("java.class.path"));
		assertTrue(compiler.getTask(said, null, null, options, null, List.of(source)).call(), said + "\n" + program);
	}
}

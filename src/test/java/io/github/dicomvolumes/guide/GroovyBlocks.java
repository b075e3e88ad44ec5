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

import java.util.stream.Collectors;

import io.github.dicomvolumes.command.TestImageJ;

/**
 * Runs the Groovy scripts of a page, each on its own, as in Fiji's script editor: in the class loader of an ImageJ.
 * Script parameters ({@code #@}) are left out.
 */
final class GroovyBlocks {

	private final TestImageJ ij;
	private final GuideFiles files;

	GroovyBlocks(final TestImageJ ij, final GuideFiles files) {
		this.ij = ij;
		this.files = files;
		ij.value("close('*');");
	}

	/** Whether Groovy is on the class path; it is in Maven's builds. */
	static boolean isThere() {
		try {
			Class.forName(GroovyScript.ENGINE);
			return true;
		}
		catch (final ClassNotFoundException exc) {
			return false;
		}
	}

	void run(final CodeBlock block) {
		final String code = block
			.withPrinting(value -> "guideOutput.append(org.codehaus.groovy.runtime.InvokerHelper.toString(" + value +
				")).append('\\n')")
			.lines()
			.filter(line -> !line.startsWith("#@"))
			.collect(Collectors.joining("\n"));
		final Object printed = ij.call("ij.IJ", "runPlugIn", GroovyScript.class.getName(),
			"guideOutput = new StringBuilder()\n" + files.placed(code) + "\nreturn guideOutput.toString()");
		assertEquals(String.join("\n", block.printed()), String.valueOf(printed).strip());
	}
}

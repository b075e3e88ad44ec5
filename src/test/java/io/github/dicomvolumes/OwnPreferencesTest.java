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

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

import io.github.dicomvolumes.command.TestImageJ;

import org.junit.jupiter.api.Test;

/** A build leaves nothing in the preferences of the person who runs it. */
class OwnPreferencesTest {

	private static final Path OURS = Path.of("target").toAbsolutePath();

	/** Where the system keeps them in files; else nobody can see it so simply. */
	@Test
	void preferencesOfJavaLieInTheBuild() throws BackingStoreException {
		final Preferences node = Preferences.userRoot().node("dicomvolumes-test");
		node.put("key", "value");
		node.flush();
		final Path root = Path.of(System.getProperty(OwnPreferences.JAVA));
		assertTrue(root.startsWith(OURS), root::toString);
		final boolean inFiles = node.getClass().getSimpleName().equals("FileSystemPreferences");
		assertTrue(!inFiles || Files.exists(root.resolve(".java/.userPrefs/dicomvolumes-test/prefs.xml")),
			root::toString);
		node.removeNode();
	}

	@Test
	void preferencesOfImageJLieInTheBuild() {
		final String folder = (String) TestImageJ.headless().call("ij.Prefs", "getPrefsDir");
		assertTrue(Path.of(folder).startsWith(OURS), folder);
	}
}

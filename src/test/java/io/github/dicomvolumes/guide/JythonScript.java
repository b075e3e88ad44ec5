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

import java.io.StringWriter;

import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;

import ij.plugin.PlugIn;

/**
 * Runs a Python script with Jython, as Fiji does, within ImageJ's class loader of plugins, which knows the commands. As
 * text it is what the script printed.
 */
public class JythonScript implements PlugIn {

	/** Of Jython, which builds without Maven may not have. */
	private static final String ENGINE = "org.python.jsr223.PyScriptEngineFactory";

	private String printed;

	/** Whether Jython is on the class path; it is in Maven's builds. */
	static boolean isThere() {
		try {
			Class.forName(ENGINE);
			return true;
		}
		catch (final ClassNotFoundException exc) {
			return false;
		}
	}

	@Override
	public void run(final String code) {
		final Thread thread = Thread.currentThread();
		final ClassLoader loader = thread.getContextClassLoader();
		System.setProperty("python.import.site", "false");
		System.setProperty("python.cachedir.skip", "true"); // packages of all jars, which it would write down
		thread.setContextClassLoader(getClass().getClassLoader());
		try {
			final var factory = (ScriptEngineFactory) Class.forName(ENGINE).getConstructor().newInstance();
			final var engine = factory.getScriptEngine();
			final var out = new StringWriter();
			engine.getContext().setWriter(out);
			engine.eval(code);
			printed = out.toString();
		}
		catch (final ReflectiveOperationException | ScriptException exc) {
			printed = "failed: " + exc;
		}
		finally {
			thread.setContextClassLoader(loader);
		}
	}

	@Override
	public String toString() {
		return printed;
	}
}

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

package io.github.dicomvolumes.archive;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

import org.apache.hadoop.fs.Options.OpenFileOptions;

import io.github.dicomvolumes.io.source.Gunzipped;
import io.github.dicomvolumes.io.source.NamedSource;
import io.github.dicomvolumes.io.source.SourceState;

/** A gzipped file of one of Hadoop's file systems; its bytes are those inside. */
record HadoopGzip(HadoopFile file) implements NamedSource {

	@Override
	public String name() {
		return file.name();
	}

	@Override
	public long length() {
		return -1;
	}

	@Override
	public long storedLength() {
		return file.length();
	}

	@Override
	public SourceState state() {
		return file.state();
	}

	@Override
	public SourceState now() throws IOException {
		return file.now();
	}

	@Override
	public ReadableByteChannel open(final long position) throws IOException {
		return Gunzipped.channel(file.stream(OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY_SEQUENTIAL), position);
	}
}

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

package io.github.dicomvolumes.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.command.host.NeutralFailure;
import io.github.dicomvolumes.command.input.ServerLogin;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.io.source.TemporaryFolder;
import io.github.dicomvolumes.io.web.DicomWebServer;
import io.github.dicomvolumes.io.web.ServerAddress;
import io.github.dicomvolumes.io.web.StoreResult;
import io.github.dicomvolumes.view.imagej.Log;
import io.github.dicomvolumes.work.Progress;

/** Files that are sent to a server when they are written; without a folder of theirs they are deleted afterwards. */
final class SentSeries {

	private SentSeries() {}

	/** Writes files into a folder. */
	@FunctionalInterface
	interface Writing {

		/** @return the files */
		List<Path> into(Path folder) throws IOException;
	}

	/**
	 * Writes and sends, and says in the log what the server did.
	 *
	 * @param folder null if the files are not to be kept
	 * @throws NeutralFailure if the server has not stored all
	 */
	static void write(final DicomCommand command, final String url, final String user, final File folder,
		final Progress progress, final Writing writing) throws IOException
	{
		final ServerAddress address = ServerAddress.of(url);
		final DicomWebServer server = new DicomWebServer(address, ServerLogin.of(command, address, user));
		if (folder != null) send(command, server, writing.into(folder.toPath()), progress);
		else try (TemporaryFolder temporary = TemporaryFolder.create()) {
			send(command, server, writing.into(temporary.path()), progress);
		}
	}

	private static void send(final DicomCommand command, final DicomWebServer server, final List<Path> files,
		final Progress progress) throws IOException
	{
		final StoreResult result = server.store(files, progress);
		if (!result.isComplete()) throw new NeutralFailure(server + ": " + result.summary());
		command.setOutcome(Listing.count(result.sent(), "file") + " sent to " + server);
		Log.add("  sent to " + server + ". " + result.summary());
	}
}

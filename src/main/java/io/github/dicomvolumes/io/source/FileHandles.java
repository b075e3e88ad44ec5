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

package io.github.dicomvolumes.io.source;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

import com.sun.management.UnixOperatingSystemMXBean;

/** How many more files this process may open. */
public final class FileHandles {

	/** Where the system does not tell, as Windows, which has no limit that counts here. */
	private static final int PLENTY = 1024;
	/** Those that threads of ours may have closed between a failure and the look at it, and a few of ImageJ's. */
	private static final int NEARLY_NONE = 8;

	private FileHandles() {}

	/** Costs a look at the open files, about 0.1 ms. */
	static int free() {
		try {
			if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix))
				return PLENTY;
			final long free = unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount();
			return (int) Math.max(0, Math.min(free, Integer.MAX_VALUE));
		}
		catch (final NoClassDefFoundError exc) { // a Java without this part
			return PLENTY;
		}
		catch (final InternalError exc) { // no handle is left to look with
			return 0;
		}
	}

	/** The failure to open a file, with the way out if it failed because no handle is left; else as it is. */
	public static IOException explained(final IOException failure) {
		if (failure instanceof NoSuchFileException || failure instanceof AccessDeniedException ||
			failure instanceof ZipException || free() > NEARLY_NONE + Runtime.getRuntime().availableProcessors())
			return failure;
		return withWayOut(failure);
	}

	static IOException withWayOut(final IOException failure) {
		final IOException explained = failure instanceof FileSystemException fs
			? new FileSystemException(fs.getFile(), fs.getOtherFile(), withWayOut(fs.getReason()))
			: new IOException(withWayOut(failure.getMessage()));
		explained.initCause(failure);
		return explained;
	}

	private static String withWayOut(final String reason) {
		return (reason == null ? "No more files can be opened" : reason) +
			"; close images that were opened from zip archives, or allow more open files (ulimit -n)";
	}
}

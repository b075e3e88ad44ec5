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
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The disks of this machine; ends its process just before something is done to a file, as a kill would: nothing is
 * closed or removed.
 */
public final class KillingFileSystem extends LocalFileSystem {

	/** How a process ends that was killed. */
	static final int KILLED = 137;

	private static final String AT = "test.kill.at", NUMBER = "test.kill.number";
	private static final AtomicInteger SEEN = new AtomicInteger();

	/**
	 * Kills this process.
	 *
	 * @param at what is done and a pattern of the path it is done to, such as {@code create .*parquet}
	 * @param number how often it is seen until then, from 1 on
	 */
	static void use(final Configuration configuration, final String at, final int number) {
		configuration.set("fs.file.impl", KillingFileSystem.class.getName());
		configuration.set("fs.file.impl.disable.cache", "true");
		configuration.set(AT, at);
		configuration.setInt(NUMBER, number);
	}

	private void before(final String what, final Path path) {
		if (!(what + " " + path.toUri().getPath()).matches(getConf().get(AT))) return;
		if (SEEN.incrementAndGet() >= getConf().getInt(NUMBER, 1)) Runtime.getRuntime().halt(KILLED);
	}

	@Override
	public FileStatus[] listStatus(final Path path) throws IOException {
		before("list", path);
		return super.listStatus(path);
	}

	@Override
	public FSDataOutputStream create(final Path path, final FsPermission permission, final boolean overwrite,
		final int buffer, final short replication, final long block, final Progressable progress) throws IOException
	{
		before("create", path);
		return super.create(path, permission, overwrite, buffer, replication, block, progress);
	}

	@Override
	public boolean rename(final Path from, final Path to) throws IOException {
		before("rename", to);
		return super.rename(from, to);
	}

	@Override
	public boolean delete(final Path path, final boolean recursive) throws IOException {
		before("delete", path);
		return super.delete(path, recursive);
	}
}

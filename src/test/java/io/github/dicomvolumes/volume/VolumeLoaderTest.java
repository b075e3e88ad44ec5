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

package io.github.dicomvolumes.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.OpenFiles;
import io.github.dicomvolumes.SourceInstead;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.catalog.Stack;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumeLoaderTest {

	@TempDir
	Path folder;

	@Test
	void fileThatIsGoneLeavesItsSliceBlank() throws IOException {
		final List<Path> files = new SyntheticSeries("gone").write(folder);
		final Stack stack = DicomVolumes.scan(folder).stacks().get(0);
		Files.delete(files.get(2));
		final DicomVolume volume = VolumeLoader.load(stack, "gone", ImportOptions.DEFAULT);
		assertTrue(volume.report().has(Code.UNREADABLE_SLICE));
		assertEquals("1 slice could not be read and was left blank", volume.report().note());
		assertTrue(volume.report().toString().contains("IM003: no such file any more"), volume.report().toString());
		assertEquals(0, volume.values().getAt(3, 2, 2).get());
		assertEquals(4023, volume.values().getAt(3, 2, 4).get());
	}

	@Test
	void allFilesGoneIsAFailureThatSaysSo() throws IOException {
		final List<Path> files = new SyntheticSeries("gone").write(folder);
		final Stack stack = DicomVolumes.scan(folder).stacks().get(0);
		for (final Path file : files)
			Files.delete(file);
		final String message = assertThrows(DicomException.class,
			() -> VolumeLoader.load(stack, "gone", ImportOptions.DEFAULT)).getMessage();
		assertTrue(message.startsWith("gone: no slice can be read. ") && message.endsWith("no such file any more"),
			message);
	}

	/** Java closes a file under a thread that is interrupted; that is no damage of the file. */
	@Test
	void interruptLeavesNoSliceBlank() throws IOException {
		new SyntheticSeries().slices(100).write(folder);
		final Stack stack = DicomVolumes.scan(folder).stacks().get(0);
		Thread.currentThread().interrupt();
		boolean cancelled = false;
		try {
			final DicomVolume volume = VolumeLoader.load(stack, "", ImportOptions.DEFAULT);
			assertFalse(volume.report().has(Code.UNREADABLE_SLICE), "others did all the work");
		}
		catch (final CancellationException exc) {
			cancelled = true;
		}
		assertTrue(Thread.interrupted() || !cancelled, "the interrupt is for the caller to see");
	}

	/** No second copy of the pixels, not even for a while: in all threads, headers and buffers apart. */
	@Test
	void allocatesLittleMoreThanTheVolume() throws IOException {
		new SyntheticSeries().slices(60).size(256, 256).values((k, r, c) -> k + r + c).write(folder);
		final var allocation = new Allocation();
		final Stack stack = DicomVolumes
			.scan(folder, ImportOptions.DEFAULT.withReader((source, open) -> allocation.watched(source)))
			.stacks()
			.get(0);
		VolumeLoader.load(stack, "", ImportOptions.DEFAULT); // loads the classes
		final long bytes = allocation.of(() -> VolumeLoader.load(stack, "", ImportOptions.DEFAULT));
		final long volume = 2 * 256 * 256 * 60;
		assertTrue(bytes > volume && bytes < volume * 5 / 4 + (1 << 20), bytes + " bytes for a volume of " + volume);
	}

	/** Java frees buffers of the system late: many of them are what a process has too much of. */
	@Test
	void aThreadReadsAllSlicesThroughOneBuffer() throws IOException {
		new SyntheticSeries().slices(60).write(folder);
		final Stack stack = DicomVolumes.scan(folder).stacks().get(0);
		final long before = directBuffers();
		VolumeLoader.load(stack, "", ImportOptions.DEFAULT);
		final long made = directBuffers() - before;
		assertTrue(made <= 2 * Runtime.getRuntime().availableProcessors() + 4, made + " buffers for 60 slices");
	}

	private static long directBuffers() {
		return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)
			.stream()
			.filter(pool -> pool.getName().equals("direct"))
			.mapToLong(BufferPoolMXBean::getCount)
			.sum();
	}

	/** Sums what threads have allocated whenever they have read the pixels of a file. */
	private static final class Allocation {

		private final ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		private final Map<Long, Long> threads = new ConcurrentHashMap<>();

		/** Header of a file that tells when its pixels were read. */
		DicomFile watched(final Source source) throws IOException {
			final DicomFile file = HeaderReaders.BUILT_IN.read(source);
			return new DicomFile(SourceInstead.of(source, at -> OpenFiles.watched(source.open(at), this::note)),
				file.metaInformation(), file.attributes(), file.transferSyntax(), file.pixelData(), file.reader(),
				file.notes());
		}

		private void note() {
			final long thread = Thread.currentThread().getId();
			threads.put(thread, bean.getThreadAllocatedBytes(thread));
		}

		/** The bytes that this thread and those it starts allocate for a task. */
		long of(final Executable task) throws IOException {
			threads.clear();
			final Map<Long, Long> before = new HashMap<>(); // threads are used again
			for (final long thread : bean.getAllThreadIds())
				before.put(thread, bean.getThreadAllocatedBytes(thread));
			task.run();
			note();
			return threads.keySet().stream().mapToLong(t -> threads.get(t) - before.getOrDefault(t, 0L)).sum();
		}

		private interface Executable {

			void run() throws IOException;
		}
	}
}

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

package io.github.dicomvolumes.command.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.command.TestImageJ;

import ij.ImagePlus;
import ij.plugin.DragAndDrop;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.io.IOService;
import org.scijava.io.location.FileLocation;
import org.scijava.module.event.ModuleFinishedEvent;
import org.scijava.plugin.PluginInfo;
import org.scijava.prefs.PrefService;
import org.scijava.ui.dnd.DragAndDropService;

/** What Fiji asks SciJava about files that are opened and dropped. Fiji itself is not here. */
class PlaceReaderTest {

	private final Context context = new Context();
	private final IOService io = context.service(IOService.class);

	@TempDir
	private Path folder;

	@AfterEach
	void dispose() {
		prefer(null);
		context.dispose();
	}

	private void prefer(final OpenedBy choice) {
		final PrefService prefs = context.service(PrefService.class);
		if (choice == null) prefs.remove(OpenedBy.class, OpenedBy.KEY);
		else prefs.put(OpenedBy.class, OpenedBy.KEY, choice.label());
	}

	/** Fiji asks eager plugins only, before ImageJ. */
	@Test
	void fijiAsksItFirst() {
		final PluginInfo<?> info = io.getPlugins()
			.stream()
			.filter(p -> p.getClassName().equals(PlaceReader.class.getName()))
			.findFirst()
			.orElseThrow();
		assertTrue(info.is("eager"));
	}

	/** In an ImageJ that was patched as Fiji patches it. */
	@Test
	void aPersonComesThroughThreeDoors() throws ReflectiveOperationException {
		final ClassLoader plugins = (ClassLoader) TestImageJ.headless().call("ij.IJ", "getClassLoader");
		final Thread thread = Thread.currentThread();
		final ClassLoader ofTests = thread.getContextClassLoader();
		try {
			assertEquals("drop true, open... true, recent true, open... false, open false, image false, image false",
				plugins.loadClass(FijiDoors.class.getName()).getMethod("open").invoke(null));
		}
		finally {
			thread.setContextClassLoader(ofTests); // patched ImageJ sets its own
		}
	}

	@Test
	void thePreferenceDecidesWhoOpens() throws Exception {
		final Path series = Files.createDirectory(folder.resolve("series"));
		final Path slice = new SyntheticSeries().write(series).get(0);
		final Path text = Files.writeString(folder.resolve("text.csv"), "a,b");
		assertEquals("[true, false, false]", ours(series, slice, text));
		prefer(OpenedBy.DICOM_VOLUMES);
		assertEquals("[true, true, false]", ours(series, slice, text));
		prefer(OpenedBy.IMAGEJ);
		assertEquals("[false, false, false]", ours(series, slice, text));
	}

	/** In their order: whether we open them when they are dropped on ImageJ's window, and on one of SciJava's. */
	private String ours(final Path... places) throws Exception {
		final DragAndDropService drops = context.service(DragAndDropService.class);
		final List<Boolean> ours = new ArrayList<>();
		for (final Path place : places) {
			ours.add(dropped(() -> io.getOpener(place.toString())) instanceof PlaceReader);
			assertEquals(ours.get(ours.size() - 1), drops.getHandler(place.toFile(), null) instanceof PlaceDrop);
		}
		return ours.toString();
	}

	@Test
	void droppedFolderIsOpened() throws Exception {
		new SyntheticSeries().write(folder);
		final Object opened = dropped(() -> io.open(folder.toString()));
		assertEquals(1, ((List<?>) opened).size());
		assertEquals(5, ((ImagePlus) ((List<?>) opened).get(0)).getStackSize());
	}

	/** They get what they always got. */
	@Test
	void scriptsAndMacrosAreNotAnswered() throws Exception {
		new SyntheticSeries().write(folder);
		assertNull(io.getOpener(new FileLocation(folder.toFile())));
		prefer(OpenedBy.DICOM_VOLUMES);
		assertNull(io.getOpener(new FileLocation(folder.toFile())));
	}

	@Test
	void folderDroppedOnAWindowOfSciJavaIsImported() throws Exception {
		new SyntheticSeries().write(folder);
		final BlockingQueue<String> run = new ArrayBlockingQueue<>(9);
		final Object listener = new Object() {

			@EventHandler
			public void onEvent(final ModuleFinishedEvent event) {
				run.add(event.getModule().getInfo().getTitle() + " " + event.getModule().getInput("folder"));
			}
		};
		assertNotNull(context.service(EventService.class).subscribe(listener));
		assertTrue(context.service(DragAndDropService.class).drop(folder.toFile(), null));
		assertEquals("DICOM Folder... " + folder, run.poll(10, TimeUnit.SECONDS));
	}

	/** Calls something where ImageJ opens a file that was dropped: it asks that file for its path. */
	private static <T> T dropped(final Callable<T> call) throws Exception {
		final AtomicReference<T> result = new AtomicReference<>();
		final AtomicReference<Exception> failure = new AtomicReference<>();
		new DragAndDrop().openFile(new File("nowhere") {

			private static final long serialVersionUID = 1;

			@Override
			public String getCanonicalPath() throws IOException {
				try {
					result.set(call.call());
				}
				catch (final Exception exc) {
					failure.set(exc);
				}
				return super.getCanonicalPath();
			}
		});
		if (failure.get() != null) throw failure.get();
		return result.get();
	}
}

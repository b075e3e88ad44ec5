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

package io.github.dicomvolumes.command.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticPet;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.SyntheticStructures;
import io.github.dicomvolumes.command.AllCommands;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.web.Orthanc;
import io.github.dicomvolumes.series.index.IndexFile;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.command.CommandModule;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.ModuleService;

/**
 * What each command tells while it works: one bar over all its phases, which never goes back and ends full, and what
 * came of it, in the end.
 */
class ProgressLawTest {

	private static final Context CONTEXT = new Context();

	/** Those that show a window of their own, and do no work. */
	private static final Set<String> WINDOWS = Set.of("DICOM Guide", "DICOM Options...", "DICOM Recent...");
	/** Lines of the log that a command may have: one of what was done, one block of what is wrong. */
	private static final int SHORT = 11;
	private static final String SERVER = "DICOM Server...";
	/** Those that are done at once, whatever the image. */
	private static final Set<String> QUICK = Set.of("DICOM Metadata Table", "DICOM Slice Table", "DICOM Geometry Table",
		"DICOM Report", "DICOM Plot Attribute...", "DICOM SUV...", "DICOM Orthogonal Views", "DICOM Planes Figure...");

	@TempDir
	private Path temp;

	private ImagePlus image;

	/** The inputs with which a command works. */
	private List<Map<String, Object>> inputs(final String label) throws Exception {
		final File folder = temp.resolve("ct").toFile(), structures = temp.resolve("structures").toFile();
		return switch (label) {
			case "DICOM Folder..." -> List.of(Map.of("folder", folder),
				Map.of("folder", temp.toFile(), "series", "all"), Map.of("folder", folder, "load", "Virtual"));
			case "DICOM Series Table..." -> List.of(Map.of("folder", folder), Map.of("index", index()),
				Map.of("index", index(), "series", "#1"), Map.of("index", index(), "series", "all"));
			case "DICOM Phantom (3D)" -> List.of(Map.of());
			case "DICOM Series..." -> List.of(with("folder", new File(temp.toFile(), "series")));
			case "NIfTI Volume..." -> List.of(with("file", new File(temp.toFile(), "a.nii.gz")));
			case "DICOM Segmentation..." ->
				List.of(with("file", new File(temp.toFile(), "seg.dcm"), "image", labels()));
			case "DICOM Contours..." -> List.of(with("file", new File(temp.toFile(), "rs.dcm"), "rois", "Overlay"));
			case "DICOM Labels from ROIs" -> List.of(with("rois", "Overlay"));
			case "DICOM De-identify Folder..." ->
				List.of(Map.of("folder", folder, "to", new File(temp.toFile(), "copy")));
			case "DICOM Resample..." -> List.of(with("spacing", "1.5"), with("load", "Virtual"));
			case "DICOM Reslice..." -> List.of(with("plane", "Coronal"), with("plane", "Axial", "pixels", "Isotropic"),
				with("plane", "Oblique", "normal", "0 1 1"));
			case "DICOM Segment Statistics..." -> List.of(with("structures", structures, "figure", true),
				with("min", "100"), with("segments", "Overlay"));
			case "DICOM Dose Volume Histogram..." ->
				List.of(with("structures", structures), with("segments", "Overlay"));
			case "DICOM Structure Set..." -> List.of(with("file", structures));
			case "DICOM SUV..." -> List.of(with("image", pet()));
			case "DICOM Plot Attribute...", "DICOM Metadata Table", "DICOM Slice Table", "DICOM Geometry Table",
				"DICOM Report", "DICOM Orthogonal Views", "DICOM Planes Figure..." -> List.of(with());
			default ->
				throw new AssertionError(label + " is a new command: how is it run here, and what does it tell?");
		};
	}

	private Map<String, Object> with(final Object... keysAndValues) {
		final Map<String, Object> inputs = new HashMap<>(Map.of("image", image));
		for (int i = 0; i < keysAndValues.length; i += 2)
			inputs.put((String) keysAndValues[i], keysAndValues[i + 1]);
		return inputs;
	}

	@AfterAll
	static void dispose() {
		CONTEXT.dispose();
	}

	@BeforeEach
	void writeFiles() throws IOException {
		final SyntheticSeries ct = new SyntheticSeries("ct").slices(6).omit(3);
		ct.write(temp.resolve("ct"));
		new SyntheticSeries("mr").modality("MR").series(2).slices(4).write(temp.resolve("mr"));
		final Attributes[] odd = IntStream.range(0, 20)
			.mapToObj(n -> SyntheticStructures.contour("ODD_" + n, 1, 2, 3))
			.toArray(Attributes[]::new);
		new SyntheticStructures(ct)
			.add("left", null, SyntheticStructures.rectangle(-9, -19, -7, -15, 30),
				SyntheticStructures.rectangle(-9, -19, -7, -15, 33))
			.add("right", null, SyntheticStructures.rectangle(-8, -19, -6, -15, 30),
				SyntheticStructures.rectangle(-9, -19, -6, -15, 33))
			.add("odd", null, odd)
			.write(temp.resolve("structures"));
		image = VolumeImagePlus.of(DicomVolumes.open(temp.resolve("ct")));
		final Overlay overlay = new Overlay();
		for (int n = 0; n < 2; n++) {
			final Roi roi = new Roi(2 + 5 * n, 2, 4, 4);
			roi.setName("area " + n);
			roi.setPosition(n + 1);
			overlay.add(roi);
		}
		image.setOverlay(overlay);
	}

	static List<String> commands() {
		return AllCommands.labels(CONTEXT)
			.stream()
			.filter(label -> !WINDOWS.contains(label) && !label.equals(SERVER))
			.toList();
	}

	@ParameterizedTest
	@MethodSource("commands")
	void oneBarThatNeverGoesBackAndAnOutcome(final String label) throws Exception {
		for (final Map<String, Object> inputs : inputs(label))
			check(label, inputs);
	}

	/** With the program Orthanc, if it is installed. */
	@Nested
	class OfServer {

		@RegisterExtension
		static final Orthanc ORTHANC = new Orthanc();

		@AfterEach
		void forget() {
			System.clearProperty("dicom.volumes.server");
			System.clearProperty("dicom.volumes.password");
		}

		@Test
		void sentAndFetched() throws Exception {
			System.setProperty("dicom.volumes.server", ORTHANC.url());
			System.setProperty("dicom.volumes.password", Orthanc.PASSWORD);
			check("DICOM Series...", with("url", ORTHANC.url(), "user", Orthanc.USER));
			check(SERVER, Map.of("url", ORTHANC.url(), "user", Orthanc.USER, "series", "largest"));
		}
	}

	private static void check(final String label, final Map<String, Object> inputs) throws Exception {
		final CommandModule module = new CommandModule(AllCommands.of(CONTEXT, label));
		final Told told = new Told();
		final EventService events = CONTEXT.service(EventService.class);
		final var subscription = events.subscribe(told);
		final String log = log(() -> CONTEXT.service(ModuleService.class).run(module, true, inputs).get());
		events.unsubscribe(subscription);
		final String name = label + " " + inputs;
		assertFalse(module.isCanceled(), name);
		assertTrue(log.lines().count() <= SHORT, () -> name + " logs " + log);
		check(name, ((DicomCommand) module.getDelegateObject()).phases(), told.ofCommand(),
			inputs.containsValue("Virtual") || QUICK.contains(label));
	}

	/** What ImageJ without a window logs meanwhile. */
	private static String log(final Callable<?> work) throws Exception {
		final var bytes = new ByteArrayOutputStream();
		final PrintStream before = System.out;
		System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
		try {
			work.call();
		}
		finally {
			System.setOut(before);
		}
		return bytes.toString(StandardCharsets.UTF_8);
	}

	private static void check(final String name, final List<Phase> phases, final List<StatusEvent> events,
		final boolean isQuick)
	{
		final List<String> texts = events.stream()
			.map(e -> e.getProgressValue() + ": " + e.getStatusMessage())
			.toList();
		final String all = name + ": " + texts;
		final StatusEvent last = events.get(events.size() - 1);
		assertEquals(last.getProgressMaximum(), last.getProgressValue(), all);
		assertTrue(last.getStatusMessage().matches(".+ in \\d+\\.\\d s"), all);
		final List<StatusEvent> before = events.stream()
			.filter(e -> !e.getStatusMessage().isEmpty() && !e.getStatusMessage().equals(last.getStatusMessage()))
			.toList();
		int at = 0;
		final Set<String> unexpected = new TreeSet<>();
		for (final StatusEvent event : before) {
			assertTrue(event.getProgressValue() >= at, all);
			at = event.getProgressValue();
			unexpected.add(event.getStatusMessage().replaceAll("[:,] \\d.*", ""));
		}
		phases.forEach(phase -> unexpected.remove(phase.name()));
		assertEquals(Set.of(), unexpected, all);
		assertTrue(isQuick || at == 1000, all);
	}

	@Test
	void windowsAreCommands() {
		final Set<String> gone = new TreeSet<>(WINDOWS);
		gone.addAll(QUICK);
		gone.removeAll(AllCommands.labels(CONTEXT));
		assertEquals(Set.of(), gone);
	}

	private File index() throws IOException {
		final Path index = temp.resolve("index");
		if (!index.toFile().exists()) IndexFile.write(DicomVolumes.scan(temp), index);
		return index.toFile();
	}

	private ImagePlus pet() throws IOException {
		SyntheticPet.of("70").write(temp.resolve("pet"));
		return VolumeImagePlus.of(DicomVolumes.open(temp.resolve("pet")));
	}

	private ImagePlus labels() throws IOException {
		new SyntheticSeries("labels").bits(8).values((k, r, c) -> r > 3 ? 1 : 0).write(temp.resolve("labels"));
		return VolumeImagePlus.of(DicomVolumes.open(temp.resolve("labels")));
	}

	/** What SciJava's status line shows. */
	public static final class Told {

		private final List<StatusEvent> events = Collections.synchronizedList(new ArrayList<>());

		@EventHandler
		public void onEvent(final StatusEvent event) {
			if (event.getStatusMessage() != null) events.add(event);
		}

		/** Without what SciJava says. */
		List<StatusEvent> ofCommand() {
			return List.copyOf(events).stream().filter(e -> e.getProgressMaximum() == 1000).toList();
		}
	}
}

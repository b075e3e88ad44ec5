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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.dicomvolumes.command.input.Choices;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.export.deidentify.DateRule;
import io.github.dicomvolumes.export.segmentation.SegmentationKind;
import io.github.dicomvolumes.export.series.SeriesKind;
import io.github.dicomvolumes.export.structures.Holes;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.series.catalog.MissingSlices;
import io.github.dicomvolumes.view.over.StructureLines;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.Slab;
import io.github.dicomvolumes.volume.ValueChoice;
import io.github.dicomvolumes.volume.pet.SuvKind;
import io.github.dicomvolumes.volume.sample.Interpolation;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/** The choices that annotations of commands list are those that their enumerations know. */
class ChoicesTest {

	/** What a key stands for in all commands; "kind" differs. */
	private static final Map<String, Class<? extends Enum<?>>> TYPES = Map.of("plane", AnatomicalPlane.class, "pixels",
		Pixels.class, "slab", Slab.Mode.class, "structures", StructureLines.Style.class, "missing", MissingSlices.class,
		"values", ValueChoice.class, "holes", Holes.class, "dates", DateRule.class, "interpolation",
		Interpolation.class);
	private static final Map<String, Class<? extends Enum<?>>> KINDS = Map.of("DicomSuv", SuvKind.class, "DicomSeries",
		SeriesKind.class, "DicomSegmentation", SegmentationKind.class);
	/** Choices of a command beside those of the type. */
	private static final Set<String> OTHERS = Set.of("Oblique", "As acquired");

	@Test
	void annotationsListWhatTheTypesKnow() {
		final Set<String> seen = new TreeSet<>();
		try (var context = new Context(CommandService.class)) {
			for (final CommandInfo command : context.service(CommandService.class).getCommands())
				for (final ModuleItem<?> item : command.inputs()) {
					final String name = command.getDelegateClassName().replaceFirst(".*\\.", "");
					final Class<? extends Enum<?>> type = item.getName().equals("kind") ? KINDS.get(name)
						: TYPES.get(item.getName());
					if (type == null || item.getChoices() == null || item.getChoices().isEmpty()) continue;
					final Set<String> listed = new TreeSet<>(item.getChoices().stream().map(String::valueOf).toList());
					listed.removeAll(OTHERS);
					assertEquals(new TreeSet<>(Choices.labels(type)), listed, name + " " + item.getName());
					seen.add(item.getName().equals("kind") ? name : item.getName());
				}
		}
		final Set<String> expected = new TreeSet<>(TYPES.keySet());
		expected.addAll(KINDS.keySet());
		assertEquals(expected, seen);
	}

	@Test
	void caseDoesNotMatterAndAWrongChoiceSaysWhatIsAllowed() {
		assertEquals(ValueChoice.REAL, Choices.of(ValueChoice.class, "values", "real (32-BIT)"));
		assertEquals(Slab.Mode.MAX, Choices.of(Slab.Mode.class, "slab", "Maximum"));
		for (final String wrong : Arrays.asList("Biggest", "", null))
			assertEquals("slab=" + wrong + " is not allowed; it must be one of None, Maximum, Minimum, Mean.",
				assertThrows(InputException.class, () -> Choices.of(Slab.Mode.class, "slab", wrong)).getMessage());
	}
}

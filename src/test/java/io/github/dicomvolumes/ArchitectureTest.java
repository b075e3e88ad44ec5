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

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keeps the arrows between the packages one-way, as the package table says. */
class ArchitectureTest {

	private static final String BASE = "io.github.dicomvolumes";

	/** In the profile "fiji" those of its jar, too. */
	static final JavaClasses OURS = new ClassFileImporter()
		.withImportOption(location -> !location.contains("/test-classes/"))
		.importPackages(BASE);

	/** A package and those of ours that it must not know, separated by spaces. */
	@ParameterizedTest
	@CsvSource({ //
		"work, data io geometry series pixels volume measure view export command", //
		"data, work io geometry series pixels volume measure view export command", //
		"io, geometry series pixels volume measure view export command", //
		"io.source, io.header io.pixels io.scan io.web", //
		"io.header, io.pixels io.scan io.web", //
		"io.pixels, io.scan io.web", //
		"io.scan, io.pixels io.web", //
		"geometry, work data io series pixels volume measure view export command", //
		"series, pixels volume measure view export command", //
		"series.object, series.repeat series.group series.catalog", //
		"series.repeat, series.group series.catalog", //
		"series.group, series.catalog", //
		"series.catalog, series.index", //
		"pixels, work io geometry series volume measure view export command", //
		"volume, measure view export command", //
		"view, export command", //
		"measure, view export command", //
		"measure.shape, measure.value measure.segment", //
		"measure.value, measure.segment", //
		"measure.segment, measure.shape measure.value", //
		"view.plane, view.over view.resample view.ortho view.table view.measure", //
		"view.over, view.resample view.ortho view.table view.measure", //
		"view.resample, view.over view.ortho view.table view.measure", //
		"view.table, view.picker view.ortho view.measure", //
		"view.picker, view.plane view.over view.resample view.ortho view.measure", //
		"view.ortho, view.measure", //
		"export, measure view command", //
		"export.file, geometry series pixels volume export.image export.object export.nifti export.series " +
			"export.deidentify export.segmentation export.structures", //
		"export.image, export.file export.object export.nifti export.series export.deidentify " +
			"export.segmentation export.structures", //
		"export.object, export.file export.nifti export.series export.deidentify export.segmentation " +
			"export.structures", //
		"export.nifti, export.series export.deidentify export.segmentation export.structures", //
		"export.series, export.nifti export.deidentify export.segmentation export.structures", //
		"export.segmentation, export.nifti export.series export.deidentify export.structures", //
		"export.structures, export.nifti export.series export.deidentify export.segmentation", //
		"export.deidentify, geometry series pixels volume export.image export.object export.nifti", //
		"command.host, command.input command.open", "command.input, command.open" })
	void packageKnowsOnlyThoseBeforeIt(final String name, final String forbidden) {
		noClasses().that()
			.resideInAPackage(BASE + "." + name + "..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(
				Stream.of(forbidden.split(" ")).map(other -> BASE + "." + other + "..").toArray(String[]::new))
			.allowEmptyShould(true)
			.check(OURS);
	}

	/** A package within another, which may use it, and is not used by it. */
	@ParameterizedTest
	@CsvSource({ "volume.read, volume", "volume.sample, volume", "measure.shape, measure", "measure.value, measure",
		"measure.segment, measure", "export.image, export", "export.file, export", "export.nifti, export",
		"export.object, export", "export.series, export", "export.deidentify, export", "export.segmentation, export",
		"export.structures, export", "command.host, command", "command.input, command", "command.open, command" })
	void innerPackageDoesNotKnowTheOuter(final String inner, final String outer) {
		noClasses().that()
			.resideInAPackage(BASE + "." + inner + "..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(BASE + "." + outer)
			.check(OURS);
	}

	/** Classes with those they are made of, and with their builders, each a slice of its own. */
	private static final SliceAssignment BY_CLASS = new SliceAssignment() {

		@Override
		public SliceIdentifier getIdentifierOf(final JavaClass javaClass) {
			JavaClass outermost = javaClass;
			while (outermost.getEnclosingClass().isPresent())
				outermost = outermost.getEnclosingClass().get();
			return SliceIdentifier.of(outermost.getName().replaceFirst("Builder$", ""));
		}

		@Override
		public String getDescription() {
			return "classes";
		}
	};

	/** A class that needs another is not needed by it, nor by what it needs. */
	@ParameterizedTest
	@CsvSource({ "work", "data", "io", "geometry", "series", "volume", "measure", "export", "command" })
	void noCyclesOfClasses(final String name) {
		slices().assignedFrom(BY_CLASS)
			.should()
			.beFreeOfCycles()
			.check(OURS.that(JavaClass.Predicates.resideInAPackage(BASE + "." + name + "..")));
	}

	@ParameterizedTest
	@CsvSource({ "work", "data", "io", "geometry", "series", "pixels", "volume", "measure", "view", "export" })
	void nobodyKnowsTheFacade(final String name) {
		noClasses().that()
			.resideInAPackage(BASE + "." + name + "..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(BASE)
			.allowEmptyShould(true)
			.check(OURS);
	}

	@Test
	void facadeKnowsNeitherViewsNorCommands() {
		noClasses().that()
			.resideInAPackage(BASE)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(BASE + ".view..", BASE + ".command..")
			.allowEmptyShould(true)
			.check(OURS);
	}

	@Test
	void imageJAndWindowsOnlyInViewsAndCommands() {
		noClasses().that()
			.resideOutsideOfPackages(BASE + ".view..", BASE + ".command..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("ij..", "java.awt..", "javax.swing..", "org.scijava..")
			.allowEmptyShould(true)
			.check(OURS);
	}

	@Test
	void imgLib2OnlyInVolumesMeasuresExportViewsAndTheFacade() {
		noClasses().that()
			.resideOutsideOfPackages(BASE, BASE + ".volume..", BASE + ".measure..", BASE + ".view..",
				BASE + ".export..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("net.imglib2..")
			.allowEmptyShould(true)
			.check(OURS);
	}
}

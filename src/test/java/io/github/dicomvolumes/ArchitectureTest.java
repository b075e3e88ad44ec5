package io.github.dicomvolumes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keeps the arrows between the packages one-way, as the package table says. */
class ArchitectureTest {

	private static final String BASE = "io.github.dicomvolumes";

	private static final JavaClasses OURS = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(BASE);

	/** A package and those of ours that it must not know, separated by spaces. */
	@ParameterizedTest
	@CsvSource({ //
		"data, io geometry series pixels volume view command", //
		"io, geometry series pixels volume view command", //
		"geometry, data io series pixels volume view command", //
		"series, pixels volume view command", //
		"pixels, io geometry series volume view command", //
		"volume, view command", //
		"view, command" })
	void packageKnowsOnlyThoseBeforeIt(final String name,
		final String forbidden)
	{
		noClasses().that().resideInAPackage(BASE + "." + name + "..").should()
			.dependOnClassesThat().resideInAnyPackage(Stream.of(forbidden.split(" "))
				.map(other -> BASE + "." + other + "..").toArray(String[]::new))
			.allowEmptyShould(true).check(OURS);
	}

	@ParameterizedTest
	@CsvSource({ "data", "io", "geometry", "series", "pixels", "volume", "view" })
	void nobodyKnowsTheFacade(final String name) {
		noClasses().that().resideInAPackage(BASE + "." + name + "..").should()
			.dependOnClassesThat().resideInAPackage(BASE).allowEmptyShould(true)
			.check(OURS);
	}

	@Test
	void facadeKnowsNeitherViewsNorCommands() {
		noClasses().that().resideInAPackage(BASE).should().dependOnClassesThat()
			.resideInAnyPackage(BASE + ".view..", BASE + ".command..")
			.allowEmptyShould(true).check(OURS);
	}

	@Test
	void imageJAndWindowsOnlyInViewsAndCommands() {
		noClasses().that().resideOutsideOfPackages(BASE + ".view..", BASE +
			".command..").should().dependOnClassesThat().resideInAnyPackage("ij..",
				"java.awt..", "javax.swing..", "org.scijava..").allowEmptyShould(true)
			.check(OURS);
	}

	@Test
	void imgLib2OnlyInVolumesViewsAndTheFacade() {
		noClasses().that().resideOutsideOfPackages(BASE, BASE + ".volume..", BASE +
			".view..").should().dependOnClassesThat().resideInAPackage("net.imglib2..")
			.allowEmptyShould(true).check(OURS);
	}
}

package io.github.dicomvolumes.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;

/**
 * A test of a rule that takes a {@link RuleCase}: it runs for each case on the files that our own writer makes, and once
 * more on the files of that name in data/synth. Where these do not lie beside the checkout the second run is skipped.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(RuleCases.Provider.class)
@interface RuleCases {

	/** Names of cases, see {@link io.github.dicomvolumes.SyntheticCases}. */
	String[] value();

	/** Both runs of each case. */
	final class Provider implements ArgumentsProvider, AnnotationConsumer<RuleCases> {

		private String[] names;

		@Override
		public void accept(final RuleCases annotation) {
			names = annotation.value();
		}

		@Override
		public Stream<? extends Arguments> provideArguments(final ExtensionContext context) {
			return Arrays.stream(names).flatMap(Provider::runs).map(Arguments::of);
		}

		/** A case that is ours alone has no second run where data/synth is there. */
		private static Stream<RuleCase> runs(final String name) {
			final RuleCase given = new RuleCase(name, true);
			final boolean ours = Files.isDirectory(RuleCase.SYNTH) && !Files.exists(given.givenPlace());
			return ours ? Stream.of(new RuleCase(name, false)) : Stream.of(new RuleCase(name, false), given);
		}
	}
}

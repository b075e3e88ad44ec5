package io.github.dicomvolumes.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import io.github.dicomvolumes.io.HeaderReader;
import io.github.dicomvolumes.io.Progress;
import io.github.dicomvolumes.series.MissingSlices;

class ImportOptionsTest {

	@Test
	void everyWitherChangesOneThing() {
		final HeaderReader reader = source -> null;
		final Progress progress = (phase, done, total) -> {};
		assertEquals(new ImportOptions("#2", MissingSlices.SPLIT, true, reader, progress),
			ImportOptions.DEFAULT.withSeries("#2").withMissing(MissingSlices.SPLIT).withRealValues(
				true).withReader(reader).withProgress(progress));
		assertEquals(new ImportOptions("#2", MissingSlices.SPLIT, true, reader, progress),
			ImportOptions.DEFAULT.withProgress(progress).withReader(reader).withRealValues(true)
				.withMissing(MissingSlices.SPLIT).withSeries("#2"));
		assertEquals(new ImportOptions("", MissingSlices.FILL, false, HeaderReader.BUILT_IN,
			Progress.NONE), ImportOptions.DEFAULT);
	}
}

package io.github.dicomvolumes.pixels;

import static io.github.dicomvolumes.pixels.Slices.slice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class PaddingTest {

	@Test
	void signComesFromPixelRepresentation() throws DicomException {
		// The dictionary says US, so that these are the bits of -2000.
		assertEquals(Optional.of(new Padding(-2000, -2000)), slice().bits(16, 16, 15, true).with(Tag.PIXEL_PADDING_VALUE,
			63536).padding());
		assertEquals(Optional.of(new Padding(63536, 63536)), slice().with(Tag.PIXEL_PADDING_VALUE, 63536).padding());
	}

	@Test
	void limitIsOnEitherSide() throws DicomException {
		final Padding padding = slice().with(Tag.PIXEL_PADDING_VALUE, 100).with(Tag.PIXEL_PADDING_RANGE_LIMIT, 90).padding()
			.orElseThrow();
		assertEquals(90, padding.low());
		assertEquals(100, padding.high());
		assertEquals(110, slice().with(Tag.PIXEL_PADDING_VALUE, 100).with(Tag.PIXEL_PADDING_RANGE_LIMIT, 110).padding()
			.orElseThrow().high());
	}

	@Test
	void normallyAbsent() throws DicomException {
		final Slices slice = slice();
		assertTrue(slice.padding().isEmpty());
		assertEquals(List.of(), slice.notes);
	}

	@Test
	void ignoresWhatTheStoredBitsCannotHold() throws DicomException {
		final Slices slice = slice().bits(16, 12, 11, false).with(Tag.PIXEL_PADDING_VALUE, 63536);
		assertTrue(slice.padding().isEmpty());
		assertEquals(List.of("(0028,0120) Pixel Padding Value is 63536; stored values are 0 to 4095, it is ignored."),
			slice.notes);
	}
}

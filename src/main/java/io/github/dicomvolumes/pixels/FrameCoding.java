package io.github.dicomvolumes.pixels;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.TransferSyntax;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * How one frame codes its values: the bytes of its pixels, the line from stored to real values, and the values that are
 * no image.
 */
public record FrameCoding(PixelFormat format, Rescale rescale, Optional<Padding> padding) {

	/**
	 * The coding that the attributes of a frame state.
	 *
	 * @param pixelDataTag of the element that holds the pixels
	 * @param notes takes a sentence for each value that was assumed or ignored
	 * @throws DicomException if the format is unusable
	 */
	public static FrameCoding of(final Attributes attributes, final TransferSyntax syntax, final int pixelDataTag,
		final Consumer<String> notes) throws DicomException
	{
		final PixelFormat format = PixelFormat.of(attributes, syntax, pixelDataTag, notes);
		return new FrameCoding(format, Rescale.of(attributes, notes), Padding.of(attributes, format, notes));
	}

	/**
	 * The stored value of a pixel whose real value was rounded to 32 bits: the nearest whole number for integer pixels.
	 *
	 * @see #floatHoldsStored()
	 */
	public double stored(final float real) {
		final double stored = rescale.stored(real);
		return format.kind() == PixelFormat.Kind.INTEGER ? Math.rint(stored) : stored;
	}

	/**
	 * Whether {@link #stored} gives back every stored value exactly: the real values are so far apart that rounding them
	 * to 32-bit floating point moves none by half a step.
	 */
	public boolean floatHoldsStored() {
		if (format.kind() != PixelFormat.Kind.INTEGER) return format.kind() == PixelFormat.Kind.FLOAT && rescale
			.isIdentity();
		final double greatest = Math.max(Math.abs(rescale.real(format.minStored())), Math.abs(rescale.real(format
			.maxStored())));
		if (rescale.isIdentity()) return greatest <= 1 << 24;
		// Less than one half, as slope * stored + intercept was itself rounded (to 64 bits).
		return Math.ulp((float) greatest) / 2.0 < 0.49 * Math.abs(rescale.slope());
	}
}

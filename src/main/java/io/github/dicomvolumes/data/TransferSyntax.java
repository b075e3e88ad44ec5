package io.github.dicomvolumes.data;

/**
 * How a data set is encoded (PS3.5 10): the byte order, whether elements carry
 * their VR, whether the data set is deflated, and whether pixel data come as
 * compressed fragments.
 *
 * @param uid the Transfer Syntax UID
 */
public record TransferSyntax(String uid, boolean explicitVR, boolean bigEndian,
	boolean deflated, boolean encapsulated)
{

	public static final TransferSyntax IMPLICIT_LITTLE_ENDIAN =
		new TransferSyntax("1.2.840.10008.1.2", false, false, false, false);
	public static final TransferSyntax EXPLICIT_LITTLE_ENDIAN =
		new TransferSyntax("1.2.840.10008.1.2.1", true, false, false, false);
	public static final TransferSyntax EXPLICIT_BIG_ENDIAN =
		new TransferSyntax("1.2.840.10008.1.2.2", true, true, false, false);
	public static final TransferSyntax DEFLATED_LITTLE_ENDIAN =
		new TransferSyntax("1.2.840.10008.1.2.1.99", true, false, true, false);

	/**
	 * The transfer syntax of a UID. Every UID that is not one of the four native
	 * ones is taken as explicit little endian with encapsulated pixel data, as all
	 * compressed syntaxes are (PS3.5 A.4).
	 */
	public static TransferSyntax of(final String uid) {
		return switch (uid) {
			case "1.2.840.10008.1.2" -> IMPLICIT_LITTLE_ENDIAN;
			case "1.2.840.10008.1.2.1" -> EXPLICIT_LITTLE_ENDIAN;
			case "1.2.840.10008.1.2.2" -> EXPLICIT_BIG_ENDIAN;
			case "1.2.840.10008.1.2.1.99" -> DEFLATED_LITTLE_ENDIAN;
			default -> new TransferSyntax(uid, true, false, false, true);
		};
	}

	/** This syntax with other rules for elements: for files whose bytes contradict their UID. */
	public TransferSyntax withEncoding(final boolean explicit, final boolean big) {
		return new TransferSyntax(uid, explicit, big, deflated, encapsulated);
	}

	/** The registered name, such as "Explicit VR Little Endian" (PS3.6 A). */
	public String name() {
		return Uids.name(uid);
	}

	@Override
	public String toString() {
		return name();
	}
}

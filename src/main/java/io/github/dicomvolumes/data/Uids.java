package io.github.dicomvolumes.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The unique identifiers that the DICOM standard registers (PS3.6 annex A): transfer syntaxes, SOP classes, well-known
 * frames of reference and others, including retired ones. Read from {@code uids.txt} on first use. Thread-safe.
 */
public final class Uids {

	private Uids() {}

	/**
	 * The registered name, for people to read: "CT Image Storage" for 1.2.840.10008.5.1.4.1.1.2.
	 *
	 * @param uid without padding
	 * @return the UID itself if it is not registered or registered without a name
	 */
	public static String name(final String uid) {
		return Names.BY_UID.getOrDefault(uid, uid);
	}

	private static final class Names {

		static final Map<String, String> BY_UID = read();

		private static Map<String, String> read() {
			final Map<String, String> names = new HashMap<>(1024);
			try (final var in = Uids.class.getResourceAsStream("uids.txt")) {
				for (final String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
					final String[] columns = line.split("\t"); // uid, keyword, name, type, R
					if (!line.startsWith("#") && !columns[2].isEmpty())
						names.put(columns[0], columns[2]);
				}
			}
			catch (IOException e) {
				throw new UncheckedIOException("Cannot read the DICOM unique identifiers, uids.txt", e);
			}
			return names;
		}
	}
}

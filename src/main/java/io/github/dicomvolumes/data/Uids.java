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

package io.github.dicomvolumes.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The unique identifiers that the DICOM standard registers (PS3.6 annex A): transfer syntaxes, SOP classes, well-known
 * frames of reference and others, including retired ones. Read from {@code uids.txt} on first use. Thread-safe.
 */
public final class Uids {

	/** What was registered after the edition of uids.txt, of the storage classes (PS3.4 B.5). */
	private static final Set<String> LATER = Set.of("1.2.840.10008.5.1.4.1.1.6.3", "1.2.840.10008.5.1.4.1.1.66.7",
		"1.2.840.10008.5.1.4.1.1.66.8", "1.2.840.10008.5.1.4.1.1.77.1.8", "1.2.840.10008.5.1.4.1.1.77.1.9",
		"1.2.840.10008.5.1.4.1.1.481.23", "1.2.840.10008.5.1.4.1.1.481.24");
	/** Context groups, which are numbered (PS3.16). */
	private static final Pattern CONTEXT_GROUP = Pattern.compile("1\\.2\\.840\\.10008\\.6\\.1\\.\\d{1,4}");

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

	/**
	 * Whether the standard registers a UID, which then means the same in every file.
	 *
	 * @param uid without padding
	 */
	public static boolean isRegistered(final String uid) {
		return Names.BY_UID.containsKey(uid) || LATER.contains(uid) || CONTEXT_GROUP.matcher(uid).matches();
	}

	/**
	 * What people call the objects of a SOP class whose registered name they might not know: "DICOMDIR" for Media
	 * Storage Directory Storage.
	 *
	 * @return empty if the registered name is plain
	 */
	public static String plainName(final String sopClass) {
		final String storage = "1.2.840.10008.5.1.4.1.1.";
		if (sopClass.equals("1.2.840.10008.1.3.10")) return "DICOMDIR";
		if (!sopClass.startsWith(storage)) return "";
		final String kind = sopClass.substring(storage.length());
		return switch (kind) {
			case "481.3" -> "RT structure set";
			case "481.5", "481.8" -> "RT plan";
			case "481.4", "481.6", "481.7", "481.9" -> "RT treatment record";
			case "66.1", "66.3" -> "registration";
			case "88.59" -> "";
			default -> byFamily(kind.substring(0, kind.indexOf('.') + 1));
		};
	}

	/** A new UID that is nobody else's: a random UUID (PS3.5 B.2). */
	public static String create() {
		return of(UUID.randomUUID());
	}

	/** A UID made from a name by way of a UUID (PS3.5 B.2): the same for the same name. */
	public static String ofName(final String name) {
		return of(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
	}

	private static String of(final UUID uuid) {
		return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
	}

	private static String byFamily(final String family) {
		return switch (family) {
			case "11." -> "presentation state";
			case "88." -> "structured report";
			default -> "";
		};
	}

	private static final class Names {

		static final Map<String, String> BY_UID = read();

		private static Map<String, String> read() {
			final Map<String, String> names = new HashMap<>(1024);
			try (final var in = Uids.class.getResourceAsStream("uids.txt")) {
				for (final String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
					final String[] columns = line.split("\t"); // uid, keyword, name, type, R
					if (!line.startsWith("#")) names.put(columns[0], columns[2].isEmpty() ? columns[0] : columns[2]);
				}
			}
			catch (IOException e) {
				throw new UncheckedIOException("Cannot read the DICOM unique identifiers, uids.txt", e);
			}
			return names;
		}
	}
}

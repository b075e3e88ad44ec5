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

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the text of a data set is coded: what Specific Character Set (0008,0005) says (PS3.3 C.12.1.1.2, PS3.5 6.1). One
 * set for all characters, or a first set and others that escape sequences within a value switch to (ISO 2022).
 * <p>
 * Decoding loses nothing: a byte that means nothing in its set becomes the Latin-1 character of that byte, an unknown
 * escape sequence stays as it is. A known one is obeyed, announced or not. Immutable; decoding takes time in proportion
 * to the bytes.
 */
public final class CharacterSet {

	/**
	 * Where none is named. The standard says ASCII (ISO-IR 6); Latin-1 agrees with it and shows, rather than loses, the
	 * bytes of files that break the rule.
	 */
	public static final CharacterSet DEFAULT = new CharacterSet(List.of());

	private static final int ESCAPE = 0x1B;
	private static final Map<String, CharacterSet> SINGLE = new ConcurrentHashMap<>();

	private final List<String> terms;
	/** What a value begins with, a superset of ASCII. */
	private final Charset first;
	/** Whether escape sequences switch; they may not in UTF-8, GB18030 and GBK (PS3.5 6.1.2.5.4). */
	private final boolean switches;
	/** The sets that may be switched to when encoding. */
	private final List<Designation> extensions = new ArrayList<>();
	private final List<String> unknown;

	private CharacterSet(final List<String> terms) {
		this.terms = terms;
		final CharacterSetTerm one = CharacterSetTerm.of(terms.isEmpty() ? "" : terms.get(0));
		first = one.charset();
		switches = !one.standsAlone();
		final List<String> strange = new ArrayList<>();
		if (first == null) strange.add(terms.get(0));
		for (int i = 0; switches && i < Math.min(terms.size(), 32); i++) // 17 exist
			if (!extend(CharacterSetTerm.of(terms.get(i))) && i > 0) strange.add(terms.get(i));
		unknown = List.copyOf(strange);
	}

	/** @return false if the term announces nothing to switch to */
	private boolean extend(final CharacterSetTerm term) {
		boolean known = term.isDefault();
		for (final Designation set : Designation.values())
			if (set.key.equals(term.key())) {
				known = set.charset() != null;
				if (known) extensions.add(set);
			}
		return known;
	}

	/**
	 * The character set of the values of Specific Character Set. A missing or empty first value is the default; so is
	 * an unknown one, see {@link #unknown}.
	 */
	public static CharacterSet of(final List<String> terms) {
		if (terms.isEmpty() || terms.equals(List.of(""))) return DEFAULT;
		if (terms.size() > 1) return new CharacterSet(List.copyOf(terms));
		final String term = terms.get(0);
		if (CharacterSetTerm.of(term).charset() == null) return new CharacterSet(List.of(term)); // keep no nonsense
		final CharacterSet known = SINGLE.get(term);
		if (known != null) return known;
		final CharacterSet single = new CharacterSet(List.of(term));
		SINGLE.put(term, single);
		return single;
	}

	/** The character set of the text of Specific Character Set, with backslashes between its values. */
	static CharacterSet of(final String text) {
		final String terms = text.replace('\0', ' ').strip();
		final CharacterSet known = SINGLE.get(terms);
		if (known != null) return known;
		final List<String> values = new ArrayList<>();
		for (final String value : terms.split("\\\\", -1))
			values.add(value.strip());
		return of(values);
	}

	/** The values of Specific Character Set; empty for the default. */
	public List<String> terms() {
		return terms;
	}

	/**
	 * Those of the terms that have no meaning in their place (PS3.3 C.12.1.1.2), or need a character set that this Java
	 * runtime is without (its module jdk.charsets). Their bytes are read as Latin-1.
	 */
	public List<String> unknown() {
		return unknown;
	}

	/** The text of a value, with padding, with the backslashes between values. */
	public String decode(final byte[] bytes, final VR vr) {
		return decode(bytes, 0, bytes.length, vr);
	}

	/**
	 * The text of a value, with padding, with the backslashes between values. A backslash in the text is one in the
	 * value, never half of a character.
	 *
	 * @param bytes which hold the value from {@code from} on
	 * @param vr says which characters end the effect of an escape sequence
	 */
	String decode(final byte[] bytes, final int from, final int count, final VR vr) {
		boolean ascii = true, escapes = false;
		for (int i = from; i < from + count; i++) {
			ascii &= bytes[i] >= 0;
			escapes |= bytes[i] == ESCAPE;
		}
		if (escapes && switches) return new Decoder(Arrays.copyOfRange(bytes, from, from + count), vr).decode();
		if (ascii) return new String(bytes, from, count, StandardCharsets.ISO_8859_1);
		final StringBuilder text = new StringBuilder(count);
		append(text, start(), ByteBuffer.wrap(bytes, from, count));
		return text.toString();
	}

	/**
	 * The bytes of a text, with escape sequences where this has several sets.
	 *
	 * @throws IllegalArgumentException if none of the sets has one of the characters
	 */
	public byte[] encode(final String text, final VR vr) {
		final Charset start = start();
		// Shift_JIS stands for JIS X 0201, it has more than that
		if (!start.name().equals("Shift_JIS") && start.newEncoder().canEncode(text)) return text.getBytes(start);
		final var out = new ByteArrayOutputStream();
		Designation low = null; // null: ASCII
		Charset high = start;
		for (final int c : text.codePoints().toArray()) {
			if (c < 0x80) {
				if (low != null) out.writeBytes(escape("(B"));
				low = null;
				out.write(c);
				if (resets(c, vr)) high = start;
				continue;
			}
			final String character = Character.toString(c);
			byte[] bytes = Designation.highBytes(high, character);
			if (bytes == null) {
				final Designation set = find(character);
				bytes = set.bytes(character);
				if (set.high) high = set.charset();
				if (set.high || set != low) out.writeBytes(escape(set.sequence));
				if (!set.high) low = set;
			}
			out.writeBytes(bytes);
		}
		if (low != null) out.writeBytes(escape("(B"));
		return out.toByteArray();
	}

	private Designation find(final String character) {
		for (final Designation set : extensions)
			if (set.bytes(character) != null) return set;
		throw new IllegalArgumentException("\"" + character + "\" is not in the character set " + this +
			"; put Specific Character Set (0008,0005) \"ISO_IR 192\" before the text.");
	}

	private Charset start() {
		return first == null ? StandardCharsets.ISO_8859_1 : first;
	}

	@Override
	public boolean equals(final Object o) {
		return o instanceof CharacterSet s && terms.equals(s.terms);
	}

	@Override
	public int hashCode() {
		return terms.hashCode();
	}

	/** As in the file: "\ISO 2022 IR 87"; "ISO_IR 6" for the default. */
	@Override
	public String toString() {
		return terms.isEmpty() ? "ISO_IR 6" : String.join("\\", terms);
	}

	/** What ends the effect of escape sequences (PS3.5 6.1.2.5.3). */
	private static boolean resets(final int c, final VR vr) {
		return switch (c) {
			case '\t', '\n', '\f', '\r' -> true;
			case '\\' -> vr.isMultiText();
			case '^', '=' -> vr == VR.PN;
			default -> false;
		};
	}

	private static byte[] escape(final String sequence) {
		return ("\u001B" + sequence).getBytes(StandardCharsets.US_ASCII);
	}

	/** Appends what the bytes mean, and the Latin-1 character of each that means nothing. */
	private static void append(final StringBuilder text, final Charset charset, final ByteBuffer in) {
		final CharsetDecoder decoder = charset.newDecoder();
		final CharBuffer out = CharBuffer.allocate(Math.min(in.remaining(), 4096) + 2);
		CoderResult result;
		do {
			result = decoder.decode(in, out, true);
			text.append(out.flip());
			out.clear();
			if (result.isError()) for (int i = result.length(); i > 0; i--)
				text.append((char) (in.get() & 0xFF));
		}
		while (!result.isUnderflow());
	}

	/** Decodes one value with escape sequences. */
	private final class Decoder {

		private final byte[] bytes;
		private final VR vr;
		private final StringBuilder text;
		/** For bytes below 80; null for ASCII, which JIS X 0201 (ISO-IR 14) is taken for. */
		private Designation low;
		/** For bytes from 80, a superset of ASCII. */
		private Charset high = start();
		private int at;

		Decoder(final byte[] bytes, final VR vr) {
			this.bytes = bytes;
			this.vr = vr;
			text = new StringBuilder(bytes.length);
		}

		String decode() {
			while (at < bytes.length) {
				if (bytes[at] == ESCAPE) escape();
				else if (low == null) plain();
				else if (bytes[at] > ' ' && bytes[at] < 0x7F) characters();
				else if (bytes[at] >= 0) control();
				else highBytes();
			}
			return text.toString();
		}

		/** ESC, any number of 20 to 2F, one of 30 to 7E. */
		private void escape() {
			int end = at + 1;
			while (end < bytes.length && bytes[end] >= 0x20 && bytes[end] < 0x30)
				end++;
			if (end < bytes.length && bytes[end] >= 0x30 && bytes[end] < 0x7F) end++;
			final String sequence = end - at > 4 ? ""
				: new String(bytes, at + 1, end - at - 1, StandardCharsets.ISO_8859_1);
			final Designation set = Designation.BY_SEQUENCE.get(sequence);
			if (sequence.equals("(B") || sequence.equals("(J")) low = null;
			else if (set == null || set.charset() == null)
				text.append(new String(bytes, at, end - at, StandardCharsets.ISO_8859_1));
			else if (set.high) high = set.charset();
			else low = set;
			at = end;
		}

		/** Bytes of ASCII and of the high set, up to the next escape or end of its effect. */
		private void plain() {
			final boolean switched = !high.equals(start());
			final int from = at;
			boolean reset = false;
			while (at < bytes.length && bytes[at] != ESCAPE && !reset)
				reset = resets(bytes[at++], vr) && switched;
			append(text, high, ByteBuffer.wrap(bytes, from, at - from));
			if (reset) high = start();
		}

		/** Characters of the low set, of one or two bytes each. */
		private void characters() {
			final var euc = new ByteArrayOutputStream();
			while (graphic(at) && (low.width == 1 || graphic(at + 1))) {
				if (low.prefix != 0) euc.write(low.prefix);
				for (int i = 0; i < low.width; i++)
					euc.write(bytes[at++] | 0x80);
			}
			append(text, low.charset(), ByteBuffer.wrap(euc.toByteArray()));
			if (graphic(at)) text.append((char) bytes[at++]); // half of a character
		}

		private boolean graphic(final int i) {
			return i < bytes.length && bytes[i] > ' ' && bytes[i] < 0x7F;
		}

		private void control() {
			final int c = bytes[at++];
			text.append((char) c);
			if (!resets(c, vr)) return;
			low = null;
			high = start();
		}

		private void highBytes() {
			final int from = at;
			while (at < bytes.length && bytes[at] < 0)
				at++;
			append(text, high, ByteBuffer.wrap(bytes, from, at - from));
		}
	}
}

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

package io.github.dicomvolumes.io.web;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;

import io.github.dicomvolumes.data.DicomException;

/**
 * JSON from somebody who may mean harm: an array of values, or a single one, given one by one, each within a bound of
 * memory and of depth.
 */
final class JsonInput {

	/** About what an object of ours takes, in bytes. */
	private static final int OBJECT_BYTES = 64;

	private final Budget budget;
	private final JsonReader json;
	private final int nesting;
	private boolean isInArray, isBegun;

	/**
	 * @param nesting most arrays and groups within each other
	 * @param bytes of memory for each value of the array
	 */
	JsonInput(final InputStream in, final int nesting, final long bytes) {
		budget = new Budget(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), bytes);
		json = new JsonReader(budget);
		this.nesting = nesting;
	}

	/**
	 * The next value of the array, or the only value.
	 *
	 * @return null if there is none any more
	 * @throws DicomException if it is no JSON, or beyond a bound
	 */
	JsonValue next() throws IOException {
		budget.renew();
		try {
			if (!isBegun) {
				isBegun = true;
				if (json.peek() != JsonToken.BEGIN_ARRAY) return read(0);
				isInArray = true;
				json.beginArray();
			}
			if (!isInArray) return null;
			if (json.hasNext()) return read(0);
			isInArray = false;
			json.endArray();
			return null;
		}
		catch (final EOFException exc) {
			throw new DicomException("the JSON ends in the middle", exc);
		}
		catch (final MalformedJsonException | IllegalStateException | NumberFormatException exc) {
			throw new DicomException("this is no JSON: " + firstLine(exc.getMessage()), exc);
		}
	}

	private JsonValue read(final int depth) throws IOException {
		if (depth > nesting) throw new DicomException("the JSON has more than " + nesting + " levels");
		budget.take(OBJECT_BYTES);
		return switch (json.peek()) {
			case BEGIN_ARRAY -> array(depth);
			case BEGIN_OBJECT -> group(depth);
			case STRING -> new JsonValue.Text(json.nextString());
			case NUMBER -> new JsonValue.Number(json.nextString());
			case BOOLEAN -> new JsonValue.Flag(json.nextBoolean());
			default -> {
				json.nextNull();
				yield JsonValue.Nothing.NULL;
			}
		};
	}

	private JsonValue array(final int depth) throws IOException {
		final List<JsonValue> values = new ArrayList<>(2);
		json.beginArray();
		while (json.hasNext())
			values.add(read(depth + 1));
		json.endArray();
		return new JsonValue.Array(values);
	}

	private JsonValue group(final int depth) throws IOException {
		final Map<String, JsonValue> members = new LinkedHashMap<>(4);
		json.beginObject();
		while (json.hasNext()) {
			final String name = json.nextName();
			budget.take(OBJECT_BYTES);
			members.putIfAbsent(name, read(depth + 1));
		}
		json.endObject();
		return new JsonValue.Group(members);
	}

	/** Messages of the library go on with where its help is. */
	private static String firstLine(final String message) {
		return message == null ? "" : message.lines().findFirst().orElse("");
	}

	/** Counts what a value takes, its characters while they are read: the library holds a text of any length. */
	private static final class Budget extends Reader {

		private final Reader in;
		private final long bytes;
		private long left;

		Budget(final Reader in, final long bytes) {
			this.in = in;
			this.bytes = bytes;
		}

		void renew() {
			left = bytes;
		}

		void take(final int n) throws IOException {
			left -= n;
			if (left < 0) throw new DicomException(
				"one data set of the JSON needs more than " + bytes + " bytes of memory, which may be spent on one");
		}

		@Override
		public int read(final char[] characters, final int offset, final int count) throws IOException {
			final int n = in.read(characters, offset, count);
			if (n > 0) take(2 * n);
			return n;
		}

		@Override
		public void close() throws IOException {
			in.close();
		}
	}
}

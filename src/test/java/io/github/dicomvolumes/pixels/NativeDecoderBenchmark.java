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

package io.github.dicomvolumes.pixels;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How much slower is decoding a frame of 512 x 512 pixels than copying its bytes into an array? Both read one direct
 * buffer, as filled from a file. Microseconds for each frame: 524.288 KB of 16 bits, half of that for 8 bits, so that
 * 100 us are 5.2 GB/s or 2.6 GB/s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class NativeDecoderBenchmark {

	/** Sign, bits stored in bits allocated, byte order, and what the plane holds. */
	public enum Case {
		U8(8, 8, false, false, false), U16(16, 16, false, false, false), U12(16, 12, false, false, false),
		S16(16, 16, true, false, false), S12(16, 12, true, false, false), U16_BIG_ENDIAN(16, 16, false, true, false),
		U12_REAL(16, 12, false, false, true), U8_REAL(8, 8, false, false, true);

		private final int allocated, stored;
		private final boolean signed, bigEndian, real;

		Case(final int allocated, final int stored, final boolean signed, final boolean bigEndian, final boolean real) {
			this.allocated = allocated;
			this.stored = stored;
			this.signed = signed;
			this.bigEndian = bigEndian;
			this.real = real;
		}
	}

	@Param
	public Case format;

	private ByteBuffer bytes;
	private NativeDecoder decoder;
	private Object plane;
	private Object copy;

	@Setup
	public void setup() throws DicomException {
		final FrameCoding coding = Slices.slice()
			.bits(format.allocated, format.stored, format.stored - 1, format.signed)
			.rescale(1.5, -1024)
			.with(Tag.ROWS, 512)
			.with(Tag.COLUMNS, 512)
			.coding(format.bigEndian ? TransferSyntax.EXPLICIT_BIG_ENDIAN : TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
		final PlanePlan plan = PlanePlan.of(List.of(coding), format.real);
		decoder = NativeDecoder.of(plan, coding);
		plane = plan.type().newPlane(512 * 512);
		copy = format.allocated == 8 ? new byte[512 * 512] : new short[512 * 512];
		final byte[] random = new byte[(int) decoder.frameBytes()];
		new Random(0).nextBytes(random);
		bytes = ByteBuffer.allocateDirect(random.length).put(random).flip();
	}

	@Benchmark
	public Object decode() {
		decoder.decode(bytes.rewind(), plane, 0);
		return plane;
	}

	@Benchmark
	public Object copy() {
		bytes.rewind();
		if (copy instanceof byte[] array) bytes.get(array);
		else bytes.order(ByteOrder.nativeOrder()).asShortBuffer().get((short[]) copy);
		return copy;
	}

	public static void main(final String[] args) throws RunnerException {
		new Runner(new OptionsBuilder().include(NativeDecoderBenchmark.class.getSimpleName()).build()).run();
	}
}

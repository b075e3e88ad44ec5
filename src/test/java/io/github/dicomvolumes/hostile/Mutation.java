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

package io.github.dicomvolumes.hostile;

import java.util.Random;

/** A kind of damage; each draws what exactly it does. */
enum Mutation {

	NUMBER(6, ValueMutations::number), TEXT(3, ValueMutations::text), LENGTH(2, ValueMutations::length),
	VR(2, ValueMutations::vr), BYTES(2, ValueMutations::bytes), SHAPE(6, ValueMutations::shape),
	DELETE(3, StructureMutations::delete), DUPLICATE(2, StructureMutations::duplicate),
	ORDER(1, StructureMutations::order), SPLICE(4, StructureMutations::splice), NEST(2, StructureMutations::nest),
	ITEMS(3, StructureMutations::items), GROUPS(4, StructureMutations::groups), PIXELS(2, PixelMutations::length),
	FRAGMENTS(3, PixelMutations::fragments), SYNTAX(2, PixelMutations::syntax), TRUNCATE(1, PixelMutations::truncate),
	IDENTITY(3, IdentityMutations::copy);

	/** One way to damage a file. */
	@FunctionalInterface
	interface Way {

		/** @return what was done, for people; empty if there is nothing to which it could be done */
		String apply(Tree tree, Seeds seeds, Random random);
	}

	private static final int ALL = total();

	private final int weight;
	private final Way way;

	Mutation(final int weight, final Way way) {
		this.weight = weight;
		this.way = way;
	}

	String apply(final Tree tree, final Seeds seeds, final Random random) {
		return way.apply(tree, seeds, random);
	}

	static Mutation draw(final Random random) {
		int n = random.nextInt(ALL);
		for (final Mutation mutation : values()) {
			n -= mutation.weight;
			if (n < 0) return mutation;
		}
		throw new AssertionError();
	}

	private static int total() {
		int total = 0;
		for (final Mutation mutation : values())
			total += mutation.weight;
		return total;
	}
}

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

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Gives a file the identity of an intact neighbour, or a part of it. */
final class IdentityMutations {

	private static final int[][] IDENTITIES = { { Tags.SOP_UID }, { Tags.SERIES_UID },
		{ Tags.SOP_UID, Tags.SERIES_UID }, { Tags.SERIES_UID, Tags.POSITION, Tags.ORIENTATION },
		{ Tags.SERIES_UID, Tags.INSTANCE },
		{ Tags.STUDY_UID, Tags.FRAME_OF_REFERENCE, Tags.POSITION, Tags.ORIENTATION }, { Tags.SOP_UID, Tags.SERIES_UID,
			Tags.STUDY_UID, Tags.INSTANCE, Tags.POSITION, Tags.ORIENTATION, Tags.FRAME_OF_REFERENCE } };

	private IdentityMutations() {}

	static String copy(final Tree tree, final Seeds seeds, final Random random) {
		final int k = random.nextInt(Neighbour.SLICES);
		final Tree slice = seeds.neighbour(k).tree();
		final int[] identity = IDENTITIES[random.nextInt(IDENTITIES.length)];
		final List<String> copied = new ArrayList<>();
		for (final int tag : identity)
			slice.find(tag).ifPresent(node -> {
				tree.put(node.copy());
				copied.add(Integer.toHexString(tag));
			});
		return "with " + copied + " of neighbour " + k;
	}
}

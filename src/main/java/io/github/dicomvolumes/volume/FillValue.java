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

package io.github.dicomvolumes.volume;

import java.util.Map;
import java.util.function.Supplier;

import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.series.catalog.Stack;

/**
 * What the planes of a volume hold where no file gave pixels: padding if the files name one, which is the background of
 * a label map (PS3.3 C.8.20.2), else the least value; black for colours and 0, no label, in other segmentations.
 */
final class FillValue {

	private final boolean isSegmentation;
	private final PlaneCodings codings;
	private final PlanePlan plan;
	private double known = Double.NaN;

	FillValue(final Stack stack, final PlaneCodings codings, final PlanePlan plan) {
		isSegmentation = !stack.segments().isEmpty();
		this.codings = codings;
		this.plan = plan;
	}

	/**
	 * The value, found when it is first asked for.
	 *
	 * @param planes those to look at for the least value, by number; asked only if it is needed
	 */
	synchronized double value(final Supplier<Map<Integer, Object>> planes) {
		if (Double.isNaN(known)) known = find(planes);
		return known;
	}

	private double find(final Supplier<Map<Integer, Object>> planes) {
		if (plan.type() == PlaneType.RGB) return 0xFF000000L;
		for (int i = 0; i < codings.size(); i++)
			if (codings.coding(i) != null && codings.coding(i).padding().isPresent())
				return plan.held(codings.coding(i).padding().get().value(), codings.coding(i));
		if (isSegmentation) return 0;
		double least = Double.POSITIVE_INFINITY;
		for (final Map.Entry<Integer, Object> plane : planes.get().entrySet())
			least = Math.min(least, plan.minimum(plane.getValue(), codings.coding(plane.getKey())).orElse(least));
		return Double.isInfinite(least) ? 0 : least;
	}
}

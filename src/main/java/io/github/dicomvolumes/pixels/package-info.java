/**
 * Bytes to samples: how a frame codes its pixels, which primitive array a volume needs, and the decoders that fill it;
 * besides, what the numbers mean (rescale, padding, window, display range). Arrays in, arrays out. The main classes are
 * {@link io.github.dicomvolumes.pixels.FrameCoding}, {@link io.github.dicomvolumes.pixels.PlanePlan} and
 * {@link io.github.dicomvolumes.pixels.NativeDecoder}. Files, positions in the patient and images do not belong here.
 */
package io.github.dicomvolumes.pixels;

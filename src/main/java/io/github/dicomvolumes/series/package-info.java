/**
 * Frames to stacks: groups the frames of a scan into series, splits what does
 * not belong together, orders the rest along the normal, and says why. The main
 * classes are {@link io.github.dicomvolumes.series.SeriesCatalog} and
 * {@link io.github.dicomvolumes.series.Stack}. Pixels do not belong here.
 */
package io.github.dicomvolumes.series;

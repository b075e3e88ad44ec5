/**
 * A volume as ImageJ shows it: an ImagePlus that shares the volume's pixels, with
 * calibration, labels and header text in ImageJ's form. The main class is
 * {@link io.github.dicomvolumes.view.imagej.VolumeImagePlus}.
 */
package io.github.dicomvolumes.view.imagej;

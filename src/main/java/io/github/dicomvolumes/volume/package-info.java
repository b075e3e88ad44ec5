/**
 * A stack becomes an image: loads the pixels of its frames into planes, once, and
 * gives them as ImgLib2 images with geometry, units and attributes. The main
 * class is {@link io.github.dicomvolumes.volume.DicomVolume}. Windows, tables and
 * ImageJ do not belong here.
 */
package io.github.dicomvolumes.volume;

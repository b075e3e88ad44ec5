/**
 * Files to attributes: finds and recognises DICOM, reads headers up to the pixel
 * data and remembers where the pixels lie; writes synthetic files. The main
 * classes are {@link io.github.dicomvolumes.io.FolderScan} and
 * {@link io.github.dicomvolumes.io.HeaderReader}. What attributes mean does not
 * belong here.
 */
package io.github.dicomvolumes.io;

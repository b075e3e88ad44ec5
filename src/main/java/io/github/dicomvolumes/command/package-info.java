/**
 * What ImageJ and Fiji see: every command, and what makes commands behave the
 * same with windows, in macros and headless. A command extends
 * {@link io.github.dicomvolumes.command.DicomCommand} and is a few lines;
 * plain ImageJ comes in through
 * {@link io.github.dicomvolumes.command.ImageJCommand}. Nothing here reads DICOM
 * or computes, and nothing imports this package.
 */
package io.github.dicomvolumes.command;

// Opens the largest volume of a folder, and prints its geometry, one attribute and some values.
// Language: Groovy. It is also in the guide's tutorial, step by step.
#@ File (label="Folder", style="directory") folder

import io.github.dicomvolumes.DicomVolumes
import io.github.dicomvolumes.geometry.AnatomicalPlane
import io.github.dicomvolumes.view.imagej.VolumeImagePlus

volume = DicomVolumes.open(folder.toPath())
println(volume.report())

geometry = volume.geometry()
for (plane in AnatomicalPlane.values())
    println(plane.label() + ": " + geometry.slices(plane) + " slices of " + geometry.sampling(plane) +
        " mm, field of view " + geometry.fieldOfView(plane) + " mm, aspect " + geometry.pixelAspectRatio(plane))

volume.attributes().optional("Modality").ifPresent { println("Modality: " + it.text()) }

// real values, HU in a CT; columns, rows and slices from 0, then channels and times where there are several
size = geometry.size()
values = volume.values()
middle = (0..<values.numDimensions()).collect { it < 3 ? size[it].intdiv(2) : 0 } as long[]
println("Value in the middle: " + values.getAt(middle).get() + " " + volume.unit())

VolumeImagePlus.of(volume).show()

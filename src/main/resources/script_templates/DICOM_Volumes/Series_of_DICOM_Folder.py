# Lists the volumes of a folder without loading any, and opens those of one modality.
# Language: Python (Jython).
#@ File (label="Folder", style="directory") folder
#@ String (label="Modality", value="CT") modality

from io.github.dicomvolumes import DicomVolumes
from io.github.dicomvolumes.view.imagej import VolumeImagePlus
from io.github.dicomvolumes.volume import ImportOptions

catalog = DicomVolumes.scan(folder.toPath())
for number, stack in enumerate(catalog.stacks()):
    found = stack.attributes().optional("Modality")
    kind = found.get().text() if found.isPresent() else "?"
    print("#%d %s: %d slices, %s" % (number + 1, kind, stack.slices(), list(stack.geometry().spacing())))
    if kind == modality:
        result = DicomVolumes.load(catalog, ImportOptions.DEFAULT.withSeries("#%d" % (number + 1)))
        for volume in result.volumes():
            VolumeImagePlus.of(volume).show()

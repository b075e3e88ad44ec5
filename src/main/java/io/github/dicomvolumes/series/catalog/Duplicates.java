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

package io.github.dicomvolumes.series.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.io.scan.Skipped;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;

/**
 * Tells files that are an image once more from images that share a SOP Instance UID by mistake. The UID is only a hint:
 * files of one UID are the same image if series, size, place and pixels agree, or if all but one thing does, which then
 * is damage. Of the same image the file counts that is whole, else the one that fits the rest of its series best, else
 * the first in the order of paths. All other images count each for themselves.
 * <p>
 * Costs the pixels of the files that share a UID, once.
 */
final class Duplicates {

	private final List<DicomFile> kept;
	private final List<Copy> copies = new ArrayList<>();
	private final Map<DicomFile, List<Copy>> byKept = new IdentityHashMap<>();
	/** Images whose UID another image has. */
	private final Set<DicomFile> sharing = Collections.newSetFromMap(new IdentityHashMap<>());

	/**
	 * @param decoding says which file can be decoded
	 * @param limits of what compressed files may inflate to
	 * @param progress hears of the comparison, and may cancel it
	 * @throws java.util.concurrent.CancellationException if it does
	 */
	Duplicates(final List<DicomFile> files, final FileDecoding decoding, final Limits limits, final Progress progress)
		throws IOException
	{
		final Map<String, Integer> firsts = new HashMap<>(2 * files.size());
		final BitSet sharers = new BitSet();
		for (int i = 0; i < files.size(); i++) {
			final String uid = files.get(i).attributes().orElse(Tag.SOP_INSTANCE_UID, "");
			final Integer first = uid.isEmpty() ? null : firsts.putIfAbsent(uid, i);
			if (first == null) continue;
			sharers.set(first);
			sharers.set(i);
		}
		if (!sharers.isEmpty())
			resolve(files, read(files, sharers.stream().toArray(), decoding, limits, progress), decoding);
		final Set<DicomFile> gone = Collections.newSetFromMap(new IdentityHashMap<>());
		for (final Copy copy : copies) {
			byKept.computeIfAbsent(copy.kept(), k -> new ArrayList<>()).add(copy);
			gone.add(copy.file());
		}
		kept = gone.isEmpty() ? List.copyOf(files) : files.stream().filter(file -> !gone.contains(file)).toList();
	}

	private static List<SharedInstance> read(final List<DicomFile> files, final int[] shared,
		final FileDecoding decoding, final Limits limits, final Progress progress) throws IOException
	{
		final SharedInstance[] instances = new SharedInstance[shared.length];
		try (OpenSources open = new OpenSources(limits)) {
			Parallel.forEach(shared.length, "Comparing duplicates", progress, i -> {
				final DicomFile file = files.get(shared[i]);
				final PixelContent pixels = PixelContent.of(file, open);
				final String damage = pixels.isWhole() ? decoding.unsupported(file).orElse("") : pixels.damage();
				instances[i] = new SharedInstance(shared[i], file, pixels, damage);
			});
		}
		return List.of(instances);
	}

	/** A UID whose files all say the same is no question any more, whichever of them counts. */
	private void resolve(final List<DicomFile> files, final List<SharedInstance> shared, final FileDecoding decoding) {
		final Map<String, List<SharedInstance>> byUid = shared.stream()
			.collect(Collectors.groupingBy(SharedInstance::uid, LinkedHashMap::new, Collectors.toList()));
		byUid.replaceAll((uid, same) -> tried(same, decoding));
		final boolean[] isInQuestion = new boolean[files.size()];
		final List<DicomFile> inQuestion = new ArrayList<>(), certain = new ArrayList<>();
		for (final List<SharedInstance> same : byUid.values()) {
			same.forEach(instance -> isInQuestion[instance.index()] = true);
			final Map<Object, SharedInstance> images = new LinkedHashMap<>();
			same.forEach(instance -> images.putIfAbsent(instance.content(), instance));
			final List<DicomFile> sort = images.size() == 1 ? certain : inQuestion;
			images.values().forEach(instance -> sort.add(instance.file()));
		}
		for (int i = 0; i < isInQuestion.length; i++)
			if (!isInQuestion[i]) certain.add(files.get(i));
		final Map<Object, SeriesRest> rests = SeriesRest.of(certain, inQuestion,
			shared.stream().map(SharedInstance::series).collect(Collectors.toSet()));
		for (final List<SharedInstance> same : byUid.values()) {
			final OneUid uid = new OneUid(same, rests);
			copies.addAll(uid.copies());
			if (uid.images().size() > 1) uid.images().forEach(image -> sharing.add(image.file()));
		}
	}

	/** Files that are not all the same, their compressed pixels tried. */
	private static List<SharedInstance> tried(final List<SharedInstance> same, final FileDecoding decoding) {
		return same.stream().map(SharedInstance::content).distinct().count() == 1 ? same
			: same.stream().map(instance -> instance.tried(decoding)).toList();
	}

	/** The files without the copies, in the same order. */
	List<DicomFile> kept() {
		return kept;
	}

	/** All copies, as files that are in no volume. */
	List<Skipped> skipped() {
		if (copies.isEmpty()) return List.of();
		return copies.stream().map(Copy::skipped).toList();
	}

	/** What to know about a volume of some of the files that were kept. */
	List<Finding> findings(final List<DicomFile> files) {
		if (byKept.isEmpty() && sharing.isEmpty()) return List.of();
		final List<Finding> findings = new ArrayList<>();
		final List<Copy> same = files.stream().flatMap(f -> byKept.getOrDefault(f, List.of()).stream()).toList();
		if (!same.isEmpty()) findings.add(ofCopies(same));
		final List<DicomFile> sharers = files.stream().filter(sharing::contains).toList();
		if (!sharers.isEmpty()) findings.add(new Finding(Code.UID_NOT_UNIQUE,
			Tag.describe(Tag.SOP_INSTANCE_UID) + " is not unique: " +
				(sharers.size() == 1 ? "1 file has" : sharers.size() + " files have") +
				" that of another image; each counts as an image of its own",
			sharers.stream().map(Duplicates::named).toList()));
		return findings;
	}

	private static Finding ofCopies(final List<Copy> copies) {
		final boolean differ = copies.stream().anyMatch(copy -> copy.kind() == Copy.Kind.ALTERED);
		final long damaged = copies.stream().filter(copy -> copy.kind() == Copy.Kind.DAMAGED).count();
		final String text = copies.size() + (copies.size() == 1 ? " duplicate ignored" : " duplicates ignored");
		final String those = damaged == copies.size() ? ", damaged" : ", " + damaged + " of them damaged";
		return new Finding(differ ? Code.DUPLICATES_DIFFER : Code.DUPLICATES,
			text + (damaged == 0 ? "" : those) + (differ ? ", though not the same: a wrong SOP Instance UID?" : ""),
			copies.stream().map(Copy::skipped).map(s -> s.file() + ": " + s.text()).toList());
	}

	private static String named(final DicomFile file) {
		return file.source().name() + ": " + file.attributes().orElse(Tag.SOP_INSTANCE_UID, "");
	}
}

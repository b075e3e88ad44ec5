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
package io.github.dicomvolumes.export.deidentify;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.ConfidentialityProfile;
import io.github.dicomvolumes.data.ConfidentialityProfile.Action;
import io.github.dicomvolumes.data.ConfidentialityProfile.Option;
import io.github.dicomvolumes.data.ConfidentialityProfile.Rule;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.data.VR;

/**
 * What becomes of an element of a data set. Where the profile leaves a choice to the object's definition (X/Z/D) it is
 * the one that keeps the object valid: enhanced objects require many attributes that plain ones may lack. What the
 * profile does not name stays, cleaned, if the standard knows it and it is no free text, person, date or address.
 */
final class ElementRules {

	/** What is done to an element. */
	enum Treatment {
		REMOVE, EMPTY, DUMMY,
		/** Its day is moved, and what is no date is lost. */
		DATE,
		/** It stays, with other UIDs, without names; the elements of a sequence are treated each for itself. */
		CLEAN
	}

	private static final String PET_STORAGE = "1.2.840.10008.5.1.4.1.1.128";
	/** Waveforms, registrations, mappings, surfaces, measurements: they require the date of their content. */
	private static final Pattern DATED = Pattern
		.compile("1\\.2\\.840\\.10008\\.5\\.1\\.4\\.1\\.1\\.(9\\..*|30|66\\.[1-35]|67|68\\..*|78\\..*|79\\..*)");
	/** What no object requires but PET, although the profile says X/D or X/Z/D. */
	private static final Set<Integer> OPTIONAL = tags("InstanceCreationDate", "InstanceCreationTime", "SeriesDate",
		"SeriesTime", "InstitutionName", "StationName", "OperatorsName", "ReferencedStudySequence");

	/** Free texts that objects may require. */
	private static final Set<Integer> REQUIRED_TEXTS = tags("TextValue", "UnformattedTextValue", "TrackingID");
	/** Free text by its VR only. */
	private static final int LONG_CODE_VALUE = Dictionary.tag("LongCodeValue");
	private static final int TIMEZONE = Dictionary.tag("TimezoneOffsetFromUTC");
	/** Attributes that tell what others were, which are removed. */
	private static final Set<Integer> OBSOLETE = tags("PrivateDataElementCharacteristicsSequence",
		"DeidentificationActionSequence", "IconImageSequence");

	private final DateRule dates;
	private final Set<Retained> kept;
	/** Whether the object requires what plain images may lack. */
	private final boolean isDemanding, isPet;

	private ElementRules(final DateRule dates, final Set<Retained> kept, final Attributes dataSet) {
		this.dates = dates;
		this.kept = kept;
		final String sopClass = dataSet.orElse(Tag.SOP_CLASS_UID, "");
		isDemanding = dataSet.contains(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE) ||
			Uids.name(sopClass).startsWith("Enhanced ") || DATED.matcher(sopClass).matches();
		isPet = sopClass.equals(PET_STORAGE);
	}

	/** The rules for the elements of a data set and its items. */
	static ElementRules of(final DateRule dates, final Set<Retained> kept, final Attributes dataSet) {
		return new ElementRules(dates, kept, dataSet);
	}

	/** @param holder the data set or item that has the element */
	Treatment of(final int tag, final VR vr, final Attributes holder) {
		if (Tag.isPrivate(tag)) return ofPrivate(tag, vr, holder);
		if (vr == VR.UN || !isOrdinary(tag)) return Treatment.REMOVE;
		final Optional<Rule> rule = ConfidentialityProfile.find(tag);
		final Treatment treatment = rule.isPresent() ? ofRule(tag, vr, rule.get()) : ofUnlisted(tag, vr);
		return vr == VR.SQ && treatment == Treatment.DUMMY ? Treatment.REMOVE : treatment;
	}

	private Treatment ofPrivate(final int tag, final VR vr, final Attributes holder) {
		final boolean stays = kept.contains(Retained.PRIVATE) && SafePrivate.contains(holder, tag, vr);
		return stays ? Treatment.CLEAN : Treatment.REMOVE;
	}

	/** Whether it may stand in a data set, is known, and is about no signature, overlay, curve or length of a group. */
	private static boolean isOrdinary(final int tag) {
		final int group = Tag.group(tag);
		final boolean isOfFile = group < 8 || group == 0x4FFE || group >= 0xFFFA;
		final boolean isSecurity = group == 0x0400;
		final boolean isDrawn = (group & 0xFF00) == 0x5000 || (group & 0xFF00) == 0x6000 ||
			(group & 0xFF00) == 0x7F00 && group != 0x7FE0;
		return !isOfFile && !isSecurity && !isDrawn && Tag.element(tag) != 0 && !OBSOLETE.contains(tag) &&
			Dictionary.find(tag).filter(entry -> !entry.keyword().isEmpty()).isPresent();
	}

	private Treatment ofRule(final int tag, final VR vr, final Rule rule) {
		final boolean isDate = rule.retaining().contains(Option.DATES);
		if (isDate && dates != DateRule.REMOVE && isTemporal(vr)) return Treatment.DATE;
		if (isDate && (dates == DateRule.KEEP || dates == DateRule.SHIFT && tag == TIMEZONE)) return Treatment.CLEAN;
		if (!isDate && kept.stream().anyMatch(k -> k.covers(rule))) return Treatment.CLEAN;
		final Set<Action> actions = rule.actions();
		if (actions.contains(Action.UID)) return Treatment.CLEAN;
		if (vr == VR.UI) return actions.contains(Action.REMOVE) ? Treatment.REMOVE : Treatment.CLEAN;
		if (OPTIONAL.contains(tag) && !isPet) return Treatment.REMOVE;
		if (!actions.contains(Action.DUMMY)) return actions.contains(Action.EMPTY) ? Treatment.EMPTY : Treatment.REMOVE;
		final boolean isRequired = isPet && isTemporal(vr) || isDemanding;
		if (actions.size() == 1 || isRequired) return Treatment.DUMMY;
		final boolean isOfTherapy = Tag.group(tag) >= 0x3000; // whose objects require most with or without a value
		return actions.contains(Action.REMOVE) && !isOfTherapy ? Treatment.REMOVE : Treatment.EMPTY;
	}

	private Treatment ofUnlisted(final int tag, final VR vr) {
		return switch (vr) {
			case DA, DT, TM -> dates == DateRule.REMOVE ? Treatment.REMOVE : Treatment.DATE;
			case PN, AE, UR -> Treatment.REMOVE;
			case LT, ST, UT, UC -> ofText(tag);
			default -> Treatment.CLEAN;
		};
	}

	private Treatment ofText(final int tag) {
		if (tag == LONG_CODE_VALUE || kept.contains(Retained.DESCRIPTIONS)) return Treatment.CLEAN;
		return REQUIRED_TEXTS.contains(tag) ? Treatment.DUMMY : Treatment.REMOVE;
	}

	private static boolean isTemporal(final VR vr) {
		return vr == VR.DA || vr == VR.DT || vr == VR.TM;
	}

	private static Set<Integer> tags(final String... keywords) {
		return Stream.of(keywords).map(Dictionary::tag).collect(Collectors.toUnmodifiableSet());
	}
}

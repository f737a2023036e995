import {figureCues} from './cue-verbs.ts';
import type {Measured} from './measure-nouns.ts';
import {namesPeople, namesPerson, phraseOf} from './nouns.ts';
import type {NumberSpan} from './numbers.ts';
import {holderOf, payerOf, sideOf} from './owners.ts';
import {relativeAt} from './relative.ts';
import {demonymsIn} from './demonyms.ts';
import type {Token} from './tokens.ts';

const FORCES = /^(?:troops|soldiers|fighters|forces|servicemen|servicewomen|personnel|recruits|conscripts|reservists|marines|infantry|paratroopers)$/;
const LOSSES = /^(?:casualties|losses|deaths|fatalities|injuries|dead|wounded|deployment)$/;
/** What was done or lost tells nothing of whom: "100 arrests", "40 lives". */
const DEEDS = /^(?:arrests|detentions|apprehensions|murders|homicides|killings|lives|bodies|hospitali[sz]ations|indictments|convictions)$/;
/** Words of war: only there a bare loss belongs to somebody's troops. */
const WAR = /^(?:war|fighting|fought|battle|battlefield|frontline|front|offensive|troops|soldiers|forces|army|military|combat|incursion|invasion|counterattack)$/;

/** What befalls troops or is done with them: "U.S. jobless claims rose to 12,000 as closures forces layoffs" tells of no army. */
const OF_TROOPS = /^(?:killed|wounded|missing|captured|casualties|deployed)$/;

const normalised = (phrase: string): string => phrase.replace(/^[“"‘']/, '').replace(/^(?:of\s)?(?:the\s)?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten)\s/i, '').replace(/^(?:of|the|these|those|other|more|additional|further|new|all|its|his|their|her)\s/i, '').replace(/^(?:the|these|those|its|other)\s/i, '');

/** Who was told of last, how near, and where the figure before in this sentence ends (token; 0 for none). */
export type Before = {readonly subject: string | null; /** What was told of them. */ readonly measure: string | null; readonly near: 'sentence' | 'paragraph' | null; readonly next: number};

/** Does a verb of killing stand before the figure, with somebody who does it ("left 40 dead" is one)? */
const isActive = (tokens: readonly Token[], span: NumberSpan, {at}: Measured): boolean =>
	at !== null && ((at < span.from && /^(?:kill|wound|injur|captur|maim|murder|shoot|eliminat|massacr)\p{Ll}*(?:ed|ing|s)?$/u.test(tokens[at]?.lower ?? '') && !/^(?:been|were|was|be|being|are)$/.test(tokens[at - 1]?.lower ?? ''))
		|| /^(?:left|leaves|leaving|leave|claimed|claims|claiming)$/.test(tokens[span.from - 1]?.lower ?? ''));

/** One who counts: "One man was killed", "one police officer" count men and police officers. */
const ONE: Readonly<Record<string, string>> = {person: 'people', man: 'men', woman: 'women', child: 'children', serviceman: 'servicemen', servicewoman: 'servicewomen', policeman: 'policemen', policewoman: 'policewomen', gunman: 'gunmen', fisherman: 'fishermen', fireman: 'firemen', wife: 'wives', baby: 'babies', deputy: 'deputies', police: 'police'};

const pluralOf = (noun: string): string => ONE[noun] ?? (noun.endsWith('s') ? noun : `${noun}s`);

/** The noun of a count of one, in the plural: "police officers" of "one police officer was hurt". Null where it names no person. */
const single = (tokens: readonly Token[], {from, next, low, high}: NumberSpan): string | null => {
	if (low !== 1 || (high !== null && high !== 1) || tokens[next - 1]?.kind === 'mark' || next - from > 4) return null;
	for (let at = next; at < next + 5; at += 1) {
		const token = tokens[at];
		if (token === undefined || token.kind !== 'word' || /^(?:of|in|on|at|was|were|is|has|had|and|or|dead|killed|injured|wounded|missing|death)$/.test(token.lower)) return null;
		const after = tokens[at + 1];
		if (!namesPerson(token) || (after !== undefined && (namesPerson(after) || namesPeople(after)) && !/^(?:dead|injured|wounded|missing|killed|homeless|unemployed)$/.test(after.lower))) continue;
		const words = phraseOf(tokens, next, at).replace(/^(?:other|more|additional|further)(?:\s|$)/, '');
		const others = /\p{Lu}/u.test(token.text) && token.text.length > 1 ? token.text : token.lower;
		return `${words}${words === '' ? '' : ' '}${ONE[token.lower] ?? pluralOf(others)}`;
	}

	return null;
};

/** Losses are told of one group, arrests and charges of another. */
const GROUPS: ReadonlyArray<RegExp> = [/^(?:killed|wounded|missing|captured|casualties|hospitalised|rescued|trapped|hostages)$/, /^(?:arrested|charged|convicted|released|deported)$/];

/** "40 soldiers were killed and 12 wounded": does a figure without a noun of its own tell of those before it? */
const goesOnAbout = (tokens: readonly Token[], span: NumberSpan, measured: Measured, before: Before): boolean => {
	// "300 guests fell ill, including one who died"
	if (tokens.slice(before.next, span.from).findLast(({kind}) => kind === 'word')?.lower === 'including') return true;
	// "police held three suspects; 28 were hurt", "two men were held after a crash left 12 injured": others were hurt than held
	if (GROUPS.some(group => group.test(before.measure ?? '') !== group.test(measured.measure ?? '')) && before.measure !== null) return before.subject === 'people';
	if (before.near !== 'sentence') return true;
	const between = tokens.slice(before.next, span.from);
	// "13 nurses were among dozens killed": a wider group
	if (between.some(({lower}) => lower === 'among' || lower === 'amongst')) return false;
	// "Rockets kill 2 sailors; 28 die ashore": another clause tells of others
	if (between.some(({text}) => /^[;:]$/.test(text)) && !between.some(({lower}) => figureCues.has(lower))) return false;
	// "two pilots died when a raid left 40 dead"; but "12 miners died when the roof fell, and 40 were hurt"
	// "rebels died in a raid in reprisal for the blast that killed scores"
	const relative = relativeAt(tokens, before.next, span.from);
	const harmed = GROUPS.some(group => group.test(measured.measure ?? ''));
	if (harmed && relative !== null && tokens[relative - 1]?.lower !== 'of') return before.subject === 'people';
	const other = between.findLastIndex(({lower}) => /^(?:after|when|as|while|before|because|which|whose)$/.test(lower));
	return other < 0 || !harmed || before.subject === 'people' || between.slice(other).some(({text}) => text === ',') || /^(?:which|whom)$/.test(between[other]?.lower ?? '') && between[other - 1]?.lower === 'of';
};

/**
 * Of whom or what: a short noun phrase. Troops and their losses are told by country ("North Korean troops"), other counts
 * by their own words where they say more than the noun; money and ground by whose they are; "of them", and a count that leaves its noun out
 * (`unit` is what it counts), take the subject before.
 */
export const subjectOf = (tokens: readonly Token[], span: NumberSpan, measured: Measured, unit: string | null, window: readonly [number, number], before: Before): string | null => {
	const [from, to] = window;
	const {counted} = span;
	const them = /^(?:them|those|whom|these)$/.test(tokens[span.next]?.text ?? '') || (tokens[span.next]?.lower === 'of' && /^(?:them|whom|these|those)$/.test(tokens[span.next + 1]?.lower ?? ''));
	if (span.unit === 'magnitude') return null;
	const told = span.kind === 'count' ? predicateOf(tokens, span) : null;
	if (told !== null) return told;
	if (them && !counted?.plural) return before.subject;
	// "one parent in three; the population reached 24 million": a noun of its own
	if (!counted?.plural && /^(?:population|audience|attendance|turnout)$/.test(measured.measure ?? '')) return null;
	const holder = holderOf(tokens, span, measured, from, to);
	if (holder !== null) return holder;
	if (span.kind === 'share' || span.kind === 'percent') {
		if (measured.measure === 'tariff rate' && measured.at !== null) return afterOn(tokens, Math.max(measured.at + 1, span.next), to) ?? goodsBefore(tokens, from, span.from);
		if (/^(?:of the|of those)$/.test(`${tokens[span.next]?.lower} ${tokens[span.next + 1]?.lower}`) && LOSSES.test(tokens[span.next + 2]?.lower ?? '')) return before.subject;
		return null;
	}

	if (span.kind === 'money') return payerOf(tokens, span, measured, window);
	if (span.kind !== 'count' || (unit !== 'people' && !LOSSES.test(counted?.head ?? ''))) return span.unit !== null && counted && counted.phrase.includes(' ') ? normalised(counted.phrase) : null;
	const head = counted?.head ?? '';
	const war = tokens.slice(from, to).some(token => WAR.test(token.lower));
	// "Kenya asked for 300 soldiers": whose they are to be is not told
	if (measured.measure === 'requested') return counted?.plural ? normalised(counted.phrase) : null;
	const one = single(tokens, span);
	if (one !== null) {
		const country = FORCES.test(one.split(' ').at(-1) ?? '') ? demonymsIn(tokens, span.next, span.next + 3)[0] : undefined;
		return country === undefined ? one : `${country.people} troops`;
	}

	if (counted?.plural && FORCES.test(head)) {
		const own = demonymsIn(tokens, counted.from, counted.next);
		if (own.length > 1) return normalised(counted.phrase);
		// "serving beside 300 foreign troops", "an airstrike on four Taliban fighters", "the Kenyan army killed 12 soldiers": not those of the country that acts
		const ofOthers = isActive(tokens, span, measured) || /\b(?:foreign|other|allied|coalition|enemy|opposing|rebel|government|international)\b|\p{Lu}\p{Ll}\S* /u.test(counted.phrase);
		const people = own[0]?.people ?? (ofOthers ? null : sideOf(tokens, span, from, to));
		return people === null ? normalised(counted.phrase) : `${people} troops`;
	}

	if (head === '' || head === 'others' || LOSSES.test(head) || !counted?.plural) {
		const active = isActive(tokens, span, measured);
		// "the rebels lost 40 men, and put Kenyan losses at 60": a side of its own goes before the one told last
		const armed = (war || /^(?:losses|casualties)$/.test(tokens[measured.at ?? -1]?.lower ?? '')) && OF_TROOPS.test(measured.measure ?? '');
		const own = armed && !active && measured.at !== null && measured.at < span.from ? demonymsIn(tokens, Math.max(before.next, from, measured.at - 3), measured.at).at(-1)?.people ?? null : null;
		// "one woman died and seven others were hurt": men may be among the seven
		if (own === null && before.subject !== null && (before.near === 'sentence' || (before.near === 'paragraph' && !active)) && (head === '' || head === 'others') && goesOnAbout(tokens, span, measured, before)) return head === 'others' && /^(?:men|women|boys|girls|children)$/.test(before.subject) ? 'people' : before.subject;
		// "the Russian counterattack killed thousands": who kills is not who dies; nor is whoever stands outside the clause that tells it
		const relative = relativeAt(tokens, from, span.from);
		const people = own ?? (armed && war && !active && (relative === null || /^(?:troops|soldiers|forces|army|military)$/.test(tokens.slice(relative - 2, relative).findLast(token => token.kind === 'word')?.lower ?? '')) ? sideOf(tokens, span, from, to) : null);
		return people === null ? null : `${people} troops`;
	}

	if (measured.measure === 'workers' && !demonymsIn(tokens, counted.from, counted.next).length) {
		const people = sideOf(tokens, span, from, to);
		return people === null ? normalised(counted.phrase) : `${people} ${head}`;
	}

	return DEEDS.test(counted.phrase) ? null : normalised(counted.phrase);
};

/** "16 of them were militants and nine were children": who they were. */
const predicateOf = (tokens: readonly Token[], {next, counted}: NumberSpan): string | null => {
	let at = next;
	if (tokens[at]?.lower === 'of' && /^(?:them|those|these|whom)$/.test(tokens[at + 1]?.lower ?? '')) at += 2;
	else if (tokens[at]?.lower === 'of' && counted?.plural) at = counted.next;
	else if (counted !== null) return null;
	if (!/^(?:were|are)$/.test(tokens[at]?.lower ?? '')) return null;
	const noun = tokens[at + 1];
	return noun !== undefined && namesPeople(noun) && /s$|^(?:children|men|women|police)$/.test(noun.lower) && !/^(?:wounded|injured|dead|missing)$/.test(noun.lower) ? noun.text : null;
};

const GOODS = /^(?:imports|goods|exports|products|cars|steel|aluminium|aluminum|vehicles|wine|lumber|films)$/;

/** "British imports will be slapped with a 10% tax": the goods before, with their adjectives. */
const goodsBefore = (tokens: readonly Token[], from: number, to: number): string | null => {
	for (let at = to - 1; at >= from; at -= 1) {
		if (!GOODS.test(tokens[at]?.lower ?? '')) continue;
		let start = at;
		while (start > from && at - start < 3 && tokens[start - 1]?.kind === 'word' && /^\p{Lu}|^(?:foreign|imported|all)$/u.test(tokens[start - 1]?.text ?? '') && tokens[start - 1]?.lower !== 'the') start -= 1;
		return phraseOf(tokens, start, at + 1);
	}

	return null;
};

/** "10% tax on all British imports": the thing taxed. */
const afterOn = (tokens: readonly Token[], from: number, to: number): string | null => {
	for (let at = from; at < Math.min(to, from + 8); at += 1) {
		if (!/^(?:on|to)$/.test(tokens[at]?.lower ?? '') || tokens[at + 1]?.lower === 'top' || (tokens[at]?.lower === 'to' && !/^appl(?:y|ies|ied|ying)$/.test(tokens[at - 1]?.lower ?? ''))) continue;
		let start = at + 1;
		if (tokens[at]?.lower === 'to') while (start < to && /^(?:be|already|being|applied|imports|of)$/.test(tokens[start]?.lower ?? '')) start += 1;
		while (/^(?:all|the|most|any|some|many|its|imports)$/.test(tokens[start]?.lower ?? '') && tokens[start + 1]?.kind === 'word') start += 1;
		let end = start;
		while (end < to && end - start < 6 && tokens[end] !== undefined && (tokens[end]?.kind === 'word' || tokens[end]?.text === '-') && !/^(?:into|to|in|from|on|that|which|by|after|as|imported|coming|entering|until|for|starting|at|but|is|are|was|were|takes?|took|comes?|came|goes|could|would|will|may|should|has|have|had|begin|begins)$/.test(tokens[end]?.lower ?? '')) end += 1;
		return end > start ? phraseOf(tokens, start, end) : null;
	}

	return null;
};

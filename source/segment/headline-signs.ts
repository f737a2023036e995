import table from '../../data/page-text.json' with {type: 'json'};
import {countDigits} from '../text/letters.ts';
import type {Entry} from './entries.ts';
import {capitalShare, endOfText, isInCapitals, isTitleLike, type Line, once} from './line.ts';
import {isLongTitle, type Spacing, spacingOf, weigher} from './line-signs.ts';
import {lookOf} from './look.ts';
import {metaOf} from './meta.ts';
import {mayMatch} from './needs.ts';
import {isSame, sharedBy, subjectOf} from './resemblance.ts';

/** What speaks for a line above a text being its headline, or against it. */
export type HeadlineSigns = Readonly<Record<keyof typeof table.headlines, number>>;

/** A headline stands so many lines above its text at most; a headline with a kicker may be taken for the text's first line. */
const ABOVE = 60;
const INSIDE = 2;
const LONGEST = 30;
/** Paragraphs of the text that a headline is held against, and how far down they are looked for. */
const TOLD = 6;
const FAR = 25;
/** Words of menus, of boxes to log in and of players. */
const LABELS = /\b(?:log ?in|sign ?in|sign ?up|log ?out|register|subscribe|newsletters?|follow|facebook|twitter|google|linkedin|e-?mail|rss|share|print|comments?|search|menu|home ?page|cookies?|photos?|videos?|blogs?|login|close|click here|view|watch|next|previous)\b|[|»«›]/gi;
const CREDIT = /\([^)]*\)$|photo|image|foto|bild:|снимка|фото|getty|reuters|cr[eé]dit|©|\p{Ll} \/ \p{Lu}{2}/iu;
const [mayHoldLabels, mayBeCredit] = [mayMatch([LABELS.source]), mayMatch([CREDIT.source])];
const PATH = / [>›»/|·•] .* [>›»/|·•] | [>›»] |^[<«‹]|[>»›]$/;
const LOUD = /(?:!|\.\.\.|…)[”’"']?$/;
const TWO_IN_CAPITALS = /\p{Lu}{2,} \p{Lu}{2,}/u;
const yes = (value: boolean): number => value ? 1 : 0;

/** The words of meaning in the first paragraphs of the text that begins at `start`. */
const toldAt = (entries: readonly Entry[], start: number): ReadonlySet<string> => {
	const texts = entries.slice(start, start + FAR).filter(entry => lookOf(entry) === 'text').slice(0, TOLD);
	return new Set(texts.flatMap(({line}) => [...subjectOf(line)]));
};

const rowAt = (entries: readonly Entry[], at: number): boolean => {
	const entry = entries[at];
	return entry !== undefined && (entry.verdict === null || entry.verdict.rule === 'photo credit') && metaOf(entry.line, true) !== null;
};

/** The next line in one direction that no pattern took and that is no row; four of those are passed over. */
const openBeside = (entries: readonly Entry[], index: number, step: 1 | -1): number => {
	let at = index + step;
	for (let passed = 0; passed < 4 && entries[at] !== undefined && (entries[at]?.verdict !== null || rowAt(entries, at)); passed++) at += step;
	return at;
};

const runOf = (entries: readonly Entry[], index: number, step: 1 | -1): number => {
	let run = 0;
	while (run < 4 && isLongTitle(entries[index + step * (run + 1)])) run++;
	return run;
};

/** How often each line stands on the page, and whether a longer line begins with it ("Boats lost | The Salder Echo"): asked of many lines. */
export type Copies = {readonly count: (key: string) => number; readonly begins: (line: Line) => boolean; readonly spacing: Spacing};

/** Whether a line goes on where another ends: not much longer, and neither of them a paragraph. */
const beginsWith = (longer: Line, line: Line): boolean => {
	const words = line.tokens.length;
	return words >= Math.max(3, longer.tokens.length - 6) && words < Math.min(longer.tokens.length, LONGEST) && longer.key.startsWith(`${line.key} `);
};

export const copiesOf = (entries: readonly Entry[]): Copies => {
	const counts = new Map<string, number>();
	// By its first word: a line can only begin as one does that begins with its first word.
	const byFirst = new Map<string, Line[]>();
	for (const {line} of entries) {
		counts.set(line.key, (counts.get(line.key) ?? 0) + 1);
		const first = line.tokens[0];
		if (first === undefined) continue;
		const others = byFirst.get(first);
		if (others === undefined) byFirst.set(first, [line]);
		else others.push(line);
	}

	return {
		count: key => counts.get(key) ?? 0,
		begins: line => byFirst.get(line.tokens[0] ?? '')?.some(other => beginsWith(other, line)) === true,
		spacing: spacingOf(entries),
	};
};

/** What a line says by itself: it is asked for every text that the line may head. */
const ownSigns = once(line => {
	const {text, words, shape} = line;
	const end = endOfText(text);
	return {
		words1: yes(words <= 2),
		words3: yes(words === 3 || words === 4),
		words5: yes(words === 5 || words === 6),
		words7: yes(words >= 7),
		words18: yes(words > 18),
		wordsOver: Math.min(1, Math.max(0, words - 12) / 10),
		sentence: yes(shape === 'prose' && !LOUD.test(end)),
		loud: yes(shape === 'prose' && LOUD.test(end)),
		open: yes(shape === 'teaser'),
		dots: yes(/(?:\.\.\.|…)$/.test(end)),
		colon: yes(/[:;,]$/.test(end)),
		capitals: yes(isInCapitals(line)),
		twoInCapitals: yes(TWO_IN_CAPITALS.test(text)),
		titleCase: capitalShare(text),
		labels: mayHoldLabels(line) ? Math.min(3, text.match(LABELS)?.length ?? 0) / 3 : 0,
		path: yes(PATH.test(text)),
		credit: yes(mayBeCredit(line) && CREDIT.test(text)),
		digits: Math.min(1, countDigits(text) / Math.max(1, text.length) * 5),
		bars: yes(/[|•]| · /.test(text)),
	};
});

/** What is said of a line by those around it and by the text below. */
type SignsAround = Omit<HeadlineSigns, keyof ReturnType<typeof ownSigns>>;
const weighOwn = weigher(table.headlines);
const weighAround = weigher(table.headlines);
const ownOdds = once(line => weighOwn(ownSigns(line)));

const signsAround = (entries: readonly Entry[], index: number, start: number, told: ReadonlySet<string>, copies: Copies): SignsAround => {
	const {line, verdict} = entries[index] as Entry;
	const {words} = line;
	const rows = [1, 2, 3].map(step => rowAt(entries, index + step));
	const between = entries.slice(index + 1, Math.max(index + 1, start));
	const subject = subjectOf(line);
	const shared = sharedBy(subject, told);
	const above = entries[openBeside(entries, index, -1)];
	const below = openBeside(entries, index, 1);
	const tells = (entry: Entry | undefined, least: number): boolean => entry !== undefined && entry.verdict === null && entry.line.words >= least && sharedBy(subjectOf(entry.line), told) > 0;
	const {flat, apart} = copies.spacing;
	const isHeadOver = (head: Entry | undefined, other: Line): boolean => head !== undefined && isLongTitle(head) && tells(head, 4) && head.line.words < other.words && other.words >= 8;
	return {
		bias: 1,
		known: yes(verdict !== null),
		rowBelow: yes(rows[0] === true),
		rowTwoBelow: yes(rows[0] !== true && rows[1] === true),
		rowThreeBelow: yes(rows[0] !== true && rows[1] !== true && rows[2] === true),
		rowAbove: yes(rowAt(entries, index - 1)),
		told: Math.min(3, shared) / 3,
		toldShare: subject.size === 0 ? 0 : shared / subject.size,
		again: words < 3 ? 0 : Math.min(2, copies.count(line.key) - 1) / 2,
		againLonger: yes(words >= 3 && copies.begins(line)),
		underRelated: yes(entries.slice(Math.max(0, index - 8), index + 1).some(entry => entry.verdict?.role === 'related')),
		titlesBetween: Math.min(10, between.filter(entry => entry.verdict === null && metaOf(entry.line, true) === null && entry.line.words >= 4).length) / 10,
		inside: yes(index >= start),
		titlesAbove: Math.min(2, runOf(entries, index, -1)) / 2,
		first: yes(!entries.slice(Math.max(0, index - 40), index).some(isLongTitle)),
		tellsAbove: yes(tells(above, 3) && isTitleLike(above?.line)),
		tellsBelow: yes(below < start && tells(entries[below], 6)),
		overStandfirst: yes(below < start && entries[below] !== undefined && isHeadOver(entries[index], (entries[below] as Entry).line) && tells(entries[below], 6)),
		flat: yes(flat),
		apartAbove: yes(apart(index)),
		apartBelow: yes(apart(index + 1)),
		apartBoth: yes(apart(index) && apart(index + 1)),
	};
};

/** A label in capitals over a headline in small letters: "HARBOUR NEWS", "Boats lost off Salder". */
const isKicker = (entries: readonly Entry[], index: number, start: number): boolean => {
	if (!isInCapitals((entries[index] as Entry).line)) return false;
	const below = openBeside(entries, index, 1);
	const next = entries[below]?.line;
	return below < start && isTitleLike(next) && next.words >= 3 && !isInCapitals(next);
};

/** Whether a line above the text at `start` can be its headline at all. */
const canBe = ({line, verdict}: Entry): boolean => {
	if (line.words < 1 || line.words > LONGEST || line.text.length < 4) return false;
	if (verdict !== null && verdict.role !== 'drop') return false;
	const meta = metaOf(line, true);
	return meta === null || (line.words >= 4 && meta.date === undefined && meta.rule !== 'byline' && meta.rule !== 'time row');
};

/** Lines under "Related news" in which its links stand. */
const LINKED = 24;
const dateAt = (entries: readonly Entry[], at: number): boolean => rowAt(entries, at) && metaOf((entries[at] as Entry).line, true)?.date !== undefined;

/** One of several links with their dates under "Related news": "Ferry fares rise again", "2 May 2024", "Quay closed for repairs", "1 May 2024". */
export const isLinked = (entries: readonly Entry[], index: number): boolean =>
	dateAt(entries, index + 1) && (dateAt(entries, index + 3) || dateAt(entries, index - 1)) && entries.slice(Math.max(0, index - LINKED), index).some(({verdict}) => verdict?.role === 'related');

type Candidate = {readonly index: number; readonly line: Line; readonly around: SignsAround};

const candidatesOf = (entries: readonly Entry[], start: number, copies: Copies, above = ABOVE): readonly Candidate[] => {
	const told = toldAt(entries, start);
	const found: Candidate[] = [];
	for (let index = Math.max(0, start - above); index <= Math.min(entries.length - 1, start + INSIDE); index++) {
		const entry = entries[index];
		if (entry !== undefined && canBe(entry) && !isKicker(entries, index, start) && !isLinked(entries, index)) found.push({index, line: entry.line, around: signsAround(entries, index, start, told, copies)});
	}

	return found;
};

/** The signs of every line that can be the headline of the text beginning at `start`; those that stand more than `above` lines above it cannot. */
export const headlineSigns = (entries: readonly Entry[], start: number, copies: Copies, above = ABOVE): ReadonlyArray<{readonly index: number; readonly signs: HeadlineSigns}> =>
	candidatesOf(entries, start, copies, above).map(({index, line, around}) => ({index, signs: {...ownSigns(line), ...around}}));

/** A headline and how sure it is, as the logarithm of its odds. */
export type Headed = {readonly index: number; readonly odds: number};

/** The odds of the same lines. */
export const headlineOdds = (entries: readonly Entry[], start: number, copies: Copies, above = ABOVE): Headed[] =>
	candidatesOf(entries, start, copies, above).map(({index, line, around}) => ({index, odds: ownOdds(line) + weighAround(around)}));

/** By so much another copy of the same headline must be likelier than the one above it. */
const COPY = 1;

/** The likeliest headline of the text that begins at `start`; null where no line above it can be one. */
export const likeliestHeadline = (entries: readonly Entry[], start: number, copies: Copies = copiesOf(entries)): Headed | null => {
	let best: Headed | null = null;
	for (const {index, line, around} of candidatesOf(entries, start, copies)) {
		const odds = ownOdds(line) + weighAround(around);
		// Of two that stand alike, over a film and over the text, the first.
		const again = best !== null && isSame((entries[best.index] as Entry).line, line);
		if (best === null || odds > best.odds + (again ? COPY : 0)) best = {index, odds};
	}

	return best;
};

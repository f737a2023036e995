import table from '../../data/boilerplate.json' with {type: 'json'};
import {anyOf, wholeLine} from '../text/line-rules.ts';
import {matchesOf} from '../text/matches.ts';
import {isAgoRow, isDateRow} from './dateline.ts';
import type {Furniture, Verdict} from './furniture.ts';
import type {Line} from './line.ts';
import {mayMatch} from './needs.ts';

const PLEAS = table.pleas.map(({points, pattern}) => ({points, pattern: new RegExp(pattern, 'i')}));
const ANY_PLEA = new RegExp(anyOf(table.pleas.map(({pattern}) => pattern)), 'i');
const mayBePlea = mayMatch(table.pleas.map(({pattern}) => pattern));
const PLEA_HEADINGS = table.pleaHeadings.map(pattern => wholeLine(pattern));

/** No line of furniture is longer; a paragraph is looked at by the pleas alone. */
const LONGEST = 420;
const PLEA = 3;
/** A paragraph with one cue is part of the plea if a neighbour is one. */
const PLEA_NEIGHBOUR = 1;

/** Scrapes glue labels together ("repliesComments", "Share ButtonViews: 5"): furniture if both halves are. */
const LONGEST_GLUED = 160;
const SEAM = /[\p{Ll}\d)](?=\p{Lu})/gu;
/** The same, looked for in less time: letters beyond ASCII may be of either kind. */
const MAY_BE_SEAM = /[a-z\d)\u0080-\uFFFF][A-Z\u0080-\uFFFF]/;
const gluedVerdict = (text: string, rowOf: Furniture): Verdict | null => {
	if (text.length > LONGEST_GLUED) return null;
	if (!MAY_BE_SEAM.test(text)) return null;
	for (const seam of matchesOf(SEAM, text)) {
		const first = rowOf(text.slice(0, seam.index + 1));
		const second = first === null ? null : rowOf(text.slice(seam.index + 1));
		if (first !== null && second !== null) return second.role === 'head' ? second : first;
	}

	return null;
};

const COOKIES = /\bcookies?\b/gi;
const CONSENT = /\b(?:your (?:experience|browser|consent|device)|this (?:web)?site|our (?:web)?site|third[- ]part(?:y|ies)|tracking technolog|opt[- ]out|privacy policy)/i;
/** A paragraph of a consent box: cookies again and again, and the reader's browser. */
const isConsent = (text: string): boolean => (text.match(COOKIES)?.length ?? 0) >= 2 && CONSENT.test(text);

const lineVerdict = ({text, tables: {furniture}}: Line): Verdict | null => text.length <= LONGEST ? furniture(text) ?? gluedVerdict(text, furniture) : isConsent(text) ? {rule: 'cookie note', role: 'drop'} : null;

/** An editor's own words stand in no quotation marks; a politician who asks for support does it inside them. */
const unquoted = (text: string): string => !text.includes('“') && !text.includes('"') ? text : text.replace(/[“"][^“”"]*(?:[”"]|$)/g, ' ');

const pleaPoints = (line: Line): number => {
	if (!mayBePlea(line)) return 0;
	const own = unquoted(line.text);
	return !ANY_PLEA.test(own) ? 0 : PLEAS.reduce((sum, {points, pattern}) => sum + (pattern.test(own) ? points : 0), 0);
};

const plea: Verdict = {rule: 'donation plea', role: 'drop'};

/** The verdict on each line, null for those that stay. Pleas are weighed together with their neighbours. */
export const boilerplate = (lines: readonly Line[]): ReadonlyArray<Verdict | null> => {
	const isTime = (line: Line | undefined): boolean => line !== undefined && (isDateRow(line.text) || isAgoRow(line.text));
	const isKnown = (line: Line | undefined): boolean => line !== undefined && line.tables.outlets.known(line.text) !== null;
	// "Reuters" under a photograph is a credit; beside "2 hours ago" it is the outlet.
	const isOutletRow = (index: number): boolean => isKnown(lines[index]) && (isTime(lines[index - 1]) || isTime(lines[index + 1]));
	const verdicts = lines.map((line, index) => isOutletRow(index) ? null : lineVerdict(line));
	const points = lines.map((line, index) => verdicts[index] === null ? pleaPoints(line) : 0);
	const isPlea = points.map((sum, index) => sum >= PLEA && PLEAS.some(({points: weight, pattern}) => weight >= 2 && pattern.test(unquoted(lines[index]?.text ?? ''))));
	const spread = (index: number, from: number): void => {
		if (isPlea[from] === true && (points[index] ?? 0) >= PLEA_NEIGHBOUR) isPlea[index] = true;
	};

	for (let index = 1; index < lines.length; index++) spread(index, index - 1);
	for (let index = lines.length - 2; index >= 0; index--) spread(index, index + 1);
	return lines.map((line, index) => {
		if (isPlea[index] === true) return plea;
		// "Support independent reporting" is a heading only over the plea itself; elsewhere it may be somebody's words.
		const heads = isPlea[index + 1] === true && (PLEA_HEADINGS.some(pattern => pattern.test(line.text)) || (line.shape === 'title' && (points[index] ?? 0) > 0));
		return verdicts[index] ?? (heads ? plea : null);
	});
};

import type {Basis} from '../model/article.ts';
import type {Line} from './line.ts';
import type {OutletNames} from './outlet-names.ts';

/** An outlet that the words of a page point to, with those words: `told X`, line 12. */
export type OutletFinding = {readonly outlet: string; readonly basis: Basis; readonly evidence: string};

/** `trigger`: a quick look whether the slow pattern, with all names in it, can match at all. */
type Cue = {readonly points: number; readonly trigger: RegExp; readonly pattern: RegExp; readonly knownOnly: boolean};
const NAME = '((?:[Tt]he )?[A-Z][\\w&’\']*(?: [A-Z][\\w&’\']*){0,3})';

/** Words an outlet uses of itself. `told X` alone is weak: papers quote what was told to others. */
const bodyCues = (any: string): readonly Cue[] => [
	{points: 4, knownOnly: false, trigger: / reveal\b/, pattern: new RegExp(`\\b${NAME} can (?:exclusively )?reveal\\b`, 'g')},
	{points: 4, knownOnly: true, trigger: / (?:understands|has|approached|contacted|reached|asked) ?/i, pattern: new RegExp(`\\b(${any}) (?:understands|has learned|has learnt|has been told|has approached|has contacted|has asked|approached|contacted|has reached out to|reached out to|asked .{3,60} for (?:a )?comment)\\b`, 'gi')},
	{points: 4, knownOnly: true, trigger: /exclusive|sitting|analysis by|first published|originally|reporting for/i, pattern: new RegExp(`\\b(?:exclusive to|exclusively to|in an exclusive interview with|sitting (?:down )?with|spoke exclusively to|analysis by|first published (?:in|by|on)|originally appeared (?:in|on)|reporting for) (${any})\\b`, 'gi')},
	{points: 1, knownOnly: true, trigger: /\b(?:told|tells|telling|speaking|spoke|speaks) /i, pattern: new RegExp(`\\b(?:told|tells|telling|speaking to|spoke to|speaks to) (${any})\\b`, 'gi')},
];

/** Words of the page's furniture: who asks for money, whose readers are addressed. */
const furnitureCues = (any: string): readonly Cue[] => [
	{points: 4, knownOnly: false, trigger: / by\b/, pattern: new RegExp(`\\b${NAME} is (?:trusted|funded|supported|read) by\\b`, 'g')},
	{points: 3, knownOnly: true, trigger: / (?:is|needs|depends|relies|app|newsletter|readers|journalism)\b/i, pattern: new RegExp(`(?:^|[^\\w])(${any}) (?:is on the ground|is a reader|needs your|depends on|relies on|app|newsletter|readers|journalism)\\b`, 'gi')},
	{points: 3, knownOnly: true, trigger: /support|subscribe|donate|contribute|join|other|download|sign up/i, pattern: new RegExp(`\\b(?:support|subscribe to|donate to|contribute to|join|other|download|sign up to) (${any})\\b`, 'gi')},
];

type Cues = {readonly body: readonly Cue[]; readonly furniture: readonly Cue[]};
const made = new WeakMap<OutletNames, Cues>();

/** The patterns hold all names: they are made when the first page asks, once for each table. */
const cuesOf = (names: OutletNames): Cues => {
	const cues = made.get(names) ?? {body: bodyCues(names.any), furniture: furnitureCues(names.any)};
	made.set(names, cues);
	return cues;
};

/** Below it, silence is more honest: one "told X" can be another paper's interview. */
const ENOUGH = 3;

type Tally = {points: number; evidence: string; best: number; strong: boolean};

const count = (lines: readonly Line[], cues: readonly Cue[], tally: Map<string, Tally>): void => {
	for (const line of lines) {
		for (const {points, trigger, pattern, knownOnly} of cues) {
			if (!trigger.test(line.text)) continue;
			for (const match of line.text.matchAll(pattern)) {
				const printed = (match[1] ?? '').trim();
				// "Our independent journalism" names no paper: a name begins with a capital.
				if (!/^(?:the )?[\p{Lu}\d]/u.test(printed)) continue;
				const outlet = line.tables.outlets.known(printed) ?? (knownOnly || !printed.includes(' ') || /^(?:The|We|This|That|It) ?$/.test(printed) ? null : printed);
				if (outlet === null) continue;
				const entry = tally.get(outlet) ?? {points: 0, evidence: '', best: 0, strong: false};
				const better = points > entry.best;
				tally.set(outlet, {
					points: entry.points + points,
					best: Math.max(points, entry.best),
					strong: entry.strong || points >= ENOUGH,
					evidence: better ? `“${match[0].trim()}”, line ${line.number}` : entry.evidence,
				});
			}
		}
	}
};

/**
 * The outlet a page's own words give away, or null: it is named as the one that reveals, asks for money, or was told
 * things three times, and no other is named as often.
 */
export const inferOutlet = (body: readonly Line[], furniture: readonly Line[]): OutletFinding | null => {
	const tables = (body[0] ?? furniture[0])?.tables;
	if (tables === undefined) return null;
	const cues = cuesOf(tables.outlets);
	const tally = new Map<string, Tally>();
	count(body, cues.body, tally);
	count(furniture, cues.furniture, tally);
	const [first, second] = [...tally.entries()].sort((a, b) => b[1].points - a[1].points);
	if (first === undefined || first[1].points < ENOUGH || (!first[1].strong && (second?.[1].points ?? 0) * 2 > first[1].points)) return null;
	// Two outlets that both speak of themselves: pages were pasted together, and silence is more honest.
	if (second !== undefined && second[1].strong && second[1].points * 2 > first[1].points) return null;
	return {outlet: first[0], basis: 'inferred', evidence: first[1].evidence};
};

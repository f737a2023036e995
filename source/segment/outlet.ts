import type {Basis} from '../model/article.ts';
import {matchesOf} from '../text/matches.ts';
import {agencyOf} from './dateline.ts';
import type {Line} from './line.ts';
import {rowsFor} from './needs.ts';
import type {OutletNames} from './outlet-names.ts';

/** An outlet that the words of a page point to, with those words: `told X`, line 12. */
export type OutletFinding = {readonly outlet: string; readonly basis: Basis; readonly evidence: string};

/**
 * `side`: where the name stands, before the words of the pattern or behind them; only an outlet of the table counts there. capture: any name that the
 * pattern itself catches.
 */
type Cue = {readonly points: number; readonly side: 'before' | 'behind' | 'capture'; readonly pattern: RegExp};
const NAME = '((?:[Tt]he )?[A-Z][\\w&’\']*(?: [A-Z][\\w&’\']*){0,3})';

/** Words an outlet uses of itself. `told X` alone is weak: papers quote what was told to others. */
const BODY = rowsFor<Cue>([
	{points: 4, side: 'capture', pattern: new RegExp(`\\b${NAME} can (?:exclusively )?reveal\\b`, 'g')},
	{points: 4, side: 'before', pattern: / (?:understands|has learned|has learnt|has been told|has approached|has contacted|has asked|approached|contacted|has reached out to|reached out to|asked .{3,60} for (?:a )?comment)\b/gi},
	{points: 4, side: 'behind', pattern: /\b(?:exclusive to|exclusively to|in an exclusive interview with|sitting (?:down )?with|spoke exclusively to|analysis by|first published (?:in|by|on)|originally appeared (?:in|on)|reporting for) /gi},
	{points: 1, side: 'behind', pattern: /\b(?:told|tells|telling|speaking to|spoke to|speaks to) /gi},
]);

/** Words of the page's furniture: who asks for money, whose readers are addressed. */
const FURNITURE = rowsFor<Cue>([
	{points: 4, side: 'capture', pattern: new RegExp(`\\b${NAME} is (?:trusted|funded|supported|read) by\\b`, 'g')},
	{points: 3, side: 'before', pattern: / (?:is on the ground|is a reader|needs your|depends on|relies on|app|newsletter|readers|journalism)\b/gi},
	{points: 3, side: 'behind', pattern: /\b(?:support|subscribe to|donate to|contribute to|join|other|download|sign up to) /gi},
]);

/** The outlet that a cue found at `match` names, and the words that do. */
const named = (line: Line, {side}: Cue, match: RegExpExecArray): {readonly outlet: string; readonly words: string} | null => {
	const {outlets} = line.tables;
	if (side === 'before') {
		const name = outlets.trailing(line.text.slice(0, match.index));
		return name === null ? null : {outlet: name.outlet, words: `${name.printed}${match[0]}`};
	}

	if (side === 'behind') {
		const name = outlets.leading(line.text.slice(match.index + match[0].length));
		return name === null ? null : {outlet: name.outlet, words: `${match[0]}${name.printed}`};
	}

	const printed = (match[1] ?? '').trim();
	const outlet = outlets.known(printed) ?? (!printed.includes(' ') || /^(?:The|We|This|That|It) ?$/.test(printed) ? null : printed);
	return outlet === null ? null : {outlet, words: match[0]};
};

/** The agency in the dateline of a line: whose words they are, but an agency sells them to many. */
export const agencyFinding = ({text, number, tables}: Line): OutletFinding | null => {
	const agency = agencyOf(text);
	const outlet = agency === null ? null : tables.outlets.known(agency);
	return outlet === null ? null : {outlet, basis: 'inferred', evidence: `“(${agency})”, line ${number}`};
};

/** The outlet whose site the address of a page or record is of. */
export const addressFinding = (url: string | null | undefined, {ofHost}: OutletNames): OutletFinding | null => {
	if (url == null || !URL.canParse(url)) return null;
	const {hostname} = new URL(url);
	const outlet = ofHost(hostname);
	return outlet === null ? null : {outlet, basis: 'inferred', evidence: `“${hostname}”, its address`};
};

/** Below it, silence is more honest: one "told X" can be another paper's interview. */
const ENOUGH = 3;

type Tally = {points: number; evidence: string; best: number; strong: boolean};

const count = (lines: readonly Line[], cuesFor: typeof BODY, tally: Map<string, Tally>): void => {
	for (const line of lines) {
		for (const cue of cuesFor(line)) {
			for (const match of matchesOf(cue.pattern, line.text)) {
				const found = named(line, cue, match);
				if (found === null) continue;
				const {points} = cue;
				const entry = tally.get(found.outlet) ?? {points: 0, evidence: '', best: 0, strong: false};
				tally.set(found.outlet, {
					points: entry.points + points,
					best: Math.max(points, entry.best),
					strong: entry.strong || points >= ENOUGH,
					evidence: points > entry.best ? `“${found.words.trim()}”, line ${line.number}` : entry.evidence,
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
	const tally = new Map<string, Tally>();
	count(body, BODY, tally);
	count(furniture, FURNITURE, tally);
	const [first, second] = [...tally.entries()].sort((a, b) => b[1].points - a[1].points);
	if (first === undefined || first[1].points < ENOUGH || (!first[1].strong && (second?.[1].points ?? 0) * 2 > first[1].points)) return null;
	// Two outlets that both speak of themselves: pages were pasted together, and silence is more honest.
	if (second !== undefined && second[1].strong && second[1].points * 2 > first[1].points) return null;
	return {outlet: first[0], basis: 'inferred', evidence: first[1].evidence};
};

import table from '../../data/page-text.json' with {type: 'json'};
import type {Entry} from './entries.ts';
import {type Copies, copiesOf, type Headed, likeliestHeadline} from './headline-signs.ts';
import {chanceOf, signsOf, weigher} from './line-signs.ts';
import {sharedBy, subjectOf} from './resemblance.ts';

/** Where the text of a page stands: entries `from` to `to`, both included. `score`: what it is worth with its headline, `gain`: by its lines alone. */
export type MainText = {readonly from: number; readonly to: number; readonly headline: Headed | null; readonly score: number; readonly gain: number};

const {least, power, closer, gap, start: leastAtStart, told} = table.text;
const MOST_WORDS = 60;
const SHORTEST_START = 5;
/** What a headline is worth, in log odds: a text without one begins with a loss. */
const NO_HEADLINE = -4;
const SURE_HEADLINE = 6;
/** A line that shares more words with the headline does not tell of it more. */
const MOST_TOLD = 3;

/** What a pattern takes out anyway, such as the buttons of a picture show, parts two paragraphs less than what nobody knows. */
const KNOWN = .5;
/** A box within a text is as long as it likes: from some length on, the rest of it counts so much. */
const BEYOND = .1;
const NOTHING: ReadonlySet<string> = new Set();

const weigh = weigher(table.lines);
/** How likely each line of a page is a paragraph of its text. */
export type Chances = {readonly chances: readonly number[]; readonly closes: readonly boolean[]};

export const chancesOf = (entries: readonly Entry[]): Chances => {
	const {signs, closes} = signsOf(entries);
	return {chances: signs.map(sign => chanceOf(weigh(sign))), closes};
};

/**
 * The stretch of a page that gains most: every line adds what it is likelier text than not, by its length, and takes
 * away what it is not; headings over comments and other articles take away more; a stretch begins with the worth of
 * the headline above it (Pasternack and Roth, Extracting Article Text from the Web with Maximum Subsequence
 * Segmentation, 2009), and what tells of that headline is worth more. `free`: lines that may be taken. Null where no line can begin a text.
 */
export const mainTextOf = (entries: readonly Entry[], {chances, closes}: Chances, copies: Copies = copiesOf(entries), free: (index: number) => boolean = () => true): MainText | null => {
	let best: MainText | null = null;
	let open: {readonly from: number; readonly headline: Headed | null; readonly subject: ReadonlySet<string>; readonly worth: number; score: number; gap: number} | null = null;
	for (const [index, {line, verdict}] of entries.entries()) {
		if (!free(index)) {
			open = null;
			continue;
		}

		const chance = chances[index] ?? 0;
		if (chance >= leastAtStart && verdict === null && line.words >= SHORTEST_START && (open === null || open.score < SURE_HEADLINE)) {
			const headline = likeliestHeadline(entries, index, copies);
			const score = Math.max(NO_HEADLINE, Math.min(SURE_HEADLINE, headline?.odds ?? NO_HEADLINE));
			const subject = headline === null ? NOTHING : subjectOf((entries[headline.index] as Entry).line);
			if (open === null || score > open.score) open = {from: index, headline, subject, worth: score, score, gap: 0};
		}

		if (open === null) continue;
		const worth = (chance - least) * Math.max(1, Math.min(MOST_WORDS, line.words) ** power) * (verdict === null ? 1 : KNOWN);
		open.score += worth < 0 && open.gap >= gap ? worth * BEYOND : worth;
		open.gap = worth < 0 ? open.gap - worth : Math.max(0, open.gap - worth * 2);
		if (closes[index] === true) open.score -= closer;
		if (chance >= leastAtStart) open.score += told * Math.min(MOST_TOLD, sharedBy(subjectOf(line), open.subject));
		if (best === null || open.score > best.score) best = {from: open.from, to: index, headline: open.headline, score: open.score, gain: open.score - open.worth};
	}

	return best;
};

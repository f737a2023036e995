import type {Figure} from '../../source/model/figure.ts';
import type {Gold, GoldClaim, GoldFigure} from '../helpers/gold-articles.ts';

/** One line of a score: right of how many. `misses` say what went wrong, for a person to read. */
export type Row = {readonly name: string; readonly right: number; readonly of: number; readonly misses: readonly string[]};
/** A figure with its column in the raw line, where the labels stand. */
export type Placed = {readonly figure: Figure; readonly article: string; readonly column: number};

export const overlaps = (left: number, leftEnd: number, right: number, rightEnd: number): boolean => left < rightEnd && right < leftEnd;
const onGold = (placed: Placed, gold: {article: string | null; line: number; start: number; text: string}): boolean =>
	placed.figure.line === gold.line && overlaps(placed.column, placed.column + placed.figure.text.length, gold.start, gold.start + gold.text.length);
/** Equal, but for the digits a rounded share leaves out. */
export const near = (left: number | null, right: number | null): boolean => left === right || (left !== null && right !== null && Math.abs(left - right) <= Math.abs(right) * 1e-4 + 1e-4);
/** Names are compared without article, case, and the shape of the apostrophe. */
const plain = (name: string | null): string => (name ?? '').toLowerCase().replaceAll('’', '\'').replace(/^(?:the|a|an) /, '').trim();

type Pair = {readonly gold: GoldFigure; readonly placed: Placed};

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

export const row = <T>(name: string, items: readonly T[], isRight: (item: T) => boolean, tell: (item: T) => string): Row => {
	const misses = items.filter(item => !isRight(item));
	return {name, right: items.length - misses.length, of: items.length, misses: misses.map(tell)};
};

/** One of the names the label gives, or none where none is right too. */
export const sourceIsRight = (claim: Pick<GoldClaim, 'source' | 'sourceNullOk'> & {readonly sourceAlt: readonly string[]}, source: string | null): boolean => {
	if (source === null) return claim.source === null || claim.sourceNullOk;
	if (claim.source === null) return false;
	return [claim.source, ...claim.sourceAlt].some(name => plain(name) === plain(source));
};

/** How many hedges both sides name, counted once a side: `right` of `of` is their F1. */
export const hedgesInCommon = (read: readonly string[], labelled: readonly string[]): {readonly right: number; readonly of: number} => {
	const ours = new Set(read.map(plain));
	const theirs = new Set(labelled.map(plain));
	return {right: 2 * [...ours].filter(word => theirs.has(word)).length, of: ours.size + theirs.size};
};

const claimRows = (gold: Gold, placed: readonly Placed[]): Row[] => {
	const pairs = gold.claims.flatMap(claim => {
		const found = placed.find(entry => entry.article === claim.article && onGold(entry, claim));
		return found ? [{claim, figure: found.figure}] : [];
	});
	type Read = (typeof pairs)[number];
	const field = (name: string, right: (pair: Read) => boolean, told: (pair: Read) => readonly unknown[]): Row =>
		row(name, pairs, right, pair => `${pair.claim.id} ${pair.claim.text}: ${told(pair).map(value => JSON.stringify(value)).join(' for ')}`);
	const hedges = pairs.map(({claim, figure}) => ({...hedgesInCommon(figure.hedges, claim.hedges), miss: `${claim.id} ${JSON.stringify(figure.hedges)} for ${JSON.stringify(claim.hedges)}`}));
	return [
		field('measure', ({claim, figure}) => [claim.measure, ...claim.measureAlt].includes(figure.measure), ({claim, figure}) => [figure.measure, claim.measure]),
		field('measure text', ({claim, figure}) => plain(claim.measureText) === plain(figure.measureText), ({claim, figure}) => [figure.measureText, claim.measureText]),
		field('components', ({claim, figure}) => (claim.components ?? []).join() === (figure.components ?? []).join(), ({claim, figure}) => [figure.components, claim.components]),
		field('subject', ({claim, figure}) => plain(claim.subject) === plain(figure.subject), ({claim, figure}) => [figure.subject, claim.subject]),
		field('scope', ({claim, figure}) => plain(claim.scope) === plain(figure.scope), ({claim, figure}) => [figure.scope, claim.scope]),
		field('source', ({claim, figure}) => sourceIsRight(claim, figure.source), ({claim, figure}) => [figure.source, claim.source]),
		field('source chain', ({claim, figure}) => claim.sourceChain.map(plain).join() === figure.sourceChain.map(plain).join(), ({claim, figure}) => [figure.sourceChain, claim.sourceChain]),
		field('directness', ({claim, figure}) => claim.directness === figure.directness || (claim.sourceNullOk && figure.source === null), ({claim, figure}) => [figure.directness, claim.directness]),
		field('cue', ({claim, figure}) => plain(claim.cue) === plain(figure.cue), ({claim, figure}) => [figure.cue, claim.cue]),
		field('stance', ({claim, figure}) => claim.stance === figure.stance, ({claim, figure}) => [figure.stance, claim.stance]),
		{name: 'hedges (F1, counted twice)', right: sum(hedges.map(({right}) => right)), of: sum(hedges.map(({of}) => of)), misses: hedges.filter(({right, of}) => right < of).map(({miss}) => miss)},
		field('verification', ({claim, figure}) => plain(claim.verification) === plain(figure.verification), ({claim, figure}) => [figure.verification, claim.verification]),
		field('flow', ({claim, figure}) => claim.flow === figure.flow, ({claim, figure}) => [figure.flow, claim.flow]),
		field('period text', ({claim, figure}) => plain(claim.periodText) === plain(figure.periodText), ({claim, figure}) => [figure.periodText, claim.periodText]),
		field('as of', ({claim, figure}) => claim.asOf === figure.asOf && plain(claim.asOfText) === plain(figure.asOfText), ({claim, figure}) => [figure.asOfText, claim.asOfText]),
		field('said on', ({claim, figure}) => claim.saidOn === figure.saidOn && plain(claim.saidOnText) === plain(figure.saidOnText), ({claim, figure}) => [figure.saidOnText, claim.saidOnText, figure.saidOn, claim.saidOn]),
	];
};

/** Scores figures against the labels. `figures`: per gold article id, each with its column in the raw line. Optional figures count neither way. */
export const scoreFigures = (figures: ReadonlyMap<string, ReadonlyArray<{readonly figure: Figure; readonly column: number}>>, gold: Gold): Row[] => {
	const placed: Placed[] = [...figures].flatMap(([article, entries]) => entries.map(entry => ({...entry, article})));
	const counted = placed.filter(entry => !entry.figure.refusal);
	const pairs: Pair[] = [];
	const extra: Placed[] = [];
	for (const entry of counted) {
		const match = gold.numbers.figures.find(figure => figure.article === entry.article && onGold(entry, figure));
		if (match) pairs.push({gold: match, placed: entry});
		else extra.push(entry);
	}

	const scored = pairs.filter(pair => !pair.gold.optional);
	const wanted = gold.numbers.figures.filter(figure => !figure.optional);
	const missed = wanted.filter(figure => !pairs.some(pair => pair.gold === figure));
	const files = new Map(gold.articles.map(article => [article.id, article.file]));
	const trapped = gold.numbers.traps.filter(trap => extra.some(entry => files.get(entry.article) === trap.file && onGold(entry, trap)));
	const refusals = gold.qualitative.filter(entry => entry.refusal);
	const tell = (pair: Pair): string => `${pair.gold.article}:${pair.gold.line} ${pair.placed.figure.text} for ${pair.gold.text}`;
	return [
		{name: 'figures precision', right: scored.length, of: scored.length + extra.length, misses: extra.map(entry => `${entry.article}:${entry.figure.line} ${entry.figure.text}`)},
		{name: 'figures recall', right: wanted.length - missed.length, of: wanted.length, misses: missed.map(figure => `${figure.article}:${figure.line} ${figure.text}`)},
		row('text exact', scored, pair => pair.gold.text === pair.placed.figure.text, tell),
		row('values', scored, ({gold: label, placed: {figure}}) => near(figure.low, label.low) && near(figure.high, label.high) && [label.qualifier, ...label.qualifierAlt].includes(figure.qualifier), pair => `${tell(pair)} ${pair.placed.figure.low} ${pair.placed.figure.high} ${pair.placed.figure.qualifier}`),
		row('unit', scored, pair => pair.gold.unit === pair.placed.figure.unit, pair => `${tell(pair)}: ${pair.placed.figure.unit} for ${pair.gold.unit}`),
		{name: 'traps avoided', right: gold.numbers.traps.length - trapped.length, of: gold.numbers.traps.length, misses: trapped.map(trap => `${trap.file.slice(0, 3)}:${trap.line} ${trap.text} (${trap.why})`)},
		row('refusals', refusals, entry => placed.some(({figure, article}) => figure.refusal && article === entry.article && figure.line === entry.line && overlaps(0, 1, figure.text.includes(entry.text) || entry.text.includes(figure.text) ? 0 : 9, 10)), entry => entry.text),
		...claimRows(gold, placed),
	];
};

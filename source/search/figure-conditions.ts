import type {Over, Told} from './answer.ts';
import type {Period} from './periods.ts';
import type {Comparator, Condition} from './query.ts';
import {openEnds, type FigureColumns} from './shard.ts';

/**
 * Whether every number that a figure allows is so. "More than 5,000" is > 5000 and >= 5000; "up to 300" is <= 300 and not < 300;
 * "between 100 and 200" is > 50 and not > 150. A bound that nobody gave holds nothing. `=`: the number as it is printed, at
 * either end ("more than 5,000" is found by =5000).
 */
export const holds = (compare: Comparator, value: number, figure: {readonly low: number; readonly high: number; readonly above: boolean; readonly below: boolean}): boolean => {
	const {low, high, above, below} = figure;
	switch (compare) {
		case '>': return low > value || (above && low === value);
		case '>=': return low >= value;
		case '<': return high < value || (below && high === value);
		case '<=': return high <= value;
		case '=': return low === value || high === value;
	}
};

const articlesWith = ({members: {members, bases, size}}: Over, wanted: (columns: FigureColumns, row: number, measures: readonly string[]) => boolean): Uint8Array => {
	const found = new Uint8Array(size);
	for (const [number, {shard}] of members.entries()) {
		const {figures, measures} = shard;
		for (let row = 0; row < figures.article.length; row++) if (wanted(figures, row, measures)) found[(bases[number] ?? 0) + (figures.article[row] ?? 0)] = 1;
	}

	return found;
};

const told = (found: Uint8Array, notes: readonly string[] = []): Told => ({answer: {kind: 'test', test: article => found[article] === 1}, wanted: [], readAs: [], notes});

/** Articles with a figure of the measure, and of the size. A measure that no figure has is told. */
export const answerFigure = (over: Over, {measure, compare, value}: Extract<Condition, {kind: 'figure'}>): Told => {
	const known = over.members.members.some(({shard}) => shard.measures.includes(measure) && measure !== '');
	if (!known) return told(new Uint8Array(over.members.size), [`No figure here counts “${measure}”.`]);
	return told(articlesWith(over, (columns, row, measures) => measures[columns.measure[row] ?? 0] === measure && (compare === null || holds(compare, value, {
		low: columns.low[row] ?? Number.NaN, high: columns.high[row] ?? Number.NaN,
		above: ((columns.open[row] ?? 0) & openEnds.above) !== 0, below: ((columns.open[row] ?? 0) & openEnds.below) !== 0,
	}))));
};

/** Articles with a figure that holds for a time within the period, as exactly as it is known. */
export const answerAsOf = (over: Over, {from, to}: Period): Told =>
	told(articlesWith(over, (columns, row) => (columns.asOfTo[row] ?? 0) > 0 && (columns.asOfFrom[row] ?? 0) <= to && (columns.asOfTo[row] ?? 0) >= from));


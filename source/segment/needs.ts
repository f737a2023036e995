import {Needles} from '../text/needles.ts';
import {needlesOf} from '../text/pattern-signs.ts';
import {type Line, once} from './line.ts';

/*
 * Of the patterns of this stage hardly any matches a line, and none need be asked that cannot. What each needs is read from its own source, and one pass over a
 * line looks for the words of all of them.
 */

/** The words of which each asker needs one. All askers tell theirs when their modules are loaded. */
const needed: Array<readonly string[]> = [];
let needles: Needles | null = null;

/** The places among `needed` of the askers that find a word of theirs in a line, in order. */
const askersIn = once(({text}: Line) => (needles ??= new Needles(needed)).setsIn(text));

/** The place of a new asker; its words are those of the patterns it asks. Null where it must always be asked: one of those needs nothing that is known, or lines were looked at before. */
const placeOf = (sources: readonly string[]): number | null => {
	const all = sources.map(needlesOf);
	return needles !== null || all.some(some => some === null) ? null : needed.push(all.flatMap(some => some ?? [])) - 1;
};

/** Whether a line can match at least one of some patterns (flag "i" or none), as far as what they need tells. */
export const mayMatch = (sources: readonly string[]): ((line: Line) => boolean) => {
	const place = placeOf(sources);
	return line => place === null || askersIn(line).includes(place);
};

/** Of rows with a pattern each (flag "i" or none), those whose pattern a line can match as far as what it needs tells, in their order: of nearly every line one or two, or none. */
export const rowsFor = <Row extends {readonly pattern: RegExp}>(rows: readonly Row[]): ((line: Line) => readonly Row[]) => {
	const places = rows.map(({pattern}) => placeOf([pattern.source]));
	const always = rows.filter((_, at) => places[at] === null);
	const own = new Map(rows.flatMap((row, at) => places[at] == null ? [] : [[places[at], row] as const]));
	return line => {
		const found = askersIn(line).flatMap(place => own.get(place) ?? []);
		return always.length === 0 || found.length === 0 ? [...found, ...always] : rows.filter(row => found.includes(row) || always.includes(row));
	};
};

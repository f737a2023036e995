import {closest} from '../text/closest.ts';
import {choiceCondition, dateCondition, figureCondition} from './field-values.ts';
import {fieldNames, isField, specOf, type FieldName, type FieldSpec, type Sort} from './fields.ts';
import {safePattern} from './pattern.ts';
import type {Condition, Query} from './query.ts';
import {complain, isSpace, QUOTES, readBare, readingOf, readQuoted, skipSpace, type Reading, type Saved, type SavedSearches} from './reading.ts';
import {fold, measureKey, wordsOf} from './words.ts';
import {Problem} from '../model/problem.ts';

/** More parentheses in each other than anybody needs: it bounds the recursion. */
const DEEPEST = 20;
/** A few that name each other twice would be read without end. */
const MOST_SAVED = 100;
/** "killed > 1000": a sign that stands alone could mean nothing else. */
const SPACED = /^([\p{L}][\p{L}\p{Nd}-]*)\s*(>=|<=|>|<|=)\s*(?=\p{Nd})/u;
const COMPARED = /^([\p{L}][\p{L}\p{Nd}-]*)(>=|<=|>|<|=)(.*)$/su;

const wordsCondition = (typed: string, part: FieldSpec['part'] | null, how: 'bare' | 'exact' | 'quoted', open: boolean): Condition | null => {
	const words = wordsOf(typed);
	if (words.length === 0) return null;
	// What signs or a script without spaces write together is looked for together.
	const match = how === 'quoted' || words.length > 1 ? 'phrase' : how === 'exact' ? 'exact' : 'fuzzy';
	return {kind: 'words', part: part ?? null, words, match, open: open && how !== 'exact'};
};

const readPattern = (reading: Reading): Condition | null => {
	const from = reading.at;
	const closing = /^\/((?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])*)\/(?=\s|\)|$)/s.exec(reading.text.slice(from));
	if (closing === null) {
		readBare(reading);
		return complain(reading, 'The pattern has no closing slash.', from, from + 1, true);
	}

	reading.at += closing[0].length;
	const source = closing[1] ?? '';
	if (source === '') return null;
	try {
		safePattern(source);
		return {kind: 'pattern', source};
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		return complain(reading, error.why, from, reading.at);
	}
};

/** Its name as it was saved: as typed, else but for capitals and accents. */
const savedName = ({all}: Saved, typed: string): string | undefined => (all.has(typed) ? typed : [...all.keys()].find(name => fold(name) === fold(typed)));

/** What the saved search of this name asks, in its place. */
const savedCondition = (reading: Reading, typed: string, from: number): Condition | null => {
	const {saved} = reading;
	const name = savedName(saved, typed);
	const end = reading.at;
	if (name === undefined) {
		const near = closest(typed, [...saved.all.keys()]);
		const begun = end === reading.text.length && [...saved.all.keys()].some(each => fold(each).startsWith(fold(typed)));
		return complain(reading, `No search is saved as “${typed}”.${near === undefined ? '' : ` Did you mean “${near}”?`}`, from, end, begun);
	}

	reading.named.push({name, from, to: end});
	if (saved.within.includes(name)) return complain(reading, `The saved search “${name}” leads back to itself: ${[...saved.within.slice(saved.within.indexOf(name)), name].join(', ')}.`, from, end);
	if (saved.room.left-- <= 0) return complain(reading, `More than ${MOST_SAVED} saved searches in each other are not understood.`, from, end);
	const inner = readingOf(saved.all.get(name) ?? '', {...saved, within: [...saved.within, name]});
	const of = readAll(inner);
	// Of several in each other the innermost is named.
	if (inner.problem !== null) complain(reading, /^(?:In the|The) saved search “/.test(inner.problem.message) ? inner.problem.message : `In the saved search “${name}”: ${inner.problem.message}`, from, end);
	return of === null ? null : {kind: 'saved', of, sort: sortOf(inner, of)};
};

const fieldCondition = (reading: Reading, name: FieldName, from: number): Condition | null => {
	const spec = specOf(name);
	const valueFrom = reading.at;
	const quoted = QUOTES.includes(reading.text[reading.at] ?? ' ') ? readQuoted(reading) : null;
	const exact = quoted === null && spec.value === 'words' && reading.text[reading.at] === '\'';
	const typed = quoted?.text ?? readBare(reading);
	if (typed === '' && quoted === null) return complain(reading, `${name}: needs a value.`, from, reading.at, reading.at === reading.text.length);
	switch (spec.value) {
		case 'words': return wordsCondition(typed, spec.part, quoted ? 'quoted' : exact ? 'exact' : 'bare', quoted?.open ?? true);
		case 'date': return dateCondition(reading, name, typed, valueFrom);
		case 'event': return {kind: 'event', words: wordsOf(typed), typed};
		case 'saved': return savedCondition(reading, typed, valueFrom);
		case 'choice': return choiceCondition(reading, name, typed, valueFrom);
		case 'figure': {
			const sized = /^(.*?)(>=|<=|>|<|=)(.*)$/s.exec(quoted === null ? typed : `${typed}${readBare(reading)}`);
			if (sized === null) return {kind: 'figure', measure: measureKey(typed), compare: null, value: 0};
			return figureCondition(reading, sized[1] ?? '', sized[2] ?? '=', sized[3] ?? '', valueFrom);
		}
	}
};

const readGroup = (reading: Reading): Condition | null => {
	const from = reading.at++;
	if (reading.depth >= DEEPEST) {
		reading.at = reading.text.length;
		return complain(reading, `More than ${DEEPEST} parentheses in each other are not understood.`, from, from + 1);
	}

	reading.depth++;
	const inner = readAll(reading);
	reading.depth--;
	if (reading.text[reading.at] === ')') reading.at++;
	else complain(reading, 'The parenthesis is not closed.', from, from + 1, true);
	return inner;
};

const readTerm = (reading: Reading): Condition | null => {
	const from = reading.at;
	const {text} = reading;
	const character = text[from] ?? '';
	if (character === '(') return readGroup(reading);
	if (character === ')') {
		reading.at++;
		return complain(reading, 'This parenthesis closes nothing.', from, from + 1);
	}

	if (QUOTES.includes(character)) {
		const {text: quoted, open} = readQuoted(reading);
		return wordsCondition(quoted, null, 'quoted', open);
	}

	if (character === '/') return readPattern(reading);
	const name = /^([\p{L}]+):/u.exec(text.slice(from, from + 30))?.[1]?.toLowerCase();
	if (name !== undefined && isField(name)) {
		reading.at += name.length + 1;
		return fieldCondition(reading, name, from);
	}

	const near = name === undefined ? undefined : closest(name, fieldNames);
	const spaced = SPACED.exec(reading.text.slice(from));
	if (spaced !== null) {
		reading.at += spaced[0].length;
		return figureCondition(reading, spaced[1] ?? '', spaced[2] ?? '', readBare(reading), from);
	}

	const typed = readBare(reading);
	if (typed === 'OR') return complain(reading, 'OR needs something before it.', from, from + 2, reading.at === text.length);
	// "colour:red" is words; "oulet:bbc" is a slip, and nobody wants words then.
	if (near !== undefined) return complain(reading, `There is no field ${name}:. Did you mean ${near}:?`, from, from + (name ?? '').length + 1);
	const [, measure, sign, amount] = COMPARED.exec(typed) ?? [];
	if (measure !== undefined && sign !== undefined) return figureCondition(reading, measure, sign, amount ?? '', from);
	return wordsCondition(typed, null, character === '\'' ? 'exact' : 'bare', true);
};

/** A minus before a term takes away what has it. A lone minus is a query in the middle of being typed. */
const readSigned = (reading: Reading): Condition | null => {
	if (reading.text[reading.at] !== '-') return readTerm(reading);
	reading.at++;
	if (reading.at >= reading.text.length || isSpace(reading.text[reading.at])) return null;
	const of = readSigned(reading);
	return of === null ? null : {kind: 'not', of};
};

const readOr = (reading: Reading): boolean => {
	skipSpace(reading);
	if (!/^OR(?=\s|$|\()/.test(reading.text.slice(reading.at, reading.at + 3))) return false;
	reading.at += 2;
	skipSpace(reading);
	if (reading.at >= reading.text.length) complain(reading, 'OR needs something after it.', reading.at - 2, reading.at, true);
	return true;
};

/** Conditions side by side: all must hold. OR ties its two neighbours alone. */
const readAll = (reading: Reading): Condition | null => {
	const all: Condition[] = [];
	for (;;) {
		skipSpace(reading);
		if (reading.at >= reading.text.length || (reading.depth > 0 && reading.text[reading.at] === ')')) break;
		const first = readSigned(reading);
		const either: Condition[] = first === null ? [] : [first];
		while (either.length > 0 && readOr(reading) && reading.at < reading.text.length) {
			const next = readSigned(reading);
			if (next !== null) either.push(next);
		}

		const [only] = either;
		if (either.length > 1) all.push({kind: 'any', of: either});
		else if (only !== undefined) all.push(only);
	}

	const [only] = all;
	return all.length > 1 ? {kind: 'all', of: all} : only ?? null;
};

/** The order that was asked for, else that of a saved search which must hold. */
const sortOf = ({sort}: Reading, root: Condition | null): Sort | null =>
	sort ?? (root?.kind === 'all' ? root.of : [root]).flatMap(each => (each?.kind === 'saved' ? each.sort ?? [] : []))[0] ?? null;

/** Reads a query: see docs/search.md for the language. Anything can be typed; what is wrong is told with its place. Only the first 400 characters count. */
export const parseQuery = (raw: string, saved: SavedSearches = new Map()): Query => {
	const reading = readingOf(raw, {all: saved, within: [], room: {left: MOST_SAVED}});
	const root = readAll(reading);
	return {root, sort: sortOf(reading, root), problem: reading.problem, named: reading.named};
};

/** The whole query as one pattern, for `--regex`. A refused pattern throws a Problem (exit "usage"). */
export const patternQuery = (source: string): Query => {
	const query = {sort: null, problem: null, named: []};
	if (source.trim() === '') return {root: null, ...query};
	safePattern(source);
	return {root: {kind: 'pattern', source}, ...query};
};

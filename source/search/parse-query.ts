import {closest} from '../text/closest.ts';
import {fieldNames, isField, specOf, type FieldName, type FieldSpec, type Sort} from './fields.ts';
import {safePattern} from './pattern.ts';
import {periodOf} from './periods.ts';
import {LONGEST_QUERY, type Comparator, type Condition, type Query, type QueryProblem} from './query.ts';
import {measureKey, wordsOf} from './words.ts';
import {Problem} from '../model/problem.ts';

/** Where the reading stands, and what it has met on the way. The first problem counts. */
type Reading = {readonly text: string; at: number; depth: number; sort: Sort | null; problem: QueryProblem | null};

/** More parentheses in each other than anybody needs: it bounds the recursion. */
const DEEPEST = 20;
const QUOTES = '"“”';
const COMPARED = /^([\p{L}][\p{L}\p{Nd}-]*)(>=|<=|>|<|=)(.*)$/su;
/** A number as people type it: 5000, 5,000, 2.5, 5k, 1.2m, 3bn. */
const AMOUNT = /^(\d[\d,]*(?:\.\d+)?)(k|m|bn)?%?$/i;
const SCALES: Readonly<Record<string, number>> = {k: 1e3, m: 1e6, bn: 1e9};

const complain = (reading: Reading, message: string, from: number, to: number, unfinished = false): null => {
	reading.problem ??= {message, from, to, unfinished};
	return null;
};

const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/.test(character);
const skipSpace = (reading: Reading): void => {
	while (isSpace(reading.text[reading.at])) reading.at++;
};

/** Up to the next space, or the parenthesis that closes a group. */
const readBare = (reading: Reading): string => {
	const from = reading.at;
	while (reading.at < reading.text.length && !isSpace(reading.text[reading.at]) && !(reading.depth > 0 && reading.text[reading.at] === ')')) reading.at++;
	return reading.text.slice(from, reading.at);
};

/** Words in quotation marks; the last ones may still be open. */
const readQuoted = (reading: Reading): {readonly text: string; readonly open: boolean} => {
	const from = reading.at++;
	while (reading.at < reading.text.length && !QUOTES.includes(reading.text[reading.at] ?? '')) reading.at++;
	const open = reading.at >= reading.text.length;
	const text = reading.text.slice(from + 1, reading.at);
	if (open) complain(reading, 'The quotation mark has no other one.', from, from + 1, true);
	else reading.at++;
	return {text, open};
};

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

const amountOf = (typed: string): number | null => {
	const [, digits, scale] = AMOUNT.exec(typed) ?? [];
	return digits === undefined ? null : Number(digits.replaceAll(',', '')) * (SCALES[scale?.toLowerCase() ?? ''] ?? 1);
};

const comparators: Readonly<Record<string, Comparator>> = {'>': '>', '>=': '>=', '<': '<', '<=': '<=', '=': '='};

const figureCondition = (reading: Reading, measure: string, sign: string, typed: string, from: number): Condition | null => {
	const compare = comparators[sign] ?? null;
	const value = amountOf(typed);
	if (typed === '') return complain(reading, `${measure}${sign} needs a number.`, from, reading.at, true);
	if (value === null) return complain(reading, `“${typed}” is not a number.`, reading.at - typed.length, reading.at);
	return {kind: 'figure', measure: measureKey(measure), compare, value};
};

const dateCondition = (reading: Reading, name: string, typed: string, from: number): Condition | null => {
	const period = periodOf(typed);
	if (period === null) return complain(reading, `${name}: takes a year, a month or a day: 2025, 2025-03 or 2025-03-31.`, from, reading.at, /^(?:\d{0,3}|\d{4}(?:-\d{2})?-\d?)$/.test(typed) && reading.at === reading.text.length);
	if (name === 'asof' || name === 'captured') return {kind: 'date', of: name, period};
	const [from_, to] = name === 'after' ? [period.to + 1, Number.MAX_SAFE_INTEGER] : name === 'before' ? [1, period.from - 1] : [period.from, period.to];
	return {kind: 'date', of: 'published', period: {from: from_, to}};
};

const choiceCondition = (reading: Reading, name: FieldName, typed: string, from: number): Condition | null => {
	const value = typed.toLowerCase();
	const choices = specOf(name).choices ?? [];
	if (!choices.includes(value)) {
		const begun = reading.at === reading.text.length && choices.some(choice => choice.startsWith(value));
		return complain(reading, `${name}: takes ${choices.join(', ')}.`, from, reading.at, begun);
	}

	if (name === 'is' || name === 'has') return {kind: name, value};
	if (name === 'kind') return {kind: 'article-kind', value};
	if (reading.depth > 0) return complain(reading, 'sort: stands outside of parentheses.', from, reading.at);
	reading.sort = specOf('sort').choices?.includes(value) === true ? value as Sort : null;
	return null;
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
	const typed = readBare(reading);
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

/** Reads a query: see docs/search.md for the language. Anything can be typed; what is wrong is told with its place. Only the first 400 characters count. */
export const parseQuery = (raw: string): Query => {
	const reading: Reading = {text: raw.slice(0, LONGEST_QUERY).toWellFormed(), at: 0, depth: 0, sort: null, problem: null};
	const root = readAll(reading);
	return {root, sort: reading.sort, problem: reading.problem};
};

/** The whole query as one pattern, for `--regex`. A refused pattern throws a Problem (exit "usage"). */
export const patternQuery = (source: string): Query => {
	if (source.trim() === '') return {root: null, sort: null, problem: null};
	safePattern(source);
	return {root: {kind: 'pattern', source}, sort: null, problem: null};
};

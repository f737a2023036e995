import {specOf, type FieldName, type Sort} from './fields.ts';
import {periodOf} from './periods.ts';
import type {Comparator, Condition} from './query.ts';
import {complain, type Reading} from './reading.ts';
import {measureKey} from './words.ts';

/** A number as people type it: 5000, 5,000, 2.5, 5k, 1.2m, 3bn. */
const AMOUNT = /^(\d[\d,]*(?:\.\d+)?)(k|m|bn)?%?$/i;
const SCALES: Readonly<Record<string, number>> = {k: 1e3, m: 1e6, bn: 1e9};

const amountOf = (typed: string): number | null => {
	const [, digits, scale] = AMOUNT.exec(typed) ?? [];
	return digits === undefined ? null : Number(digits.replaceAll(',', '')) * (SCALES[scale?.toLowerCase() ?? ''] ?? 1);
};

const comparators: Readonly<Record<string, Comparator>> = {'>': '>', '>=': '>=', '<': '<', '<=': '<=', '=': '='};

/** A figure of a measure and, where a sign stands behind it, of a size. */
export const figureCondition = (reading: Reading, measure: string, sign: string, typed: string, from: number): Condition | null => {
	const compare = comparators[sign] ?? null;
	const value = amountOf(typed);
	if (typed === '') return complain(reading, `${measure}${sign} needs a number.`, from, reading.at, true);
	if (value === null) return complain(reading, `“${typed}” is not a number.`, reading.at - typed.length, reading.at);
	return {kind: 'figure', measure: measureKey(measure), compare, value};
};

/** A time that something must lie in. */
export const dateCondition = (reading: Reading, name: string, typed: string, from: number): Condition | null => {
	const period = periodOf(typed);
	if (period === null) return complain(reading, `${name}: takes a year, a month or a day: 2025, 2025-03 or 2025-03-31.`, from, reading.at, /^(?:\d{0,3}|\d{4}(?:-\d{2})?-\d?)$/.test(typed) && reading.at === reading.text.length);
	if (name === 'asof' || name === 'captured') return {kind: 'date', of: name, period};
	const [from_, to] = name === 'after' ? [period.to + 1, Number.MAX_SAFE_INTEGER] : name === 'before' ? [1, period.from - 1] : [period.from, period.to];
	return {kind: 'date', of: 'published', period: {from: from_, to}};
};

/** One of the few values that a field takes; `sort:` is no condition. */
export const choiceCondition = (reading: Reading, name: FieldName, typed: string, from: number): Condition | null => {
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

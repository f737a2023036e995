import units from '../../data/units.json' with {type: 'json'};
import {isDash, touches, type Token} from './tokens.ts';

/** A value read off some tokens: `next` is the token after it; `scale` the multiplier word that was printed, so that "5 to 10 million" can lend it. */
export type Value = {
	readonly low: number;
	readonly high: number;
	readonly next: number;
	readonly kind: 'cardinal' | 'vague' | 'share';
	readonly scale: number;
	/** Written in letters. */
	readonly words: boolean;
};

/** What a scale word multiplies by. */
export const SCALES: Readonly<Record<string, number>> = {hundred: 100, thousand: 1000, million: 1e6, millions: 1e6, mn: 1e6, mln: 1e6, billion: 1e9, bn: 1e9, bln: 1e9, trillion: 1e12, tn: 1e12, trln: 1e12, trn: 1e12, lakh: 1e5, crore: 1e7, dozen: 12};
/** Only glued to a numeral: "3bn", "20k", "5m". */
const GLUED: Readonly<Record<string, number>> = {t: 1e12, k: 1000, m: 1e6, mn: 1e6, mln: 1e6, b: 1e9, bn: 1e9, bln: 1e9, tn: 1e12, trn: 1e12, trln: 1e12};
/** "1½": a numeral with a fraction glued on. */
const GLYPHS: Readonly<Record<string, number>> = {'½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3};

/** "five metres high": here a glued m is the metre. */
const METRE_AFTER = new Set(['high', 'tall', 'long', 'deep', 'wide', 'away', 'above', 'below', 'race', 'sprint', 'swim', 'waves', 'hurdles', 'freestyle', 'relay', 'butterfly', 'backstroke', 'final', 'from', 'off', 'thick']);

/** An exact value. */
export const cardinal = (value: number, next: number, scale: number, words: boolean): Value => ({low: value, high: value, next, kind: 'cardinal', scale, words});
/** Floating point leaves crumbs: 1.1 times a million. */
export const times = (value: number, scale: number): number => Number((value * scale).toPrecision(15));

/** The scale words after a value: "million", "hundred thousand"; a hyphen may stand between ("$5-million"). */
export const scaled = (tokens: readonly Token[], at: number): {scale: number; next: number} => {
	let scale = 1;
	let next = at;
	for (;;) {
		// "we ask for $5.6” billion": a quotation broken within a number
		const gap = isDash(tokens[next]) && touches(tokens[next - 1], tokens[next]) || (/^[”"]$/.test(tokens[next]?.text ?? '') && /^(?:million|billion|trillion)$/.test(tokens[next + 1]?.lower ?? '')) ? 1 : 0;
		const factor = SCALES[tokens[next + gap]?.lower ?? ''];
		if (factor === undefined || (gap === 1 && factor < 1000)) return {scale, next};
		if (tokens[next + gap]?.lower === 'millions' && scale === 1 && next === at) return {scale, next};
		scale = times(scale, factor);
		next += gap + 1;
	}
};

/** "1,\uFFFD204": the cleaner put a mark where something unseen stood between digits. What is left of such a number is none. */
const isTorn = (tokens: readonly Token[], at: number): boolean => [-1, 1].some(step => {
	for (let index = at; Math.abs(index - at) < 9; index += step) {
		const next = tokens[index + step];
		if (next === undefined || !touches(tokens[Math.min(index, index + step)], tokens[Math.max(index, index + step)])) return false;
		if (next.text === '\uFFFD') return true;
		if (next.kind !== 'number' && !/^[.,]$/.test(next.text)) return false;
	}

	return false;
});

/** What a decimal comma may stand before: "7,25 kilometres". */
const UNITS = new Set([...Object.values(units.measures), ...Object.values(units.currencyWords)].flat().concat(['%', 'percent', 'per', 'percentage', ...Object.keys(SCALES)]));

/** The number that is printed over several tokens: "12.500.000", "12,34,567", "5 000"; a decimal comma before a unit. `next`: the token after it. */
type Printed = {readonly value: number; readonly next: number};

/**
 * Numbers as others print them. Undefined: a plain numeral; null: it cannot be told what is meant ("12.500 euros", "7,25" alone), so nothing is read.
 * Groups set apart by a space count where a nought or a noun tells that they are one number.
 */
const elsewhere = (tokens: readonly Token[], at: number): Printed | null | undefined => {
	const glued = (index: number): boolean => touches(tokens[index], tokens[index + 1]) && /^[.,]$/.test(tokens[index + 1]?.text ?? '') && touches(tokens[index + 1], tokens[index + 2]) && tokens[index + 2]?.kind === 'number';
	let next = at + 1;
	while (glued(next - 1)) next += 2;
	const run = tokens.slice(at, next).map(({text}) => text).join('');
	const after = tokens[next]?.lower ?? '';
	if (next > at + 1) {
		if (/^\d{1,3}(?:\.\d{3}){2,}(?:,\d{1,2})?$|^\d{1,3}\.\d{3},\d{1,2}$/.test(run)) return {value: Number(run.replaceAll('.', '').replace(',', '.')), next};
		if (/^\d{1,2}(?:,\d{2})+,\d{3}$/.test(run)) return {value: Number(run.replaceAll(',', '')), next};
		return /^\d{1,3},\d{1,2}$/.test(run) && UNITS.has(after) ? {value: Number(run.replace(',', '.')), next} : null;
	}

	// "12.500 people" are whole, "1.325 billion" has a scale; "12.500 euros" may be either
	if (/^[1-9]\d{0,2}\.\d{3}$/.test(run)) {
		if (SCALES[after] !== undefined || /^[%°]$|^per/.test(after)) return undefined;
		if (!UNITS.has(after)) return tokens[next]?.kind === 'word' && /^\p{Ll}{3,}s$|^(?:people|men|women|children|troops|police|dead)$/u.test(tokens[next]?.text ?? '') ? {value: Number(run.replace('.', '')), next} : run.endsWith('0') ? null : undefined;
		return run.endsWith('0') ? null : undefined;
	}

	if (!/^[1-9]\d{0,2}$/.test(run)) return undefined;
	const isGroup = (index: number): boolean => /^\d{3}$/.test(tokens[index]?.text ?? '') && tokens[index]?.start === (tokens[index - 1]?.end ?? 0) + 1 && !touches(tokens[index], tokens[index + 1]);
	while (isGroup(next)) next += 1;
	const groups = tokens.slice(at + 1, next);
	const one = groups.some(({text}) => text.startsWith('0')) || (tokens[next]?.kind === 'word' && /^\p{Ll}/u.test(tokens[next]?.text ?? '') && !/^(?:and|or|to|in|on|at|from|by|for|of)$/.test(tokens[next]?.lower ?? '')) || tokens[next]?.text === '%';
	return groups.length > 0 && one ? {value: Number(tokens.slice(at, next).map(({text}) => text).join('')), next} : undefined;
};

/** The numeral that begins at a token: "1,204", "5 000", "3bn", "1½"; null where what is printed there is none, or may be two. */
export const digits = (tokens: readonly Token[], at: number): Value | null => {
	const token = tokens[at];
	if (token?.kind !== 'number') return null;
	const before = tokens[at - 1];
	// "O2", "G7", "v1.2": a letter glued before makes it a name.
	if (touches(before, token) && before?.kind === 'word' && !/^(?:US|A|C|HK|NZ|R|S|Rs|EUR|USD|GBP)$/.test(before.text)) return null;
	// "½1": nobody writes a number so
	if (isTorn(tokens, at) || (touches(before, token) && GLYPHS[before?.text ?? ''] !== undefined)) return null;
	if (/^[.,]$/.test(before?.text ?? '') && touches(before, token) && tokens[at - 2]?.kind === 'number' && touches(tokens[at - 2], before)) return null;
	const printed = elsewhere(tokens, at);
	if (printed === null) return null;
	if (printed !== undefined) {
		const {scale, next} = scaled(tokens, printed.next);
		return cardinal(times(printed.value, scale), next, scale, false);
	}

	let value = Number(token.text.replaceAll(/[^\d.]/g, ''));
	const glyph = touches(token, tokens[at + 1]) ? GLYPHS[tokens[at + 1]?.text ?? ''] : undefined;
	if (glyph !== undefined) {
		value += glyph;
		const {scale, next} = scaled(tokens, at + 2);
		return cardinal(times(value, scale), next, scale, false);
	}

	const after = tokens[at + 1];
	if (touches(token, after) && after?.kind === 'word') {
		const factor = GLUED[after.lower];
		// "$1.9T", but "a 20t lorry"
		if (factor === undefined || (after.lower === 't' && !/[$£€¥]/.test(before?.text ?? '')) || (after.lower === 'm' && METRE_AFTER.has(tokens[at + 2]?.lower ?? '') && !/[$£€¥]/.test(before?.text ?? ''))) return cardinal(value, at + 1, 1, false);
		return cardinal(times(value, factor), at + 2, factor, false);
	}

	const {scale, next} = scaled(tokens, at + 1);
	return cardinal(times(value, scale), next, scale, false);
};


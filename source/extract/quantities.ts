import units from '../../data/units.json' with {type: 'json'};
import type {Value} from './digits.ts';
import {isDash, touches, type Token} from './tokens.ts';
import {valueAt} from './values.ts';

export type Kind = 'money' | 'percent' | 'share' | 'measure' | 'duration' | 'times' | 'count';

/** A value with its unit, read at token `from`; `next` is the token after its last. `unit` is null for a count: its noun comes later. */
export type Quantity = {
	readonly from: number;
	readonly next: number;
	readonly low: number;
	readonly high: number;
	readonly kind: Kind;
	readonly unit: string | null;
	readonly vague: boolean;
	readonly minor: boolean;
	/** In letters and below a dozen: "two". */
	readonly soft: boolean;
	readonly scale: number;
	/** The value ends here: token after the bare number, without unit. */
	readonly bare: number;
	/** "90-plus percent": the sign stands before the unit. */
	readonly plus: boolean;
	/** Part of a hyphened compound: its noun ("page" of "417-page"). */
	readonly compound: string | null;
};

const inverse = (table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> => new Map(Object.entries(table).flatMap(([unit, forms]) => forms.map(form => [form, unit] as const)));
const SIGNS = new Map<string, string>(Object.entries(units.currencySigns));
const PREFIXES = new Map<string, string>(Object.entries(units.currencyPrefixes));
const CURRENCIES = inverse(units.currencyWords);
const MEASURES = inverse(units.measures);
const DURATIONS = inverse(units.durations);
/** Only after a numeral or glued to one; as words they mean something else ("two in", "ten a"). */
const GLUED_ONLY = new Set(['in', 'm', 'c', 'f', 'g', 'min', 'mi', 'l', 'ton', 'mw', 'knot', 'mg', 'won', 'ha', 'kt', 'oz']);
const CODES = new Set(['usd', 'eur', 'gbp', 'inr', 'cny', 'jpy', 'aud', 'cad', 'chf', 'rs']);
const PEOPLE = new Set(units.people);

type Unit = {readonly kind: Kind; readonly unit: string | null; readonly next: number; readonly plus?: boolean; readonly minor?: boolean; readonly compound?: string};
const word = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';

/** The head of a compound and the figure it makes: "417-page", "four-year", "50-mile", "11,000-strong", "ten-fold", "father-of-four". */
const compoundAt = (tokens: readonly Token[], at: number, scale: number): Unit | null => {
	if (!isDash(tokens[at]) || !touches(tokens[at - 1], tokens[at]) || !touches(tokens[at], tokens[at + 1]) || tokens[at + 1]?.kind !== 'word') return null;
	const head = word(tokens, at + 1);
	const next = at + 2;
	if (head === 'strong') return {kind: 'count', unit: 'people', next};
	if (head === 'fold') return {kind: 'times', unit: 'times', next};
	if (head === 'per' || head === 'percent') return {kind: 'percent', unit: 'percent', next: head === 'percent' ? next : isDash(tokens[next]) ? next + 2 : next + 1};
	if (/^(?:point|points)$/.test(head)) return {kind: 'count', unit: 'points', next, minor: true, compound: 'point'};
	const duration = DURATIONS.get(head);
	if (duration) return {kind: 'duration', unit: duration, next, minor: true, compound: head};
	if (/^(?:square|sq)$/.test(head)) {
		const squared = MEASURES.get(word(tokens, next + 1));
		if (isDash(tokens[next]) && squared) return {kind: 'measure', unit: `${squared}2`, next: next + 2, minor: true, compound: head};
	}

	const measure = GLUED_ONLY.has(head) ? undefined : MEASURES.get(head);
	if (measure) return {kind: 'measure', unit: measure, next, minor: true, compound: head};
	if (head === 'magnitude') return {kind: 'count', unit: 'magnitude', next, compound: head};
	const money = CURRENCIES.get(head);
	if (money) return {kind: 'money', unit: head === 'pound' && scale < 1000 ? 'lb' : money, next, minor: true, compound: head};
	// "ten-a-side", "nine-to-five", "two-and-a-half": no noun stands there. Money takes "£5m-a-year" and "£6bn-worth" elsewhere.
	if (/^(?:a|an|to|and|in|by|or|the|up|off|odd|ish|plus|some|something|somethings|worth|ever|seat'?s|time|way|tier'?s|thirds?|quarters?|fifths?|tenths?|halves|half)$/.test(head)) return null;
	return {kind: 'count', unit: null, next, minor: true, compound: head};
};

const squareUnit = (tokens: readonly Token[], at: number): Unit | null => {
	const prefix = word(tokens, at);
	const power = units.squarePrefixes.includes(prefix) ? '2' : units.cubicPrefixes.includes(prefix) ? '3' : '';
	if (power === '') {
		// "20 km²", "5 m2"
		const unit = MEASURES.get(prefix.replace(/²$/, ''));
		return unit && touches(tokens[at], tokens[at + 1]) && /^[²2]$/.test(tokens[at + 1]?.text ?? '') ? {kind: 'measure', unit: `${unit}2`, next: at + 2} : null;
	}

	const dot = tokens[at + 1]?.text === '.' ? 1 : 0;
	const unit = MEASURES.get(word(tokens, at + 1 + dot));
	return unit ? {kind: 'measure', unit: `${unit}${power}`, next: at + 2 + dot} : null;
};

const measureUnit = (tokens: readonly Token[], at: number, numeral: boolean): Unit | null => {
	const square = squareUnit(tokens, at);
	if (square) return square;
	const first = word(tokens, at);
	if (/^(?:°)$/.test(first)) {
		const scale = MEASURES.get(word(tokens, at + 1));
		return scale === '°C' || scale === '°F' ? {kind: 'measure', unit: scale, next: at + 2} : {kind: 'measure', unit: 'degrees', next: at + 1};
	}

	const unit = MEASURES.get(first);
	if (!unit) return null;
	const glued = touches(tokens[at - 1], tokens[at]);
	if (GLUED_ONLY.has(first) && !(numeral && (glued || /^(?:mg|knot|ton|mw|kt|ha|oz|g)$/.test(first)))) return null;
	if (unit === 'degrees') {
		const scale = MEASURES.get(word(tokens, at + 1));
		if (scale === '°C' || scale === '°F') return {kind: 'measure', unit: scale, next: at + 2};
		// University degrees are counted, not measured.
		return numeral && !/^(?:in|from)$/.test(word(tokens, at + 1)) ? {kind: 'measure', unit, next: at + 1} : null;
	}

	// "20 miles per hour", "50 km/h", "80 miles an hour"
	const per = word(tokens, at + 1);
	if ((per === '/' && word(tokens, at + 2) === 'h') || (/^(?:per|an)$/.test(per) && word(tokens, at + 2) === 'hour')) return {kind: 'measure', unit: unit === 'mi' ? 'mph' : `${unit}/h`, next: at + 3};
	// "5 feet 10 inches" stays two; "on two feet", "10 yards of" fine.
	return {kind: 'measure', unit, next: at + 1};
};

/** "20 pounds of cocaine", "weighing 20 pounds": weight; a scale word ("million pounds") makes it money. */
const isWeight = (tokens: readonly Token[], at: number, value: Value): boolean => {
	if (value.scale >= 1000) return false;
	if (word(tokens, at + 1) === 'of' && !/^(?:public|taxpayers?|government|debt|savings|spending|funding|investment|aid|damage|money|cuts)$/.test(word(tokens, at + 2))) return true;
	return tokens.slice(Math.max(0, value.next - 12), at).some(token => /^(?:weigh(?:s|ed|ing)?|lost|losing|lose|gained|gaining|shed|shedding|heavier|lighter|foot|feet|tall|inches|cocaine|heroin|marijuana|cannabis|fentanyl|explosives|pot)$/.test(token.lower));
};

const unitAt = (tokens: readonly Token[], value: Value): Unit => {
	if (isDash(tokens[value.next]) && word(tokens, value.next + 1) === 'plus') {
		const after = unitAt(tokens, {...value, next: value.next + 2});
		return {...after, plus: true};
	}

	const at = value.next;
	const numeral = !value.words;
	const first = word(tokens, at);
	const second = word(tokens, at + 1);
	if (value.kind === 'share') return {kind: 'share', unit: 'share', next: at};
	const percent = first === '%' || first === 'percent' || first === 'pct' || (first === 'pc' && numeral) ? 1 : first === 'per' && (second === 'cent' || second === 'cents') ? 2 : first === 'percentage' && /^points?$/.test(second) ? -2 : first === 'basis' && second === 'points' ? -2 : 0;
	if (percent !== 0) {
		const isPoints = percent < 0 || (first === '%' && /^points?$/.test(second));
		return {kind: isPoints ? 'percent' : 'percent', unit: first === 'basis' ? 'basis points' : isPoints ? 'percentage points' : 'percent', next: at + (percent < 0 ? 2 : percent) + (percent === 1 && isPoints ? 1 : 0)};
	}

	// "billions of dollars", "hundreds of thousands of pounds"
	const of = value.kind === 'vague' && first === 'of' ? 1 : 0;
	const adjective = /^(?:us|canadian|australian|american|hong|singapore|british)$/.test(word(tokens, at + of)) ? 1 : 0;
	const currency = word(tokens, at + of + adjective);
	const money = GLUED_ONLY.has(currency) && value.scale < 1000 ? undefined : CURRENCIES.get(currency);
	if (money) {
		if (/^pounds?$/.test(currency) && isWeight(tokens, at + of, value)) return {kind: 'measure', unit: 'lb', next: at + of + 1};
		return {kind: 'money', unit: word(tokens, at + of) === 'canadian' ? 'cad' : word(tokens, at + of) === 'australian' ? 'aud' : money, next: at + of + adjective + 1};
	}

	const compound = compoundAt(tokens, at, value.scale);
	if (compound) return compound;
	// "50p"
	if (first === 'p' && numeral && touches(tokens[at - 1], tokens[at])) return {kind: 'money', unit: 'pence', next: at + 1};
	// "15 more inches of rain", "17 straight weeks"
	const more = /^(?:more|additional|extra|further|straight|consecutive|whole|full|long)$/.test(first) && (MEASURES.has(second) || DURATIONS.has(second)) && !GLUED_ONLY.has(second) ? 1 : 0;
	const measured = measureUnit(tokens, at + of + more, numeral);
	if (measured) return measured;
	const duration = DURATIONS.get(word(tokens, at + of + more));
	if (duration && !(GLUED_ONLY.has(word(tokens, at + of)) && !numeral) && !/^[-–]$/.test(word(tokens, at + of + more + 1))) {
		// "11 billion hours" are hours spent, a count as much as a time.
		return {kind: value.scale >= 1000 || value.kind === 'vague' ? 'count' : 'duration', unit: duration, next: at + of + more + 1};
	}

	if (first === 'times') return {kind: 'times', unit: 'times', next: at + 1};
	return {kind: 'count', unit: null, next: at};
};

/** Money with its sign before: "$1.2bn", "US$5 million", "USD 300", "€ 20". */
const signedMoney = (tokens: readonly Token[], at: number): {unit: string; number: number} | null => {
	const first = tokens[at];
	if (!first) return null;
	const sign = SIGNS.get(first.text);
	if (sign) return tokens[at + 1]?.kind === 'number' ? {unit: sign, number: at + 1} : null;
	// A prefix or a code has a capital.
	if (first.kind !== 'word' || first.text.length > 4 || first.text === first.lower) return null;
	if (tokens[at + 1]?.text === '$' && touches(first, tokens[at + 1]) && tokens[at + 2]?.kind === 'number') {
		const prefixed = PREFIXES.get(first.text.replaceAll('.', ''));
		return prefixed ? {unit: prefixed, number: at + 2} : null;
	}

	if ((CODES.has(first.lower) || first.text === 'Rs') && tokens[at + 1]?.kind === 'number' && /^[A-Z]{3}$|^Rs$/.test(first.text)) return {unit: first.text === 'Rs' ? 'inr' : CURRENCIES.get(first.lower) ?? first.lower, number: at + 1};
	return null;
};

/** Fathers of four, mothers of two: the compound that ends in a number. */
const parentOf = (tokens: readonly Token[], at: number): number =>
	isDash(tokens[at - 1]) && word(tokens, at - 2) === 'of' && isDash(tokens[at - 3]) && tokens[at - 4]?.kind === 'word' && touches(tokens[at - 4], tokens[at - 3]) && touches(tokens[at - 1], tokens[at]) ? at - 4 : -1;

/** "-5C", "minus 12 degrees", "growth of -0.3%": below nought, where the unit can be. */
const negativeAt = (tokens: readonly Token[], at: number): Quantity | null => {
	const first = tokens[at];
	const number = tokens[at + 1];
	const sign = first?.lower === 'minus' || (/^[-−–]$/.test(first?.text ?? '') && touches(first, number) && !touches(tokens[at - 1], first));
	if (!sign || number?.kind !== 'number') return null;
	const value = quantityAt(tokens, at + 1);
	return value && value.from === at + 1 && /^(?:°C|°F|degrees|percent|percentage points)$/.test(value.unit ?? '') ? {...value, from: at, low: -value.high, high: -value.low} : null;
};

/** The quantity that begins at a token, its unit read; null where none begins. */
export const quantityAt = (tokens: readonly Token[], at: number): Quantity | null => {
	const negative = negativeAt(tokens, at);
	if (negative) return negative;
	const signed = signedMoney(tokens, at);
	if (!signed && tokens[at]?.kind === 'mark') return null;
	// "thousands and thousands of letters" is one crowd
	const again = /^(?:dozens|hundreds|thousands|millions|billions)$/.test(tokens[at]?.lower ?? '') && word(tokens, at + 1) === 'and' && word(tokens, at + 2) === tokens[at]?.lower;
	const value = valueAt(tokens, signed ? signed.number : again ? at + 2 : at);
	if (!value) return null;
	if (signed) {
		if (value.kind !== 'cardinal') return null;
		const extra = /^(?:usd|aud|cad|us|dollars?)$/.test(word(tokens, value.next)) ? 1 : 0;
		return {from: at, next: value.next + extra, low: value.low, high: value.high, kind: 'money', unit: signed.unit, vague: false, minor: false, soft: false, scale: value.scale, bare: value.next, plus: false, compound: null};
	}

	const father = parentOf(tokens, at);
	const after = tokens[value.next];
	// "13th", "20mph" is a unit, "5G" is neither: an unknown word glued to a numeral makes it a name.
	const unit = unitAt(tokens, value);
	if (!value.words && touches(tokens[value.next - 1], after) && after?.kind === 'word' && unit.next === value.next) return null;
	return {
		from: father >= 0 ? father : at, next: unit.next, low: value.low, high: value.high, kind: unit.kind, unit: father >= 0 ? 'people' : unit.unit,
		vague: value.kind === 'vague', minor: unit.minor === true || father >= 0, soft: value.words && value.kind === 'cardinal' && value.high <= 12, scale: value.scale, bare: value.next,
		plus: unit.plus === true, compound: father >= 0 ? 'child' : unit.compound ?? null,
	};
};

/** "page" to "pages", "person" to "people". */
export const plural = (noun: string): string => PEOPLE.has(noun) || PEOPLE.has(`${noun}s`) ? 'people' : noun.endsWith('s') ? noun : /(?:ch|sh|x|z)$/.test(noun) ? `${noun}es` : /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : noun === 'foot' ? 'feet' : noun === 'man' ? 'people' : `${noun}s`;

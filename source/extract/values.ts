import {cardinal, digits, scaled, SCALES, times, type Value} from './digits.ts';
import {isDash, touches, type Token} from './tokens.ts';

const SMALL: Readonly<Record<string, number>> = {zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19};
const TENS: Readonly<Record<string, number>> = {twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90};
/** FEATURES' convention for amounts that name only their size. */
const VAGUE: Readonly<Record<string, readonly [number, number]>> = {dozens: [24, 99], scores: [40, 99], hundreds: [100, 999], thousands: [1000, 9999], millions: [1e6, 9_999_999], billions: [1e9, 9_999_999_999], trillions: [1e12, 9_999_999_999_999]};
const PARTS: Readonly<Record<string, number>> = {half: 2, halves: 2, third: 3, thirds: 3, quarter: 4, quarters: 4, fourth: 4, fourths: 4, fifth: 5, fifths: 5, sixth: 6, sixths: 6, seventh: 7, sevenths: 7, eighth: 8, eighths: 8, ninth: 9, ninths: 9, tenth: 10, tenths: 10, hundredth: 100, thousandth: 1000};

const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;
const share = (low: number, next: number, words: boolean): Value => ({low: round4(low), high: round4(low), next, kind: 'share', scale: 1, words});

/** "twenty-three", "one hundred and five thousand", "two and a half million". */
const words = (tokens: readonly Token[], at: number): Value | null => {
	let total = 0;
	let group = 0;
	let next = at;
	let scale = 1;
	let last: 'none' | 'unit' | 'ten' | 'scale' = 'none';
	for (;;) {
		const gap = next > at && (isDash(tokens[next]) && touches(tokens[next - 1], tokens[next]) && touches(tokens[next], tokens[next + 1]) || (tokens[next]?.lower === 'and' && last === 'scale')) ? 1 : 0;
		const word = tokens[next + gap]?.lower ?? '';
		const small = SMALL[word];
		const ten = TENS[word];
		const factor = SCALES[word];
		if (small !== undefined && (last === 'none' || last === 'scale' || (last === 'ten' && small < 10 && small > 0))) {
			group += small;
			last = 'unit';
		} else if (ten !== undefined && (last === 'none' || last === 'scale')) {
			group += ten;
			last = 'ten';
		} else if (factor !== undefined && last !== 'none' && word !== 'millions') {
			if (factor === 100 || factor === 12) group = times(group, factor);
			else {
				total += times(group, factor);
				group = 0;
			}
			scale = factor;
			last = 'scale';
		} else break;
		next += gap + 1;
	}

	if (last === 'none') return null;
	// "two and a half million", "one-and-a-half"
	const step = isDash(tokens[next]) && isDash(tokens[next + 2]) && isDash(tokens[next + 4]) ? 2 : 1;
	const first = next + step - 1;
	if (last === 'unit' && tokens[first]?.lower === 'and' && /^(?:an?|one)$/.test(tokens[first + step]?.lower ?? '') && /^(?:half|quarter|third)$/.test(tokens[first + 2 * step]?.lower ?? '')) {
		const tail = scaled(tokens, first + 2 * step + 1);
		return cardinal(times(total + group + 1 / (PARTS[tokens[first + 2 * step]?.lower ?? ''] ?? 2), tail.scale), tail.next, tail.scale, true);
	}

	return cardinal(total + group, next, scale, true);
};

const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';

/** "tens of thousands", "hundreds", "several hundred", "a few thousand", "a couple of dozen". */
const vague = (tokens: readonly Token[], at: number): Value | null => {
	const make = (low: number, high: number, next: number): Value => ({low, high, next, kind: 'vague', scale: 1, words: true});
	const word = lowerAt(tokens, at);
	const second = lowerAt(tokens, at + 2);
	if (lowerAt(tokens, at + 1) === 'of' && (word === 'tens' || word === 'hundreds' || word === 'hundred' || word === 'scores') && /^(?:thousands|millions|billions|trillions)$/.test(second)) {
		const [low] = VAGUE[second] ?? [0, 0];
		const factor = word.startsWith('hundred') ? 100 : 10;
		return make(low * factor, low * factor * 10 - 1, at + 3);
	}

	const plain = VAGUE[word];
	if (plain) return make(plain[0], plain[1], at + 1);
	const lead = word === 'several' || (word === 'few' && lowerAt(tokens, at - 1) !== 'a') ? at + 1 : word === 'a' && lowerAt(tokens, at + 1) === 'few' ? at + 2 : word === 'a' && lowerAt(tokens, at + 1) === 'couple' ? at + (second === 'of' ? 3 : 2) : -1;
	const scale = lead < 0 ? undefined : SCALES[lowerAt(tokens, lead)];
	if (scale === undefined) return null;
	if (lowerAt(tokens, lead) === 'hundred' && lowerAt(tokens, lead + 1) === 'thousand') return make(200_000, 999_999, lead + 2);
	return make(scale * 2, scale === 12 ? 99 : scale * 10 - 1, lead + 1);
};

/** A fraction may go on to name a number: "a quarter of a million", "half a million". */
const ofScale = (tokens: readonly Token[], at: number, fraction: number): Value | null => {
	const skip = lowerAt(tokens, at) === 'of' ? 1 : 0;
	if (lowerAt(tokens, at + skip) !== 'a') return null;
	const factor = SCALES[lowerAt(tokens, at + skip + 1)];
	return factor === undefined ? null : cardinal(times(fraction, factor), at + skip + 2, factor, true);
};

/** What follows a share and not an ordinal: "a third of", "a quarter said", but "a third man". */
const AFTER_SHARE = /^(?:of|are|were|is|was|had|have|has|said|say|says|did|do|live|lived|more|less|fewer|higher|lower|to|by|in|on|at|from|since|as|than|and|or|but|who|that|which|would|will|could|believe|think|thought|want|wanted|support|oppose|down|up|compared|the|before|after|into|over|this|last|because|while|during|each|off|for|share)$|^[.,;:)\]”"’'?!–—-]$/;

const fraction = (tokens: readonly Token[], at: number): Value | null => {
	const word = lowerAt(tokens, at);
	// "nearly a quarter-trillion dollars", "a half-million homes"
	const part = word === 'a' ? at + 1 : at;
	const glued = /^(?:half|quarter)$/.test(lowerAt(tokens, part)) && isDash(tokens[part + 1]) && touches(tokens[part], tokens[part + 1]) ? SCALES[lowerAt(tokens, part + 2)] : undefined;
	if (glued !== undefined && glued >= 1000) return cardinal(times(lowerAt(tokens, part) === 'half' ? 0.5 : 0.25, glued), part + 3, glued, true);
	if (word === 'half') {
		const number = ofScale(tokens, at + 1, 0.5);
		if (number) return number;
		const before = lowerAt(tokens, at - 1);
		const after = lowerAt(tokens, at + 1);
		if (/^(?:first|second|other|better|one|two|three|each|opening|latter|into|final|in|by)$/.test(before) || isDash(tokens[at + 1]) && touches(tokens[at], tokens[at + 1])) return null;
		const told = /^(?:of|the|its|their|his|her|our|all|that|this|those|these)$/.test(after) || /^(?:than|about|around|nearly|almost|roughly|over|under|least|approximately|only|just)$/.test(before);
		// "two-thirds had not been asked, half believe it was late"
		const counts = /^(?:[.,;:]|and|while|but|)$/.test(before) && /^(?:said|say|believe|believed|think|thought|want|wanted|support|oppose|were|are|have|had)$/.test(after);
		return told || counts ? share(0.5, at + 1, true) : null;
	}

	const head = word === 'a' || word === 'an' || word === 'one' ? 1 : tokens[at]?.kind === 'number' ? 0 : SMALL[word] ?? 0;
	if (head === 0) return null;
	const gap = isDash(tokens[at + 1]) && touches(tokens[at], tokens[at + 1]) && touches(tokens[at + 1], tokens[at + 2]) ? 1 : 0;
	const name = lowerAt(tokens, at + 1 + gap);
	const whole = PARTS[name];
	if (whole === undefined || (head === 1) === name.endsWith('s') || name === 'halves' || head >= whole) return null;
	const next = at + 2 + gap;
	const number = ofScale(tokens, next, head / whole);
	if (number) return number;
	// "a quarter of a century" is a time; "a third man" an ordinal; "two quarters" of a year.
	if (/^(?:of)$/.test(lowerAt(tokens, next)) && /^(?:centur|an|mile|hour)/.test(lowerAt(tokens, next + 2)) && /^an?$/.test(lowerAt(tokens, next + 1))) return null;
	if (name === 'quarters' && head === 2) return null;
	if (tokens[next] !== undefined && !(isDash(tokens[next]) && touches(tokens[next - 1], tokens[next])) && AFTER_SHARE.test(lowerAt(tokens, next))) return share(head / whole, next, true);
	return tokens[next] === undefined || (head > 1 && gap === 1) ? share(head / whole, next, true) : null;
};

/** Whole groups people count in: "one in five", "nine out of 10", "three in every hundred", "one of every four". */
const WHOLES = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1000, 10_000, 100_000, 1e6]);

const outOf = (tokens: readonly Token[], part: Value): Value | null => {
	let at = part.next;
	if (lowerAt(tokens, at) === 'out' && lowerAt(tokens, at + 1) === 'of') at += 2;
	else if (lowerAt(tokens, at) === 'of' && lowerAt(tokens, at + 1) === 'every') at += 1;
	else if (lowerAt(tokens, at) === 'in' || (isDash(tokens[at]) && lowerAt(tokens, at + 1) === 'in' && isDash(tokens[at + 2]))) at += lowerAt(tokens, at) === 'in' ? 1 : 3;
	else return null;
	if (lowerAt(tokens, at) === 'every') at += 1;
	const whole = digits(tokens, at) ?? words(tokens, at);
	if (!whole || !WHOLES.has(whole.high) || part.high >= whole.high || part.high > 99) return null;
	// "two in three years" counts events in a time; "3 in 10 attacks" cannot be told apart and is rare.
	if (/^(?:years?|months?|weeks?|days?|hours?|minutes?|games|matches)$/.test(lowerAt(tokens, whole.next))) return null;
	return share(part.high / whole.high, whole.next, part.words);
};

/** "2/3 of the members": a fraction in digits; a date was masked before. */
const slashed = (tokens: readonly Token[], at: number): Value | null => {
	const [first, slash, second] = [tokens[at], tokens[at + 1], tokens[at + 2]];
	if (slash?.text !== '/' || second?.kind !== 'number' || !touches(first, slash) || !touches(slash, second)) return null;
	const [part, whole] = [Number(first?.text), Number(second.text)];
	return Number.isInteger(part) && part > 0 && part < whole && [2, 3, 4, 5, 8, 10].includes(whole) ? share(part / whole, at + 3, false) : null;
};

/** Every word a value can begin with: most tokens are told apart by one look-up. */
const FIRST_WORDS = new Set([...Object.keys(SMALL), ...Object.keys(TENS), ...Object.keys(VAGUE), 'tens', 'hundred', 'several', 'few', 'a', 'an', 'half', 'quarter']);

/** The value that begins at a token, longest reading first; null where none begins. Units and qualifiers are not its business. */
export const valueAt = (tokens: readonly Token[], at: number): Value | null => {
	const first = tokens[at];
	if (!first || first.kind === 'mark') return null;
	if (first.kind === 'number') {
		const number = digits(tokens, at);
		return number && (outOf(tokens, number) ?? slashed(tokens, at) ?? number);
	}

	if (!FIRST_WORDS.has(first.lower)) return null;
	const part = vague(tokens, at) ?? fraction(tokens, at);
	if (part) return part;
	if (first.lower === 'a' || first.lower === 'an') {
		const scale = SCALES[lowerAt(tokens, at + 1)];
		if (scale === undefined || isDash(tokens[at + 2]) && touches(tokens[at + 1], tokens[at + 2])) return null;
		const tail = lowerAt(tokens, at + 2) === 'and' || scale === 100 ? words([{...first, lower: 'one'}, ...tokens.slice(at + 1, at + 8)], 0) : null;
		return tail ? {...tail, next: at + tail.next} : cardinal(scale, at + 2, scale, true);
	}

	const number = words(tokens, at);
	return number && (outOf(tokens, number) ?? number);
};

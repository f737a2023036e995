import type {Measured} from './measure-nouns.ts';
import {phraseOf} from './nouns.ts';
import type {NumberSpan} from './numbers.ts';
import {demonymsIn} from './demonyms.ts';
import {isCapital, type Token} from './tokens.ts';

/** A country as a side: "Ukrainian" troops, and how it is called where money is told: "US aid". */
const SHORT: Readonly<Record<string, string>> = {American: 'US', British: 'UK'};
const AFTER_PREPOSITION = /^(?:in|to|into|from|against|with|near|visited|visiting|at|over|across|of|for|between|inside|on|help|helping|support|supporting|invaded|including)$/;

/** Whose doing it is: the nearest country before the figure that acts, else one that it was done by. `strict`: "into Russian territory" is a goal too. Countries of a dateline do nothing. */
export const sideOf = (tokens: readonly Token[], span: NumberSpan, from: number, to: number, strict = false): string | null => {
	const all = demonymsIn(tokens, datelineEnd(tokens, from), to);
	// "visited China days before he sent": a country after a preposition or as a goal does not act.
	// "calls from the United States": an article stands between
	const led = (at: number): boolean => AFTER_PREPOSITION.test(tokens[tokens[at - 1]?.lower === 'the' ? at - 2 : at - 1]?.lower ?? '');
	const acting = all.filter(entry => entry.at < span.from && (!led(entry.at) || (entry.adjective && !strict)));
	// "shifted from Iraq to Kenya and will send 300 troops" names no one who acts; "300 troops sent by France" does
	const by = all.find(entry => entry.at > span.from && tokens[entry.at - 1]?.lower === 'by');
	return (acting.at(-1) ?? by)?.people ?? null;
};

/** "ATHENS, Greece (AP) — Millions": where it was written. The first token after the dash. */
const datelineEnd = (tokens: readonly Token[], from: number): number => {
	if (from > 0 || !/^\p{Lu}{3,}$/u.test(tokens[0]?.text ?? '')) return from;
	const dash = tokens.slice(0, 14).findIndex(token => /^(?:[—–]|--|-)$/.test(token.text));
	return dash < 0 ? from : dash + 1;
};

const TERRITORY = /^(?:territory seized|territory lost|advance)$/;
const PLACES = /^(?:villages|towns|settlements|hamlets|cities|positions|bases|strongholds)$/;
const TAKEN = /^(?:taken|took|take|captured|capture|seized|seize|recaptured|retaken|liberated|overran|overrun|conquered|control)$/;

/** Who took ground, or holds it: "Ukrainian forces". Null where no country acts, or no ground is told. */
export const holderOf = (tokens: readonly Token[], span: NumberSpan, measured: Measured, from: number, to: number): string | null => {
	const places = span.kind === 'count' && PLACES.test(span.counted?.head ?? '') && tokens.slice(from, span.from).some(token => TAKEN.test(token.lower));
	const ground = TERRITORY.test(measured.measure ?? '');
	if (!places && !ground && measured.measure !== 'territory occupied') return null;
	const people = sideOf(tokens, span, from, to, true);
	return people === null ? null : `${people} forces`;
};

/** Sums that belong to somebody: who pays, earns or owes decides the question. */
const OWNED = /^(?:aid|fine|debt|deficit|budget|spending|profit|loss|revenue|value|raised|savings|cuts|cost|exports|imports|damage)$/;

/** "Kenya’s $1.3bn budget", "Acme's loss of £2m": the owner right before the figure or its noun. */
const possessor = (tokens: readonly Token[], measured: Measured, from: number, span: NumberSpan): string | null => {
	for (const at of [span.from, ...(measured.at !== null && measured.at < span.from ? [measured.at] : [])]) {
		for (let owner = at - 1; owner >= Math.max(from, at - 3); owner -= 1) {
			// "tested Roe's clout and cost $2 million"
			if (/^(?:and|or|,)$/.test(tokens[owner]?.lower ?? '')) break;
			if (!/['’]s$|s['’]$/.test(tokens[owner]?.text ?? '') || /^(?:it|that|this|he|she|there|here|what|who|let)'s$/.test(tokens[owner]?.lower ?? '')) continue;
			let start = owner;
			while (start > from && isCapital(tokens[start - 1]) && tokens[start - 1]?.kind === 'word') start -= 1;
			return isCapital(tokens[start]) && !/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:It|That|He|She|There|What|Today|Let)['’]/.test(tokens[start]?.text ?? '') ? phraseOf(tokens, start, owner + 1).replace(/['’]s?$/, '').replace(/^(?:The|In|On|At|But|And)\s/, '') : null;
		}
	}

	return null;
};

/** "fined Acme £3m": who has to pay. */
const fined = (tokens: readonly Token[], at: number, to: number): string | null => {
	let end = at + 1;
	while (end < to && isCapital(tokens[end]) && tokens[end]?.kind === 'word') end += 1;
	return end > at + 1 ? phraseOf(tokens, at + 1, end) : null;
};

/** "Germany pledged €700m in aid to Sudan", "support the Netherlands sends to Kenya": giver, noun and taker. Null without a giver. */
const gift = (tokens: readonly Token[], span: NumberSpan, measured: Measured, from: number, to: number): string | null => {
	const countries = demonymsIn(tokens, datelineEnd(tokens, from), to);
	const taker = countries.find(({at, adjective}) => at > span.from && !adjective && /^(?:to|for)$/.test(tokens[at - 1]?.lower ?? ''));
	const giver = countries.find(({at, adjective}) => at > span.from && at !== taker?.at && (adjective ? at - span.next < 3 && !isCapital(tokens[at + 1]) : tokens[at - 1]?.lower === 'the' && at - span.next < 6))
		?? countries.findLast(({at, adjective, people}) => at < span.from && people !== taker?.people && (adjective || !AFTER_PREPOSITION.test(tokens[at - 1]?.lower ?? '')));
	if (!giver || measured.measureText === null) return null;
	const noun = measured.measureText.toLowerCase().split(' ').filter(word => !/^(?:arms|annual|new|extra)$/.test(word)).join(' ');
	return `${SHORT[giver.people] ?? giver.people} ${noun}${taker ? ` to ${phraseOf(tokens, taker.at, taker.at + 1)}` : ''}`;
};

/** Whose money it is; null where the clause does not tell. */
export const payerOf = (tokens: readonly Token[], span: NumberSpan, measured: Measured, [from, to]: readonly [number, number]): string | null => {
	if (span.kind !== 'money') return null;
	if (measured.measure === 'aid') return gift(tokens, span, measured, from, to) ?? possessor(tokens, measured, from, span);
	const owner = possessor(tokens, measured, from, span);
	if (owner !== null || !OWNED.test(measured.measure ?? '')) return owner;
	if (measured.measure === 'fine' && tokens[measured.at ?? -1]?.lower === 'fined') return fined(tokens, measured.at ?? 0, span.from) ?? null;
	return actor(tokens, span, from);
};

const BEFORE_ACT = /^(?:has|have|had|will|would|may|could|also|already|\p{L}+ly)$/u;
const ACTS = /^(?:agree|agrees|agreed|reported|posted|made|lost|spent|paid|raised|earned|owes|owed|pledged|gave|donated|invested|saved|spends|makes|earns|expects|booked|recorded|announced|cut|sold|exports|exported|imports|imported|report|post|make|lose|spend|pay|raise|earn|owe|pledge|give|donate|invest|invests|save|expect|record|sell|export|import)$/;

/** "Acme reported a profit of £2m", "Kenya spent $4m": a name that opens the clause and does it. */
const actor = (tokens: readonly Token[], span: NumberSpan, from: number): string | null => {
	let start = datelineEnd(tokens, from);
	if (/^(?:the|but|and|while|,)$/.test(tokens[start]?.lower ?? '')) start += 1;
	let end = start;
	while (end < span.from && end - start < 5 && isCapital(tokens[end]) && tokens[end]?.kind === 'word' && !/['’]s$/.test(tokens[end]?.text ?? '')) end += 1;
	let verb = end;
	while (verb < span.from && verb - end < 3 && BEFORE_ACT.test(tokens[verb]?.lower ?? '')) verb += 1;
	// "The Post reported that", "The Post reported Tuesday that"
	if (tokens.slice(verb + 1, verb + 4).some(({lower}) => lower === 'that')) return null;
	return end > start && ACTS.test(tokens[verb]?.lower ?? '') && !/^(?:He|She|It|They|We|I|This|That|There|In|On|At|By|For)$/.test(tokens[start]?.text ?? '') ? phraseOf(tokens, start, end) : null;
};

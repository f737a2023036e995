import {phraseAfter, subjectBefore, type Scope} from './cue-subjects.ts';
import {isCapital, type Token} from './tokens.ts';

type Range = readonly [number, number];
/** Who says what they expect, and whose survey asked them, where one did. */
export type Asked = {readonly subject: Range; readonly relay: Range | null};

/** People and papers that tell expectations. */
const FORECASTER = /^(?:economists|analysts|forecasters|strategists|experts|estimates?|forecasts?|consensus|projections?|predictions?)$/;
const SURVEYED = /^(?:surveyed|polled|interviewed|questioned|canvassed)$/;
const SURVEY = /^(?:survey|poll)$/;

const find = (tokens: readonly Token[], [from, to]: Range, pattern: RegExp): number => {
	for (let at = from; at < to; at += 1) if (pattern.test(tokens[at]?.lower ?? '')) return at;
	return -1;
};

/**
 * "Economists polled by Acme", "economists in an Acme survey", "an Acme survey of economists": those asked tell what they
 * expect, and whoever asked them hands it on. Voters who are asked are what the poll counts: they are left to it.
 */
export const askedIn = (scope: Scope, subject: Range): Asked => {
	const {tokens} = scope;
	const [from, to] = subject;
	if (tokens[from - 1]?.lower === 'by' && SURVEYED.test(tokens[from - 2]?.lower ?? '')) {
		const people = subjectBefore(scope, from - 2);
		if (people && find(tokens, people, FORECASTER) >= 0) return {subject: people, relay: subject};
	}

	const people = find(tokens, subject, FORECASTER);
	const survey = find(tokens, subject, SURVEY);
	if (people < 0 || survey < 0) return {subject, relay: null};
	const of = tokens[survey + 1]?.lower === 'of' ? find(tokens, [survey + 2, to], FORECASTER) : -1;
	if (of < 0 && people < survey && tokens[people + 1]?.lower === 'in') return {subject: [from, people + 1], relay: [people + 2, survey + 1]};
	if (of < 0) return {subject, relay: null};
	const start = find(tokens, [from, survey], /^(?:in|from|of)$/);
	return {subject: [of, of + 1], relay: [start < 0 ? from : start + 1, survey + 1]};
};

/** "according to economists polled by Acme". */
export const askedAfter = (tokens: readonly Token[], cited: Range, to: number): Asked => {
	const [from, end] = cited;
	const relay = end - from > 1 && SURVEYED.test(tokens[end - 1]?.lower ?? '') && tokens[end]?.lower === 'by' && find(tokens, cited, FORECASTER) >= 0 ? phraseAfter(tokens, end + 1, to) : null;
	return relay ? {subject: [from, end - 1], relay} : {subject: cited, relay: null};
};

/** "Economists had called for 40", "the consensus was looking for 40": who expects, and how far the words of expecting go. Null elsewhere. */
export const expecting = (scope: Scope, at: number): {readonly subject: Range; readonly next: number} | null => {
	const {tokens} = scope;
	if (!/^(?:called|calling|looking|looked)$/.test(tokens[at]?.lower ?? '') || tokens[at + 1]?.lower !== 'for' || scope.quoted(at)) return null;
	const subject = subjectBefore(scope, withoutAuxiliaries(tokens, at));
	const told = subject && askedIn(scope, subject).subject;
	return subject && told && find(tokens, told, FORECASTER) >= 0 ? {subject, next: at + 2} : null;
};

/** "more than the 40 analysts polled by Acme had predicted": the number right before those who forecast is what they hoped for. Null elsewhere. */
export const hopedBy = (scope: Scope, at: number): (Asked & {readonly hope: Range}) | null => {
	const {tokens} = scope;
	if (!/^(?:expected|forecast|predicted|estimated|anticipated|projected)$/.test(tokens[at]?.lower ?? '') || scope.quoted(at)) return null;
	const end = withoutAuxiliaries(tokens, at);
	let people = end - 1;
	while (people > end - 5 && isCapital(tokens[people])) people -= 1;
	// "polled by Acme" stands between
	const polled = people < end - 1 && tokens[people]?.lower === 'by' && SURVEYED.test(tokens[people - 1]?.lower ?? '');
	const relay: Range | null = polled ? [people + 1, end] : null;
	if (polled) people -= 2;
	if (!FORECASTER.test(tokens[people]?.lower ?? '')) return null;
	let start = people;
	while (start > scope.from && (tokens[start - 1]?.kind === 'number' || /^(?:[$£€]|million|billion|trillion)$/.test(tokens[start - 1]?.lower ?? ''))) start -= 1;
	return start === people ? null : {subject: [people, people + 1], relay, hope: [start, people]};
};

/** "below the forecast of 40", "beating estimates for 40": what somebody else had expected, not what the sentence's source tells. */
export const isOthersForecast = (tokens: readonly Token[], from: number, at: number): boolean => {
	const lead = tokens.slice(Math.max(from, at - 7), at).map(({lower}) => lower);
	const noun = lead.findLastIndex(word => /^(?:forecasts?|estimates?|expectations?|projections?|predictions?|consensus)$/.test(word));
	return noun > 0 && lead.slice(Math.max(0, noun - 4), noun).some(word => /^(?:below|above|than|against|beating|missing|topping|exceeding|beat|missed|topped|exceeded|short)$/.test(word));
};

/** Where the auxiliaries before a verb begin: "had been" of "had been expecting". */
export const withoutAuxiliaries = (tokens: readonly Token[], at: number): number => {
	let start = at;
	while (/^(?:is|are|was|were|been|has|have|had|also|still)$/.test(tokens[start - 1]?.lower ?? '')) start -= 1;
	return start;
};

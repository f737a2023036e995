import type {MatrixRow, QuestionGroup, Reason, Cause} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import {notComparable} from './comparable.ts';
import {isShare, isStock} from './measures.ts';
import {driftsOf, relayFact, whoWords, type Carriers} from './relay.ts';
import {coarser, mayMeanOne} from './rounding.ts';
import {compareScopes, isWorld, tellsWhere, toldInside} from './scopes.ts';
import {oneOrigin} from './sources.ts';
import {before, holdsFor, type Published} from './times.ts';

/** What the pages tell beside the two figures: every place they name that says where it lies, the days they came out, and their outlets. */
export type Told = {readonly scopes: readonly string[]; readonly published: Published; readonly carriers: Carriers};

type Rule = (a: Figure, b: Figure, told: Told) => Cause | null;

const as = (reason: Cause['reason'], fact: string, sides?: Cause['sides']): Cause => sides === undefined ? {reason, fact} : {reason, fact, sides};
const sameStatement = (a: Figure, b: Figure): boolean => a.statement !== null && a.statement === b.statement;

const places: Rule = (a, b, {scopes}) => {
	const how = compareScopes(a.scope, b.scope);
	if (how === 'within' || toldInside(a.scope, b.scope, scopes)) return as('part of', `${a.scope}, within ${b.scope}`);
	if (how === 'around' || toldInside(b.scope, a.scope, scopes)) return as('part of', `${b.scope}, within ${a.scope}`);
	// "221 million worldwide" beside "40 million": the rest of a page tells of one country
	const [world, other] = a.scope === null ? [b, a] : [a, b];
	if (world.scope !== null && other.scope === null && isWorld(world.scope) && (world.low ?? 0) > 2 * (other.high ?? other.low ?? Infinity)) return as('another question', `${world.scope}, and no place told`);
	// A stock of two places that their words do not connect: whether one holds the other is not for newsdeck to say.
	return how === 'other' ? as('another question', `${a.scope}, and ${b.scope}`) : null;
};

/** The figures with the days they hold for, the earlier one first; null where the days are not surely two. */
const ordered = (a: Figure, b: Figure, {published}: Told): readonly [Figure, string, Figure, string] | null => {
	const [from, to] = [holdsFor(a, published), holdsFor(b, published)];
	if (from === null || to === null) return null;
	return before(from, to) ? [a, from, b, to] : before(to, from) ? [b, to, a, from] : null;
};

const falls = (earlier: Figure, later: Figure): boolean => (later.high ?? Infinity) < (earlier.low ?? -Infinity);
const dayWords = (figure: Figure, day: string): string => figure.asOf !== null ? `to ${day}` : figure.saidOn !== null ? `said ${day}` : `published ${day}`;

/** More was counted, or a stock changed, since. A total that fell is no growth: whose it is decides what it may be. */
const later: Rule = (a, b, told) => {
	const order = sameStatement(a, b) ? null : ordered(a, b, told);
	if (order === null || (falls(order[0], order[2]) && !isStock(a.measure))) return null;
	const sides = [{words: `${order[0].text} ${dayWords(order[0], order[1])}`, at: order[1]}, {words: `${order[2].text} ${dayWords(order[2], order[3])}`, at: order[3]}];
	return as('later as-of', sides.map(({words}) => words).join(', '), sides);
};

/** Where one names a source and the other does not, it may be the same one: that is told, and no more. */
const origin: Rule = (a, b) => {
	if (sameStatement(a, b) || (a.source === null && b.source === null) || oneOrigin(a, b)) return null;
	const sides = [a, b].map(({source}) => ({words: source ?? 'no source named', at: ''}));
	return as('other origin', sides.map(({words}) => words).join(', and '), sides);
};

const rounded: Rule = (a, b) => {
	const coarse = coarser(a, b);
	return coarse === null ? null : as('rounding', a.low === b.low ? `one number, once told roughly: ${coarse.text}` : `${coarse.text} is ${coarse === a ? b.text : a.text}, told roughly`);
};

const looser: Rule = (a, b) => coarser(a, b) === null && mayMeanOne(a, b) ? as('looser bound', `one number can be both ${a.text} and ${b.text}`) : null;

/** "Killed or wounded" beside "killed, wounded and missing". */
const wider: Rule = (a, b) => {
	if (a.components === null || b.components === null) return null;
	const [left, right] = [a.components, b.components];
	const more = left.length >= right.length ? left.filter(each => !right.includes(each)) : right.filter(each => !left.includes(each));
	return more.length === 0 ? null : as('wider definition', `${left.length >= right.length ? a.text : b.text} includes the ${more.join(' and ')}`);
};

const relayed: Rule = (a, b, {carriers}) => {
	if (!sameStatement(a, b)) return null;
	const fact = relayFact(driftsOf(a, b));
	return as('relay wording', `one statement${a.source === null ? '' : ` of ${a.source}`}: ${fact === null ? `${a.text}, and ${b.text}` : `${whoWords(a, b, carriers)} ${fact}`}`);
};

/** One origin that told less later, or two values of one day. */
const revised: Rule = (a, b, told) => {
	if (!oneOrigin(a, b) || sameStatement(a, b)) return null;
	const order = ordered(a, b, told);
	if (order !== null) return falls(order[0], order[2]) ? as('revision', `${a.source}: ${order[0].text} ${dayWords(order[0], order[1])}, lowered to ${order[2].text} ${dayWords(order[2], order[3])}`) : null;
	return a.asOf !== null && a.asOf === b.asOf ? as('revision', `${a.source}: two counts to ${a.asOf}`) : null;
};

/** "46 percent to 43 percent": a page that tells two shares tells them of two answers, groups or days. */
const answers: Rule = (a, b) => a.article === b.article && isShare(a) && isShare(b) && /^(?:poll share|vote share)$/.test(a.measure ?? '') ? as('another question', 'one article tells both shares: of two answers or groups') : null;

/** Innocent reasons first: what is no contradiction at all, then what carriers and origins do. */
const rules: readonly Rule[] = [answers, places, later, rounded, looser, origin, wider, relayed, revised];

/** One value as said: "over 5,000" and "5,000" differ. */
export const sameAnswer = (a: Figure, b: Figure): boolean => a.low === b.low && a.high === b.high && a.unit === b.unit && (a.qualifier === '~') === (b.qualifier === '~');

/** Every reason the texts give why two figures differ; none of them says which is right. */
export const whyDiffer = (a: Figure, b: Figure, told: Told): readonly [Cause, ...Cause[]] => {
	const apart = notComparable(a, b);
	if (apart !== null) return [as(apart.kind, apart.why)];
	const [first, ...rest] = rules.flatMap(rule => rule(a, b, told) ?? []);
	if (first !== undefined) return [first, ...rest];
	if (a.article === b.article) return [as('no reason found in the texts', 'one article tells both: they may tell of two things')];
	return [as('no reason found in the texts', a.source === null && b.source === null ? 'neither names a source' : `both by ${a.source ?? ''}`)];
};

/** A bracket of the matrix: the kind of the reason is that of the rule that spoke, the words are the bracket's. */
const incomparable = (a: Figure, b: Figure, fact: string): Reason =>
	({figures: [a, b], comparable: false, reason: notComparable(a, b)?.kind ?? 'another question', fact});

/** For each bracket of the matrix its reason, then for each pair inside a question the first reason why the values differ. */
export const reasonsOf = (matrix: readonly MatrixRow[], questions: readonly QuestionGroup[], pages: Pick<Told, 'published' | 'carriers'>): Reason[] => {
	const told = {scopes: scopesOf(questions), ...pages};
	return [
		...matrix.flatMap(row => row.notComparable.map(({left, right, reason}) => incomparable(left, right, reason))),
		...questions.flatMap(({figures}) => figures.flatMap((a, i) => figures.slice(i + 1).flatMap(b => {
			if (a.article === b.article || sameAnswer(a, b) || notComparable(a, b) !== null) return [];
			const [first] = whyDiffer(a, b, told);
			return [{...first, figures: [a, b], comparable: first.reason !== 'another question'}];
		}))),
	];
};

/** Every place that a figure of these questions names, once, as far as its words say where it lies. */
export const scopesOf = (questions: readonly QuestionGroup[]): string[] => [...new Set(questions.flatMap(({figures}) => figures.flatMap(figure => figure.scope ?? [])))].filter(tellsWhere);

import type {AlikeAct, AlikeChange, PlannedAlike} from '../../model/alike.ts';
import type {Figure} from '../../model/figure.ts';
import {allCards, type Derivation, type Library} from '../../model/library.ts';
import type {Correction, Fields, LogEntry} from '../../model/override.ts';
import {Problem} from '../../model/problem.ts';
import type {Quote} from '../../model/quote.ts';
import {fieldsThatDiffer} from '../../store/fields.ts';
import {correctDerivation} from '../../store/replay.ts';
import {figureKind, quoteKind, type FactKind} from './fact-kinds.ts';
import {holdOn, type Found} from './fact-finding.ts';
import {groupsOf, readAll} from '../asked/library-reading.ts';

type AnyFact = Figure | Quote;

/** Facts alike in the other articles of the event that each stands in. What a person has said something of already is left alone. */
export const withAlike = async <Fact extends AnyFact>(library: Library, kind: FactKind<Fact>, found: ReadonlyArray<Found<Fact>>, like: (fact: Fact) => Fact = fact => fact): Promise<Array<Found<Fact>>> => {
	const events = groupsOf(await library.events(), []);
	const all = [...found];
	for (const {fact} of found) {
		const others = events.find(event => event.articles.includes(fact.article))?.articles ?? [];
		for (const derivation of await readAll(library, others)) {
			all.push(...kind.of(derivation).filter(other => other.review === null && kind.alike(like(fact), other) && !all.some(each => each.fact.id === other.id)).map(other => ({fact: other, derivation})));
		}
	}

	return all;
};

/** What a person said of one fact, said of those that were read as it was. */
const ofFact = async <Fact extends AnyFact>(library: Library, kind: FactKind<Fact>, {article, id}: Extract<AlikeAct, {kind: 'fact'}>): Promise<readonly Correction[]> => {
	const [now, first] = [(await library.read([article]))[0], (await library.read([article], {uncorrected: true}))[0]];
	const fact = now && kind.of(now).find(each => each.id === id);
	const was = first && kind.of(first).find(each => each.id === id);
	if (now === undefined || fact === undefined || fact.review === null) throw new Problem({exit: 'usage', what: 'Nothing was said of it yet.', why: '', remedy: 'Confirm, reject or change it first; then the same can be said of all like it.'});
	const {review} = fact;
	const fields: Fields = review === 'edited' && was !== undefined ? fieldsThatDiffer(kind.noun, was, fact) : {};
	const others = (await withAlike(library, kind, [{fact, derivation: now}], each => was ?? each)).slice(1);
	return others.map(each => kind.said(holdOn(each), review, fields));
};

const correctionsFor = async (library: Library, act: AlikeAct): Promise<readonly Correction[]> => {
	switch (act.kind) {
		case 'alias': return [{kind: 'alias', alias: act.alias, name: act.name}];
		case 'measure': return [{kind: 'measure', word: act.word, measure: act.measure, outlet: act.outlet}];
		case 'fact': return act.of === 'figure' ? ofFact(library, figureKind, act) : ofFact(library, quoteKind, act);
	}
};

const told = (value: unknown): string => value === null || value === undefined ? '' : Array.isArray(value) ? value.join('; ') : String(value);

const fieldsIn = (was: object, now: object, names: readonly string[]): AlikeChange['fields'] => {
	const [before, after] = [new Map<string, unknown>(Object.entries(was)), new Map<string, unknown>(Object.entries(now))];
	return names.flatMap(name => JSON.stringify(before.get(name)) === JSON.stringify(after.get(name)) ? [] : [{name, was: told(before.get(name)), now: told(after.get(name))}]);
};

/** Fields of facts whose change is told; the others follow from these. */
const TOLD = ['low', 'high', 'qualifier', 'unit', 'measure', 'subject', 'scope', 'flow', 'periodText', 'source', 'directness', 'stance', 'hedges', 'asOf', 'saidOn', 'minor', 'refusal', 'speaker', 'speakerName', 'cue', 'review'];

const changesIn = (before: Derivation, after: Derivation): AlikeChange[] => {
	const article = before.article.id;
	const card = fieldsIn(before.article, after.article, ['outlet']);
	const facts = (kind: 'figure' | 'quote', was: readonly AnyFact[], now: readonly AnyFact[]): AlikeChange[] => {
		const known = new Map(was.map(fact => [fact.id, fact]));
		return now.flatMap(fact => {
			const fields = fieldsIn(known.get(fact.id) ?? {}, fact, TOLD);
			return fields.length === 0 ? [] : [{kind, article, text: fact.text, sentence: 'sentence' in fact ? fact.sentence : `“${fact.text}”`, fields}];
		});
	};
	return [
		...(card.length === 0 ? [] : [{kind: 'article' as const, article, text: before.article.headline ?? '', sentence: before.article.headline ?? '', fields: card}]),
		...facts('figure', before.figures, after.figures), ...facts('quote', before.quotes, after.quotes),
	];
};

/** Articles read at a time, and changes that are shown. */
const AT_ONCE = 500;
const SHOWN = 100;

/** What an act on all alike would change, article after article; nothing is written. */
export const planAlike = async (library: Library, act: AlikeAct): Promise<PlannedAlike> => {
	const corrections = await correctionsFor(library, act);
	// As if they had been taken down just now, over all that stands.
	const entries = corrections.map((correction): LogEntry => ({sequence: 0, who: '', when: '', why: null, act: {kind: 'correct', correction}}));
	const ids = act.kind === 'fact' ? [...new Set(corrections.flatMap(each => 'on' in each && typeof each.on !== 'boolean' ? [each.on.article] : []))] : (await allCards(library)).map(({id}) => id);
	const counts = {figure: 0, quote: 0, article: 0};
	const examples: AlikeChange[] = [];
	for (let start = 0; start < ids.length; start += AT_ONCE) {
		for (const derivation of await library.read(ids.slice(start, start + AT_ONCE))) {
			const changes = changesIn(derivation, correctDerivation(derivation, entries).derivation);
			for (const {kind} of changes) counts[kind]++;
			if (examples.length < SHOWN) examples.push(...changes.slice(0, SHOWN - examples.length));
		}
	}

	return {corrections, figures: counts.figure, quotes: counts.quote, articles: counts.article, examples};
};

import {rawPlace, segmentAt, STANDFIRST, HEADLINE} from '../../model/article.ts';
import type {Figure} from '../../model/figure.ts';
import {allCards, type Derivation, type Library} from '../../model/library.ts';
import {placesOf, textQuoteOf, type Place} from '../../model/override.ts';
import {Problem} from '../../model/problem.ts';
import type {Quote} from '../../model/quote.ts';
import type {FactKind} from './fact-kinds.ts';

/** A fact with the article it stands in. */
export type Found<Fact> = {readonly fact: Fact; readonly derivation: Derivation};

/** Articles read at a time while facts are looked for. */
const AT_ONCE = 500;

/** Every fact of a library that passes, page after page, in the order of the articles. */
const factsOf = async <Fact extends Figure | Quote>(library: Library, kind: FactKind<Fact>, passes: (fact: Fact) => boolean): Promise<Array<Found<Fact>>> => {
	const ids = (await allCards(library)).map(card => card.id);
	const found: Array<Found<Fact>> = [];
	for (let i = 0; i < ids.length; i += AT_ONCE) {
		for (const derivation of await library.read(ids.slice(i, i + AT_ONCE))) found.push(...kind.of(derivation).filter(passes).map(fact => ({fact, derivation})));
	}

	return found;
};

/** Why no fact of this kind is meant by an id, and what helps. */
const whyMissing = (id: string, noun: 'figure' | 'quote', begun: readonly string[]): string => {
	const other = id.startsWith('a-') ? 'article' : id.startsWith('q-') ? 'quote' : id.startsWith('f-') ? 'figure' : noun;
	if (begun.length > 1) return `${begun.length} ${noun}s begin with ${id}: ${begun.slice(0, 3).join(', ')}${begun.length > 3 ? ' and others' : ''}. Give more of the id.`;
	if (other === 'article') return `${id} is no ${noun} but an article. newsdeck ${noun}s shows the ids.`;
	return other === noun ? `There is no ${noun} ${id}. newsdeck ${noun}s shows the ids.` : `There is no ${noun} ${id}: so begin the ids of ${other}s. newsdeck ${other} show ${id} shows it.`;
};

/** The facts with these ids, in the order asked for, and of each id that means none of them why, in a line. The beginning of an id is enough where only one begins so. */
export const findFacts = async <Fact extends Figure | Quote>(library: Library, kind: FactKind<Fact>, ids: readonly string[]): Promise<{readonly found: Array<Found<Fact>>; readonly missing: string[]}> => {
	const wanted = new Set(ids);
	const begun = ids.filter(id => id.length >= 4);
	const near = await factsOf(library, kind, ({id}) => wanted.has(id) || begun.some(each => id.startsWith(each)));
	const byId = new Map(near.map(each => [each.fact.id, each]));
	const of = (id: string): Found<Fact> | null => {
		const begins = near.filter(({fact}) => begun.includes(id) && fact.id.startsWith(id));
		return byId.get(id) ?? (begins.length === 1 ? begins[0] ?? null : null);
	};
	const all = ids.map(id => ({id, found: of(id)}));
	return {found: [...new Set(all.flatMap(({found}) => found ?? []))], missing: all.flatMap(({id, found}) => found === null ? [whyMissing(id, kind.noun, begun.includes(id) ? near.flatMap(({fact}) => fact.id.startsWith(id) ? [fact.id] : []) : [])] : [])};
};

const whereIn = ({article}: Derivation, {segment, start, end}: Place): string => {
	const own = segmentAt(article, segment);
	const text = own?.text ?? '';
	const place = segment === HEADLINE ? 'headline' : segment === STANDFIRST ? 'standfirst' : `line ${own === undefined ? '?' : rawPlace(own, start)?.line ?? own.startLine}`;
	return `${place}: “…${text.slice(Math.max(0, start - 24), end + 24)}…”`;
};

/** "12" does not stand in "2012", nor in "1,212". */
const isWhole = ({article}: Derivation, {segment, start, end}: Place): boolean => {
	const text = segmentAt(article, segment)?.text ?? '';
	return !/[\p{L}\p{N}][.,]?$/u.test(/^[\p{L}\p{N}]/u.test(text.slice(start)) ? text.slice(Math.max(0, start - 2), start) : '')
		&& !/^(?:[.,]?\p{N}|\p{L})/u.test(/[\p{L}\p{N}]$/u.test(text.slice(0, end)) ? text.slice(end, end + 2) : '');
};

/**
 * The one place of an article where these words stand. Words that are not there, or stand there more than once, are a Problem (exit
 * "usage") that says where they do; a few words more than the fact's own choose one: "the [12] homes".
 */
export const placeIn = (derivation: Derivation, words: string): Place => {
	const literal = placesOf(derivation.article, {exact: words, prefix: '', suffix: ''});
	const marked = literal.length > 0 ? null : /^(.*)\[(.+)\](.*)$/s.exec(words);
	const exact = marked?.[2] ?? words;
	const places = (marked === null ? literal : placesOf(derivation.article, {exact, prefix: marked[1] ?? '', suffix: marked[3] ?? ''})).filter(each => isWhole(derivation, each));
	const [place, ...others] = places;
	if (place === undefined) throw new Problem({exit: 'usage', what: `“${exact}” does not stand in ${derivation.article.id}.`, why: 'The words must be those of the article, letter by letter.', remedy: `newsdeck show ${derivation.article.id} shows them.`});
	if (others.length > 0) {
		throw new Problem({
			exit: 'usage', what: `“${exact}” stands in ${derivation.article.id} ${places.length} times.`, why: `${places.slice(0, 6).map(each => whereIn(derivation, each)).join('; ')}.`,
			remedy: 'Give some of the words around it, and the figure or quote in square brackets: "killed [12] people".',
		});
	}

	return place;
};

/** What a correction of a fact holds on to. */
export const holdOn = <Fact extends Figure | Quote>({fact, derivation}: Found<Fact>) => textQuoteOf(derivation.article, fact);

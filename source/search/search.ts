import type {ArticleId} from '../model/article.ts';
import {hasSequence, joined, patternFinder, snippetOf, wantedWord, wordFinder, type Finder, type Range, type Wanted} from './matches.ts';
import {safePattern} from './pattern.ts';
import {parseQuery, wantedText, type SearchMode, type Term} from './query.ts';
import {rank, scoreWords, type Candidate} from './rank.ts';
import {buildIndex, type OutletEntry, type SearchEntry, type SearchIndex} from './search-index.ts';
import {createVocabulary, exactly, nearest, withPrefix} from './vocabulary.ts';

export type {SearchMode} from './query.ts';
export type {SearchEntry} from './search-index.ts';

/**
 * An article that answers a query. `score`: higher is better, to be compared within one query only. `headlineMatches`
 * and `matches`: UTF-16 ranges in order, without overlaps. `readAs`: words the library has not, and what they were
 * taken for. `snippet`: null where only headline or outlet match.
 */
export type SearchHit = {
	readonly article: ArticleId;
	readonly score: number;
	readonly headlineMatches: readonly Range[];
	readonly readAs: readonly ReadAs[];
	readonly snippet: {readonly text: string; readonly matches: readonly Range[]} | null;
};

/** A typed word and the word of the library it was read as. */
export type ReadAs = {readonly typed: string; readonly word: string};

/** Answers queries over the entries it was made from. */
export type Searcher = {
	/** Best first, at most `limit`. A query without words finds nothing. A refused pattern throws a Problem (exit "usage"). */
	readonly find: (query: string, limit?: number, mode?: SearchMode) => SearchHit[];
};

const DEFAULT_LIMIT = 100;
const SNIPPET_WIDTH = 120;

/** What a term came to: a worth for each entry (0: it fails), and what to mark in the texts. */
type Answer = {readonly scores: Float32Array; readonly wanted: readonly Wanted[]; readonly readAs: readonly ReadAs[]; readonly term: Term};

const answerWord = (index: SearchIndex, term: Term, mode: SearchMode): Answer => {
	const [typed = ''] = term.words;
	// "-opinion" takes away what has just that word: a minus that guessed would hide articles.
	if (mode === 'exact' || term.negated || term.phrase) {
		return {term, scores: scoreWords(index, exactly(index.vocabulary, typed), typed), wanted: [[wantedWord(typed, false)]], readAs: []};
	}

	const range = withPrefix(index.vocabulary, typed);
	if (range.from < range.to) return {term, scores: scoreWords(index, range, typed), wanted: [[wantedWord(typed, true)]], readAs: []};
	const word = nearest(index.vocabulary, typed);
	if (word === null) return {term, scores: new Float32Array(index.entries.length), wanted: [], readAs: []};
	return {
		term: {...term, words: [word]},
		scores: scoreWords(index, withPrefix(index.vocabulary, word), word),
		wanted: [[wantedWord(word, true, true)]],
		readAs: [{typed, word}],
	};
};

/** All words of the phrase in one article, then next to each other in its headline, outlet, standfirst or text. */
const answerPhrase = (index: SearchIndex, term: Term, mode: SearchMode): Answer => {
	const open = term.open && mode === 'fuzzy' && !term.negated;
	const wanted = term.words.map((word, at) => wantedWord(word, open && at === term.words.length - 1));
	const perWord = wanted.map(({word, prefix}) => scoreWords(index, prefix ? withPrefix(index.vocabulary, word) : exactly(index.vocabulary, word), word));
	const has = hasSequence(wanted);
	const scores = new Float32Array(index.entries.length);
	for (const [at, {card, text}] of index.entries.entries()) {
		if (!perWord.every(word => (word[at] ?? 0) > 0)) continue;
		if ([card.headline, card.outlet, card.standfirst, text].some(part => part !== null && has(part))) {
			scores[at] = perWord.reduce((sum, word) => sum + (word[at] ?? 0), 0);
		}
	}

	return {term, scores, wanted: [wanted], readAs: []};
};

const outletHas = (outlet: OutletEntry, words: readonly string[], open: boolean): boolean => {
	const typed = words.join('');
	// "dailymail", "daily-mail" and "mail" are all the Daily Mail.
	return (open ? outlet.joined.startsWith(typed) : outlet.joined === typed) || words.every(word => outlet.words.some(own => (open ? own.startsWith(word) : own === word)));
};

const answerOutlet = (index: SearchIndex, term: Term, mode: SearchMode): Answer => {
	const open = mode === 'fuzzy';
	let words = term.words;
	let readAs: ReadAs[] = [];
	if (open && !index.outlets.some(outlet => outletHas(outlet, words, true))) {
		const names = createVocabulary(new Map(index.outlets.flatMap(outlet => outlet.words.map(word => [word, outlet.entries.length]))));
		words = words.map(word => nearest(names, word) ?? word);
		readAs = words.map((word, at) => ({typed: term.words[at] ?? word, word})).filter(({typed, word}) => typed !== word);
	}

	const scores = new Float32Array(index.entries.length);
	for (const outlet of index.outlets) {
		if (outletHas(outlet, words, open)) for (const at of outlet.entries) scores[at] = 1;
	}

	return {term, scores, wanted: [], readAs};
};

const answer = (index: SearchIndex, term: Term, mode: SearchMode): Answer =>
	term.field === 'outlet' ? answerOutlet(index, term, mode) : term.words.length > 1 ? answerPhrase(index, term, mode) : answerWord(index, term, mode);

const toHit = (index: SearchIndex, {entry, score}: Candidate, find: Finder, readAs: readonly ReadAs[]): SearchHit | null => {
	const found = index.entries[entry];
	if (found === undefined) return null;
	const {card, text} = found;
	return {
		article: card.id,
		score,
		headlineMatches: joined(find(card.headline ?? '')),
		readAs,
		snippet: snippetOf(text, find, SNIPPET_WIDTH) ?? snippetOf(card.standfirst ?? '', find, SNIPPET_WIDTH),
	};
};

const toHits = (index: SearchIndex, ranked: readonly Candidate[], limit: number, find: Finder, readAs: readonly ReadAs[]): SearchHit[] =>
	ranked.slice(0, Math.max(0, limit)).map(candidate => toHit(index, candidate, find, readAs)).filter(hit => hit !== null);

/** What an entry is worth to one term; null where it fails. */
const worthOf = ({term, scores}: Answer, entry: number): number | null => {
	const worth = scores[entry] ?? 0;
	if (term.negated) return worth === 0 ? 0 : null;
	return worth > 0 ? worth : null;
};

/** Every group must hold, by its best term; the worths add up. Null where one fails. */
const scoreOf = (groups: ReadonlyArray<readonly Answer[]>, entry: number): number | null => {
	let score = 0;
	for (const group of groups) {
		let best: number | null = null;
		for (const answered of group) {
			const worth = worthOf(answered, entry);
			if (worth !== null && (best === null || worth > best)) best = worth;
		}

		if (best === null) return null;
		score += best;
	}

	return score;
};

const findWords = (index: SearchIndex, query: string, limit: number, mode: SearchMode): SearchHit[] => {
	const groups = parseQuery(query).groups.map(group => group.map(term => answer(index, term, mode)));
	if (groups.length === 0) return [];
	const candidates: Candidate[] = [];
	for (let entry = 0; entry < index.entries.length; entry++) {
		const score = scoreOf(groups, entry);
		if (score !== null) candidates.push({entry, score});
	}

	const answers = groups.flat();
	const find = wordFinder(answers.filter(({term}) => !term.negated).flatMap(({wanted}) => wanted));
	return toHits(index, rank(index.entries, candidates, wantedText(answers.map(({term}) => term))), limit, find, answers.flatMap(({readAs}) => readAs));
};

const findPattern = (index: SearchIndex, source: string, limit: number): SearchHit[] => {
	if (source.trim() === '') return [];
	const find = patternFinder(safePattern(source));
	const has = (text: string | null): boolean => text !== null && find(text).next().done === false;
	const candidates: Candidate[] = [];
	for (const [entry, {card, text}] of index.entries.entries()) {
		const score = has(card.headline) ? 3 : has(card.outlet) ? 2 : has(card.standfirst) || has(text) ? 1 : 0;
		if (score > 0) candidates.push({entry, score});
	}

	return toHits(index, rank(index.entries, candidates, ''), limit, find, []);
};

/**
 * Makes the articles searchable: words by prefix and forgiving of typos, `outlet:bbc`, `-word`, `"a phrase"`, `this OR
 * that`; all must hold. `exact` takes words as they are; `regex` takes the whole query as one pattern (see `safePattern`).
 */
export const createSearch = (entries: readonly SearchEntry[]): Searcher => {
	const index = buildIndex(entries);
	return {
		find: (query, limit = DEFAULT_LIMIT, mode = 'fuzzy') => (mode === 'regex' ? findPattern(index, query, limit) : findWords(index, query, limit, mode)),
	};
};

import table from '../../data/page-text.json' with {type: 'json'};
import {readArticle} from './body.ts';
import {biographyOf, reportingOf} from './byline.ts';
import {type Content, contentsOf, type Draft} from './draft.ts';
import type {Entry} from './entries.ts';
import {endOf, isSaved} from './frame.ts';
import {copiesOf} from './headline-signs.ts';
import {isLiveBlog} from './live-blog.ts';
import {lookOf, removedAs} from './look.ts';
import {chancesOf, type MainText, mainTextOf} from './main-text.ts';
import {metaOf} from './meta.ts';

/** A page that was saved whole and tells one article: what is left of it, and the article. */
export type SavedPage = {readonly page: readonly Entry[]; readonly own: readonly Content[]; readonly draft: Draft};

const isText = (entry: Entry): boolean => lookOf(entry) === 'text';
const rowOf = ({line, verdict}: Entry): boolean => verdict === null && metaOf(line, true) !== null;
const isDated = (entry: Entry): boolean => rowOf(entry) && metaOf(entry.line, true)?.date !== undefined;
const tellsOfAuthor = ({line: {text}}: Entry): boolean => biographyOf(text) !== null || reportingOf(text) !== null;

/** Rows above a headline that are the article's, and lines under its text in which its author or its date may stand. */
const ROWS_ABOVE = 2;
const BELOW = 6;
const ROWS_NEAR = 4;

/** Another article, and not a list or what readers wrote: it has its own headline with a byline or date, and is not much shorter. */
const ALONE = .35;
const isArticle = (entries: readonly Entry[], {from, to, headline, score}: MainText, main: MainText): boolean =>
	headline !== null && headline.odds > 0 && score >= main.score * ALONE
	&& entries.slice(headline.index + 1, headline.index + 1 + ROWS_NEAR).some(rowOf) && entries.slice(from, to + 1).filter(isText).length >= 3;

const gone = (entry: Entry): Entry => removedAs(entry, 'page furniture');
const open = ({line}: Entry): Entry => ({line, verdict: null});

/** Between two texts of a page, titles again and again: a list of articles with their first sentences. */
const LISTED = .5;
const isList = (entries: readonly Entry[], {from, to}: MainText): boolean => {
	const looks = entries.slice(from, to + 1).filter(({verdict}) => verdict === null).map(lookOf).filter(look => look !== 'row');
	const texts = looks.flatMap((look, index) => look === 'text' ? [index] : []);
	return texts.length >= 4 && texts.filter(index => looks[index - 1] === 'title').length >= texts.length * LISTED;
};

/** Shorter sentences right above the text, under its headline, belong to it. */
const SENTENCE = 5;
const startOf = (entries: readonly Entry[], {from, headline}: MainText): number => {
	let start = from;
	for (let at = from - 1; at > (headline?.index ?? from); at--) {
		const entry = entries[at];
		if (entry?.verdict !== null) continue;
		if (entry.line.shape !== 'prose' || entry.line.words < SENTENCE || !/[^.][.!?]["”’]?$/.test(entry.line.text) || rowOf(entry)) break;
		start = at;
	}

	return start;
};

/** The page with everything taken out that is not the article's: what stands around its text, and what cannot be a paragraph within it. */
const withoutRest = (entries: readonly Entry[], {from, to: last, headline}: MainText, chances: readonly number[]): Entry[] => {
	const to = endOf(entries, last);
	const top = headline?.index ?? from;
	const dated = entries.slice(Math.max(0, top - ROWS_ABOVE), from).some(isDated);
	return entries.map((entry, index) => {
		if (index === headline?.index) return open(entry);
		if (entry.verdict !== null) return removedAs(entry, entry.verdict.rule);
		if (index < top) return top - index <= ROWS_ABOVE && rowOf(entry) ? entry : gone(entry);
		if (index < from) return entry;
		if (index > to) return index <= to + BELOW && (tellsOfAuthor(entry) || (!dated && isDated(entry))) ? entry : gone(entry);
		return index > last || (chances[index] ?? 0) >= table.text.weakest || rowOf(entry) ? entry : gone(entry);
	});
};

/** Below it the text was guessed rather than found. */
const SURE = 5;

/**
 * The article of a saved page, where the page tells one. Null for anything else: a page without furniture, several
 * pages in one file, a list of articles, a live blog; those are cut by their rows and breaks.
 */
export const readSavedPage = (entries: readonly Entry[]): SavedPage | null => {
	if (!isSaved(entries)) return null;
	const chances = chancesOf(entries);
	const copies = copiesOf(entries);
	const found = mainTextOf(entries, chances, copies);
	if (found === null || found.score < SURE || isList(entries, found)) return null;
	const main = {...found, from: startOf(entries, found)};
	const first = Math.min(main.from, main.headline?.index ?? main.from);
	const other = mainTextOf(entries, chances, copies, index => index < first || index > main.to);
	if (other !== null && isArticle(entries, other, main)) return null;
	const page = withoutRest(entries, main, chances.chances);
	const own = contentsOf(page);
	if (isLiveBlog(own, true)) return null;
	const at = (index: number | undefined): number => own.findIndex(({line}) => line === entries[index ?? -1]?.line);
	const headline = at(main.headline?.index);
	return {page, own, draft: readArticle(own, true, {headline: headline < 0 ? null : headline, lead: Math.max(0, at(main.from))})};
};

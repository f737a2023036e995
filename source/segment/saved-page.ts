import table from '../../data/page-text.json' with {type: 'json'};
import {readArticle} from './body.ts';
import {articleStarts, isParted} from './boundaries.ts';
import {biographyOf, reportingOf} from './byline.ts';
import {type Content, contentsOf, type Draft} from './draft.ts';
import type {Entry} from './entries.ts';
import {tellsMore} from './beginnings.ts';
import {endOf, isSaved} from './frame.ts';
import {type Copies, copiesOf, isLinked} from './headline-signs.ts';
import {isTitleLike} from './line.ts';
import {isLiveBlog} from './live-blog.ts';
import {lookOf, removedAs} from './look.ts';
import {type Chances, chancesOf, type MainText, mainTextOf} from './main-text.ts';
import {metaOf} from './meta.ts';
import {isSame} from './resemblance.ts';

/** A page that tells one article: what is left of it, whether it was saved with its menu, and the article. */
export type SavedPage = {readonly page: readonly Entry[]; readonly own: readonly Content[]; readonly saved: boolean; readonly draft: Draft};

const isText = (entry: Entry): boolean => lookOf(entry) === 'text';
const rowOf = ({line, verdict}: Entry): boolean => verdict === null && metaOf(line, true) !== null;
const isDated = (entry: Entry): boolean => rowOf(entry) && metaOf(entry.line, true)?.date !== undefined;
const tellsOfAuthor = ({line: {text}}: Entry): boolean => biographyOf(text) !== null || reportingOf(text) !== null;

/** Rows above a headline that are the article's, and lines under its text in which its author or its date may stand. */
const ROWS_ABOVE = 2;
const BELOW = 6;
const ROWS_NEAR = 4;

/** So many paragraphs make an article rather than a teaser. */
const PARAGRAPHS = 3;

/** Not much shorter than the main text. */
const ALONE = .35;
/** One text with a headline beside the main one may be a teaser told at length or what a reader wrote; two are articles, and so is one that has its byline or date. */
const BESIDE = 2;

/** Lines of a list's item between its headline and its text: the headline's copies, an outlet, a time. */
const ITEM = 7;
/** So many items with a sentence of their own make a list. */
const ITEMS = 2;

/** Under the text, items of an aggregator: the headline printed twice, "3 hours ago", a sentence. Each is an article of its outlet. */
const listsOthers = (entries: readonly Entry[], {to}: MainText): boolean => entries.slice(to + 1).filter(({line, verdict}, index, below) => {
	const copy = below[index + 1];
	if (copy === undefined || verdict !== null || !isSame(line, copy.line) || !isTitleLike(line)) return false;
	const item = below.slice(index + 2, index + ITEM);
	return item.some(entry => metaOf(entry.line, true)?.ago !== undefined) && item.some(isText);
}).length >= ITEMS;

/** Whether a page tells other articles beside its main text. */
const tellsOthers = (entries: readonly Entry[], main: MainText, chances: Chances, copies: Copies): boolean => {
	const taken = [main];
	for (let beside = 0; beside < BESIDE;) {
		const other = mainTextOf(entries, chances, copies, index => taken.every(({from, to, headline}) => index < Math.min(from, headline?.index ?? from) || index > to));
		if (other === null || other.score < main.score * ALONE) return false;
		taken.push(other);
		const {from, to, headline} = other;
		if (headline === null || headline.odds <= 0 || entries.slice(from, to + 1).filter(isText).length < PARAGRAPHS) continue;
		if (entries.slice(headline.index + 1, headline.index + 1 + ROWS_NEAR).some(rowOf)) return true;
		beside++;
	}

	return true;
};

const gone = (entry: Entry): Entry => removedAs(entry, 'page furniture');
const open = ({line}: Entry): Entry => ({line, verdict: null});

/** Between two texts of a page, titles again and again: a list of articles with their first sentences. */
const LISTED = .5;
const isList = (entries: readonly Entry[], {from, to}: MainText): boolean => {
	const looks = entries.slice(from, to + 1).filter(({verdict}) => verdict === null).map(lookOf).filter(look => look !== 'row');
	const texts = looks.flatMap((look, index) => look === 'text' ? [index] : []);
	return texts.length >= 4 && texts.filter(index => looks[index - 1] === 'title').length >= texts.length * LISTED;
};

/** Several articles within what was taken for one text: parted by share buttons again and again, or each with its headline, its byline or date, and its paragraphs. */
const holdsSeveral = (entries: readonly Entry[], {from, to, headline}: MainText): boolean => {
	const contents = contentsOf(entries.slice(Math.min(from, headline?.index ?? from), to + 1));
	const starts = articleStarts(contents, true);
	const articles = starts.filter((start, index) => contents.slice(start, starts[index + 1]).filter(({line}) => lookOf({line, verdict: null}) === 'text').length >= PARAGRAPHS);
	return articles.length > 1 || isParted(contents);
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
		if (index < from) return isLinked(entries, index) || isLinked(entries, index - 1) ? gone(entry) : entry;
		if (index > to) return index <= to + BELOW && (tellsOfAuthor(entry) || (!dated && isDated(entry))) ? entry : gone(entry);
		return index > last || (chances[index] ?? 0) >= table.text.weakest || rowOf(entry) ? entry : gone(entry);
	});
};

/** Of all that is likely text on a page, by its words, the share that its text holds: with less it is rather one of several, or what readers wrote. */
const LEAST_SHARE = .25;
const LIKELY = .6;
const shareOf = (entries: readonly Entry[], {from, to}: MainText, {chances}: Chances): number => {
	const words = entries.map((entry, index) => isText(entry) && (chances[index] ?? 0) >= LIKELY ? entry.line.words : 0);
	const sumOf = (some: readonly number[]): number => some.reduce((sum, count) => sum + count, 0);
	return sumOf(words.slice(from, to + 1)) / Math.max(1, sumOf(words));
};

/** So many paragraphs over the headline of a text are those of another article. */
const OTHER_TEXT = 2;

/** A page without furniture has no more lines than these; more are many pages. */
const LONGEST = 1000;

/** Below it the text was guessed rather than found. */
const SURE = 5;
/** On a page without furniture nothing else is told from the text: two articles below each other begin like one. */
const SURE_WITHOUT_FURNITURE = 16;

/**
 * The article of a page that tells one, saved with its furniture or not. Null for anything else: several pages in one
 * file, a list of articles, a live blog, a text whose headline is not sure; those are cut by their rows and breaks.
 */
export const readSavedPage = (entries: readonly Entry[]): SavedPage | null => {
	const saved = isSaved(entries);
	if (!saved && (entries.length > LONGEST || isLiveBlog(contentsOf(entries)) || tellsMore(entries))) return null;
	const chances = chancesOf(entries);
	const copies = copiesOf(entries);
	const found = mainTextOf(entries, chances, copies);
	if (found === null || found.score < (saved ? SURE : SURE_WITHOUT_FURNITURE) || isList(entries, found)) return null;
	if (!saved && (found.headline?.odds ?? 0) <= 0) return null;
	if (shareOf(entries, found, chances) < LEAST_SHARE) return null;
	if (holdsSeveral(entries, found) || entries.slice(found.from, found.headline?.index ?? found.from).filter(isText).length >= OTHER_TEXT) return null;
	const main = {...found, from: startOf(entries, found)};
	if (listsOthers(entries, main) || tellsOthers(entries, main, chances, copies)) return null;
	const page = withoutRest(entries, main, chances.chances);
	const own = contentsOf(page);
	if (isLiveBlog(own, saved)) return null;
	const at = (index: number | undefined): number => own.findIndex(({line}) => line === entries[index ?? -1]?.line);
	const headline = at(main.headline?.index);
	return {page, own, saved, draft: readArticle(own, true, {headline: headline < 0 ? null : headline, lead: Math.max(0, at(main.from))})};
};

import {type Article, type Segment, unmarked} from '../../source/model/article.ts';
import {buildCast} from '../../source/extract/names.ts';
import {extractQuotes} from '../../source/extract/quotes.ts';
import type {GoldQuote, GoldTrap as QuoteTrap, ReadQuote} from '../quality/quotes.ts';
import {buildGoldArticle, readGold, type Gold} from './gold-articles.ts';

type WithQuotes = Gold & {quotes: readonly GoldQuote[]; quoteTraps: readonly QuoteTrap[]};

const hasQuotes = (gold: Gold): gold is WithQuotes => 'quotes' in gold && 'quoteTraps' in gold;

/** The labels, with their quotations. */
export const readQuoteGold = (): WithQuotes => {
	const gold = readGold();
	if (!hasQuotes(gold)) throw new Error('The labels hold no quotations.');
	return gold;
};

/** The labelled articles, cut by their labels and not by the segmenter, so that what is read in them can be measured alone. */
export const goldArticles = (): Article[] => {
	const gold = readGold();
	return gold.articles.map(article => buildGoldArticle(gold, article));
};

/** The quotes of an article as the scorer wants them: with the raw line and column. */
export const readQuotes = (article: Article): ReadQuote[] => extractQuotes(article, buildCast(article)).map(quote => {
	const piece = article.segments[quote.segment]?.pieces.findLast(candidate => candidate.at <= quote.start);
	return {article: article.id, line: quote.line, column: quote.start + (piece === undefined ? 0 : piece.column - piece.at), text: quote.text, speaker: quote.speaker, speakerName: quote.speakerName, cue: quote.cue};
});

/** An article of your own sentences, one paragraph each. */
export const articleOf = (...paragraphs: readonly string[]): Article => {
	const segments = paragraphs.map((text, index): Segment => ({kind: 'paragraph', text, startLine: index + 1, endLine: index + 1, pieces: [{at: 0, line: index + 1, column: 0, length: text.length}]}));
	return {
		id: 'a-1', externalId: null, externalIds: [], document: 'd', path: 'own.txt', parent: null, kind: 'article', headline: null, standfirst: null, byline: null,
		outlet: null, outletBasis: null, outletEvidence: null, published: null, publishedBasis: null, captured: null, language: 'en', startLine: 1, endLine: paragraphs.length,
		url: null, tags: [], contentHash: 'c', position: 1, siblings: 1, segmentCount: segments.length, figureCount: 0, quoteCount: 0, ...unmarked,
		headlineSegment: null, standfirstSegment: null, segments, removed: [],
	};
};

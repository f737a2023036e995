import {apartSentences, reasonSentences} from '../compare/reason-lines.ts';
import {type Article, outletsNamed} from '../model/article.ts';
import type {Comparison} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';
import type {Quote} from '../model/quote.ts';
import type {Explanation} from '../model/views.ts';
import {rangeText} from '../text/range.ts';

// Words that every readable format uses, unescaped: each format escapes what it writes.

/** What a person rejected is not told; what newsdeck worked out is told apart from what was said. */
export const isTold = (figure: Figure): boolean => figure.review !== 'rejected' && !figure.derived;

export const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;
export const sentenceCase = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export const outletName = ({outlet, outletBasis}: Pick<Article, 'outlet' | 'outletBasis'>): string =>
	outlet === null ? 'outlet unknown' : `${outlet}${outletBasis === 'inferred' ? '°' : ''}`;

/** "28 Dec"-style dates are not made up: the ISO date as it is known, and how it is. */
export const publishedWords = ({published, publishedBasis}: Pick<Article, 'published' | 'publishedBasis'>): string =>
	published === null ? 'undated' : `${published}${publishedBasis === null || publishedBasis === 'stated' ? '' : ` (${publishedBasis})`}`;

/** "HuffPost UK°, “Ferry sinks”, 2025-03-04 (inferred)": the article a figure stands in. */
export const articleWords = (article: Pick<Article, 'outlet' | 'outletBasis' | 'headline' | 'published' | 'publishedBasis'>): string =>
	`${outletName(article)}, ${article.headline === null ? 'no headline' : `“${article.headline}”`}, ${publishedWords(article)}`;

/** "UK MoD, quoted": whose number it is, through whom, and how directly it is told. */
export const sourceWords = ({source, sourceChain, directness, refusal}: Figure): string => {
	if (source === null) return directness === 'own' ? 'the outlet’s voice' : 'no source named';
	const through = sourceChain.length === 0 ? '' : ` through ${sourceChain.join(', ')}`;
	return `${source}${through}, ${refusal ? 'declined to say' : directness === 'direct' ? 'quoted' : directness === 'own' ? 'the outlet’s voice' : 'reported'}`;
};

/** The times a figure has, in the words of its text: what it holds for, the period it counts, when it was said. */
export const holdsFor = ({asOf, asOfText, periodText, saidOn, saidOnText}: Figure): string => [
	asOfText ?? (asOf === null ? null : `as of ${asOf}`),
	periodText,
	saidOnText === null && saidOn === null ? null : `said ${[saidOnText, saidOn === null ? null : `(${saidOn})`].filter(part => part !== null).join(' ')}`,
].filter(part => part !== null).join('; ');

export const valueWords = (figure: Pick<Figure, 'refusal' | 'text'>): string => (figure.refusal ? 'none given' : figure.text);

/** Hedges in quotation marks, as they were printed. */
export const hedgeWords = ({hedges}: Figure): string => hedges.map(hedge => `“${hedge}”`).join(', ');

/** "he" says little; the name it stands for goes beside it. */
export const speakerWords = ({speaker, speakerName}: Quote): string =>
	speaker === null ? 'speaker not named' : `${speaker}${speakerName === null || speakerName === speaker ? '' : ` (${speakerName})`}`;

/** What a person did with a reading. */
export const checkedWords = ({review}: Pick<Figure, 'review'>): string => (review === null ? 'not yet checked by a person' : `${review} by a person`);

/** "3 articles, 2 outlets and 1 unknown, 2–3 origins." */
export const summaryWords = ({columns, origins}: Comparison): string => {
	const outlets = outletsNamed(columns.map(({article}) => article)).length;
	const unknown = columns.filter(({article}) => article.outlet === null).length;
	const inferred = columns.some(({article}) => article.outlet !== null && article.outletBasis === 'inferred');
	return `${counted(columns.length, 'article')}, ${counted(outlets, 'outlet')}${unknown === 0 ? '' : ` and ${unknown} unknown`}${origins.high === 0 ? '' : `, ${rangeText(origins)} ${origins.high === 1 ? 'origin' : 'origins'}`}.${inferred ? ' What is marked ° is inferred.' : ''}`;
};

/** Why the figures differ, a line a reason: within the questions, then between them. */
export const reasonWords = ({questions, apart}: Pick<Explanation, 'questions' | 'apart'>): string[] =>
	[...questions.flatMap(({differences}) => reasonSentences(differences)), ...apartSentences(apart).map(sentence => `≠ ${sentence}`)];

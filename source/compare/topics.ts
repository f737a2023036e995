import type {Column} from '../model/comparison.ts';
import {printedTokens} from '../text/tokens.ts';
import {stem} from '../text/stems.ts';
import {isMoney, isShare, measureOf, takesPart} from './measures.ts';

const NAME = /\p{Lu}[\p{L}’'-]+(?:\s+(?:of\s+)?\p{Lu}[\p{L}’'-]+){0,2}/gu;
const LONGEST = 30;

/** Words that open a sentence with a capital and name nobody. */
const OPENERS = new Set('the a an but and or in on at it he she they we i this that these those there when while if as after before his her their its one two some many most no not so yet earlier later meanwhile however asked according mr mrs ms dr'.split(' '));

const namesIn = (text: string): string[] => [...text.matchAll(NAME)].map(([name]) => {
	const words = name.split(/\s+/);
	while (words.length > 0 && OPENERS.has((words[0] ?? '').toLowerCase())) words.shift();
	return words.join(' ').replace(/[’']s$/, '');
}).filter(name => name.length > 2);

/** The name that this paragraph has and the other paragraphs of its article have least. */
const tellingName = (text: string, article: Column['article']): string | null => {
	const counted = namesIn(text).map(name => ({name, elsewhere: article.segments.filter(segment => segment.text !== text && segment.text.includes(name)).length}));
	return counted.toSorted((a, b) => a.elsewhere - b.elsewhere || b.name.length - a.name.length)[0]?.name ?? null;
};

/** The content word that this paragraph says most and the rest of its article least. */
const tellingWord = (text: string, article: Column['article']): string | null => {
	const rest = new Set(article.segments.filter(segment => segment.text !== text).flatMap(segment => printedTokens(segment.text).map(({token}) => stem(token))));
	const words = printedTokens(text).filter(({token}) => token.length > 5 && /^\p{Ll}+$/u.test(token));
	return (words.find(({token}) => !rest.has(stem(token))) ?? words[0])?.text ?? null;
};

const figureTopic = (column: Column, segment: number): string | null => {
	const figure = column.figures.find(one => one.segment === segment && takesPart(one));
	if (figure === undefined) return null;
	const measure = measureOf(figure);
	if (figure.refusal) return `who declined to say`;
	if (isMoney(figure)) return figure.scope === null ? measure : `${measure}, ${figure.scope}`;
	return isShare(figure) ? `a share: ${measure}` : `a number: ${measure}`;
};

/** What a gap misses, in a few words: what its figures count, else the name or the word that tells the paragraph from the others. */
export const topicOf = (row: ReadonlyArray<{readonly column: number; readonly segment: number}>, columns: readonly Column[]): string | null => {
	for (const {column: index, segment} of row) {
		const column = columns[index];
		const found = column === undefined ? null : figureTopic(column, segment);
		if (found !== null && found.length <= LONGEST) return found;
	}

	const [first] = row;
	const article = first === undefined ? undefined : columns[first.column]?.article;
	const text = first === undefined ? undefined : article?.segments[first.segment]?.text;
	if (article === undefined || text === undefined) return null;
	const topic = tellingName(text, article) ?? tellingWord(text, article);
	return topic !== null && topic.length <= LONGEST ? topic : null;
};

import type {Column} from '../model/comparison.ts';
import {content, type Rarity} from './alike.ts';
import {isMoney, isShare, isUntold, measureOf, takesPart} from './measures.ts';

const LONGEST = 32;
/** A word of a name; a point belongs to it only after an initial or a title, else it ends the sentence. */
const NAME_WORD = String.raw`(?:(?:\p{Lu}\.)+|(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Col|St)\.|\p{Lu}[\p{L}\p{M}\p{Nd}’'-]*)`;
const NAME = new RegExp(String.raw`${NAME_WORD}(?:\s+(?:of\s+|for\s+)?${NAME_WORD}){0,5}`, 'gu');
/** What is talked about stands behind one of these: "a lack of training", "the language barrier". */
const PHRASE = /\b(?:the|an?|its|his|her|their|our|of|for|with|over|about|on|in|against)\s+(\p{Ll}[\p{Ll}-]+(?:\s+\p{Ll}[\p{Ll}-]+)?)/gu;
const WORD = /(?<![\p{L}\p{M}’'])\p{Ll}[\p{Ll}-]{4,}(?![\p{L}’'])/gu;
/** A verb form is no thing: "task force recommended". "-ing" may be one: "training". */
const NO_NOUN = /(?:ed|ly|ous|ful|ive|ible|able|ish)$/;
const FUNCTION = new Set(('the a an this that these those its his her their our your my and or but of for with over about on in at to from by as into than then so not no all any some more most many '
	+ 'has have had is are was were be been being will would could should may might can did does do if when where while which who whom what how why it he she they we you i there here now also just only '
	+ 'one two three first last next other others another same such own very much few being said says say told tell called call came come made make took take got get went go according '
	+ 'although though whether asked former formerly meanwhile however rather instead since until after before during because despite while yet earlier later recent recently days day week weeks us them him me again once still even both each every itself himself herself themselves myself yourself').split(' '));

type Candidate = {readonly words: string; readonly weight: number};

/** A capital at the head of a sentence may be nobody's name: alone it is not believed, before another name it goes where it is a small word. */
const withoutOpener = (name: string, before: string): string => {
	const opens = before.trim() === '' || /[.!?:“"‘(–—-]\s*$/.test(before);
	const words = name.split(/\s+/);
	while (words.length > 0 && FUNCTION.has((words[0] ?? '').toLowerCase())) words.shift();
	return opens && words.length < 2 ? '' : words.join(' ').replace(/[’']s?$/, '').replace(/\.$/, '');
};

/** A name longer than the room loses its titles from the front, never its surname. */
const fitted = (words: string): string => {
	let rest = words;
	while (rest.length > LONGEST && rest.includes(' ')) rest = rest.slice(rest.indexOf(' ') + 1);
	return rest;
};

const namesIn = (text: string): string[] => [...text.matchAll(NAME)]
	.map(match => fitted(withoutOpener(match[0], text.slice(Math.max(0, match.index - 4), match.index)))).filter(name => name.length > 2 && !/[’']/.test(name) && !/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(name));

const phrasesIn = (text: string): string[] => [...text.matchAll(PHRASE)].flatMap(([, words = '']) => {
	const [first = '', second] = words.split(/\s+/);
	if (FUNCTION.has(first)) return [];
	if (second === undefined || FUNCTION.has(second) || NO_NOUN.test(second)) return NO_NOUN.test(first) ? [] : [first];
	return [`${first} ${second}`];
});

const rareness = (words: string, rarity: Rarity): number => {
	const found = content(words);
	return found.length === 0 ? 0 : found.reduce((sum, word) => sum + rarity(word), 0) / found.length;
};

/** The name or phrase whose words these paragraphs have least; two words tell more than one, a name more than a phrase. */
const tellingWords = (text: string, rarity: Rarity): string | null => {
	const weigh = (words: string, bonus: number): Candidate => ({words, weight: rareness(words, rarity) + (words.includes(' ') ? 0.6 : 0) + bonus});
	const candidates = [
		...namesIn(text).map(name => weigh(name, 0.7)),
		...phrasesIn(text).map(phrase => weigh(phrase, 0)),
		...(text.match(WORD) ?? []).filter(word => !FUNCTION.has(word) && !NO_NOUN.test(word)).map(word => weigh(word, -1)),
	].filter(({words, weight}) => words.length <= LONGEST && weight > 0);
	const [best, ...others] = candidates.toSorted((a, b) => b.weight - a.weight).map(candidate => candidate.words);
	if (best === undefined || best.includes(' ')) return best ?? null;
	// One word alone ("place") says little: the next one that is no part of it goes with it where there is room.
	const beside = others.find(words => !words.toLowerCase().includes(best.toLowerCase()) && !best.toLowerCase().includes(words.toLowerCase()) && `${best}, ${words}`.length <= LONGEST);
	return beside === undefined ? best : `${best}, ${beside}`;
};

/** Whose words a paragraph mostly is: "Holm: the alarm". Null where it quotes nobody by name. */
const speakerIn = (column: Column, segment: number, text: string): string | null => {
	const said = column.quotes.filter(quote => quote.segment === segment && quote.text.length > text.length / 3);
	return said.flatMap(({speakerName}) => speakerName ?? [])[0]?.split(/\s+/).at(-1) ?? null;
};

/** "killed", "deployed": a number killed, but a number of casualties. */
export const isForm = (measure: string): boolean => measure.endsWith('ed');
const countedWords = (measure: string): string => isForm(measure) ? `number ${measure}` : measure.endsWith('s') ? `number of ${measure}` : `number: ${measure}`;

const figureTopic = (column: Column, segment: number): string | null => {
	const figure = column.figures.find(one => one.segment === segment && takesPart(one));
	if (figure === undefined) return null;
	const measure = measureOf(figure);
	if (figure.refusal) return 'who declined to say';
	if (isUntold(measure)) return measure;
	if (isMoney(figure)) return figure.scope === null || `${measure}, ${figure.scope}`.length > LONGEST ? measure : `${measure}, ${figure.scope}`;
	return isShare(figure) ? `a share${isForm(measure) ? ' ' : ': '}${measure}` : `a ${countedWords(measure)}`;
};

/** What a gap misses, in a few words: what its figures count, else the name or the words that tell the paragraph from the others. */
export const topicOf = (row: ReadonlyArray<{readonly column: number; readonly segment: number}>, columns: readonly Column[], rarity: Rarity): string | null => {
	for (const {column: index, segment} of row) {
		const column = columns[index];
		const found = column === undefined ? null : figureTopic(column, segment);
		if (found !== null && found.length <= LONGEST) return found;
	}

	const [first] = row;
	const column = first === undefined ? undefined : columns[first.column];
	const text = column?.article.segments[first?.segment ?? -1]?.text;
	if (column === undefined || first === undefined || text === undefined) return null;
	const words = tellingWords(text, rarity);
	const speaker = speakerIn(column, first.segment, text);
	return words === null || speaker === null || words.includes(speaker) || `${speaker}: ${words}`.length > LONGEST ? words : `${speaker}: ${words}`;
};

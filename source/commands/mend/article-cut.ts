import type {ArticleCard} from '../../model/article.ts';
import {allCards, type Library} from '../../model/library.ts';
import {lineQuotesOf, type Correction, type CutAct} from '../../model/override.ts';
import {Problem} from '../../model/problem.ts';
import {articleJson, membership} from '../print/article-json.ts';
import {linesOf} from '../asked/raw-page.ts';
import type {Context} from '../command.ts';
import {correct} from './correcting.ts';

/** How a page can be cut otherwise by a person, and what each needs to be told. */
export const cutActs: Readonly<Record<CutAct, {readonly lines: boolean; readonly what: string}>> = {
	split: {lines: true, what: 'another article begins at this line'},
	join: {lines: false, what: 'it belongs to the article before it'},
	previous: {lines: true, what: 'these lines belong to the article before'},
	next: {lines: true, what: 'these lines belong to the article after'},
	restore: {lines: true, what: 'these removed lines are text after all'},
	remove: {lines: true, what: 'these lines are no text'},
};

export const isCutAct = (name: string): name is CutAct => Object.hasOwn(cutActs, name);

const linesWords = (from: number, to: number): string => from === to ? `line ${from}` : `lines ${from}–${to}`;

/** What a cut did, in a few words. */
export const cutWords = ({act, at, through}: Extract<Correction, {kind: 'cut'}>): string => {
	const lines = linesWords(at.line, through.line);
	switch (act) {
		case 'split': return `an article begins at line ${at.line}`;
		case 'join': return `what begins at line ${at.line} belongs to the article before it`;
		case 'previous': return `${lines} to the article before`;
		case 'next': return `${lines} to the article after`;
		case 'restore': return `${lines} put back`;
		case 'remove': return `${lines} taken out`;
	}
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Cuts the page of an article otherwise, and tells what became of its articles. */
export const cutOne = async (context: Context, library: Library, card: ArticleCard, act: CutAct, words: readonly string[]): Promise<void> => {
	const before = new Set((await allCards(library)).flatMap(each => each.document === card.document ? [each.id] : []));
	const cut = await cutOf(library, card, act, words);
	await correct(context, library, [cut]);
	const after = (await allCards(library)).filter(each => each.document === card.document);
	const groups = membership({events: await library.events(), storylines: await library.storylines()});
	if (context.flags.has('json')) for (const each of after) context.io.print(JSON.stringify(articleJson(each, groups(each.id))));
	context.io.tell(`${capital(cutWords(cut))}. ${card.path}: ${plural(after.length, 'article')}, ${after.filter(({id}) => !before.has(id)).length} of them new; newsdeck undo takes it back.`);
};

/** "12" or "12-15" as raw lines of the imported file. */
const rangeFrom = (word: string): readonly [number, number] => {
	const [, from, to] = /^(\d{1,8})(?:-(\d{1,8}))?$/.exec(word) ?? [];
	if (from === undefined || (to !== undefined && Number(to) < Number(from))) {
		throw new Problem({exit: 'usage', what: `"${word}" is no line of a page.`, why: '', remedy: 'Write it as 12 or 12-15; newsdeck show ID --raw shows the lines.'});
	}

	return [Number(from), Number(to ?? from)];
};

/**
 * The correction that cuts an article's page otherwise. It holds on to the words of the lines, so that it finds them in a newer version too.
 * Throws a Problem where a line is blank, or the article came as a record that has no lines.
 */
const cutOf = async (library: Library, card: ArticleCard, act: CutAct, words: readonly string[]): Promise<Extract<Correction, {kind: 'cut'}>> => {
	const lines = await linesOf(library, card.document);
	const [from, to] = cutActs[act].lines ? rangeFrom(words[0] ?? '') : [card.startLine, card.startLine];
	const last = lines.at(-1)?.number ?? 0;
	const quotes = to > last ? null : lineQuotesOf(card.document, lines, from, to);
	if (quotes === null) throw new Problem({exit: 'usage', what: `${capital(linesWords(from, to))} of ${card.path} ${from === to ? 'has' : 'have'} no words to hold on to.`, why: to > last ? `The page ends at line ${last}.` : 'Nothing but blanks stands there.', remedy: 'newsdeck show ID --raw shows the lines.'});
	const [at, through] = quotes;
	return {kind: 'cut', act, at, through};
};

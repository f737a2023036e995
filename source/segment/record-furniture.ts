import type {ArticleRecord, RecordParagraph, Removal} from '../model/document.ts';
import {boilerplate} from './boilerplate.ts';
import {type Line, lineOf} from './line.ts';
import type {Tables} from './tables.ts';

/** A line of its own that a record's words make: they have no raw line, and nothing was cleaned out of them. `number` is what it is known by. */
export const lineFrom = (number: number, text: string, tables: Tables): Line | null =>
	lineOf([{raw: {number, text, cuts: [], byteStart: 0, byteEnd: 0}, from: 0, to: text.length}], tables);

/** What of a record's paragraphs is no text. Furniture that the page did not mark as such: the same rules as for pasted pages tell it. Headings and lists of an article are never among it. `junk`: lines that people called so. */
export const partFurniture = ({paragraphs: all, fromPage}: ArticleRecord, tables: Tables, junk: ReadonlySet<string>): {readonly kept: readonly RecordParagraph[]; readonly removed: readonly Removal[]} => {
	const called = all.filter(({text}) => junk.has(text.trim())).map(({line}): Removal => ({startLine: line, endLine: line, rule: 'your junk line'}));
	const paragraphs = called.length === 0 ? all : all.filter(({text}) => !junk.has(text.trim()));
	if (!fromPage) return {kept: paragraphs, removed: called};
	const prose = paragraphs.filter(({kind}) => kind === 'paragraph');
	const lines = prose.map(({text, line}) => lineFrom(line, text, tables)).filter(line => line !== null);
	const rules = new Map(boilerplate(lines).map((verdict, index) => [prose[index], verdict?.rule] as const));
	return {
		kept: paragraphs.filter(paragraph => rules.get(paragraph) === undefined),
		removed: [...called, ...prose.flatMap(paragraph => {
			const rule = rules.get(paragraph);
			return rule === undefined ? [] : [{startLine: paragraph.line, endLine: paragraph.line, rule}];
		})],
	};
};

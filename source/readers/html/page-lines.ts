import type {ArticleRecord, RecordParagraph, Removal, TextLine} from '../../model/document.ts';
import type {Block} from './blocks.ts';
import {ruleOfText} from './furniture.ts';
import {plain} from './paragraphs.ts';

/** The line above its text in which a page prints its headline or standfirst: a heading before any other, the nearest; null where it prints none. */
export const printedAt = (lines: readonly TextLine[], words: string | null, before: number): number | null => {
	const wanted = plain(words);
	if (wanted === '') return null;
	const above = lines.filter(({number, text}) => number < before && plain(text) === wanted);
	return (above.findLast(({kind}) => kind === 'heading') ?? above.at(-1))?.number ?? null;
};

/** Words that the page has in its data alone become lines behind those it prints: they can be pointed at, and cut, like all others. */
export const asLines = (lines: TextLine[], paragraphs: readonly RecordParagraph[]): RecordParagraph[] => paragraphs.map(({kind, text}) => {
	lines.push({number: lines.length + 1, kind, text});
	return {kind, text, line: lines.length};
});

/** Blocks that came to the page by way of a copy (Readability tries several times) find their lines by their words, in their order; several lines that were made one part again. */
export const placed = (blocks: readonly Block[], everything: readonly Block[]): Block[] => {
	let at = 0;
	return blocks.flatMap(block => {
		if (block.line !== 0) return [block];
		let rest = block.text;
		const own: Block[] = [];
		for (let index = at; index < everything.length && rest !== ''; index++) {
			const one = everything[index] as Block;
			if (!rest.startsWith(one.text)) continue;
			rest = rest.slice(one.text.length).trimStart();
			own.push(one);
			at = index + 1;
		}

		if (own.length > 0 && rest === '') return own;
		const around = everything.find(({text}) => text.includes(block.text)) ?? own[0] ?? everything[at] ?? everything.at(-1);
		return [{...block, line: around?.line ?? 1}];
	});
};

/** Every line that is in no record, with its rule; neighbours of one rule are one removal. `told`: why lines were taken out, as far as somebody said; who spoke first is right. */
export const accounted = (lines: readonly TextLine[], records: readonly ArticleRecord[], told: readonly Removal[]): Removal[] => {
	const held = new Set(records.flatMap(({titleLine, standfirstLine, paragraphs}) => [titleLine, standfirstLine, ...paragraphs.map(({line}) => line)]));
	const rules = new Map<number, string>();
	for (const {startLine, endLine, rule} of told) for (let line = startLine; line <= endLine; line++) if (!rules.has(line)) rules.set(line, rule);
	const removed: Removal[] = [];
	for (const {number, text} of lines) {
		if (held.has(number)) continue;
		const rule = rules.get(number) ?? ruleOfText(text) ?? 'outside the article';
		const last = removed.at(-1);
		if (last?.rule === rule && last.endLine === number - 1) removed[removed.length - 1] = {...last, endLine: number};
		else removed.push({startLine: number, endLine: number, rule});
	}

	return removed;
};

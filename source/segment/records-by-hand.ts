import type {ArticleRecord, DocumentId, RawLine, RecordParagraph, Removal} from '../model/document.ts';
import {BY_HAND, type Cut, placeOf} from './by-hand.ts';

/** Records while people's cuts are replayed on them. `key` tells them apart, so that posts find their live blog again. */
type Kept = {readonly key: number; readonly parentKey: number | null; readonly record: ArticleRecord};
type Cutting = {readonly kept: readonly Kept[]; readonly removed: readonly Removal[]};
type Range = {readonly from: number; readonly to: number};

const inside = ({line}: RecordParagraph, {from, to}: Range): boolean => line >= from && line <= to;
const holds = ({record}: Kept, range: Range): boolean => record.paragraphs.some(paragraph => inside(paragraph, range));

/** With other paragraphs; lines that held nothing but text are those of the text now. */
const withText = (kept: Kept, paragraphs: readonly RecordParagraph[]): Kept =>
	({...kept, record: {...kept.record, paragraphs, endLine: Math.max(kept.record.line, ...paragraphs.map(({line}) => line))}});

/** A page without line breaks has all its paragraphs on one line: a cut at a line cannot say which of them it means. */
const isSure = ({record}: Kept, range: Range): boolean => range.from !== range.to || record.paragraphs.filter(paragraph => inside(paragraph, range)).length === 1;

const partition = (paragraphs: readonly RecordParagraph[], range: Range): {readonly taken: RecordParagraph[]; readonly left: RecordParagraph[]} =>
	({taken: paragraphs.filter(paragraph => inside(paragraph, range)), left: paragraphs.filter(paragraph => !inside(paragraph, range))});

/** The nearest record of the same level, before (-1) or behind (1). */
const beside = (kept: readonly Kept[], index: number, step: -1 | 1): number => {
	let at = index + step;
	while (kept[at] !== undefined && kept[at]?.parentKey !== kept[index]?.parentKey) at += step;
	return at;
};

const remove = (kept: readonly Kept[], index: number, range: Range): Cutting | null => {
	const own = kept[index] as Kept;
	const {taken, left} = partition(own.record.paragraphs, range);
	return left.length === 0 ? null : {kept: kept.with(index, withText(own, left)), removed: taken.map(({line}) => ({startLine: line, endLine: line, rule: BY_HAND}))};
};

const split = (kept: readonly Kept[], index: number, {from}: Range): Cutting | null => {
	const own = kept[index] as Kept;
	const {taken, left} = partition(own.record.paragraphs, {from, to: Infinity});
	const [first, ...rest] = taken;
	if (left.length === 0 || first === undefined) return null;
	const titled = first.kind === 'heading' && rest.length > 0;
	const paragraphs = titled ? rest : taken;
	const fresh: Kept = {
		key: Math.max(...kept.map(({key}) => key)) + 1, parentKey: own.parentKey,
		record: {...own.record, line: first.line, id: null, title: titled ? first.text : null, standfirst: null, byline: null, paragraphs},
	};
	const behind = kept.findIndex((each, at) => at > index && each.parentKey !== own.key);
	const cut = kept.with(index, withText(own, left));
	return {kept: cut.toSpliced(behind < 0 ? cut.length : behind, 0, withText(fresh, paragraphs)), removed: []};
};

const handOver = (kept: readonly Kept[], index: number, range: Range, step: -1 | 1): Cutting | null => {
	const own = kept[index] as Kept;
	const other = beside(kept, index, step);
	const neighbour = kept[other];
	const {taken, left} = partition(own.record.paragraphs, range);
	if (neighbour === undefined || left.length === 0) return null;
	const grown = withText(neighbour, [...neighbour.record.paragraphs, ...taken].toSorted((a, b) => a.line - b.line));
	return {kept: kept.with(index, withText(own, left)).with(other, grown), removed: []};
};

const join = (kept: readonly Kept[], index: number): Cutting | null => {
	const own = kept[index] as Kept;
	const before = beside(kept, index, -1);
	const neighbour = kept[before];
	if (neighbour === undefined) return null;
	const title: RecordParagraph[] = own.record.title === null ? [] : [{kind: 'heading', text: own.record.title, line: own.record.line}];
	const joined = withText(neighbour, [...neighbour.record.paragraphs, ...title, ...own.record.paragraphs]);
	return {kept: kept.with(before, joined).filter(each => each !== own).map(each => each.parentKey === own.key ? {...each, parentKey: joined.key} : each), removed: []};
};

const cutOnce = (kept: readonly Kept[], act: Cut['act'], range: Range): Cutting | null => {
	// What a reader left out has no words any more that could be put back.
	if (act === 'restore') return null;
	if (act === 'join') {
		const index = kept.findLastIndex(({record}) => record.line === range.from);
		return index < 0 ? null : join(kept, index);
	}

	// A line that a post holds is none of its live blog's.
	const index = kept.findLastIndex(each => holds(each, range));
	const own = kept[index];
	if (own === undefined || !isSure(own, range)) return null;
	switch (act) {
		case 'split': return split(kept, index, range);
		case 'previous': return handOver(kept, index, range, -1);
		case 'next': return handOver(kept, index, range, 1);
		case 'remove': return remove(kept, index, range);
	}
};

/**
 * Replays people's cuts on articles that came cut already (a saved web page), oldest first. A cut that finds no place, or
 * that cannot say which of the paragraphs on one line it means, is told in `unplaced`, and nothing else changes by it.
 */
export const cutRecords = (records: readonly ArticleRecord[], cuts: readonly Cut[], lines: readonly RawLine[], document: DocumentId): {readonly records: readonly ArticleRecord[]; readonly removed: readonly Removal[]; readonly unplaced: readonly Cut[]} => {
	const unplaced: Cut[] = [];
	const removed: Removal[] = [];
	let kept: readonly Kept[] = records.map((record, key) => ({key, parentKey: record.parent, record}));
	for (const cut of cuts) {
		const from = placeOf(cut.at, lines, cut.at.document === document);
		const to = placeOf(cut.through, lines, cut.through.document === document);
		const next = from === null || to === null || to < from ? null : cutOnce(kept, cut.act, {from, to});
		if (next === null) {
			unplaced.push(cut);
		} else {
			kept = next.kept;
			removed.push(...next.removed);
		}
	}

	const places = new Map(kept.map(({key}, index) => [key, index]));
	return {records: kept.map(({parentKey, record}) => ({...record, parent: parentKey === null ? null : places.get(parentKey) ?? null})), removed, unplaced};
};

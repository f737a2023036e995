import type {ArticleRecord, DocumentId, RawLine, RecordParagraph, Removal, TextLine} from '../model/document.ts';
import {type Cut, cutByHand, type CutPage, type Junk, placeOf, type Range, type Removed} from './by-hand.ts';
import {allRemoved} from './cut-page.ts';
import {type Draft, linesOf, newDraft} from './draft.ts';
import type {Line} from './line.ts';
import {lineFrom, partFurniture} from './record-furniture.ts';
import type {Tables} from './tables.ts';

/** What a reader cut already: a saved page has `lines`, and all else stands in records. */
export type Records = {readonly records: readonly ArticleRecord[]; readonly removed: readonly Removal[]; readonly lines?: readonly TextLine[]};
/** What people said of it. `lines`: the raw ones, where it has none of its own. `credited`: the outlet of each record, whose junk lines count. */
export type Said = {readonly cuts: readonly Cut[]; readonly junk: readonly Junk[]; readonly lines: () => readonly RawLine[]; readonly credited: readonly (string | null)[]};

/** Words that have no line of their own stand between lines: a headline that only the page's data has comes before its text and is in no range that anybody names. */
const UNPRINTED = {title: .5, standfirst: .4};

/** Turns records into drafts and back, so that they are cut by hand as pages are. Where there are no lines, every paragraph is numbered: all of a record stand on one. */
class Sheet {
	private readonly kinds: Map<number, RecordParagraph['kind']>;
	private readonly words: ReadonlyMap<number, string>;
	/** Behind which number the paragraphs of a record without lines stand. */
	private counted = 0;
	private readonly reading: Records;
	private readonly tables: Tables;

	constructor(reading: Records, tables: Tables) {
		this.reading = reading;
		this.tables = tables;
		const lines = reading.lines ?? [];
		this.kinds = new Map(lines.map(({number, kind}) => [number, kind]));
		this.words = new Map(lines.map(({number, text}) => [number, text]));
	}

	/** The line of these words; never null: a record has no blank ones. */
	private line(number: number, text: string): Line {
		return lineFrom(number, text, this.tables) as Line;
	}

	private drafted(record: ArticleRecord, origin: number, junk: ReadonlySet<string>): Draft {
		const own = this.reading.lines !== undefined;
		const {kept, removed} = partFurniture(record, this.tables, junk);
		const from = own ? Math.min(record.endLine, ...record.paragraphs.map(({line}) => line)) : this.counted + 1;
		const headline = record.title === null ? null : this.line(record.titleLine ?? from - UNPRINTED.title, record.title);
		const standfirst = record.standfirst === null ? null : this.line(record.standfirstLine ?? from - UNPRINTED.standfirst, record.standfirst);
		const body = kept.map(({text, kind, line}) => ({line: this.line(own ? line : ++this.counted, text), kind}));
		if (!own && body.length === 0) this.counted++;
		for (const {line, kind} of body) this.kinds.set(line.number, kind);
		if (headline !== null) this.kinds.set(headline.number, 'heading');
		return {...newDraft(record.kind), origin, headline, standfirst, body, removed: own ? removed.flatMap(removal => this.removedLines(removal)) : []};
	}

	private removedLines({startLine, endLine, rule}: Removal): Removed[] {
		return Array.from({length: endLine - startLine + 1}, (_, index) => startLine + index)
			.flatMap(number => this.words.has(number) ? [{line: this.line(number, this.words.get(number) ?? ''), rule}] : []);
	}

	/** The page as people cut it: posts within their live blog, what was taken out of an article with it. */
	page(junkOf: (index: number) => ReadonlySet<string>): CutPage {
		const {records, removed} = this.reading;
		const drafts = records.map((record, index) => this.drafted(record, index, junkOf(index)));
		for (const [index, {parent}] of records.entries()) if (parent !== null) drafts[parent]?.children.push(drafts[index] as Draft);
		const furniture = removed.flatMap(removal => this.removedLines(removal));
		return {drafts: drafts.filter((_, index) => records[index]?.parent === null), furniture};
	}

	/** Where the paragraphs of the record that begins in a line stand; null where none does. */
	rangeOf(line: number, drafts: readonly Draft[]): Range | null {
		const index = this.reading.records.findLastIndex(record => record.line === line);
		const own = drafts.flatMap(draft => [draft, ...draft.children]).find(({origin}) => origin === index);
		return own === undefined ? null : linesOf(own).reduce<Range>(({from, to}, {number}) => ({from: Math.min(from, number), to: Math.max(to, number)}), {from: Infinity, to: 0});
	}

	/** The articles of a page that was cut: each keeps what its record knew, and what was split off one has the same source. */
	records({drafts}: CutPage): ArticleRecord[] {
		const found: ArticleRecord[] = [];
		const seen = new Set<number>();
		// Of which nothing is left but a headline that the page does not print, that is no article any more.
		const isLeft = (draft: Draft): boolean => this.reading.lines === undefined || linesOf({...draft, removed: []}).some(({number}) => Number.isInteger(number));
		const add = (draft: Draft, parent: number | null): void => {
			if (!isLeft(draft)) return;
			const origin = draft.origin ?? 0;
			const own = this.reading.records[origin] as ArticleRecord;
			const index = found.push(this.recorded(draft, own, parent, !seen.has(origin))) - 1;
			seen.add(origin);
			for (const child of draft.children) add(child, index);
		};

		for (const draft of drafts) add(draft, null);
		return found;
	}

	private recorded({headline, standfirst, body, kind, byline, published, outlet, children}: Draft, own: ArticleRecord, parent: number | null, first: boolean): ArticleRecord {
		const lines = this.reading.lines === undefined ? [] : [headline, standfirst, ...body.map(row => row.line), ...children.flatMap(linesOf)].flatMap(line => line === null ? [] : Math.ceil(line.number));
		const printed = (line: Line | null): number | null => line !== null && this.words.has(line.number) ? line.number : null;
		return {
			...own, parent, kind: first ? own.kind : kind === 'article' || parent !== null ? kind as ArticleRecord['kind'] : own.kind, fromPage: false,
			line: lines.length === 0 ? own.line : Math.min(...lines), endLine: lines.length === 0 ? own.endLine : Math.max(...lines),
			title: headline?.text ?? null, titleLine: printed(headline), standfirst: standfirst?.text ?? null, standfirstLine: printed(standfirst),
			paragraphs: body.map(row => ({kind: this.kinds.get(row.line.number) ?? (row.kind as RecordParagraph['kind']), text: row.line.text, line: lines.length === 0 ? own.line : Math.ceil(row.line.number)})),
			...(!first && {id: null, byline, date: published?.iso ?? own.date, outlet: outlet?.outlet ?? own.outlet}),
		};
	}
}

/**
 * Replays people's cuts on articles that came cut already, oldest first: a saved page by the lines of its text, as a text is cut. Other records
 * have one line each, and can be joined. What finds no place is told in `unplaced`, and nothing else changes by it.
 */
export const cutRecords = (reading: Records, {cuts, junk, lines: raw, credited}: Said, document: DocumentId, tables: Tables): {readonly records: readonly ArticleRecord[]; readonly removed: readonly Removal[]; readonly unplaced: readonly Cut[]} => {
	const sheet = new Sheet(reading, tables);
	const page = sheet.page(index => new Set(junk.filter(({outlet}) => outlet === null || outlet === credited[index]).map(({exact}) => exact.trim())));
	const lines = reading.lines ?? raw();
	const cut = cutByHand(page, cuts, ({act, at, through}) => {
		const from = placeOf(at, lines, at.document === document);
		const to = placeOf(through, lines, through.document === document);
		if (from === null || to === null || reading.lines !== undefined) return from === null || to === null ? null : {from, to};
		return act === 'join' ? sheet.rangeOf(from, page.drafts) : null;
	});
	const removed = reading.lines === undefined ? reading.removed : [...cut.page.furniture, ...cut.page.drafts.flatMap(allRemoved)]
		.filter(({line}) => Number.isInteger(line.number)).map(({line, rule}) => ({startLine: line.number, endLine: line.number, rule}));
	return {records: sheet.records(cut.page), removed, unplaced: cut.unplaced};
};

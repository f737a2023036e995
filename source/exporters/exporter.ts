import type {Column, Comparison} from '../model/comparison.ts';

/** How much of the evidence a file carries: the sentence and its place, the place alone, or neither. */
export const evidenceLevels = ['full', 'short', 'none'] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

export type ExportOptions = {
	readonly evidence: EvidenceLevel;
	/** Tables for R and Python rather than for a spreadsheet: no apostrophe before what looks like a formula. */
	readonly raw: boolean;
};

/** What a list takes of a comparison: a row a figure or an article needs nothing that articles say together. */
export type Listed = Pick<Comparison, 'title' | 'columns'>;

/** A format that holds articles side by side or rows, and what it takes of them. */
export type Format<Holds extends 'columns' | 'list', Of> = {
	/** As people ask for it: `--format md`. */
	readonly name: 'md' | 'html' | 'txt' | 'json' | 'jsonl' | 'csv' | 'tsv' | 'csl' | 'ris' | 'bib';
	/** Of the file, without the dot. */
	readonly extension: string;
	/** As the screen lists it. */
	readonly title: string;
	/** What it holds: articles side by side, or a list, which has room for all of an event. */
	readonly holds: Holds;
	/** The whole file, ending with a line break. The same comparison gives the same text, whatever the day and the machine. */
	readonly write: (comparison: Of, options?: Partial<ExportOptions>) => string;
};

/** A format of articles side by side: it is handed all that they say together. */
export type PageExporter = Format<'columns', Comparison>;
/** A format of rows: it is handed the articles alone, so that a whole library fits. */
export type ListExporter = Format<'list', Listed> & {
	/** The same bit by bit, for more articles than can be held at once: what stands above the rows, then the rows of some articles after those of others. */
	readonly table?: {readonly head: string; readonly rows: (columns: Iterable<Column>, options?: Partial<ExportOptions>) => Iterable<string>};
};
/** One format a comparison can be written in. A new one is a file, a line in `index.ts`, and passes the contract test. */
export type Exporter = PageExporter | ListExporter;

import type {ArticleRecord, Bytes, RawLine, Reading, RecordProblem, TextLine} from '../model/document.ts';
import {contentOf} from './content.ts';

/** What a reader may look at before it says how sure it is: the path as written and the first characters. */
export type Sample = {readonly path: string; readonly head: string};

/** What came with the bytes from a server: how they are encoded, as it says, and from which address. */
export type Sent = {readonly charset: string | null; readonly address: string | null};
/** Nothing came with them: they were read from a file. */
export const unsent: Sent = {charset: null, address: null};

/** One input format. A new format is one file and one line in index.ts. */
export interface Reader {
	/** What `--type` calls it. */
	readonly name: string;
	/** What it reads, in a few words: for the help and the README. */
	readonly reads: string;
	/** How sure it is that the input is its own: 0 (no) to 1 (nothing else can be). */
	sniff(sample: Sample): number;
	/** Never fails over content: a bad record is a problem in the reading, a text can always be read. A promise, because what it needs is loaded only now. */
	read(bytes: Uint8Array, sent?: Sent): Promise<Reading>;
	/** The lines that its articles, removals and figures count by, where these are not those of the file: of a web page, those of its text. */
	lines?(bytes: Uint8Array): Promise<readonly TextLine[]>;
	/** The same of a file of any size, as long as what came last is let go: records as they are found, some at a time. Absent: it needs all of the input at once. */
	readonly records?: Records;
	/** The same of pages: their lines, one after the other. */
	readonly pageLines?: (content: Bytes, sent?: Sent) => Iterable<RawLine>;
}

/** Reads an input of any size into records, some at a time; what is wrong with single ones is told at the end. */
export type Records = (content: Bytes, sent?: Sent) => AsyncGenerator<readonly ArticleRecord[], readonly RecordProblem[]>;

/** Records to a batch: few enough that they weigh little, many enough that handing them on costs nothing. */
export const BATCH = 64;

/** All records of an input that is in memory. */
export const allRecords = (records: Records): Reader['read'] => async (bytes, sent = unsent) => {
	const found: ArticleRecord[] = [];
	const reading = records(contentOf(bytes), sent);
	for (let next = await reading.next(); ; next = await reading.next()) {
		if (next.done === true) return {kind: 'records', records: found, problems: next.value, removed: []};
		found.push(...next.value);
	}
};

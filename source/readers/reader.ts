import type {Reading} from '../model/document.ts';

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
}

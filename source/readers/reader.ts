import type {Reading} from '../model/document.ts';

/** What a reader may look at before it says how sure it is: the path as written and the first characters. */
export type Sample = {readonly path: string; readonly head: string};

/** One input format. A new format is one file and one line in index.ts. */
export interface Reader {
	/** What `--type` calls it. */
	readonly name: string;
	/** How sure it is that the input is its own: 0 (no) to 1 (nothing else can be). */
	sniff(sample: Sample): number;
	/** Never throws over content: a bad record is a problem in the reading, a text can always be read. */
	read(bytes: Uint8Array): Reading;
}

import type {Comparison} from '../model/comparison.ts';

/** One format a comparison can be written in. A new one is a file, a line in `index.ts`, and passes the contract test. */
export type Exporter = {
	/** As people ask for it: `--format md`. */
	readonly name: 'md' | 'json' | 'csv';
	/** Of the file, without the dot. */
	readonly extension: string;
	/** As the screen lists it. */
	readonly title: string;
	/** The whole file, ending with a line break. The same comparison gives the same text, whatever the day and the machine. */
	readonly write: (comparison: Comparison) => string;
};

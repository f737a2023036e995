/** What a program ends with; FEATURES and the README list the same table. */
export const exitCodes = {
	done: 0,
	nothing: 1,
	usage: 2,
	unreadable: 3,
	library: 4,
	partial: 5,
	output: 6,
	bug: 70,
	interrupted: 130,
	ended: 143,
} as const;
export type ExitName = keyof typeof exitCodes;

/**
 * Something that did not happen, told in one line: what, where, what to do.
 * `what` is a sentence with a full stop ("scan.pdf was not imported."), `why` and `remedy` likewise.
 */
export class Problem extends Error {
	readonly exit: ExitName;
	readonly what: string;
	readonly why: string;
	readonly remedy: string;
	/** Lines that show the place: what was typed, and a caret under what is wrong with it. */
	readonly pointer: readonly string[];

	constructor(parts: {exit: ExitName; what: string; why: string; remedy?: string; pointer?: readonly string[]}) {
		super([parts.what, parts.why, parts.remedy ?? ''].filter(Boolean).join(' '));
		this.name = 'Problem';
		this.exit = parts.exit;
		this.what = parts.what;
		this.why = parts.why;
		this.remedy = parts.remedy ?? '';
		this.pointer = parts.pointer ?? [];
	}
}

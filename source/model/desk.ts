import type {Library} from './library.ts';
import type {Watched} from './watched.ts';

/** What the screen may ask of the machine it runs on. Where nobody sits before a terminal there is none. */
export interface Desk {
	/** Puts words on the clipboard of whoever looks at the terminal, through the terminal itself. */
	copy(text: string): void;
	/** The text as the person leaves it in their editor. Throws a Problem where there is no editor, or it failed. */
	edit(text: string): Promise<string>;
	/** Shows a text in the person's pager, until they leave it. Throws a Problem like `edit`. */
	page(text: string): Promise<void>;
	/** Hands a web address to the browser; refuses (Problem) whatever is no http or https address. */
	open(url: string): Promise<void>;
	/** Runs a program, its words as a list, over what it is handed; when `signal` aborts it is ended. Throws a Problem where it cannot be started. */
	run(words: readonly string[], input: Iterable<string>, signal: AbortSignal): Promise<Ran>;
	/** The same with the terminal to itself, until it ends; resolves to the code it ended with, null for a signal. */
	runHere(words: readonly string[], input: Iterable<string>): Promise<number | null>;
	/** A path that is being typed, as far as it can only go on in one way; as it was where nothing begins so. */
	complete(path: string): Promise<string>;
	/** Draws everything anew: what other programs wrote over the screen goes. */
	redraw(): Promise<void>;
}

/** What a command came to that articles were handed to. */
export type Ran = {
	/** The lines it printed, as far as they were kept; nothing in them acts on a terminal. */
	readonly lines: readonly string[];
	/** The first line it complained with, "" where it did not, and how many there were. */
	readonly complaint: string;
	readonly complaints: number;
	/** It ended by itself, or was ended: by a person, for taking too long, for printing too much. */
	readonly end: {readonly how: 'exit'; readonly code: number} | {readonly how: 'signal'; readonly signal: string} | {readonly how: 'broken off'} | {readonly how: 'too long'; readonly seconds: number} | {readonly how: 'too much'; readonly bytes: number};
};

/** What an import came to: what to tell, and the library that holds it, opened when the screen is ready for it. */
export type Imported = {readonly told: string; open(): Promise<Library>};

/** Other libraries, more articles, and groups anew, for a screen that is open. It closes what it opened when the screen is left. */
export interface Intake {
	/** Imports a file or a folder. Throws a Problem where nothing came in. */
	files(path: string, watched: Watched): Promise<Imported>;
	demo(): Promise<Library>;
	/** Groups the library anew and writes it down; resolves to what to tell. Broken off, it throws a Problem, and the library is as it was. */
	regroup(library: Library, watched: Watched): Promise<string>;
}

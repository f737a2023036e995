import type {Library} from './library.ts';

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
	/** Draws everything anew: what other programs wrote over the screen goes. */
	redraw(): Promise<void>;
}

/** How work that takes long is watched and broken off. */
export type Watched = {readonly progress: (text: string) => void; readonly signal: AbortSignal};

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

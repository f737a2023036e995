import type {Background} from '../cluster/background.ts';
import type {Effects} from '../model/effects.ts';
import type {MendableLibrary} from '../model/library.ts';
import type {Settled} from '../model/settings.ts';

/** One flag of a verb. `value` names what it takes in the help; a flag without it is yes or no. `choices`: all it may be, for completion. */
export type FlagSpec = {readonly help: string; readonly value?: string; readonly many?: true; readonly choices?: readonly string[]};
export type FlagSpecs = Readonly<Record<string, FlagSpec>>;

/** What was typed: names as in the specs (camel case), only those given. */
export type Flags = {
	readonly has: (name: string) => boolean;
	/** True for --no-NAME. */
	readonly refused: (name: string) => boolean;
	readonly text: (name: string) => string | undefined;
	readonly texts: (name: string) => readonly string[];
	/** A whole number from 1 up; anything else is a Problem, exit "usage". */
	readonly count: (name: string) => number | undefined;
};

/** The console, as far as a verb may touch it: data on stdout, messages on stderr. */
export type Io = {
	/** A line of data. Text for a person fits the width of a terminal; in a pipe, and with --json, a line is whole. */
	readonly print: (line: string) => void;
	/** Data as it is, whoever reads it, with line ends of its own. */
	readonly write: (text: string) => void;
	/** What a person may want to know; --quiet leaves it out. */
	readonly tell: (line: string) => void;
	/** What failed; always told. */
	readonly complain: (line: string) => void;
	/** A word on work that takes long, written over the last one; "" takes it away. Only where a person looks on. */
	readonly progress: (text: string) => void;
	readonly terminal: boolean;
	readonly columns: number;
	readonly rows: number;
};

/** Everything a verb needs, opened when it asks. */
export type Context = {
	readonly verbs: Verbs;
	readonly words: readonly string[];
	readonly flags: Flags;
	readonly io: Io;
	readonly effects: Effects;
	/** Where the user's library lies, whether it exists or not. */
	readonly folder: string;
	/** True where a person named it, by flag, variable or word. */
	readonly folderGiven: boolean;
	readonly demoFolder: string;
	/** `create`: an empty library where there is none yet. */
	readonly openLibrary: (how: 'read' | 'write' | 'create') => Promise<MendableLibrary>;
	/** Read-only until the first correction, which makes a copy of the user's own. */
	readonly openDemo: () => Promise<MendableLibrary>;
	readonly background: () => Promise<Background>;
	readonly settings: Settled;
	/** Breaks off an import that the screen runs. */
	readonly signal?: AbortSignal;
};

/** One verb: what its help says and what it does. `run` returns the exit code. */
export type Command = {
	readonly usage: readonly string[];
	readonly summary: string;
	readonly examples: ReadonlyArray<readonly [line: string, what: string]>;
	readonly flags: FlagSpecs;
	/** Lines of the help below the flags: what the words mean. */
	readonly notes?: readonly string[];
	/** The verb takes no words; one that is typed is refused, not passed over. */
	readonly wordless?: true;
	readonly run: (context: Context) => Promise<number>;
};

/** The verbs by name, each loaded when it is asked for. */
export type Verbs = Readonly<Record<string, {readonly summary: string; readonly load: () => Promise<{readonly command: Command}>}>>;

/** Flags that every verb takes. */
export const sharedFlags: FlagSpecs = {
	library: {value: 'DIR', help: 'the library to use (or NEWSDECK_LIBRARY; default: the XDG data folder)'},
	json: {help: 'print JSON Lines, one object a line'},
	quiet: {help: 'no messages, only data and errors'},
	color: {help: 'colours; --no-color for none'},
	pager: {help: 'on a terminal: read it in the pager of the settings, or of PAGER'},
	input: {help: '--no-input: never ask, never open the screen'},
	now: {value: 'DATE', help: 'take this as the present time (for scripts and tests)'},
	help: {help: 'this help'},
	version: {help: 'the version'},
};

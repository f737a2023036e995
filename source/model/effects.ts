/** A few small files of newsdeck's own, by name (plain words). What cannot be read or written is only missing: nothing here is the only copy of anything. */
export interface KeptFiles {
	/** Null where there is none. */
	read(name: string): Promise<Uint8Array | null>;
	write(name: string, bytes: Uint8Array): Promise<void>;
	/** Takes away every other file. */
	keepOnly(names: readonly string[]): Promise<void>;
}

/** The outside world, handed in: tests hand in another. */
export interface Effects {
	now(): Date;
	/** Who corrects: the name the system has for the person. */
	readonly user: string;
	/** Refuses (Problem, exit "output") where the file exists and `force` is false; else temp file and rename. */
	writeFile(path: string, content: string | Iterable<string> | AsyncIterable<string>, options: {readonly force: boolean}): Promise<void>;
	exists(path: string): Promise<boolean>;
	/** What can be made again from the library it belongs to. */
	readonly cache?: KeptFiles;
	/** What a person would miss a little: the searches of before. */
	readonly state?: KeptFiles;
}

/** A screen that has the terminal, as far as the outside world may handle it. */
export interface OpenScreen {
	/** Leaves the screen at once: the terminal's own page, its cursor and its modes come back before this returns. */
	leave(): void;
	/** Gives the terminal back while `work` runs, then takes it again and paints anew. */
	aside(work: () => Promise<void>): Promise<void>;
	/** Breaks off what is under way outside; resolves when all other keys pressed so far have been worked off. */
	finish(): Promise<void>;
	/** Looks whether somebody else has written to the library, and shows it. */
	look(): void;
	/** Tells a complaint in the line for it. */
	tell(complaint: string): void;
}

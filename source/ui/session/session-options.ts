import type {Desk, Intake} from '../../model/desk.ts';
import type {Document} from '../../model/document.ts';
import type {Effects} from '../../model/effects.ts';
import type {Library, MendableLibrary} from '../../model/library.ts';
import type {Watched} from '../../model/watched.ts';
import type {Keymap} from '../keys/bindings.ts';
import type {Size} from '../paint/layout.ts';
import type {Row} from '../paint/row.ts';
import type {State} from '../state.ts';
import type {Theme} from '../paint/theme.ts';
import type {Tools} from '../world.ts';

/** What the screen is opened with. */
export type SessionOptions = {
	readonly library: Library | MendableLibrary;
	readonly effects: Effects;
	readonly size: Size;
	readonly tools: Tools;
	readonly theme?: Theme;
	/** Default: the keys of somebody who has remapped none. */
	readonly keymap?: Keymap;
	readonly ascii?: boolean;
	/** Drawn to be said: what an overlay covers is left out. */
	readonly spoken?: boolean;
	/** The lines of a kept document as everything in it counts them, whatever its encoding; of a saved web page those of its text. Default: it is UTF-8. */
	readonly rawLines?: (document: Pick<Document, 'path' | 'type'>, bytes: Uint8Array) => Promise<ReadonlyArray<{readonly text: string}>>;
	/** Without them what needs them says so. */
	readonly desk?: Desk;
	readonly intake?: Intake;
	/** Makes the search index of the library, in a thread of its own, and keeps it where `effects.cache` is. Default: the first search makes it, and keys wait for it. */
	readonly index?: (articles: number, watched: Watched) => Promise<void>;
};

/** One open screen: keys go in one by one, frames come out. Ink shows it, `--snapshot` prints it. */
export type Session = {
	state(): State;
	/** The frame for a size; the same array as long as nothing has changed. */
	frame(size?: Size): readonly Row[];
	/** The frame as text, without looks. */
	text(): string;
	/** Presses keys by their names; resolves when all that they need has been read. Keys pressed meanwhile wait their turn. */
	press(keys: readonly string[]): Promise<void>;
	/** Reads what the first frame of a large library does without, while nobody waits for it; else the first key that needs it does. */
	readOn(): void;
	/** Resolves when every key pressed so far has been worked off. */
	idle(): Promise<void>;
	/** Resolves when also what goes on beside the keys has come to its end. */
	settled(): Promise<void>;
	/** Breaks off what goes on beside the keys; resolves as `idle`, but waits for no errand outside. */
	finish(): Promise<void>;
	/** Looks whether somebody else has written to the library, and shows it; not while an overlay is open or something is under way. */
	look(): void;
	/** Tells a complaint that came from elsewhere. */
	tell(complaint: string): void;
	subscribe(changed: () => void): () => void;
};

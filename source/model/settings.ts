/** How the screen looks and what it is operated with. Each has one source: the nearest of flag, environment, project file, user's file, default. */
export type Settings = {
	readonly theme: 'auto' | 'dark' | 'light' | 'ansi16' | 'mono';
	/** Signs and letters of ASCII alone. */
	readonly ascii: boolean;
	/** One column of text, said line by line. */
	readonly screenReader: boolean;
	readonly mouse: boolean;
	/** Other keys for actions; which there are, newsdeck keys lists. */
	readonly keys: Readonly<Record<string, readonly string[]>>;
	/** The folder of the library; null: the XDG data folder. */
	readonly library: string | null;
	/** Commands with their arguments; null: what the system has. */
	readonly editor: string | null;
	readonly pager: string | null;
	readonly color: 'auto' | 'always' | 'never';
};
export type SettingName = keyof Settings;

/** Nearest first. */
const settingSources = ['flag', 'environment', 'project', 'user', 'default'] as const;
export type SettingSource = (typeof settingSources)[number];

/** Where a value comes from: which of the five, and there what: a flag, a variable, a file. */
export type Origin = {readonly from: SettingSource; readonly where: string};

/** All settings, each with where it comes from, and what could not be used, a line each. */
export type Settled = {
	readonly values: Settings;
	readonly origins: Readonly<Record<SettingName, Origin>>;
	readonly problems: readonly string[];
};

/** What counts where nobody says otherwise. */
export const defaultSettings: Settings = {theme: 'auto', ascii: false, screenReader: false, mouse: true, keys: {}, library: null, editor: null, pager: null, color: 'auto'};

const unset: Origin = {from: 'default', where: ''};
/** All of them from nowhere else. */
export const defaultOrigins: Settled['origins'] = {theme: unset, ascii: unset, screenReader: unset, mouse: unset, keys: unset, library: unset, editor: unset, pager: unset, color: unset};

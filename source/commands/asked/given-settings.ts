import {Problem} from '../../model/problem.ts';
import type {Settings} from '../../model/settings.ts';
import type {Flags, FlagSpecs} from '../command.ts';

/** Flags that settings have on the command line, for the verbs that open the screen. */
export const settingFlags: FlagSpecs = {
	theme: {value: 'NAME', help: 'auto, dark, light, ansi16 or mono'},
	ascii: {help: 'signs and letters of ASCII alone'},
	screenReader: {help: 'one column of text, said line by line'},
	mouse: {help: '--no-mouse: leave the mouse to the terminal'},
};

const themes = ['auto', 'dark', 'light', 'ansi16', 'mono'] as const;

const switched = ({has, refused}: Flags, name: string, spelled: string): boolean | undefined => refused(spelled) ? false : has(name) ? true : undefined;

/** The settings among the flags. Throws a Problem, exit "usage", for a theme that there is not. */
export const givenSettings = (flags: Flags, libraryWord: string | undefined): Partial<Settings> => {
	const named = flags.text('theme');
	const theme = themes.find(name => name === named);
	if (named !== undefined && theme === undefined) throw new Problem({exit: 'usage', what: `There is no theme ${named}.`, why: '', remedy: `There are ${themes.join(', ')}.`});
	const library = libraryWord ?? flags.text('library');
	const color = switched(flags, 'color', 'color');
	const values: Record<string, unknown> = {
		theme, ascii: switched(flags, 'ascii', 'ascii'), screenReader: switched(flags, 'screenReader', 'screen-reader'), mouse: switched(flags, 'mouse', 'mouse'),
		library: library === '' ? undefined : library, color: color === undefined ? undefined : color ? 'always' : 'never',
	};
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
};

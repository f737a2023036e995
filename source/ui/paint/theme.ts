import type {Role, Run} from './row.ts';

/** Every sign the screen draws beside words. No screen writes one of these itself. */
export type Symbols = {
	readonly double: string; readonly rule: string; readonly vertical: string; readonly bar: string;
	readonly teeDown: string; readonly teeDownDouble: string; readonly teeUp: string; readonly cross: string; readonly crossDouble: string; readonly teeLeft: string;
	readonly none: string; readonly stated: string; readonly inferredPlot: string; readonly chosen: string; readonly unchosen: string; readonly closed: string;
	readonly notEqual: string; readonly tension: string; readonly checked: string; readonly starred: string; readonly noted: string; readonly inferred: string; readonly shared: string;
	readonly bracketLeft: string; readonly bracketRight: string; readonly cut: string; readonly dot: string; readonly quote: string;
	readonly boxTopLeft: string; readonly boxTopRight: string; readonly boxLeft: string; readonly boxRight: string;
};

export const symbols: Symbols = {
	double: '═', rule: '─', vertical: '│', bar: '▌', teeDown: '┬', teeDownDouble: '╤', teeUp: '┴', cross: '┼', crossDouble: '╪', teeLeft: '┤',
	none: '—', stated: '█', inferredPlot: '░', chosen: '(•)', unchosen: '( )', closed: '+',
	notEqual: '≠', tension: '!', checked: '√', starred: '*', noted: '+', inferred: '°', shared: '≡',
	bracketLeft: '└', bracketRight: '┘', cut: '…', dot: '·', quote: '“',
	boxTopLeft: '╒', boxTopRight: '╕', boxLeft: '└', boxRight: '┘',
};

/** What the select-graphic-rendition sequence of each role is made of: "38;2;227;181;101", "2", or nothing. */
export type Theme = {
	readonly name: ThemeName;
	readonly roles: Readonly<Record<Role, string>>;
	/** The ground of the selected item; empty where a theme has none. */
	readonly tint: string;
	readonly symbols: Symbols;
};
export type ThemeName = 'dark' | 'light' | 'ansi16' | 'mono';

const rgb = (hex: string, ground = 38): string => `${ground};2;${[1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16)).join(';')}`;

/** Ink and paper are the terminal's own: neither is ever painted. */
const dark: Theme = {
	name: 'dark', symbols, tint: rgb('#23272E', 48),
	roles: {ink: '', dim: rgb('#928F87'), rule: rgb('#4C4E52'), figure: rgb('#E3B565'), quote: rgb('#8FC3A3'), focus: rgb('#7FB2E5'), own: rgb('#B9A5E2'), warn: rgb('#E5806F')},
};
const light: Theme = {
	name: 'light', symbols, tint: rgb('#E9E2D2', 48),
	roles: {ink: '', dim: rgb('#656157'), rule: rgb('#B9B2A2'), figure: rgb('#875000'), quote: rgb('#27673F'), focus: rgb('#1A5C9C'), own: rgb('#69459B'), warn: rgb('#A32E1D')},
};
const ansi16: Theme = {
	name: 'ansi16', symbols, tint: '',
	roles: {ink: '', dim: '2', rule: '2', figure: '33', quote: '32', focus: '36', own: '35', warn: '31'},
};
/** No colour at all: weight and slant carry what the hues carry elsewhere, with the signs that stand there anyway. */
const mono: Theme = {
	name: 'mono', symbols, tint: '',
	roles: {ink: '', dim: '2', rule: '2', figure: '', quote: '', focus: '', own: '3', warn: '1'},
};

export const themes: Readonly<Record<ThemeName, Theme>> = {dark, light, ansi16, mono};

/** What is known about the terminal, told by the caller: this folder does not look at the environment. */
export type Terminal = {
	readonly noColor?: boolean;
	/** COLORTERM says truecolor or 24bit. */
	readonly trueColor?: boolean;
	/** COLORFGBG's last field, where the terminal sets it: 7 and 15 are light papers. */
	readonly ground?: number | null;
};

/** The theme for a terminal, unless the person chose one. */
export const chooseTheme = (terminal: Terminal, chosen?: ThemeName): Theme => {
	if (terminal.noColor) return mono;
	if (chosen) return themes[chosen];
	if (!terminal.trueColor) return ansi16;
	return terminal.ground === 7 || terminal.ground === 15 ? light : dark;
};

/** The SGR sequence that begins a run, or nothing where it looks like plain text. */
const sgr = (run: Run, theme: Theme): string => {
	const codes = [
		run.bold && '1', run.italic && '3', run.underline && '4', run.inverse && '7',
		run.role && theme.roles[run.role], run.tint && theme.tint,
	].filter(Boolean);
	return codes.length > 0 ? `\u001B[${codes.join(';')}m` : '';
};

/** A row as the terminal gets it. Plain blanks at its end are left out: Ink reads every cell it is given, at every key. */
export const paint = (row: readonly Run[], theme: Theme): string =>
	row.map((run, index) => {
		const look = sgr(run, theme);
		const text = index === row.length - 1 && look === '' ? run.text.trimEnd() : run.text;
		return look && text.trim() === '' && !run.inverse && !run.tint && !run.underline ? text : look ? `${look}${text}\u001B[0m` : text;
	}).join('') || ' ';

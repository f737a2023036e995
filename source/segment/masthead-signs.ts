import table from '../../data/boilerplate.json' with {type: 'json'};
import weights from '../../data/page-text.json' with {type: 'json'};
import {matchesOf} from '../text/matches.ts';
import {isBareName} from './byline.ts';
import type {Entry} from './entries.ts';
import {type Line, once} from './line.ts';
import {lookOf} from './look.ts';
import {COMPANY, cuesFor, type Kind, NAME, PLAIN} from './masthead-cues.ts';

/** What speaks for a name being that of the site, or against it. */
export type NameSigns = Readonly<Record<keyof typeof weights.outlets, number>>;

/** A name that a page may be made by, as printed, with the line that names it most plainly. */
export type SiteName = {readonly name: string; readonly evidence: string; readonly signs: NameSigns};

const NOT_OUTLETS = new Set(table.notOutlets);
const ASKS = /^(?:Follow|Like|Join|Share|Find|Read|Visit|Get|Watch|Our|Your|This|Suivez|Polub|Síguenos|Segui|Volg)\b/;
/** "Followed", "Trending": what a button has become, nobody's name. */
const BUTTON = /^\p{L}+(?:ed|ing)$/u;
const SITE = /(?:^|[\s/@(.])(?:www\.)?([a-z\d-]{3,40})\.(?:com|org|net|news|info|tv|co|io|de|fr|es|it|nl|ru|jp|kr|in|uk|au|ca|ie|us|eu)\b/gi;
const HOST = /(?:^|[\s/@(.])((?:[a-z\d-]+\.)+[a-z]{2,10})\b/gi;
const ADDRESS = /[\p{L}\d]\.(?:com|org|net|news|info|tv|co\.uk|fr|de|es|it)$/iu;
const TITLE_END = / ?[|»] | --? | [–—·:] /;
/** What ends a title in a line, looked for in less time. */
const MARK = /[|»–—·:-] /;
/** Words that head lines of any site. */
const COMMON = /^(?:The|A|An|All|More|Most|Top|Best|New|News|Our|Your|My|How|What|Why|Who|When|Where|This|Home|Latest|Video|Videos|Photos?|Next|Previous|Read|See|View|About|Contact|On|In|By|From|To|For|Of|Follow|Get|Sign|Join|Search|Post|Posts|Comments?|Reply|Share|Email|Print|Terms|Privacy|Policy|Use|World|Sports?|Business|Politics|Tech|Technology|Health|Life|Opinion|Today|Now|Here|Blogs?|Page|Site|\\d+)$/iu;
const BRAND = new RegExp(`^${NAME}$`, 'u');

/** Words that only papers and stations have in their names. */
const PAPER = /\b(?:News|Times|Post|Herald|Daily|Journal|Mail|Telegraph|Tribune|Gazette|Observer|Standard|Chronicle|Mirror|Express|Echo|Courier|Examiner|Independent|Review|Radio|Weekly|Argus|Bugle|Dispatch|Register|Sentinel|Zeitung|Nachrichten|Tagblatt|Diario|Periódico|Gazzetta|Journal)\b/;
const SUFFIX = /\.(?:com|org|net|co\.uk)\b/g;
export const keyOf = (name: string): string => {
	const lower = name.toLowerCase();
	const words = (lower.includes('.') ? lower.replace(SUFFIX, '') : lower).replace(/[^\p{L}\d]+/gu, ' ').trim();
	return words.startsWith('the ') ? words.slice('the '.length) : words;
};
const keyOfLine = once(({text}) => keyOf(text));
/** Between spaces, so that whole words are found in it. */
const spacedKey = once(line => ` ${keyOfLine(line)} `);
/** What publishers put before the name of their paper: "Ediciones El Eco de Salder". */
const BEFORE = /^(?:Ediciones|[ÉE]ditions?|Editorial|Editora|Diario|Agencia|Grupo|Groupe|Gruppo|Gruppe|Redaktion|Verlag) /iu;
const bare = (name: string): string => name.replace(/[.,]? (?:All|Alle)\b.*$/, '').replace(/(?: (?:\d{4}|[-–&]))+$/, '').replace(COMPANY, '').replace(/[ .,!-]+$/, '').trim();

/** "Salder Echo's", "Salder Echo:" without their ends. */
const withoutEnd = (name: string): string => /['’]s$|[:,.!?]$/.test(name) ? name.replace(/['’]s$|[:,.!?]$/, '') : name;

/** Of a short line its first word, its first two, ... and its last word, its last two, ...; null of any other. */
type Ends = {readonly first: readonly string[]; readonly last: readonly string[]};
const endsOf = (text: string): Ends | null => {
	const spaces: number[] = [];
	for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) if (spaces.push(at) > SHORT + 1) return null;
	if (spaces.length === 0) return null;
	const most = Math.min(LONGEST_KNOWN, spaces.length);
	const [first, last]: [string[], string[]] = [[], []];
	for (let count = 1; count <= most; count++) {
		first.push(withoutEnd(text.slice(0, spaces[count - 1])));
		last.push(withoutEnd(text.slice((spaces[spaces.length - count] as number) + 1)));
	}

	return {first, last};
};

/** The outlets of the table that a short line begins or ends with: "Salder Echo Shop", "eHow Blog". */
const knownEnds = ({first, last}: Ends, {tables: {outlets}}: Line): string[] => {
	const longestOf = (names: readonly string[]): string | null => {
		for (let at = names.length - 1; at >= 0; at--) {
			const outlet = outlets.known(names[at] as string, 'line');
			if (outlet !== null) return outlet;
		}

		return null;
	};

	const [begins, ends] = [longestOf(first), longestOf(last)];
	return [...begins === null ? [] : [begins], ...ends === null || ends === begins ? [] : [ends]];
};

/** How many lines begin or end with a name, and the first and the last of them. */
type Series = {readonly first: Line; last: Line; lines: number};
const addTo = (serial: Map<string, Series>, {first, last}: Ends, line: Line): void => {
	for (let at = 0; at < Math.min(LONGEST_IN_SERIES, first.length); at++) {
		for (const name of [first[at] as string, last[at] as string]) {
			const series = serial.get(name);
			if (series === undefined) serial.set(name, {first: line, last: line, lines: 1});
			else if (series.last !== line) {
				series.last = line;
				series.lines++;
			}
		}
	}
};

type Found = {readonly name: string; readonly keys: Set<string>; readonly word: boolean; readonly counts: Map<Kind, number>; evidence: string; plain: number; top: boolean};
/** A line of rights may go on for long. */
const RIGHTS = /^[^\p{L}\d]{0,4}(?:[©ⓒ]|\([cC]\)|[Cc]opyright)/u;
const RIGHTS_WITHIN = /[©ⓒ]|\([cC]\)|[Cc]opyright/u;
const HANDLE = /@([a-z][a-z\d_]{3,30})\b/gi;
/** A name at the head or the end of so many different lines is a candidate. */
const SERIES = 3;
const LONGEST_IN_SERIES = 3;
const LONGEST_KNOWN = 5;
/** Lines so near each other that hold nothing but outlets are a list of them. */
const LIST = 2;
const LONGEST = 30;
/** "Follow the Echo online:" is a label, whatever it ends in. */
const SHORT = 6;
/** The name of the site stands alone in one of the first lines. */
const TOP = 15;
const LONGEST_BRAND = 4;
const share = (count: number, most: number): number => Math.min(count, most) / most;
const yes = (value: boolean): number => value ? 1 : 0;

/** Every name that the lines around a page's text may name its site by, with what speaks for it. `headlines`: of the articles found on the page. */
export const siteNames = (entries: readonly Entry[], headlines: readonly string[]): SiteName[] => {
	const found = new Map<string, Found>();
	const sites = new Set<string>();
	const handles = new Set<string>();
	const titles = new Set(headlines.map(keyOf));
	const serial = new Map<string, Series>();
	const knownNames = new Set<string>();
	const standing: Array<{readonly key: string; readonly index: number}> = [];
	const told: Array<{readonly line: Line; readonly index: number}> = [];
	const add = (line: Line, printed: string, told: Kind, top: boolean): void => {
		const {outlets, furniture} = line.tables;
		const own = bare(printed);
		const known = outlets.known(own, 'line') ?? outlets.known(printed, 'line') ?? outlets.known(own.replace(BEFORE, ''), 'line');
		const name = known ?? own;
		// The paper's own name with a company's ending: "© 2024 Salder Echo Ltd".
		const kind = told === 'owner' && known !== null ? 'copyright' : told;
		const key = keyOf(name);
		if (known !== null) knownNames.add(key);
		if (key.length < 3 || key.length > 50 || NOT_OUTLETS.has(key) || ASKS.test(name) || BUTTON.test(name) || (known === null && furniture(name) !== null) || /^\d+ \p{L}+ \d+$|^[\d ]+$|^copyright/u.test(key)) return;
		const entry = found.get(key) ?? {name, keys: new Set([key]), word: known === null && outlets.known(name) !== null, counts: new Map<Kind, number>(), evidence: '', plain: Infinity, top: false};
		entry.counts.set(kind, (entry.counts.get(kind) ?? 0) + 1);
		// Under which of its names a page prints it: "HuffPost", "The Huffington Post".
		if (known !== null) entry.keys.add(keyOf(own));
		entry.top ||= top;
		if (PLAIN.indexOf(kind) < entry.plain) {
			entry.plain = PLAIN.indexOf(kind);
			entry.evidence = `“${line.text.slice(0, 60)}”, line ${line.number}`;
		}

		found.set(key, entry);
	};

	for (const [index, {line, verdict}] of entries.entries()) {
		const {text, words} = line;
		if ((words > LONGEST && !RIGHTS.test(text)) || (verdict === null && line.shape === 'prose' && words > SHORT && !/published|appeared/.test(text) && !RIGHTS.test(text))) continue;
		told.push({line, index});
		if (text.includes('.')) for (const match of matchesOf(SITE, text)) sites.add((match[1] ?? '').toLowerCase().replaceAll('-', ''));
		if (text.includes('.')) for (const [, host = ''] of matchesOf(HOST, text)) {
			const outlet = line.tables.outlets.ofHost(host);
			if (outlet !== null) add(line, outlet, 'domain', false);
		}

		if (text.includes('@')) for (const match of matchesOf(HANDLE, text)) handles.add((match[1] ?? '').toLowerCase().replaceAll('_', ''));
		const ends = endsOf(text);
		if (ends !== null) {
			for (const name of knownEnds(ends, line)) add(line, name, 'named', false);
			addTo(serial, ends, line);
		}

		for (const {kind, pattern} of cuesFor(line)) {
			const name = pattern.exec(text)?.[1];
			// The owner in the copyright line ("Echo Holdings Ltd") is rarely the name on the paper.
			if (name !== undefined && !/^the \p{Lu}[^ ]*['’]s /u.test(name)) add(line, name, kind === 'copyright' && COMPANY.test(text) ? 'owner' : kind, false);
		}

		const parts = MARK.test(text) ? text.split(TITLE_END) : [];
		const [first, last] = [parts[0], parts.at(-1)];
		if (parts.length > 1 && first !== undefined && last !== undefined && last.split(' ').length <= SHORT && BRAND.test(last)) add(line, last, titles.has(keyOf(first)) ? 'title' : 'titles', false);
		if (words <= LONGEST_BRAND && !titles.has(keyOfLine(line)) && (BRAND.test(text) || line.tables.outlets.known(text, 'line') !== null)) {
			add(line, text, 'alone', index < TOP);
			const outlet = line.tables.outlets.known(text, 'line');
			if (outlet !== null) standing.push({key: keyOf(outlet), index});
		}
	}

	// The name of the site heads its menus and boxes: "Echo Live", "Echo Shop", "About the Echo's reviews".
	for (const [name, {first, lines}] of serial) if (lines >= SERIES && BRAND.test(name) && !COMMON.test(name)) add(first, name, 'series', false);
	// A name that stands there once, and in no way that names, is no candidate.
	const candidates = [...found].filter(([, {counts, top}]) => counts.size > 1 || !counts.has('alone') || top);
	if (candidates.length === 0) return [];
	const lines = [...new Set(told.map(({line}) => spacedKey(line)))];
	const rights = new Set(told.filter(({line}) => RIGHTS_WITHIN.test(line.text)).map(({line}) => spacedKey(line)));
	const prose = entries.filter(entry => lookOf(entry) === 'text' && entry.line.shape !== 'title').map(({line}) => spacedKey(line));
	const isListed = ({key, index}: {readonly key: string; readonly index: number}): boolean => standing.some(other => other.key !== key && Math.abs(other.index - index) <= LIST);
	const parts = candidates.filter(([, {top, counts}]) => top || counts.has('about') || counts.has('follow')).map(([key]) => key);
	return candidates.map(([key, {name, keys, word, counts, evidence, top}]) => {
		const count = (kind: Kind): number => counts.get(kind) ?? 0;
		const spaced = [...keys].map(each => ` ${each} `);
		const isIn = (line: string): boolean => spaced.some(each => line.includes(each));
		const holding = lines.filter(isIn);
		const joined = [...keys].flatMap(each => [each.replaceAll(' ', ''), `the${each.replaceAll(' ', '')}`]);
		const words = key.split(' ').length;
		const known = knownNames.has(key);
		const stands = standing.filter(row => row.key === key);
		return {
			name, evidence,
			signs: {
				bias: 1,
				copyright: share(count('copyright'), 1),
				owner: share(count('owner'), 1),
				follow: share(count('follow'), 2),
				about: share(count('about'), 3),
				search: share(count('search'), 1),
				more: share(count('more'), 2),
				things: share(count('things'), 2),
				self: share(count('self'), 1),
				first: share(count('first'), 1),
				byline: share(count('byline'), 1),
				title: share(count('title'), 1),
				handle: yes(joined.some(each => each.length > 3 && handles.has(each))),
				onlyRights: yes(holding.every(line => rights.has(line))),
				titles: share(count('titles'), 3),
				alone: share(count('alone'), 2),
				top: yes(top),
				// "© 2024 salderecho.com": an address is no holding company.
				site: yes(joined.some(each => sites.has(each)) || (count('copyright') > 0 && ADDRESS.test(name))),
				address: yes(ADDRESS.test(name)),
				paper: yes(PAPER.test(name)),
				known: yes(known),
				word: yes(word),
				often: Math.log1p(holding.length) / 3,
				repeated: yes(holding.length >= 2 && !lines.some(line => line.includes(' powered by ') && spaced.some(each => line.includes(` powered by${each}`)))),
				series: share(holding.filter(line => spaced.some(each => line.startsWith(each) && line.length > each.length)).length, 5),
				short: yes(words === 1),
				long: yes(words > 3),
				person: yes(!known && words === 2 && isBareName(name) && !PAPER.test(name)),
				letters: share(count('letters'), 1),
				app: share(count('app'), 1),
				imprint: share(count('imprint'), 1),
				named: share(count('named'), 3),
				domain: share(count('domain'), 2),
				// The names of partners and of sister papers stand in a row.
				listed: yes(stands.length > 0 && stands.every(isListed)),
				masthead: yes(known && top),
				// "Chronicle" over the menu, "San Marino Chronicle" in the copyright line: the longer one is the name.
				whole: yes(words > 1 && parts.some(part => part !== key && (key.startsWith(`${part} `) || key.endsWith(` ${part}`)))),
				part: yes(candidates.some(([other]) => other.startsWith(`${key} `) || other.endsWith(` ${key}`))),
				told: share(prose.filter(isIn).length, 4),
				kinds: share(counts.size, 5),
			},
		};
	});
};

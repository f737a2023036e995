import table from '../../data/boilerplate.json' with {type: 'json'};
import weights from '../../data/page-text.json' with {type: 'json'};
import {matchesOf} from '../text/matches.ts';
import {isBareName} from './byline.ts';
import type {Entry} from './entries.ts';
import {type Line, once} from './line.ts';
import {lookOf} from './look.ts';

/** What speaks for a name being that of the site, or against it. */
export type NameSigns = Readonly<Record<keyof typeof weights.outlets, number>>;

/** A name that a page may be made by, as printed, with the line that names it most plainly. */
export type SiteName = {readonly name: string; readonly evidence: string; readonly signs: NameSigns};

/** A capitalised name of up to six words; scripts without capitals begin with any letter. */
const NAME = '((?:[Tt]he )?[\\p{Lu}\\p{Lo}\\d][\\p{L}\\d&’\'.!+-]*(?: (?:(?:of|and|the|for|by|&) )?[\\p{Lu}\\d][\\p{L}\\d&’\'.!+-]*){0,5})';
const COMPANY = /,? \b(?:Inc|LLC|Ltd|Limited|PLC|plc|GmbH|AG|SA|Corp|Corporation|Company|Co|Group|Holdings?|Media Group|Publishing|Publications|Enterprises)\b\.?.*$/;

/** One way in which a page names who made it. */
type Kind = 'copyright' | 'owner' | 'follow' | 'about' | 'search' | 'more' | 'things' | 'self' | 'first' | 'byline' | 'title' | 'titles' | 'alone' | 'series';
type Cue = {readonly kind: Kind; readonly pattern: RegExp};
const cue = (kind: Kind, pattern: string): Cue => ({kind, pattern: new RegExp(pattern, 'u')});

/** Words of a page's furniture that name the site: "© 2019 The Salder Echo", "Follow the Echo on Facebook", "About the Echo". */
const CUES: readonly Cue[] = [
	cue('copyright', `^[^\\p{L}\\d©ⓒ]*(?:All contents? |Site |Content |Website )?(?:©|ⓒ|\\([cC]\\)|[Cc]opyright|COPYRIGHT)(?:[ ,]|©|ⓒ|\\([cC]\\)|[Cc]opyright|by|\\d{4}(?: ?[-–] ?\\d{2,4})?)*${NAME}`),
	cue('copyright', `^${NAME},? (?:©|\\([cC]\\)|[Cc]opyright) ?\\d{4}`),
	cue('copyright', `^(?:©|\\([cC]\\))? ?\\d{4} ${NAME}[.,]? [Aa]ll [Rr]ights`),
	cue('follow', `\\b(?:[Ff]ollow|[Tt]weets by|[Ss]uivez|[Ss]uivre|[Ss]íguenos en|[Ss]igue a|[Ff]olgen [Ss]ie) @?${NAME}(?: (?:on|sur|auf|en|na|w|su|em) | online|:|$)`),
	cue('follow', `\\b(?:[Ll]ike|[Ff]ind|[Jj]oin) ${NAME} on `),
	cue('follow', `^${NAME} (?:on|sur|auf|en|na|w|su|em|bei) (?:[Ff]acebook|[Tt]witter|X|[Ii]nstagram|[Yy]ou[Tt]ube|[Ll]inked[Ii]n|[Tt]ik[Tt]ok|[Gg]oogle)`),
	cue('about', `^(?:About|Contact|Advertise (?:with|on|in)|Subscribe to|Sign up (?:for|to)|Support|Join|Welcome to|Log in to|Sign in to|Back to|Careers at|Jobs at|Work (?:for|at|with)|Write for|Donate to|Read|Visit|Inside|Become an?|Get) (?:the )?${NAME}(?: [Tt]oday| [Nn]ow|[:!.])?$`),
	cue('search', `^(?:Search|Browse) (?:the )?${NAME}(?:\\.\\.\\.|…)?$`),
	cue('more', `^(?:More (?:from|on|in|at)|Also (?:on|in)|Latest (?:from|on)|Most (?:read|popular) (?:on|in)|From|Trending on) (?:the )?${NAME}:?$`),
	cue('things', `^(?:The )?${NAME} (?:[Hh]ome ?[Pp]age|[Nn]ewsletters?|[Aa]pps?|[Ss]tore|[Ss]hop|[Ss]taff|[Ss]ubscribers?|[Ll]ogo|[Mm]asthead|[Mm]ain [Mm]enu|[Mm]embership|[Ee]vents|[Pp]odcasts?|[Aa]rchives?|[Ff]acebook|[Tt]witter|[Ee]ditorial|RSS|[Mm]agazine|[Ee]-?[Pp]aper)$`),
	cue('self', `^${NAME} (?:is (?:part of|a part of|an? |the |owned|published|operated|supported|funded|not responsible|trusted)|and its partners|uses cookies|covers)`),
	cue('first', `(?:[Oo]riginally|[Ff]irst) (?:published|appeared) (?:on|by|in|at) (?:the )?${NAME}`),
	cue('byline', `(?:^|[,|–—-] |/ )${NAME} (?:[Ss]taff|[Cc]ontribut(?:or|ing)|[Bb]ureau|[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Ee]ditor-at-large)\\b`),
	cue('byline', `^(?:By|BY) [^,|]{3,50}[,|] (?:(?:for|For) )?(?:the )?${NAME}$`),
];

const NOT_OUTLETS = new Set(table.notOutlets);
const ASKS = /^(?:Follow|Like|Join|Share|Find|Read|Visit|Get|Watch|Our|Your|This)\b/;
/** "Followed", "Trending": what a button has become, nobody's name. */
const BUTTON = /^\p{L}+(?:ed|ing)$/u;
const SITE = /(?:^|[\s/@(.])(?:www\.)?([a-z\d-]{3,40})\.(?:com|org|net|news|info|tv|co|io|de|fr|es|it|nl|ru|jp|kr|in|uk|au|ca|ie|us|eu)\b/gi;
const ADDRESS = /[\p{L}\d]\.(?:com|org|net|news|info|tv|co\.uk|fr|de|es|it)$/iu;
const TITLE_END = / ?[|»] | --? | [–—·:] /;
/** Words that head lines of any site. */
const COMMON = /^(?:The|A|An|All|More|Most|Top|Best|New|News|Our|Your|My|How|What|Why|Who|When|Where|This|Home|Latest|Video|Videos|Photos?|Next|Previous|Read|See|View|About|Contact|On|In|By|From|To|For|Of|Follow|Get|Sign|Join|Search|Post|Posts|Comments?|Reply|Share|Email|Print|Terms|Privacy|Policy|Use|World|Sports?|Business|Politics|Tech|Technology|Health|Life|Opinion|Today|Now|Here|Blogs?|Page|Site|\\d+)$/iu;
const BRAND = new RegExp(`^${NAME}$`, 'u');

/** Words that only papers and stations have in their names. */
const PAPER = /\b(?:News|Times|Post|Herald|Daily|Journal|Mail|Telegraph|Tribune|Gazette|Observer|Standard|Chronicle|Mirror|Express|Echo|Courier|Examiner|Independent|Review|Radio|Weekly|Argus|Bugle|Dispatch|Register|Sentinel|Zeitung|Nachrichten|Tagblatt|Diario|Periódico|Gazzetta|Journal)\b/;
export const keyOf = (name: string): string => (name.toLowerCase().replace(/\.(?:com|org|net|co\.uk)\b/g, '').match(/[\p{L}\d]+/gu) ?? []).join(' ').replace(/^the /, '');
const keyOfLine = once(({text}) => keyOf(text));
/** Between spaces, so that whole words are found in it. */
const spacedKey = once(line => ` ${keyOfLine(line)} `);
const bare = (name: string): string => name.replace(/[.,]? (?:All|Alle)\b.*$/, '').replace(/(?: (?:\d{4}|[-–&]))+$/, '').replace(COMPANY, '').replace(/[ .,!-]+$/, '').trim();

/** The names that a short line begins or ends with. */
const endsOf = (text: string): string[] => {
	const words = text.split(' ');
	if (words.length < 2 || words.length > SHORT + 2) return [];
	const names: string[] = [];
	for (let count = 1; count <= LONGEST_IN_SERIES && count < words.length; count++) names.push(words.slice(0, count).join(' '), words.slice(-count).join(' '));
	return names.map(name => name.replace(/['’]s$|[:,.!?]$/u, '')).filter(name => BRAND.test(name) && !COMMON.test(name));
};

type Found = {readonly name: string; readonly counts: Map<Kind, number>; evidence: string; plain: number; top: boolean};
/** The plainer a kind of naming, the better its line is as evidence. */
const PLAIN: readonly Kind[] = ['title', 'first', 'copyright', 'follow', 'about', 'things', 'self', 'search', 'byline', 'more', 'titles', 'alone', 'owner', 'series'];

/** A line of rights may go on for long. */
const RIGHTS = /^[^\p{L}\d]{0,4}(?:[©ⓒ]|\([cC]\)|[Cc]opyright)/u;
const RIGHTS_WITHIN = /[©ⓒ]|\([cC]\)|[Cc]opyright/u;
const HANDLE = /@([a-z][a-z\d_]{3,30})\b/gi;
/** A name at the head or the end of so many different lines is a candidate. */
const SERIES = 3;
const LONGEST_IN_SERIES = 3;
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
	const titles = new Set(headlines.map(keyOf));
	const serial = new Map<string, Set<Line>>();
	const told: Array<{readonly line: Line; readonly index: number}> = [];
	const add = (line: Line, printed: string, kind: Kind, top: boolean): void => {
		const {outlets, furniture} = line.tables;
		const name = outlets.known(bare(printed)) ?? bare(printed);
		const key = keyOf(name);
		if (key.length < 3 || key.length > 50 || NOT_OUTLETS.has(key) || ASKS.test(name) || BUTTON.test(name) || furniture(name) !== null || /^\d+ \p{L}+ \d+$|^[\d ]+$|^copyright/u.test(key)) return;
		const entry = found.get(key) ?? {name, counts: new Map<Kind, number>(), evidence: '', plain: Infinity, top: false};
		entry.counts.set(kind, (entry.counts.get(kind) ?? 0) + 1);
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
		if (text.includes('@')) for (const match of matchesOf(HANDLE, text)) sites.add((match[1] ?? '').toLowerCase().replaceAll('_', ''));
		for (const name of endsOf(text)) serial.set(name, (serial.get(name) ?? new Set()).add(line));
		for (const {kind, pattern} of CUES) {
			const name = pattern.exec(text)?.[1];
			// The owner in the copyright line ("Echo Holdings Ltd") is rarely the name on the paper.
			if (name !== undefined && !/^the \p{Lu}[^ ]*['’]s /u.test(name)) add(line, name, kind === 'copyright' && COMPANY.test(text) ? 'owner' : kind, false);
		}

		const parts = text.split(TITLE_END);
		const [first, last] = [parts[0], parts.at(-1)];
		if (parts.length > 1 && first !== undefined && last !== undefined && last.split(' ').length <= SHORT && BRAND.test(last)) add(line, last, titles.has(keyOf(first)) ? 'title' : 'titles', false);
		if (words <= LONGEST_BRAND && !titles.has(keyOfLine(line)) && BRAND.test(text)) add(line, text, 'alone', index < TOP);
	}

	// The name of the site heads its menus and boxes: "Echo Live", "Echo Shop", "About the Echo's reviews".
	for (const [name, holding] of serial) if (holding.size >= SERIES) add([...holding][0] as Line, name, 'series', false);
	const lines = [...new Set(told.map(({line}) => spacedKey(line)))];
	const rights = new Set(told.filter(({line}) => RIGHTS_WITHIN.test(line.text)).map(({line}) => spacedKey(line)));
	const prose = entries.filter(entry => lookOf(entry) === 'text' && entry.line.shape !== 'title').map(({line}) => spacedKey(line));
	// A name that stands there once, and in no way that names, is no candidate.
	const candidates = [...found].filter(([, {counts, top}]) => counts.size > 1 || !counts.has('alone') || top);
	return candidates.map(([key, {name, counts, evidence, top}]) => {
		const count = (kind: Kind): number => counts.get(kind) ?? 0;
		const holding = lines.filter(line => line.includes(` ${key} `));
		const joined = key.replaceAll(' ', '');
		const words = key.split(' ').length;
		const known = evidence !== '' && (told[0]?.line.tables.outlets.known(name) ?? null) !== null;
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
				handle: yes(joined.length > 3 && [...sites].some(site => site === joined || site === `the${joined}`)),
				onlyRights: yes(holding.every(line => rights.has(line))),
				titles: share(count('titles'), 3),
				alone: share(count('alone'), 2),
				top: yes(top),
				// "© 2024 salderecho.com": an address is no holding company.
				site: yes(sites.has(joined) || sites.has(`the${joined}`) || (count('copyright') > 0 && ADDRESS.test(name))),
				address: yes(ADDRESS.test(name)),
				paper: yes(PAPER.test(name)),
				known: yes(known),
				often: Math.log1p(holding.length) / 3,
				repeated: yes(holding.length >= 2 && !lines.some(line => line.includes(` powered by ${key} `))),
				series: share(holding.filter(line => line.startsWith(` ${key} `) && line.length > key.length + 2).length, 5),
				short: yes(words === 1),
				long: yes(words > 3),
				person: yes(words === 2 && isBareName(name) && !PAPER.test(name)),
				told: share(prose.filter(line => line.includes(` ${key} `)).length, 4),
				kinds: share(counts.size, 5),
			},
		};
	});
};

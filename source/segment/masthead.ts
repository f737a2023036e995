import table from '../../data/boilerplate.json' with {type: 'json'};
import {isBareName} from './byline.ts';
import type {Entry} from './entries.ts';
import type {Line} from './line.ts';
import type {OutletFinding} from './outlet.ts';
import type {Tables} from './tables.ts';

/** A capitalised name of up to six words; scripts without capitals begin with any letter. */
const NAME = '((?:[Tt]he )?[\\p{Lu}\\p{Lo}\\d][\\p{L}\\d&’\'.!+-]*(?: (?:(?:of|and|the|for|by|&) )?[\\p{Lu}\\d][\\p{L}\\d&’\'.!+-]*){0,5})';
const COMPANY = /,? \b(?:Inc|LLC|Ltd|Limited|PLC|plc|GmbH|AG|SA|Corp|Corporation|Company|Co|Group|Holdings?|Media Group|Publishing|Publications|Enterprises)\b\.?.*$/;

/** One way in which a page names who made it. `kind`: several lines of one kind count once. */
type Cue = {readonly kind: string; readonly points: number; readonly pattern: RegExp};
const cue = (kind: string, points: number, pattern: string): Cue => ({kind, points, pattern: new RegExp(pattern, 'u')});

/** Words of a page's furniture that name the site: "© 2019 The Salder Echo", "Follow the Echo on Facebook", "About the Echo". */
const CUES: readonly Cue[] = [
	cue('copyright', 2, `^[^\\p{L}\\d©ⓒ]*(?:All contents? |Site |Content |Website )?(?:©|ⓒ|\\([cC]\\)|[Cc]opyright|COPYRIGHT)(?:[ ,]|©|ⓒ|\\([cC]\\)|[Cc]opyright|by|\\d{4}(?: ?[-–] ?\\d{2,4})?)*${NAME}`),
	cue('copyright', 2, `^${NAME},? (?:©|\\([cC]\\)|[Cc]opyright) ?\\d{4}`),
	cue('copyright', 2, `^(?:©|\\([cC]\\))? ?\\d{4} ${NAME}[.,]? [Aa]ll [Rr]ights`),
	cue('follow', 2, `\\b(?:[Ff]ollow|[Tt]weets by) @?${NAME}(?: on | online|:|$)`),
	cue('follow', 2, `\\b(?:[Ll]ike|[Ff]ind|[Jj]oin) ${NAME} on `),
	cue('follow', 2, `^${NAME} on (?:[Ff]acebook|[Tt]witter|X|[Ii]nstagram|[Yy]ou[Tt]ube|[Ll]inked[Ii]n|[Tt]ik[Tt]ok|[Gg]oogle)`),
	cue('about', 2, `^(?:About|Contact|Advertise (?:with|on|in)|Subscribe to|Sign up (?:for|to)|Support|Join|Welcome to|Log in to|Sign in to|Back to|Careers at|Jobs at|Work (?:for|at|with)|Write for|Donate to|Read|Visit|Inside|Become an?|Get) (?:the )?${NAME}(?: [Tt]oday| [Nn]ow|[:!.])?$`),
	cue('search', 2, `^(?:Search|Browse) (?:the )?${NAME}(?:\\.\\.\\.|…)?$`),
	cue('more', 1, `^(?:More (?:from|on|in|at)|Also (?:on|in)|Latest (?:from|on)|Most (?:read|popular) (?:on|in)|From|Trending on) (?:the )?${NAME}:?$`),
	cue('things', 2, `^(?:The )?${NAME} (?:[Hh]ome ?[Pp]age|[Nn]ewsletters?|[Aa]pps?|[Ss]tore|[Ss]hop|[Ss]taff|[Ss]ubscribers?|[Ll]ogo|[Mm]asthead|[Mm]ain [Mm]enu|[Mm]embership|[Ee]vents|[Pp]odcasts?|[Aa]rchives?|[Ff]acebook|[Tt]witter|[Ee]ditorial|RSS|[Mm]agazine|[Ee]-?[Pp]aper)$`),
	cue('self', 2, `^${NAME} (?:is (?:part of|a part of|an? |the |owned|published|operated|supported|funded|not responsible|trusted)|and its partners|uses cookies|covers)`),
	cue('first', 3, `(?:[Oo]riginally|[Ff]irst) (?:published|appeared) (?:on|by|in|at) (?:the )?${NAME}`),
	cue('byline', 2, `(?:^|[,|–—-] |/ )${NAME} (?:[Ss]taff|[Cc]ontribut(?:or|ing)|[Bb]ureau|[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Ee]ditor-at-large)\\b`),
	cue('byline', 2, `^(?:By|BY) [^,|]{3,50}[,|] (?:(?:for|For) )?(?:the )?${NAME}$`),
];

const NOT_OUTLETS = new Set(table.notOutlets);
const ASKS = /^(?:Follow|Like|Join|Share|Find|Read|Visit|Get|Watch|Our|Your|This)\b/;
const SITE = /(?:^|[\s/@(.])(?:www\.)?([a-z\d-]{3,40})\.(?:com|org|net|news|info|tv|co|io|de|fr|es|it|nl|ru|jp|kr|in|uk|au|ca|ie|us|eu)\b/gi;
const ADDRESS = /[\p{L}\d]\.(?:com|org|net|news|info|tv|co\.uk)$/iu;
const TITLE_END = / ?[|»] | [-–—·:] /;

/** Words that only papers and stations have in their names. */
const PAPER = /\b(?:News|Times|Post|Herald|Daily|Journal|Mail|Telegraph|Tribune|Gazette|Observer|Standard|Chronicle|Mirror|Express|Echo|Courier|Examiner|Independent|Review|Radio|Weekly|Argus|Bugle|Dispatch|Register|Sentinel|Zeitung|Nachrichten|Tagblatt|Diario|Periódico|Gazzetta|Journal)\b/;
const keyOf = (name: string): string => (name.toLowerCase().replace(/\.(?:com|org|net|co\.uk)\b/g, '').match(/[\p{L}\d]+/gu) ?? []).join(' ').replace(/^the /, '');
const bare = (name: string): string => name.replace(/[.,]? (?:All|Alle)\b.*$/, '').replace(/(?: (?:\d{4}|[-–&]))+$/, '').replace(COMPANY, '').replace(/[ .,!-]+$/, '').trim();

type Tally = {readonly name: string; readonly kinds: Map<string, number>; evidence: string; best: number};

const add = (tallies: Map<string, Tally>, {outlets, furniture}: Tables, printed: string, kind: string, points: number, evidence: string): void => {
	const name = outlets.known(bare(printed)) ?? bare(printed);
	const key = keyOf(name);
	if (key.length < 3 || NOT_OUTLETS.has(key) || ASKS.test(name) || furniture(name) !== null || /^[\d ]+$/.test(key) || (kind === 'follow' && isBareName(name) && name.split(' ').length === 2 && !tallies.has(key))) return;
	const tally = tallies.get(key) ?? {name, kinds: new Map<string, number>(), evidence, best: 0};
	tally.kinds.set(kind, Math.max(points, tally.kinds.get(kind) ?? 0));
	if (kind === 'copyright' && points > 0) {
		// "© 2024 Reuters": a name that we were told of, or an address, is no holding company.
		if (outlets.known(bare(printed)) !== null) tally.kinds.set('known', 2);
		if (ADDRESS.test(bare(printed))) tally.kinds.set('site', 2);
	}

	if (points > tally.best) {
		tally.evidence = evidence;
		tally.best = points;
	}

	tallies.set(key, tally);
};

/** "Echo Politics" and "Echo" are one: what is said of the longer name is said of the shorter. */
const merge = (tallies: ReadonlyMap<string, Tally>): Tally[] => [...tallies].flatMap(([key, tally]) => {
	if ([...tallies].some(([other, {kinds}]) => other !== key && key.startsWith(`${other} `) && kinds.size >= tally.kinds.size)) return [];
	for (const [other, longer] of tallies) if (other.startsWith(`${key} `)) for (const [kind, points] of longer.kinds) tally.kinds.set(kind, Math.max(points, tally.kinds.get(kind) ?? 0));
	return [tally];
});

/** Two kinds of naming. */
const ENOUGH = 4;
/** One of them must name it: the rest can be said of anything. */
const ANCHORS = ['copyright', 'title', 'site', 'follow', 'first'];
const LONGEST = 30;
/** "Follow the Echo online:" is a label, whatever it ends in. */
const SHORT = 6;
const OFTEN = 2;
/** The name of the site stands alone in one of the first lines. */
const TOP = 15;
const sum = ({kinds}: Tally): number => [...kinds.values()].reduce((total, points) => total + points, 0);

/**
 * Who made a page, by what its furniture says: at least two ways of naming that agree, so that the owner in the copyright
 * line or a site that is merely linked does not become the outlet. `headlines`: of the articles found on it.
 */
export const mastheadOf = (entries: readonly Entry[], headlines: readonly string[]): OutletFinding | null => {
	const tallies = new Map<string, Tally>();
	const sites = new Set<string>();
	const alone = new Map<string, number>();
	const titles = new Set(headlines.map(keyOf));
	const told: Array<{readonly line: Line; readonly index: number}> = [];
	for (const [index, {line, verdict}] of entries.entries()) {
		if (line.words > LONGEST || (verdict === null && line.shape === 'prose' && line.words > SHORT && !/published|appeared/.test(line.text))) continue;
		const {text} = line;
		told.push({line, index});
		if (text.includes('.')) for (const match of text.matchAll(SITE)) sites.add((match[1] ?? '').toLowerCase().replaceAll('-', ''));
		const evidence = `“${text.slice(0, 60)}”, line ${line.number}`;
		for (const {kind, points, pattern} of CUES) {
			const name = pattern.exec(text)?.[1];
			// The owner in the copyright line ("Echo Holdings Ltd") is rarely the name on the paper.
			if (name !== undefined && !/^the \p{Lu}[^ ]*['’]s /u.test(name)) add(tallies, line.tables, name, kind, kind === 'copyright' && COMPANY.test(text) ? 0 : points, evidence);
		}

		const parts = text.split(TITLE_END);
		const [first, last] = [parts[0], parts.at(-1)];
		if (parts.length > 1 && first !== undefined && last !== undefined && titles.has(keyOf(first))) add(tallies, line.tables, last, 'title', 3, evidence);
	}

	// The name alone at the top of a page, and its address somewhere: "Salder Echo", "salderecho.example".
	for (const {line, index} of told) {
		const {text} = line;
		if (line.words <= SHORT && index < TOP && sites.has(keyOf(text).replaceAll(' ', ''))) add(tallies, line.tables, text, 'site', 2, `“${text.slice(0, 60)}”, line ${line.number}`);
	}

	if (tallies.size === 0) return null;
	const lines = told.map(({line}) => ` ${keyOf(line.text)} `);
	for (const [at, {line: {words}, index}] of told.entries()) {
		const key = (lines[at] ?? '').trim();
		if (words <= 5) alone.set(key, Math.min(index, alone.get(key) ?? Infinity));
	}

	for (const [key, tally] of tallies) {
		if (sites.has(key.replaceAll(' ', '')) || sites.has(`the${key.replaceAll(' ', '')}`)) tally.kinds.set('site', 2);
		if (PAPER.test(tally.name)) tally.kinds.set('word', 2);
		// Named again and again, and not only as the company that runs the machine.
		const often = lines.filter(text => text.includes(` ${key} `)).length;
		if (often >= OFTEN && !lines.some(text => text.includes(` powered by ${key} `))) tally.kinds.set('often', 2);
		const at = alone.get(key) ?? alone.get(`the ${key}`);
		if (at !== undefined) tally.kinds.set('alone', at < TOP ? 2 : 1);
	}

	const [best, second] = merge(tallies).filter(({kinds}) => kinds.size >= 2 && ANCHORS.some(kind => kinds.has(kind))).sort((a, b) => sum(b) - sum(a));
	if (best === undefined || sum(best) < ENOUGH) return null;
	if (second !== undefined && sum(second) >= sum(best)) return null;
	return {outlet: best.name, basis: 'inferred', evidence: best.evidence};
};

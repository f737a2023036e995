import type {KnownOutlet} from '../model/own-tables.ts';

/**
 * Where a name stands. field: a field that is for outlets, as a table or a feed has it, where case means nothing. place:
 * where a page names its maker, beside a time, a copyright sign or a byline. line: alone on a line. text: among other words.
 */
export type Where = 'field' | 'place' | 'line' | 'text';

export type OutletNames = {
	/** The name under which an outlet is kept, null where nobody has told us of it. A name that several have stays as the table prints it: nothing tells whose it is. */
	readonly known: (text: string, where?: Where) => string | null;
	/** The outlet whose site it is: "www.salderecho.com". */
	readonly ofHost: (host: string) => string | null;
	/** The longest name that running text begins with, and how it is printed there. */
	readonly leading: (text: string) => NameInText | null;
	/** The same at the end of a text. */
	readonly trailing: (text: string) => NameInText | null;
};

export type NameInText = {readonly outlet: string; readonly printed: string};

/** `spellings`: as the table prints it. `inPlace`: also a word. `subject`: its deeds are news. `shared`: the name of several. */
type Entry = {readonly outlet: string; readonly spellings: readonly string[]; readonly inPlace: boolean; readonly subject: boolean; readonly shared: boolean};

const MARKS = /\p{M}/gu;
/** Letters and digits without case and accents: "El País" is "EL PAIS". */
const fold = (name: string): string => {
	const lower = name.toLowerCase();
	return /^[\x20-\x7E]*$/.test(lower) ? lower.replace(/[^a-z\d]+/g, ' ').trim() : lower.normalize('NFKD').replace(MARKS, '').normalize('NFC').match(/[\p{L}\d]+/gu)?.join(' ') ?? '';
};

const UNTOLD = -1;
const CAPITALS_TO_SMALL = 0x20;
/** The ASCII letters and digits of a name as one number, whatever stands between them and whatever their case: names that fold alike have the same. UNTOLD where it has other letters, or is an address. */
const markOf = (name: string): number => {
	let mark = 0;
	for (let at = 0; at < name.length; at++) {
		const unit = name.charCodeAt(at);
		const letter = unit >= 0x41 && unit <= 0x5A ? unit | CAPITALS_TO_SMALL : unit;
		if ((letter >= 0x61 && letter <= 0x7A) || (letter >= 0x30 && letter <= 0x39)) mark = Math.imul(mark, 31) + letter & 0x7F_FF_FF_FF;
		else if (unit === 0x2E || (unit >= 0x80 && (unit < 0x20_10 || unit > 0x20_27))) return UNTOLD;
	}

	return mark;
};

const NAME = /^[\p{L}\d+].*[\p{L}\d)!?.+/]$/u;
/** "AP", "STA", "Kan" in small letters are words or people. */
const SHORT = 4;
const LONGEST_IN_TEXT = 7;

const THE = /^the /i;
const counts = ({spellings, inPlace, subject, shared}: Entry, text: string, where: Where): boolean => {
	if (where === 'field') return true;
	const exact = spellings.includes(text.replace(THE, 'The ')) || spellings.includes(text.replace(THE, ''));
	if (!exact && text !== text.toUpperCase() && spellings.every(({length}) => length <= SHORT)) return false;
	if (where === 'text') return !inPlace && !subject && !shared;
	return !inPlace || (where === 'place' && exact);
};

type Bearers = {readonly owners: Set<string>; readonly spellings: string[]; inPlace: boolean; subject: boolean};

const addTo = (bearers: Map<string, Bearers>, {name, aliases = [], inPlace = [], subject = false}: KnownOutlet): void => {
	const placed = new Set(inPlace.map(fold));
	for (const spelling of new Set([name, ...aliases, ...inPlace])) {
		const key = fold(spelling);
		const all = bearers.get(key) ?? {owners: new Set(), spellings: [], inPlace: false, subject};
		all.owners.add(name);
		all.spellings.push(spelling.replace(THE, 'The '));
		all.inPlace ||= placed.has(key);
		bearers.set(key, all);
	}
};

/** Every folded name with whose it is. One that several bear is given as it is printed. */
const entriesOf = (outlets: readonly KnownOutlet[], own: readonly KnownOutlet[]): Map<string, Entry> => {
	const [bearers, theirs] = [new Map<string, Bearers>(), new Map<string, Bearers>()];
	for (const outlet of outlets) addTo(bearers, outlet);
	for (const outlet of own) addTo(theirs, outlet);
	return new Map([...bearers, ...theirs].map(([key, {owners, spellings, inPlace, subject}]) => {
		const [first = '', ...others] = owners;
		const shared = others.length > 0;
		return [key, {outlet: shared ? [...owners].find(owner => fold(owner) === key) ?? spellings[0] ?? first : first, spellings, inPlace, subject, shared}];
	}));
};

const hostsOf = (outlets: readonly KnownOutlet[]): Map<string, string> => new Map(outlets.flatMap(({name, domains = []}) => domains.map(domain => [domain.toLowerCase(), name] as const)));

/** `joined`: names of two words and more without their spaces. `longest`: a longer text is no name. `marks`: of all names, with "the" and without: nearly no text has the mark of one. */
type Table = {readonly entries: ReadonlyMap<string, Entry>; readonly joined: ReadonlyMap<string, string>; readonly hosts: ReadonlyMap<string, string>; readonly longest: number; readonly marks: ReadonlySet<number>};

const tableOf = (outlets: readonly KnownOutlet[], own: readonly KnownOutlet[]): Table => {
	const entries = entriesOf(outlets, own);
	const joined = new Map<string, string>();
	const marks = new Set([UNTOLD]);
	let longest = 0;
	for (const [key, {outlet, spellings, inPlace, shared}] of entries) {
		for (const name of [key, `the ${key}`, key.replace(/^the /, '')]) marks.add(markOf(name));
		if (key.includes(' ') && !inPlace && !shared) for (const name of [key, `the ${key}`]) joined.set(name.replaceAll(' ', ''), outlet);
		for (const {length} of spellings) longest = Math.max(longest, length + 'the '.length);
	}

	return {entries, joined, hosts: hostsOf([...outlets, ...own]), longest, marks};
};

const HOST = /^[\w-]+(?:\.[\w-]+)+$/;
const WITHIN = /[,;:"“”()?!]/;
const withoutEnd = (text: string): string => text.replace(/['’]s$/u, '').replace(/[^\p{L}\d)+]+$/u, '').replace(/['’]s$/u, '');

/** `own`: the user's, who has the last word on a name. The table is made when the first name is asked for. */
export const outletNames = (outlets: readonly KnownOutlet[], own: readonly KnownOutlet[] = []): OutletNames => {
	let made: Table | undefined;
	const table = (): Table => {
		made ??= tableOf(outlets, own);
		return made;
	};

	const ofHost = (host: string): string | null => {
		const {hosts} = table();
		for (let name = host.toLowerCase(); name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
			const outlet = hosts.get(name);
			if (outlet !== undefined) return outlet;
		}

		return null;
	};

	const known: OutletNames['known'] = (text, where = 'place') => {
		const name = text.trim();
		const {entries, joined, longest, marks} = table();
		if (name.length < 2 || name.length > longest || !marks.has(markOf(name)) || !NAME.test(name)) return null;
		const key = fold(name);
		const entry = entries.get(key);
		if (entry !== undefined) return counts(entry, name, where) ? entry.outlet : null;
		// "The" before a name is the writer's or the paper's own; a single word with it is another name ("The Hill").
		const near = entries.get(key.startsWith('the ') ? key.slice(4) : key.includes(' ') ? `the ${key}` : '');
		if (near !== undefined) return (where === 'field' || !near.inPlace) && counts(near, name, where) ? near.outlet : null;
		if (where === 'text' || name.includes(' ')) return null;
		// As a logo or an address has it: "SalderEcho", "TheSalderEcho.com".
		return HOST.test(name) ? ofHost(name) ?? joined.get(name.slice(0, name.indexOf('.')).toLowerCase()) ?? null : joined.get(key) ?? null;
	};

	const inText = (candidates: readonly string[]): NameInText | null => {
		for (const printed of candidates) {
			// "Our independent journalism" names no paper: a name begins with a capital.
			const outlet = WITHIN.test(printed) || !/^(?:[Tt]he )?[\p{Lu}\p{Lo}\d]/u.test(printed) ? null : known(printed, 'text');
			if (outlet !== null) return {outlet, printed};
		}

		return null;
	};

	return {
		known,
		ofHost,
		leading(text) {
			const words = text.split(' ', LONGEST_IN_TEXT);
			return inText(words.map((_, at) => withoutEnd(words.slice(0, words.length - at).join(' '))));
		},
		trailing(text) {
			const words = text.trim().split(' ').slice(-LONGEST_IN_TEXT);
			return inText(words.map((_, at) => words.slice(at).join(' ').replace(/^[^\p{L}\d]+/u, '')));
		},
	};
};

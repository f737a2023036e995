import type {ArticleRecord, RecordParagraph, RecordProblem} from '../model/document.ts';
import {statedDate} from './dates.ts';
import {wholeBytes} from './content.ts';
import {decode, decodeStretches} from './decode.ts';
import {elementsOf, frameOf, openFrameOf, placeOfEntry, type Element, type Place} from './feed-elements.ts';
import type {Entries, Entry} from './feed-entry.ts';
import {paragraphsOfHtml, type Ready, withoutReadOn, wordsOfHtml} from './html/fragment.ts';
import {BATCH, type Reader, type Records, type Sent, unsent} from './reader.ts';
import {oneLine, paragraphsOf, recordOf, webAddress} from './record.ts';

type Paragraphs = readonly RecordParagraph[];
const textOf = ({content, summary, isHtml}: Entry, line: number, about: {readonly title: string | null; readonly byline: string | null}): Ready<Paragraphs> => {
	const text = content ?? summary;
	if (text === null) return [];
	// Many feeds say "text" and send HTML.
	return isHtml || /<(?:p|br|div|a|img)\b/i.test(text) ? paragraphsOfHtml(withoutReadOn(text), line, about) : paragraphsOf(text, line);
};

/** A summary beside a text is a standfirst, unless the text begins with it. */
const standfirstOf = async (content: string, summary: string | null, paragraphs: Paragraphs): Promise<string | null> => {
	if (summary === null || summary === content) return null;
	const words = await wordsOfHtml(summary);
	const opening = paragraphs.slice(0, 3).map(({text}) => text).join(' ');
	return words === null || opening.includes(words.replace(/\s*(?:\.\.\.|…|\[…\]|\[\.\.\.\])$/, '').slice(0, 60)) ? null : words;
};

/** "By Ann Kell". Other languages' words for it begin names, too ("von", "di"). */
const LEADING_BY = /^by:?\s+/i;
/** "Bridge shut after crack - The Quay": a feed that collects other papers' articles puts the paper behind the headline. */
const withoutOutlet = (title: string | null, outlet: string | null): string | null => {
	const head = outlet !== null && title?.endsWith(outlet) === true ? title.slice(0, -outlet.length) : null;
	const cut = head === null ? null : /^(.*\S)\s+[-–—|]\s+$/.exec(head)?.[1];
	return cut ?? title;
};

/** Names of accounts, which programs fill in for nobody's. */
const NOBODY = /^(?:admin(?:istrator)?|webmaster|root|no-?reply@\S+)$/i;
/** Who wrote an entry, each once: many feeds name them in two ways. */
const bylineOf = (authors: readonly string[]): string | null => {
	const names = authors.flatMap(author => oneLine(author)?.replace(LEADING_BY, '') ?? []);
	return oneLine([...new Set(names)].filter(name => !NOBODY.test(name)).join(', '));
};

/** The first that is one, of several that an entry states. */
const firstDate = (dates: Entry['dates']): string | null => {
	for (const given of dates) {
		const date = given === undefined ? null : statedDate(given);
		if (date !== null) return date;
	}

	return null;
};

/** "en_GB" is written "en-GB". */
const languageOf = (stated: string | null): string | null => oneLine(stated)?.replaceAll('_', '-') ?? null;

/** What a feed says of all its entries: its name, its language, the address that their links are meant from. */
type About = {readonly within: string | null; readonly language: string | null; readonly base: string | null};

const recordOfEntry = async (entry: Entry, place: Place, {within, language, base}: About): Promise<ArticleRecord> => {
	const outlet = oneLine(entry.source);
	const title = withoutOutlet(entry.titleIsHtml ? await wordsOfHtml(entry.title) : oneLine(entry.title), outlet);
	const byline = bylineOf(entry.authors);
	const paragraphs = await textOf(entry, place.line, {title, byline});
	return recordOf({
		line: place.line, endLine: place.endLine, within, language: languageOf(entry.language) ?? language, kind: paragraphs.length === 0 ? 'blurb' : 'article', id: oneLine(entry.id), title, byline, paragraphs, fromPage: true,
		standfirst: entry.content === null ? null : await standfirstOf(entry.content, entry.summary, paragraphs), outlet,
		date: firstDate(entry.dates), url: webAddress(entry.link, entry.base === null ? base : webAddress(entry.base, base) ?? base),
		tags: [...new Set(entry.tags.flatMap(tag => oneLine(tag) ?? []))],
	});
};

const START = /^\uFEFF?(?:\s|<\?[\s\S]{0,500}?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>)*<(?:[\w.-]+:)?(?:rss|feed|rdf|channel)\b/i;
const JSON_FEED = /^\s*\{[\s\S]*"version"\s*:\s*"https?:\/\/jsonfeed\.org\//;

/** Null: no feed, or one of whose entries an end is missing: nobody knows how far that goes. */
const parsed = async (text: string): Promise<Entries | null> => {
	// Loaded when they are needed, because only feeds need them: the table of characters by their names is large.
	const feed = /^\s*\{/.test(text) ? (await import('./json-feed.ts')).entriesOfJson(text) : (await import('./feed-entry.ts')).entriesOfXml(text);
	return feed?.entries.every(({element}) => element?.closed !== false) === true ? feed : null;
};

/** The lines of entries whose elements stand in this text; of others, their numbers. */
const placesIn = (text: string, entries: readonly Entry[]): Place[] => {
	let [line, counted] = [1, 0];
	const lineAt = (place: number): number => {
		for (let at = text.indexOf('\n', counted); at >= 0 && at < place; at = text.indexOf('\n', counted)) {
			line++;
			counted = at + 1;
		}

		return line;
	};
	return entries.map(({element}, index) => element === null ? {line: index + 1, endLine: index + 1} : {line: lineAt(element.from), endLine: lineAt(element.until)});
};

/** What tells nothing at all is no article. */
const tellsSomething = ({title, paragraphs, url, date}: ArticleRecord): boolean => title !== null || paragraphs.length > 0 || url !== null || date !== null;

const recordsOf = async (feed: Entries, places: readonly Place[], {address}: Sent): Promise<ArticleRecord[]> => {
	const records: ArticleRecord[] = [];
	const said = webAddress(feed.base, address);
	const about = {within: oneLine(feed.name), language: languageOf(feed.language), base: said ?? webAddress(feed.address, address) ?? address};
	for (const [index, entry] of feed.entries.entries()) records.push(await recordOfEntry(entry, places[index] ?? {line: 1, endLine: 1}, about));
	return records.filter(tellsSomething);
};

const NO_FEED: RecordProblem = {line: 1, what: 'it is no feed (RSS, Atom, RDF or JSON Feed) that can be read'};
const NO_ENTRIES: RecordProblem = {line: 1, what: 'the feed has no entries'};

/** What stands before entries and behind them. */
type Frame = {readonly head: string; readonly foot: string};
/** What is found in some entries. */
type Found = {readonly records: readonly ArticleRecord[]; readonly problems: readonly RecordProblem[]};

/** Some entries of a feed, between what stands around them. One that the parser passes over takes no other's place, and one that is broken breaks no other. */
const readPart = async (elements: readonly Element[], {head, foot}: Frame, sent: Sent): Promise<Found> => {
	const feed = await parsed(`${head}${elements.map(({xml}) => xml).join('')}${foot}`);
	const [only] = elements;
	if (feed !== null && feed.entries.length === elements.length) return {records: await recordsOf(feed, elements, sent), problems: []};
	if (only === undefined || elements.length === 1) return {records: [], problems: only === undefined || feed !== null ? [] : [{line: only.line, what: 'is an entry of broken XML, and was not read'}]};
	const found: Found[] = [];
	for (const element of elements) found.push(await readPart([element], {head, foot}, sent));
	return {records: found.flatMap(({records}) => records), problems: found.flatMap(({problems}) => problems)};
};

/** The entries of a feed that cannot be parsed as a whole, as far as they are whole themselves: a broken one, or an end that is missing, takes nothing of the others. */
const readBroken = async (text: string, sent: Sent): Promise<Found> => {
	const elements = [...elementsOf([text])];
	const found = await readPart(elements, openFrameOf(text), sent);
	const next = placeOfEntry(text, elements.length);
	if (found.records.length === 0) return {records: [], problems: [NO_FEED]};
	return {records: found.records, problems: next === null ? found.problems : [...found.problems, {line: next, what: 'is an entry without its end; from there on nothing was read'}]};
};

/** All of a feed at once. */
const readWhole: Reader['read'] = async (bytes, sent = unsent) => {
	const text = decode(bytes, sent);
	const feed = await parsed(text);
	if (feed === null) return {kind: 'records', ...await readBroken(text, sent), removed: []};
	const records = await recordsOf(feed, placesIn(text, feed.entries), sent);
	return {kind: 'records', records, problems: records.length === 0 ? [NO_ENTRIES] : [], removed: []};
};

/** A smaller feed is read at once. */
const LARGE = 1024 * 1024;

const wholeInBatches: Records = async function* (content, sent) {
	const reading = await readWhole(wholeBytes(content), sent);
	if (reading.kind !== 'records') return [];
	for (let at = 0; at < reading.records.length; at += BATCH) yield reading.records.slice(at, at + BATCH);
	return reading.problems;
};

/** A feed of any size, some entries at a time; one that cannot be cut between its entries (JSON is none of XML) at once. */
const inParts: Records = async function* (content, sent = unsent) {
	const stretches = (): Iterable<string> => decodeStretches(content, sent);
	const frame = content.byteLength < LARGE ? null : frameOf(stretches());
	if (frame === null) return yield* wholeInBatches(content, sent);
	let some: Element[] = [];
	let found = 0;
	const problems: RecordProblem[] = [];
	const read = async (): Promise<readonly ArticleRecord[]> => {
		const part = await readPart(some, frame, sent);
		found += part.records.length;
		problems.push(...part.problems);
		some = [];
		return part.records;
	};
	for (const element of elementsOf(stretches())) {
		some.push(element);
		if (some.length === BATCH) yield await read();
	}

	yield await read();
	// What is wrong with it, all of it tells.
	return found > 0 ? problems : yield* wholeInBatches(content, sent);
};

/** RSS, Atom, RDF, JSON Feed: an article an entry, as far as the feed has its text. */
export const feed: Reader = {
	name: 'feed',
	reads: 'RSS, Atom, RDF or JSON Feed',
	sniff: ({path, head}) => {
		if (START.test(head) || JSON_FEED.test(head)) return .99;
		return /\.(?:rss|atom|rdf)$/i.test(path) ? .8 : /\.xml$/i.test(path) || /^\s*<\?xml\b/.test(head) ? .5 : 0;
	},
	read: readWhole,
	records: inParts,
};

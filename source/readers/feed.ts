import type {ArticleRecord, RecordParagraph, RecordProblem} from '../model/document.ts';
import {statedDate} from './dates.ts';
import {wholeBytes} from './content.ts';
import {decode, decodeStretches} from './decode.ts';
import {asKnown} from './feed-dialects.ts';
import {elementsOf, frameOf, type Element} from './feed-elements.ts';
import {entriesOf, type Entries, type Entry} from './feed-entry.ts';
import {paragraphsOfHtml, wordsOfHtml} from './html/fragment.ts';
import {BATCH, type Reader, type Records, type Sent, unsent} from './reader.ts';
import {oneLine, paragraphsOf, recordOf, webAddress} from './record.ts';

type Place = {readonly line: number; readonly endLine: number};
/** Comments and CDATA hold no elements, whatever stands in them; both run to the end where they are not closed. */
const ELEMENT = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(\/?)(?:[\w.-]+:)?(?:item|entry)(?=[\s>/])/gi;

/** The lines of each entry's element; null where elements and entries do not agree. */
const placesIn = (xml: string, count: number): Place[] | null => {
	const places: Place[] = [];
	let line = 1;
	let counted = 0;
	for (const match of xml.matchAll(ELEMENT)) {
		if (match[1] === undefined) continue;
		for (let at = xml.indexOf('\n', counted); at >= 0 && at < match.index; at = xml.indexOf('\n', counted)) {
			line++;
			counted = at + 1;
		}

		const last = places.at(-1);
		if (match[1] === '') places.push({line, endLine: line});
		else if (last !== undefined) places[places.length - 1] = {...last, endLine: line};
	}

	return places.length === count ? places : null;
};

const textOf = async ({content, summary, isHtml}: Entry, line: number, about: {readonly title: string | null; readonly byline: string | null}): Promise<RecordParagraph[]> => {
	const text = content ?? summary;
	if (text === null) return [];
	// Many feeds say "text" and send HTML.
	return isHtml || /<(?:p|br|div|a|img)\b/i.test(text) ? paragraphsOfHtml(text, line, about) : paragraphsOf(text, line);
};

/** A summary beside a text is a standfirst, unless the text begins with it. */
const standfirstOf = async ({content, summary}: Entry, paragraphs: readonly RecordParagraph[]): Promise<string | null> => {
	if (content === null || summary === null || summary === content) return null;
	const words = await wordsOfHtml(summary);
	const opening = paragraphs.slice(0, 3).map(({text}) => text).join(' ');
	return words === null || opening.includes(words.replace(/\s*(?:\.\.\.|…|\[…\]|\[\.\.\.\])$/, '').slice(0, 60)) ? null : words;
};

const recordOfEntry = async (entry: Entry, {name, language, address}: Entries, place: Place, fetched: string | null): Promise<ArticleRecord> => {
	const title = entry.titleIsHtml ? await wordsOfHtml(entry.title) : oneLine(entry.title);
	const byline = oneLine(entry.authors.join(', '));
	const paragraphs = await textOf(entry, place.line, {title, byline});
	return recordOf({
		...place, kind: paragraphs.length === 0 ? 'blurb' : 'article', id: oneLine(entry.id), title, byline, paragraphs, fromPage: true,
		standfirst: await standfirstOf(entry, paragraphs), outlet: oneLine(entry.source), within: oneLine(name), language: oneLine(language),
		date: entry.dates.map(date => statedDate(date)).find(date => date !== null) ?? null, url: webAddress(entry.link, address ?? fetched),
		tags: [...new Set(entry.tags.flatMap(tag => oneLine(tag) ?? []))],
	});
};

const START = /^\uFEFF?(?:\s|<\?[\s\S]{0,500}?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>)*<(?:[\w.-]+:)?(?:rss|feed|rdf|channel)\b/i;
const JSON_FEED = /^\s*\{[\s\S]*"version"\s*:\s*"https?:\/\/jsonfeed\.org\//;

/** Loaded when it is needed, because only feeds need it. Null: no feed. */
const parsed = async (text: string): Promise<Entries | null> => {
	const {parseFeed} = await import('feedsmith');
	try {
		return entriesOf(parseFeed(asKnown(text)));
	} catch {
		return null;
	}
};

/** What tells nothing at all is no article. */
const tellsSomething = ({title, paragraphs, url, date}: ArticleRecord): boolean => title !== null || paragraphs.length > 0 || url !== null || date !== null;

const recordsOf = async (feed: Entries, places: readonly Place[] | null, {address}: Sent): Promise<ArticleRecord[]> => {
	const records: ArticleRecord[] = [];
	for (const [index, entry] of feed.entries.entries()) records.push(await recordOfEntry(entry, feed, places?.[index] ?? {line: index + 1, endLine: index + 1}, address));
	return records.filter(tellsSomething);
};

const NO_FEED: RecordProblem = {line: 1, what: 'it is no feed (RSS, Atom, RDF or JSON Feed) that can be read'};
const NO_ENTRIES: RecordProblem = {line: 1, what: 'the feed has no entries'};

/** All of a feed at once. */
const readWhole: Reader['read'] = async (bytes, sent = unsent) => {
	const text = decode(bytes, sent);
	const feed = await parsed(text);
	const records = feed === null ? [] : await recordsOf(feed, placesIn(text, feed.entries.length), sent);
	return {kind: 'records', records, problems: feed === null ? [NO_FEED] : records.length === 0 ? [NO_ENTRIES] : [], removed: []};
};

/** A smaller feed is read at once. */
const LARGE = 1024 * 1024;

/** Some entries of a feed, between what stands around them. One that the parser passes over takes no other's place. */
const readPart = async (elements: readonly Element[], {head, foot}: {readonly head: string; readonly foot: string}, sent: Sent): Promise<ArticleRecord[]> => {
	const feed = await parsed(`${head}${elements.map(({xml}) => xml).join('')}${foot}`);
	if (feed !== null && feed.entries.length === elements.length) return recordsOf(feed, elements.map(({line, endLine}) => ({line, endLine})), sent);
	if (elements.length <= 1) return [];
	const single: ArticleRecord[] = [];
	for (const element of elements) single.push(...await readPart([element], {head, foot}, sent));
	return single;
};

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
	const read = async (): Promise<readonly ArticleRecord[]> => {
		const records = await readPart(some, frame, sent);
		found += records.length;
		some = [];
		return records;
	};
	for (const element of elementsOf(stretches())) {
		some.push(element);
		if (some.length === BATCH) yield await read();
	}

	yield await read();
	// What is wrong with it, all of it tells.
	return found > 0 ? [] : yield* wholeInBatches(content, sent);
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

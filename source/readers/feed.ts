import type {ArticleRecord, RecordParagraph} from '../model/document.ts';
import {statedDate} from './dates.ts';
import {decode} from './decode.ts';
import {asKnown} from './feed-dialects.ts';
import {entriesOf, type Entries, type Entry} from './feed-entry.ts';
import {paragraphsOfHtml, wordsOfHtml} from './html/fragment.ts';
import {type Reader, unsent} from './reader.ts';
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

/** RSS, Atom, RDF, JSON Feed: an article an entry, as far as the feed has its text. */
export const feed: Reader = {
	name: 'feed',
	reads: 'RSS, Atom, RDF or JSON Feed',
	sniff: ({path, head}) => {
		if (START.test(head) || JSON_FEED.test(head)) return .99;
		return /\.(?:rss|atom|rdf)$/i.test(path) ? .8 : /\.xml$/i.test(path) || /^\s*<\?xml\b/.test(head) ? .5 : 0;
	},
	read: async (bytes, sent = unsent) => {
		const text = decode(bytes, sent);
		const nothing = (what: string) => ({kind: 'records', records: [], problems: [{line: 1, what}], removed: []} as const);
		// Loaded here, because only feeds need it.
		const {parseFeed} = await import('feedsmith');
		let entries: Entries;
		try {
			entries = entriesOf(parseFeed(asKnown(text)));
		} catch {
			return nothing('it is no feed (RSS, Atom, RDF or JSON Feed) that can be read');
		}

		const places = placesIn(text, entries.entries.length);
		const records: ArticleRecord[] = [];
		for (const [index, entry] of entries.entries.entries()) records.push(await recordOfEntry(entry, entries, places?.[index] ?? {line: index + 1, endLine: index + 1}, sent.address));
		const told = records.filter(({title, paragraphs, url, date}) => title !== null || paragraphs.length > 0 || url !== null || date !== null);
		return told.length === 0 ? nothing('the feed has no entries') : {kind: 'records', records: told, problems: [], removed: []};
	},
};

import {type Entries, type Entry, holdsMarkup} from './feed-entry.ts';

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const textOf = (value: unknown): string | null => typeof value === 'number' ? String(value) : typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

const authorsOf = ({authors, author}: Fields): string[] =>
	[authors, author].map(named => listOf(named).flatMap(each => textOf(isFields(each) ? each['name'] : each) ?? [])).find(names => names.length > 0) ?? [];

const entryOf = (item: Fields): Entry => {
	const title = textOf(item['title']);
	return {
		id: textOf(item['id']), title, titleIsHtml: holdsMarkup(title ?? ''), link: textOf(item['url']) ?? textOf(item['external_url']), base: null,
		dates: [item['date_published'], item['date_modified']].map(date => textOf(date) ?? undefined), authors: authorsOf(item),
		content: textOf(item['content_html']) ?? textOf(item['content_text']), summary: textOf(item['summary']), isHtml: textOf(item['content_html']) !== null,
		tags: listOf(item['tags']).flatMap(tag => textOf(tag) ?? []), source: null, language: textOf(item['language']), element: null,
	};
};

/** The entries of a feed in JSON, in its order; null where it is none. */
export const entriesOfJson = (text: string): Entries | null => {
	let feed: unknown;
	try {
		feed = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		return null;
	}

	if (!isFields(feed) || (typeof feed['version'] === 'string' ? !feed['version'].includes('jsonfeed.org/version/') : textOf(feed['title']) === null || !Array.isArray(feed['items']))) return null;
	return {name: textOf(feed['title']), language: textOf(feed['language']), base: null, address: textOf(feed['home_page_url']), entries: listOf(feed['items']).filter(isFields).map(entryOf)};
};

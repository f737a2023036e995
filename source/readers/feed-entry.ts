import type {parseFeed} from 'feedsmith';

type AnyFeed = ReturnType<typeof parseFeed<string>>;

/** An entry of any kind of feed, as stated; "" and absent are null. `html`: its text is HTML. */
export type Entry = {
	readonly id: string | null;
	readonly title: string | null;
	readonly titleIsHtml: boolean;
	readonly link: string | null;
	/** The address that its links are meant from, itself from the feed's. */
	readonly base: string | null;
	readonly dates: ReadonlyArray<string | undefined>;
	readonly authors: readonly string[];
	readonly content: string | null;
	readonly summary: string | null;
	readonly isHtml: boolean;
	readonly tags: readonly string[];
	/** Who published it first, where it is not the feed's own. */
	readonly source: string | null;
	readonly language: string | null;
};
export type Entries = {readonly name: string | null; readonly language: string | null; readonly base: string | null; readonly address: string | null; readonly entries: readonly Entry[]};

const first = (...values: ReadonlyArray<string | undefined>): string | null => values.find(value => value !== undefined && value.trim() !== '') ?? null;
const all = (values: ReadonlyArray<string | undefined> | undefined): string[] => (values ?? []).filter(value => value !== undefined && value.trim() !== '').map(String);

type Link = {readonly href?: string; readonly rel?: string};
/** The page of an entry: its alternate link, else any that is not to itself, to a file or to comments. */
const pageLink = (links: readonly Link[] | undefined): string | undefined =>
	(links?.find(({rel}) => rel === undefined || rel === 'alternate') ?? links?.find(({rel}) => !/^(?:self|enclosure|edit|replies|hub|next|related)$/.test(rel ?? '')))?.href;

/** An id is an address only where it is a whole one: "salder-123" leads nowhere. */
const asAddress = (id: string | undefined): string | undefined => id !== undefined && /^\s*https?:\/\//i.test(id) ? id : undefined;

/** Titles that call themselves plain: markup that is closed again, and a character by its name, were meant as such nevertheless. */
const holdsMarkup = (title: string | undefined): boolean => /<\/\w+>|&(?:#\w+|[a-z]\w+);/i.test(title ?? '');

type Told = {readonly title?: {readonly value?: string}; readonly description?: {readonly value?: string}};
/** What a film or a picture says of itself; a feed of films says nothing else of them. */
const ofMedia = (media: (Told & {readonly groups?: readonly Told[]}) | undefined): {readonly title: string | undefined; readonly text: string | undefined} => {
	const group = media?.groups?.[0];
	return {title: media?.title?.value ?? group?.title?.value, text: media?.description?.value ?? group?.description?.value};
};

type Rss = Extract<AnyFeed, {format: 'rss'}>['feed'];
type Atom = Extract<AnyFeed, {format: 'atom'}>['feed'];
type Rdf = Extract<AnyFeed, {format: 'rdf'}>['feed'];
type Json = Extract<AnyFeed, {format: 'json'}>['feed'];

const ofRss = ({title, language, link, dc, xml, items = []}: Rss): Entries => ({
	name: first(title, dc?.titles?.[0]), language: first(language, dc?.languages?.[0], xml?.lang), base: first(xml?.base), address: first(link),
	entries: items.map(item => ({
		id: first(item.guid?.value, item.dc?.identifiers?.[0]),
		title: first(item.title, item.dc?.titles?.[0], item.itunes?.title, ofMedia(item.media).title), titleIsHtml: true,
		// A guid is an address unless it says that it is none.
		link: first(item.link, pageLink(item.atom?.links), item.guid?.isPermaLink === false ? undefined : asAddress(item.guid?.value)), base: first(item.xml?.base),
		dates: [item.pubDate, item.dc?.dates?.[0], item.dcterms?.issued?.[0], item.dcterms?.created?.[0], item.atom?.published, item.atom?.updated, item.dcterms?.modified?.[0]],
		authors: [...all(item.authors?.map(({name, email}) => name ?? email)), ...all(item.dc?.creators), ...all(item.atom?.authors?.map(({name}) => name)), ...all([item.itunes?.author])],
		content: first(item.content?.encoded),
		summary: first(item.description, item.dc?.descriptions?.[0], item.itunes?.summary, item.googleplay?.description, ofMedia(item.media).text, item.itunes?.subtitle), isHtml: true,
		tags: [...all(item.categories?.map(({name}) => name)), ...all(item.dc?.subjects)], source: first(item.source?.title), language: first(item.dc?.languages?.[0], item.xml?.lang),
	})),
});

const ofAtom = ({title, links, xml, entries = []}: Atom): Entries => ({
	name: first(title?.value), language: first(xml?.lang), base: first(xml?.base), address: pageLink(links) ?? null,
	entries: entries.map(entry => ({
		id: first(entry.id), title: first(entry.title?.value, entry.dc?.titles?.[0]),
		titleIsHtml: !/^text(?:\/plain)?$/.test(entry.title?.type ?? 'text') || holdsMarkup(entry.title?.value),
		link: first(pageLink(entry.links), entry.content?.src, asAddress(entry.id)), base: first(entry.xml?.base),
		dates: [entry.published, entry.dc?.dates?.[0], entry.dcterms?.issued?.[0], entry.updated],
		authors: [...all(entry.authors?.map(({name}) => name)), ...all(entry.dc?.creators)],
		content: first(entry.content?.value), summary: first(entry.summary?.value, ofMedia(entry.media).text), isHtml: (entry.content?.type ?? entry.summary?.type ?? 'text') !== 'text',
		tags: all(entry.categories?.map(({label, term}) => label ?? term)), source: first(entry.source?.title?.value), language: first(entry.content?.xml?.lang, entry.xml?.lang, entry.dc?.languages?.[0]),
	})),
});

const ofRdf = ({title, link, dc, xml, items = []}: Rdf): Entries => ({
	name: first(title, dc?.titles?.[0]), language: first(dc?.languages?.[0], xml?.lang), base: first(xml?.base), address: first(link),
	entries: items.map(item => ({
		id: first(item.dc?.identifiers?.[0], item.rdf?.about), title: first(item.title, item.dc?.titles?.[0]), titleIsHtml: true,
		link: first(item.link, pageLink(item.atom?.links), asAddress(item.rdf?.about)), base: first(item.xml?.base),
		dates: [item.dc?.dates?.[0], item.dcterms?.issued?.[0], item.atom?.published, item.atom?.updated],
		authors: all(item.dc?.creators), content: first(item.content?.encoded), summary: first(item.description, item.dc?.descriptions?.[0]), isHtml: true,
		tags: all(item.dc?.subjects), source: first(item.dc?.publishers?.[0]), language: first(item.dc?.languages?.[0], item.xml?.lang),
	})),
});

const ofJson = ({title, language, home_page_url: home, items = []}: Json): Entries => ({
	name: first(title), language: first(language), base: null, address: first(home),
	entries: items.map(item => ({
		id: first(item.id), title: first(item.title), titleIsHtml: holdsMarkup(item.title), link: first(item.url, item.external_url), base: null, dates: [item.date_published, item.date_modified],
		authors: all(item.authors?.map(({name}) => name)), content: first(item.content_html, item.content_text), summary: first(item.summary), isHtml: item.content_html !== undefined,
		tags: all(item.tags), source: null, language: first(item.language),
	})),
});

/** The entries of a feed of any kind, in its order. */
export const entriesOf = (feed: AnyFeed): Entries => {
	switch (feed.format) {
		case 'rss': return ofRss(feed.feed);
		case 'atom': return ofAtom(feed.feed);
		case 'rdf': return ofRdf(feed.feed);
		case 'json': return ofJson(feed.feed);
	}
};

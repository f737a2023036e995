import type {parseFeed} from 'feedsmith';

type AnyFeed = ReturnType<typeof parseFeed<string>>;

/** An entry of any kind of feed, as stated; "" and absent are null. `html`: its text is HTML. */
export type Entry = {
	readonly id: string | null;
	readonly title: string | null;
	readonly titleIsHtml: boolean;
	readonly link: string | null;
	readonly dates: ReadonlyArray<string | undefined>;
	readonly authors: readonly string[];
	readonly content: string | null;
	readonly summary: string | null;
	readonly isHtml: boolean;
	readonly tags: readonly string[];
	/** Who published it first, where it is not the feed's own. */
	readonly source: string | null;
};
export type Entries = {readonly name: string | null; readonly language: string | null; readonly address: string | null; readonly entries: readonly Entry[]};

const first = (...values: ReadonlyArray<string | undefined>): string | null => values.find(value => value !== undefined && value.trim() !== '') ?? null;
const all = (values: ReadonlyArray<string | undefined> | undefined): string[] => (values ?? []).filter(value => value !== undefined && value.trim() !== '').map(String);

type Link = {readonly href?: string; readonly rel?: string};
/** The page of an entry: its alternate link, else any that is not to itself, to a file or to comments. */
const pageLink = (links: readonly Link[] | undefined): string | undefined =>
	(links?.find(({rel}) => rel === undefined || rel === 'alternate') ?? links?.find(({rel}) => !/^(?:self|enclosure|edit|replies|hub|next|related)$/.test(rel ?? '')))?.href;

type Rss = Extract<AnyFeed, {format: 'rss'}>['feed'];
type Atom = Extract<AnyFeed, {format: 'atom'}>['feed'];
type Rdf = Extract<AnyFeed, {format: 'rdf'}>['feed'];
type Json = Extract<AnyFeed, {format: 'json'}>['feed'];

const ofRss = ({title, language, link, dc, items = []}: Rss): Entries => ({
	name: first(title, dc?.titles?.[0]), language: first(language, dc?.languages?.[0]), address: first(link),
	entries: items.map(item => ({
		id: first(item.guid?.value, item.dc?.identifiers?.[0]),
		title: first(item.title, item.dc?.titles?.[0], item.media?.title?.value), titleIsHtml: true,
		// A guid is an address unless it says that it is none.
		link: first(item.link, pageLink(item.atom?.links), item.guid?.isPermaLink === false ? undefined : item.guid?.value),
		dates: [item.pubDate, item.dc?.dates?.[0], item.dcterms?.issued?.[0], item.dcterms?.created?.[0], item.atom?.published, item.atom?.updated, item.dcterms?.modified?.[0]],
		authors: [...all(item.authors?.map(({name, email}) => name ?? email)), ...all(item.dc?.creators)],
		content: first(item.content?.encoded), summary: first(item.description, item.dc?.descriptions?.[0], item.media?.description?.value), isHtml: true,
		tags: [...all(item.categories?.map(({name}) => name)), ...all(item.dc?.subjects)], source: first(item.source?.title),
	})),
});

const ofAtom = ({title, links, entries = []}: Atom): Entries => ({
	name: first(title?.value), language: null, address: pageLink(links) ?? null,
	entries: entries.map(entry => ({
		id: first(entry.id), title: first(entry.title?.value, entry.dc?.titles?.[0]), // Markup that is closed again was meant as such, even in what calls itself plain.
		titleIsHtml: !/^text(?:\/plain)?$/.test(entry.title?.type ?? 'text') || /<\/\w+>/.test(entry.title?.value ?? ''),
		link: first(pageLink(entry.links)),
		dates: [entry.published, entry.dc?.dates?.[0], entry.dcterms?.issued?.[0], entry.updated],
		authors: [...all(entry.authors?.map(({name}) => name)), ...all(entry.dc?.creators)],
		content: first(entry.content?.value), summary: first(entry.summary?.value), isHtml: (entry.content?.type ?? entry.summary?.type ?? 'text') !== 'text',
		tags: all(entry.categories?.map(({label, term}) => label ?? term)), source: first(entry.source?.title?.value),
	})),
});

const ofRdf = ({title, link, dc, items = []}: Rdf): Entries => ({
	name: first(title, dc?.titles?.[0]), language: first(dc?.languages?.[0]), address: first(link),
	entries: items.map(item => ({
		id: first(item.dc?.identifiers?.[0], item.rdf?.about), title: first(item.title, item.dc?.titles?.[0]), titleIsHtml: true,
		link: first(item.link, pageLink(item.atom?.links), item.rdf?.about),
		dates: [item.dc?.dates?.[0], item.dcterms?.issued?.[0], item.atom?.published, item.atom?.updated],
		authors: all(item.dc?.creators), content: first(item.content?.encoded), summary: first(item.description, item.dc?.descriptions?.[0]), isHtml: true,
		tags: all(item.dc?.subjects), source: first(item.dc?.publishers?.[0]),
	})),
});

const ofJson = ({title, language, home_page_url: home, items = []}: Json): Entries => ({
	name: first(title), language: first(language), address: first(home),
	entries: items.map(item => ({
		id: first(item.id), title: first(item.title), titleIsHtml: false, link: first(item.url, item.external_url), dates: [item.date_published, item.date_modified],
		authors: all(item.authors?.map(({name}) => name)), content: first(item.content_html, item.content_text), summary: first(item.summary), isHtml: item.content_html !== undefined,
		tags: all(item.tags), source: null,
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

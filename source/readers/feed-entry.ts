import {attributeOf, elementsOfXml, textOfXml, type XmlElement} from './xml.ts';

/** An entry of any kind of feed, as stated; "" and absent are null. `isHtml`: its text is HTML. */
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
	/** Its element in the feed; null where it is none. */
	readonly element: XmlElement | null;
};
export type Entries = {readonly name: string | null; readonly language: string | null; readonly base: string | null; readonly address: string | null; readonly entries: readonly Entry[]};

type Told = string | undefined;
const first = (...values: readonly Told[]): string | null => values.find(value => value !== undefined && value.trim() !== '') ?? null;

const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined => {
	for (const child of element?.children ?? []) if (child.name === name) return child;
	return undefined;
};

const textIn = (element: XmlElement | undefined, name: string): Told => {
	const child = childOf(element, name);
	return child === undefined ? undefined : textOfXml(child.inner);
};

const named = (element: XmlElement, name: string): readonly XmlElement[] => element.children.filter(child => child.name === name);
const textsIn = (element: XmlElement, name: string): string[] => named(element, name).flatMap(({inner}) => textOfXml(inner) ?? []);

/** The page of an entry: its alternate link, else any that is not to itself, to a file or to comments. */
const pageLink = (links: readonly XmlElement[]): Told => {
	const alternate = links.find(link => /^(?:alternate)?$/.test(attributeOf(link, 'rel') ?? '')) ?? links.find(link => !/^(?:self|enclosure|edit|replies|hub|next|related)$/.test(attributeOf(link, 'rel') ?? ''));
	return alternate === undefined ? undefined : attributeOf(alternate, 'href') ?? textOfXml(alternate.inner);
};

/** An id is an address only where it is a whole one: "salder-123" leads nowhere. */
const asAddress = (id: Told): Told => id !== undefined && /^\s*https?:\/\//i.test(id) ? id : undefined;

/** Titles that call themselves plain: markup that is closed again, and a character by its name, were meant as such nevertheless. */
export const holdsMarkup = (title: Told): boolean => /<\/\w+>|&(?:#\w+|[a-z]\w+);/i.test(title ?? '');

/** Nobody with a mail address takes more. */
const LONGEST_PERSON = 200;
/** "ann@quay.example (Ann Kell)", "Ann Kell <ann@quay.example>": the name alone; the address, where there is no name. */
const nameOf = (person: string): string => {
	if (!person.includes('@') || person.length > LONGEST_PERSON) return person;
	const mail = /(?:mailto:)?[^\s@()<>[\]]+@[^\s@()<>[\],]+\.[^\s@()<>[\],]+/i.exec(person)?.[0];
	if (mail === undefined) return person;
	return person.replace(mail, ' ').replaceAll(/[()<>[\]]/g, ' ').replaceAll(/\s+/g, ' ').replace(/^[\s,|/:;-]+|[\s,|/:;-]+$/g, '') || mail.replace(/^mailto:/i, '');
};

/** What a film or a picture says of itself; a feed of films says nothing else of them. */
const ofMedia = (item: XmlElement, name: 'media:title' | 'media:description'): Told => textIn(item, name) ?? textIn(childOf(item, 'media:group'), name);

const inRss = (item: XmlElement): Entry => {
	const guid = childOf(item, 'guid');
	const id = textIn(item, 'guid');
	return {
		id: first(id, textIn(item, 'dc:identifier'), attributeOf(item, 'about')),
		title: first(textIn(item, 'title'), textIn(item, 'dc:title'), textIn(item, 'itunes:title'), ofMedia(item, 'media:title')), titleIsHtml: true,
		// A guid is an address unless it says that it is none. An item of CDF has its address in an attribute.
		link: first(textIn(item, 'link'), pageLink(named(item, 'atom:link')), attributeOf(guid, 'ispermalink')?.toLowerCase() === 'false' ? undefined : asAddress(id), asAddress(attributeOf(item, 'about')), attributeOf(item, 'href')),
		base: first(attributeOf(item, 'xml:base')),
		dates: ['pubdate', 'dc:date', 'dcterms:issued', 'dcterms:created', 'atom:published', 'atom:updated', 'dcterms:modified'].map(name => textIn(item, name)).concat(attributeOf(item, 'lastmod')),
		authors: [...named(item, 'author').flatMap(author => textIn(author, 'name') ?? textOfXml(author.inner) ?? []).map(nameOf), ...textsIn(item, 'dc:creator'), ...named(item, 'atom:author').flatMap(author => textIn(author, 'atom:name') ?? []), ...textsIn(item, 'itunes:author')],
		content: first(textIn(item, 'content:encoded')),
		summary: first(textIn(item, 'description'), textIn(item, 'abstract'), textIn(item, 'dc:description'), textIn(item, 'itunes:summary'), textIn(item, 'googleplay:description'), ofMedia(item, 'media:description'), textIn(item, 'itunes:subtitle')), isHtml: true,
		tags: [...textsIn(item, 'category'), ...textsIn(item, 'dc:subject')], source: first(textIn(item, 'source'), textIn(item, 'dc:publisher')),
		language: first(textIn(item, 'dc:language'), attributeOf(item, 'xml:lang')), element: item,
	};
};

const ofRss = (root: XmlElement): Entries | null => {
	const channel = root.name === 'channel' ? root : childOf(root, 'channel');
	if (channel === undefined || channel.children.length === 0) return null;
	const within = named(channel, 'item');
	return {
		name: first(textIn(channel, 'title'), textIn(channel, 'dc:title')), language: first(textIn(channel, 'language'), textIn(channel, 'dc:language'), attributeOf(root, 'xml:lang')),
		base: first(attributeOf(root, 'xml:base')), address: first(textIn(channel, 'link')), entries: (within.length > 0 ? within : named(root, 'item')).map(inRss),
	};
};

/** The text that a construct of Atom holds, and whether it says that it is HTML. */
type Construct = {readonly value: Told; readonly type: Told};
const DIV = /^\s*<(?:([\w.-]+):)?div\b[^>]*>([\s\S]*)<\/(?:[\w.-]+:)?div>\s*$/;
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/g;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const constructIn = (element: XmlElement | undefined, name: string): Construct => {
	const construct = childOf(element, name);
	if (construct === undefined) return {value: undefined, type: undefined};
	const type = attributeOf(construct, 'type');
	// Atom 0.3 may pack HTML.
	if (attributeOf(construct, 'mode') === 'base64' || type === 'application/octet-stream') return {value: unpacked(construct.inner), type: 'html'};
	if (type !== 'xhtml' && type !== 'application/xhtml+xml') return {value: textOfXml(construct.inner), type};
	const written = construct.inner.replaceAll(CDATA, (_, text: string) => escaped(text));
	const [, prefix, inner] = DIV.exec(written) ?? [];
	if (inner === undefined) return {value: textOfXml(construct.inner), type};
	return {value: (prefix === undefined ? inner : inner.replaceAll(new RegExp(`(</?)${prefix.replaceAll('.', String.raw`\.`)}:`, 'g'), '$1')).trim() || undefined, type};
};

const unpacked = (base64: string): Told => new TextDecoder().decode(Buffer.from(base64, 'base64')).trim() || undefined;

const inAtom = (entry: XmlElement): Entry => {
	const [title, content, summary] = [constructIn(entry, 'title'), constructIn(entry, 'content'), constructIn(entry, 'summary')];
	const id = textIn(entry, 'id');
	return {
		id: first(id), title: first(title.value, textIn(entry, 'dc:title')),
		titleIsHtml: !/^text(?:\/plain)?$/.test(title.type ?? 'text') || holdsMarkup(title.value),
		link: first(pageLink(named(entry, 'link')), attributeOf(childOf(entry, 'content'), 'src'), asAddress(id)), base: first(attributeOf(entry, 'xml:base')),
		dates: ['published', 'issued', 'created', 'dc:date', 'dcterms:issued', 'updated', 'modified'].map(name => textIn(entry, name)),
		authors: [...named(entry, 'author').flatMap(author => textIn(author, 'name') ?? []), ...textsIn(entry, 'dc:creator')],
		content: first(content.value), summary: first(summary.value, ofMedia(entry, 'media:description')), isHtml: (content.type ?? summary.type ?? 'text') !== 'text',
		tags: named(entry, 'category').flatMap(category => attributeOf(category, 'label') ?? attributeOf(category, 'term') ?? []),
		source: first(constructIn(childOf(entry, 'source'), 'title').value),
		language: first(attributeOf(childOf(entry, 'content'), 'xml:lang'), attributeOf(entry, 'xml:lang'), textIn(entry, 'dc:language')), element: entry,
	};
};

const ofAtom = (feed: XmlElement): Entries => ({
	name: first(constructIn(feed, 'title').value), language: first(attributeOf(feed, 'xml:lang')), base: first(attributeOf(feed, 'xml:base')), address: pageLink(named(feed, 'link')) ?? null,
	entries: named(feed, 'entry').map(inAtom),
});

/** The entries of a feed in XML, in its order; null where it is none: RSS of any version, RDF, Atom, CDF. */
export const entriesOfXml = (xml: string): Entries | null => {
	const root = elementsOfXml(xml).find(({name}) => /^(?:rss|rdf|feed|channel)$/.test(name));
	if (root === undefined) return null;
	return root.name === 'feed' ? ofAtom(root) : ofRss(root);
};

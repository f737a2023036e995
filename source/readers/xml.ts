import {decodeHTML} from 'entities/decode';
import {Tokenizer} from 'htmlparser2';

/** An element as it stands: its name in small letters, the one prefix by which its namespace is known here, the text between its tags as it is written. */
export type XmlElement = {
	readonly name: string;
	/** What stands in its tag behind the name. */
	readonly attributes: string;
	readonly children: readonly XmlElement[];
	/** Between its tags, with all that is in it. */
	readonly inner: string;
	/** False where its own end tag is missing. */
	readonly closed: boolean;
	/** Where its tags begin, as offsets of the text. */
	readonly from: number;
	readonly until: number;
};

/** The prefixes by which we know namespaces, by their addresses without "http://" and the stroke at the end. "": the feed's own. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
	['purl.org/rss/1.0', ''], ['backend.userland.com/rss2', ''], ['www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
	['www.w3.org/2005/atom', 'atom'], ['purl.org/atom/ns#', 'atom'],
	['purl.org/dc/elements/1.1', 'dc'], ['purl.org/dc/elements/1.0', 'dc'], ['dublincore.org/documents/dcmi-namespace', 'dc'],
	['purl.org/dc/terms', 'dcterms'], ['dublincore.org/documents/dcmi-terms', 'dcterms'],
	['purl.org/rss/1.0/modules/content', 'content'], ['www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'], ['www.google.com/schemas/play-podcasts/1.0', 'googleplay'],
	['search.yahoo.com/mrss', 'media'], ['video.search.yahoo.com/mrss', 'media'], ['www.rssboard.org/media-rss', 'media'], ['search.yahoo.com/searchmonkey/media', 'media'],
]);
const DECLARED = /\bxmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** What a file declares of itself, with its own names for characters: these are not unfolded. */
const DOCTYPE = /<!doctype[^>[]*\[[^\]]*\]?[^>]*>/i;
/** No element says so much of itself: what stands in a longer tag is left out. */
const LONGEST_TAG = 20_000;

type Open = {-readonly [key in keyof XmlElement]: XmlElement[key]} & {readonly children: XmlElement[]; readonly written: string; readonly start: number};

const passedOver = (): void => undefined;

/** What stands in what, told from the tags that htmlparser2's tokenizer finds. Nothing is an error: an end tag without its element is passed over, an element without its end tag ends with what it stands in. */
class Nesting {
	private readonly xml: string;
	private readonly prefixes = new Map<string, string>();
	/** How many elements of each name are open: an end tag of none is told without a look at all that are, which may be very many. */
	private readonly counts = new Map<string, number>();
	private readonly open: Open[] = [{name: '', attributes: '', children: [], inner: '', closed: false, from: 0, until: 0, written: '', start: 0}];

	constructor(xml: string) {
		this.xml = xml.replace(DOCTYPE, declared => ' '.repeat(declared.length));
	}

	run(): readonly XmlElement[] {
		const {xml, open} = this;
		let [nameFrom, nameUntil] = [0, 0];
		const begin = (end: number): void => this.begin(xml.slice(nameFrom, nameUntil), nameFrom - 1, xml.slice(nameUntil, end), end + 1);
		const tokenizer = new Tokenizer({xmlMode: true, decodeEntities: false}, {
			onopentagname(from, until) {
				[nameFrom, nameUntil] = [from, until];
			},
			onopentagend: begin,
			onselfclosingtag: end => {
				begin(end);
				this.end(nameFrom - 1, true);
			},
			onclosetag: (from, until) => this.close(xml.slice(from, until), from - 2),
			onattribname: passedOver, onattribdata: passedOver, onattribentity: passedOver, onattribend: passedOver, ontext: passedOver, ontextentity: passedOver,
			oncdata: passedOver, oncomment: passedOver, ondeclaration: passedOver, onprocessinginstruction: passedOver, onend: passedOver,
		});
		tokenizer.write(xml);
		tokenizer.end();
		while (open.length > 1) this.end(xml.length, false);
		return open[0]?.children ?? [];
	}

	private begin(written: string, from: number, all: string, start: number): void {
		const attributes = all.length > LONGEST_TAG ? '' : all;
		if (attributes.includes('xmlns')) this.declare(attributes);
		const isRoot = this.open.length === 1;
		const lower = written.toLowerCase();
		const colon = lower.indexOf(':');
		// The prefix of the root element is that of the feed's own names.
		if (isRoot && colon > 0) this.prefixes.set(lower.slice(0, colon), '');
		const name = colon < 0 ? lower : this.named(lower, colon);
		const element = {name, attributes, children: [], inner: '', closed: false, from, until: from, written, start};
		this.open.at(-1)?.children.push(element);
		this.open.push(element);
		this.counts.set(written, (this.counts.get(written) ?? 0) + 1);
	}

	private named(lower: string, colon: number): string {
		const known = this.prefixes.get(lower.slice(0, colon));
		return known === undefined ? lower : known === '' ? lower.slice(colon + 1) : `${known}:${lower.slice(colon + 1)}`;
	}

	private declare(attributes: string): void {
		for (const [, prefix = '', one, other] of attributes.matchAll(DECLARED)) {
			const known = PREFIXES.get((one ?? other ?? '').trim().toLowerCase().replace(/^https?:\/\//, '').replace(/\/$/, ''));
			if (known !== undefined && !this.prefixes.has(prefix.toLowerCase())) this.prefixes.set(prefix.toLowerCase(), known);
		}
	}

	private close(written: string, at: number): void {
		if ((this.counts.get(written) ?? 0) === 0) return;
		while (this.open.at(-1)?.written !== written) this.end(at, false);
		this.end(at, true);
	}

	private end(at: number, closed: boolean): void {
		const element = this.open.pop();
		if (element === undefined) return;
		this.counts.set(element.written, (this.counts.get(element.written) ?? 0) - 1);
		element.inner = this.xml.slice(element.start, at);
		element.until = at;
		element.closed = closed;
	}
}

/** The elements of XML that stand in no other; each once, in their order. */
export const elementsOfXml = (xml: string): readonly XmlElement[] => new Nesting(xml).run();

/** Characters by their names, where there are any. */
const unescaped = (text: string): string => {
	const mark = text.indexOf('&');
	return mark >= 0 && text.includes(';', mark) ? decodeHTML(text) : text;
};

const SECTION = /<!--|<!\[CDATA\[/g;
/** What is written between tags, as text: without comments; of CDATA what stands in it, elsewhere characters for their names. Undefined where nothing is left. */
export const textOfXml = (written: string): string | undefined => {
	if (!written.includes('<!')) return unescaped(written).trim() || undefined;
	const parts: string[] = [];
	let from = 0;
	SECTION.lastIndex = 0;
	for (let match = SECTION.exec(written); match !== null; match = SECTION.exec(written)) {
		const start = SECTION.lastIndex;
		const isComment = match[0] === '<!--';
		const end = written.indexOf(isComment ? '-->' : ']]>', start);
		if (end < 0) break;
		parts.push(unescaped(written.slice(from, match.index)), isComment ? '' : written.slice(start, end));
		from = end + 3;
		SECTION.lastIndex = from;
	}

	parts.push(unescaped(written.slice(from)));
	return parts.join('').trim() || undefined;
};

/** The value of an attribute by its name without a prefix, in any case; undefined where it has none. */
export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined => {
	if (element === undefined || element.attributes === '') return undefined;
	for (const [, written = '', one, other] of element.attributes.matchAll(/(?:^|[\s"'])([^\s="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
		if (written.toLowerCase().replace(/^(?!xml:|xmlns:)[\w.-]+:/, '') === name) return textOfXml(one ?? other ?? '');
	}

	return undefined;
};

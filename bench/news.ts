// News made up by a seed, for measuring: the same seed gives the same words. Nothing of it is anybody's text.
import type {Derivation} from '../source/model/library.ts';
import type {DocumentImport} from '../source/model/library.ts';
import type {Grouping} from '../source/model/event.ts';
import {unmarked, type Segment} from '../source/model/article.ts';
import type {Figure} from '../source/model/figure.ts';
import {sha256, shortId} from '../source/text/hash.ts';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
	let state = seed;
	return () => {
		state = (state + 0x6D_2B_79_F5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
};

const places = ['Ostrava', 'Leith', 'Valdez', 'Kisumu', 'Narvik', 'Callao', 'Tauranga', 'Split', 'Bergen', 'Mombasa', 'Gdynia', 'Cork'];
const things = ['harbour', 'bridge', 'mill', 'dam', 'ferry', 'market', 'railway', 'school', 'power station', 'reservoir'];
const happenings = ['storm', 'fire', 'strike', 'flood', 'inquiry', 'landslide', 'outage', 'closure'];
const outlets = ['The Tidal Post', 'Quay Daily', 'The Ebb', 'Northern Lantern', 'Harbour Wire', 'The Breakwater'];
const offices = ['the harbour office', 'the rescue service', 'the union', 'the ministry', 'the county'];

const segment = (text: string, line: number, kind: Segment['kind']): Segment => ({kind, text, startLine: line, endLine: line, pieces: [{at: 0, line, column: 0, length: text.length}]});

const figureOf = (article: string, document: string, line: number, index: number, text: string, count: number): Figure => {
	const words = `about ${count}`;
	const start = text.indexOf(words);
	return {
		id: shortId('f', article, String(index)), article, externalId: null, document, sha256: document, line, segment: index, start, end: start + words.length, text: words, sentence: text,
		low: count, high: count, qualifier: '~', boundsBasis: 'stated', unit: 'people', measure: 'displaced', measureText: 'left', components: null, subject: 'people', scope: null, flow: 'total',
		periodText: null, source: 'the harbour office', sourceText: 'the harbour office', sourceChain: [], directness: 'indirect', cue: 'said', stance: 'certain', hedges: ['about'], basis: null,
		verification: null, asOf: null, asOfText: null, saidOn: null, saidOnText: null, statement: null, quoted: false, derived: false, minor: false, refusal: false, review: null,
	};
};

/** Articles by the hundred a document, short enough that 100,000 of them fit into one string, as the stages would hand them on, with four to an event. */
export const madeUpNews = (articles: number, seed: number): {readonly imports: readonly DocumentImport[]; readonly grouping: Grouping} => {
	const random = randomFrom(seed);
	const one = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
	const imports: DocumentImport[] = [];
	const all: string[] = [];
	for (let first = 0; first < articles; first += 100) {
		const path = `made-up/${first / 100}.txt`;
		const told = Array.from({length: Math.min(100, articles - first)}, () => {
			const [place, thing, happening] = [one(places), one(things), one(happenings)];
			const counts = Array.from({length: 1}, () => 10 + Math.floor(random() * 9000));
			return {
				headline: `${happening[0]?.toUpperCase()}${happening.slice(1)} at the ${thing} of ${place}: ${counts[0]} had to leave`, outlet: one(outlets), counts,
				published: `2025-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`,
				body: Array.from({length: 4}, (_, index) => `The ${thing} of ${place} was closed after the ${happening}, and ${one(offices)} said that about ${counts[index % counts.length]} people had left their homes by the evening, most of them on foot.`),
			};
		});
		const bytes = Buffer.from(told.map(({headline, body}) => [headline, ...body].join('\n')).join('\n\n'));
		const document = sha256(bytes);
		let line = 1;
		const derivations = told.map(({headline, outlet, published, body, counts}, index): Derivation => {
			const id = shortId('a', document, String(index));
			const at = line;
			line += body.length + 2;
			const figures = counts.map((count, number) => figureOf(id, document, at + 1 + number, number, body[number] ?? '', count));
			return {quotes: [], figures, article: {
				id, externalId: null, externalIds: [], document, path, parent: null, kind: 'article', headline, standfirst: null, byline: null, outlet, outletBasis: 'stated', outletEvidence: null,
				published, publishedBasis: 'stated', captured: null, language: 'en', startLine: at, endLine: at + body.length, url: null, tags: [], contentHash: sha256(headline + body.join('')),
				position: index + 1, siblings: told.length, segmentCount: body.length, figureCount: figures.length, quoteCount: 0, ...unmarked,
				headlineSegment: segment(headline, at, 'headline'), standfirstSegment: null, segments: body.map((text, number) => segment(text, at + 1 + number, 'paragraph')), removed: [],
			}};
		});
		all.push(...derivations.map(({article}) => article.id));
		imports.push({document: {id: document, path, bytes: bytes.length, type: 'text', imported: '2026-01-02T09:00:00.000Z'}, bytes, removed: [], derivations, versions: {segment: 1, extract: 1, cluster: 1}, revises: null, given: {}});
	}

	const events = Array.from({length: Math.ceil(all.length / 4)}, (_, index) => {
		const members = all.slice(index * 4, index * 4 + 4);
		return {id: shortId('e', members[0] ?? ''), label: `What happened at ${one(places)}`, storylines: [], articles: members, why: members.map(article => ({article, terms: [one(things), one(happenings)], likeness: 0.4}))};
	});
	return {imports, grouping: {events, storylines: []}};
};

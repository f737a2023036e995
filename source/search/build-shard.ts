import type {ArticleCard} from '../model/article.ts';
import type {Figure} from '../model/figure.ts';
import type {Quote} from '../model/quote.ts';
import {articleKinds, partNumber, type Part} from './fields.ts';
import {dayOf, orderOf, periodOf} from './periods.ts';
import {ByteWriter} from './bytes.ts';
import {marks, openEnds, PARTS, timesBits, type ArticleColumns, type FigureColumns, type Shard} from './shard.ts';
import {packWords} from './vocabulary.ts';
import {eachWord, measureKey} from './words.ts';

/** What is searched of one article: its card, its body as one text ("" where only headlines are at hand), and what was read in it. */
export type SearchEntry = {
	readonly card: ArticleCard;
	readonly text: string;
	readonly figures?: readonly Figure[];
	readonly quotes?: readonly Quote[];
	/** See `Shard.prints`; default: the card's content hash. */
	readonly print?: string;
};

/** Numbers that grow: a column of a table of unknown length. */
class Column {
	#values = new Uint32Array(1024);
	length = 0;

	push(value: number): void {
		if (this.length === this.#values.length) {
			const larger = new Uint32Array(this.length * 2);
			larger.set(this.#values);
			this.#values = larger;
		}

		this.#values[this.length++] = value;
	}

	values(): Uint32Array {
		return this.#values.subarray(0, this.length);
	}
}

/** Every word of every article, in the order they stand: number of the word, article and part, place in the part. */
type Stream = {readonly words: Map<string, number>; readonly word: Column; readonly key: Column; readonly place: Column};

const addWords = (stream: Stream, text: string, article: number, part: Part, from = 0): number => {
	const key = article * PARTS + partNumber(part);
	let place = from;
	eachWord(text, word => {
		let number = stream.words.get(word);
		if (number === undefined) {
			number = stream.words.size;
			stream.words.set(word, number);
		}

		stream.word.push(number);
		stream.key.push(key);
		stream.place.push(place++);
	});
	return place;
};

/** Parts are separate texts: no phrase runs from one into the next. */
const APART = 10;

const addEntry = (stream: Stream, {card, text, quotes = []}: SearchEntry, article: number): void => {
	addWords(stream, card.headline ?? '', article, 'headline');
	addWords(stream, card.outlet ?? '', article, 'outlet');
	const body = addWords(stream, card.standfirst ?? '', article, 'text');
	addWords(stream, text, article, 'text', body + APART);
	let place = 0;
	for (const quote of quotes) place = addWords(stream, quote.text, article, 'quote', place) + APART;
	place = 0;
	for (const speaker of new Set(quotes.flatMap(quote => quote.speakerName ?? quote.speaker ?? []))) place = addWords(stream, speaker, article, 'speaker', place) + APART;
	place = 0;
	for (const tag of card.tags) place = addWords(stream, tag, article, 'tag', place) + APART;
};

/** Sorts the stream by word (counting, so that articles keep their order) and writes each word's postings and places. */
const packStream = ({words, word, key, place}: Stream): Pick<Shard, 'vocabulary' | 'postings' | 'postingStarts' | 'places' | 'placeStarts'> => {
	const sorted = [...words.keys()].sort();
	const rank = new Uint32Array(sorted.length);
	for (const [at, text] of sorted.entries()) rank[words.get(text) ?? 0] = at;
	const [wordOf, keyOf, placeOf] = [word.values(), key.values(), place.values()];
	const ends = new Uint32Array(sorted.length + 1);
	for (const number of wordOf) ends[(rank[number] ?? 0) + 1]!++;
	for (let at = 1; at <= sorted.length; at++) ends[at]! += ends[at - 1] ?? 0;
	const order = new Uint32Array(wordOf.length);
	const next = ends.slice();
	for (let at = 0; at < wordOf.length; at++) order[next[rank[wordOf[at] ?? 0] ?? 0]!++] = at;

	const writer = createPostingWriter(sorted.length);
	for (let at = 0; at < sorted.length; at++) {
		for (let from = ends[at] ?? 0; from < (ends[at + 1] ?? 0);) {
			const posted = keyOf[order[from] ?? 0] ?? 0;
			let to = from + 1;
			while (to < (ends[at + 1] ?? 0) && keyOf[order[to] ?? 0] === posted) to++;
			writer.add(posted, to - from, index => placeOf[order[from + index] ?? 0] ?? 0);
			from = to;
		}

		writer.endWord();
	}

	const {counts, ...packed} = writer.finish();
	return {vocabulary: packWords(sorted, counts), ...packed};
};

/** Writes postings and places, word after word; the places of a posting are asked for one by one. */
export const createPostingWriter = (words: number) => {
	const [postings, places] = [new ByteWriter(), new ByteWriter()];
	const [postingStarts, placeStarts, counts] = [new Uint32Array(words + 1), new Uint32Array(words + 1), new Uint32Array(words)];
	let word = 0;
	let last = 0;
	let lastArticle = -1;
	return {
		add(key: number, times: number, placeAt: (index: number) => number): void {
			const bits = timesBits(times);
			postings.write(((key - last) << 2 | bits) >>> 0);
			last = key;
			if (bits > 0) places.write(times);
			let before = 0;
			for (let index = 0; index < times; index++) {
				const place = placeAt(index);
				places.write(place - before);
				before = place;
			}

			const article = Math.floor(key / PARTS);
			if (article !== lastArticle) counts[word]!++;
			lastArticle = article;
		},
		endWord(): void {
			word++;
			postingStarts[word] = postings.length;
			placeStarts[word] = places.length;
			last = 0;
			lastArticle = -1;
		},
		finish: () => ({counts, postings: postings.finish(), postingStarts, places: places.finish(), placeStarts}),
	};
};

/** Names by number, in the order they are met; 0 is "". */
const numberNames = () => {
	const numbers = new Map<string, number>([['', 0]]);
	return {
		of(name: string): number {
			const known = numbers.get(name) ?? numbers.size;
			numbers.set(name, known);
			return known;
		},
		names: (): string[] => [...numbers.keys()],
	};
};

const marksOf = ({card, figures = []}: SearchEntry): number => {
	const {starred, reviewed, note} = card;
	return (starred ? marks.starred : 0) | (reviewed ? marks.reviewed : 0) | (card.published === null ? marks.undated : 0)
		| (card.figureCount > 0 || figures.length > 0 ? marks.figures : 0) | (card.quoteCount > 0 ? marks.quotes : 0) | ((note ?? '') === '' ? 0 : marks.note) | (card.tags.length > 0 ? marks.tags : 0);
};

const packArticles = (entries: readonly SearchEntry[], outletNumber: (name: string) => number): ArticleColumns => ({
	published: Float64Array.from(entries, ({card}) => orderOf(card.published)),
	captured: Uint32Array.from(entries, ({card}) => dayOf(orderOf(card.captured))),
	outlet: Uint32Array.from(entries, ({card}) => outletNumber(card.outlet ?? '')),
	kind: Uint8Array.from(entries, ({card}) => articleKinds.indexOf(card.kind)),
	marks: Uint8Array.from(entries, marksOf),
	figureCount: Uint32Array.from(entries, ({card}) => card.figureCount),
});

/** What a query may ask of a figure: what somebody printed and nobody rejected. A vague amount has no upper end that anybody gave. */
const packFigures = (entries: readonly SearchEntry[], measureNumber: (name: string) => number): FigureColumns => {
	const asked = entries.flatMap(({figures = []}, article) => figures.filter(figure => !figure.derived && !figure.refusal && figure.review !== 'rejected').map(figure => ({figure, article})));
	return {
		article: Uint32Array.from(asked, ({article}) => article),
		low: Float64Array.from(asked, ({figure}) => figure.low ?? Number.NaN),
		high: Float64Array.from(asked, ({figure}) => (figure.boundsBasis === 'stated' ? figure.high : null) ?? Number.NaN),
		measure: Uint32Array.from(asked, ({figure}) => measureNumber(measureKey(figure.measure ?? ''))),
		open: Uint8Array.from(asked, ({figure}) => (figure.qualifier === '>' ? openEnds.above : figure.qualifier === '<' ? openEnds.below : 0)),
		asOfFrom: Uint32Array.from(asked, ({figure}) => periodOf(figure.asOf)?.from ?? 0),
		asOfTo: Uint32Array.from(asked, ({figure}) => periodOf(figure.asOf)?.to ?? 0),
	};
};

/** Reads all entries once. Linear in the text; the entries are not kept. */
export const buildShard = (entries: readonly SearchEntry[]): Shard => {
	const stream: Stream = {words: new Map(), word: new Column(), key: new Column(), place: new Column()};
	for (const [article, entry] of entries.entries()) addEntry(stream, entry, article);
	const outlets = numberNames();
	const measures = numberNames();
	const articles = packArticles(entries, outlets.of);
	const figures = packFigures(entries, measures.of);
	const ids = entries.map(({card}) => card.id);
	return {
		...packStream(stream), articles, figures, outlets: outlets.names(), measures: measures.names(),
		ids, rowOf: id => ids.lastIndexOf(id), prints: entries.map(({card, print}) => print ?? card.contentHash),
	};
};

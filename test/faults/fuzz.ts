import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {doubtfulNumbers} from '../../source/text/doubtful.ts';
import {segmentAt} from '../../source/model/article.ts';
import {Problem} from '../../source/model/problem.ts';
import {digest, type Digest} from '../../source/pipeline.ts';
import {readers} from '../../source/readers/index.ts';
import {parseQuery} from '../../source/search/parse-query.ts';
import {createSearch} from '../../source/search/search.ts';
import {articleOf} from '../helpers/article.ts';
import type {Pledge} from './pledge.ts';

const SEED = 20_251_122;

/** What pages are made of, whole and broken; drawn together they give what no page ever was. */
const scraps = fc.constantFrom(
	'\n', '\n\n', ' ', '\r', '\t', 'A Headline of the Day', 'By Ann Smith', '2 May 2024', '3 hours ago', 'Share', 'Related Articles', '---', '10:05', '• ', 'Read more: ', 'some 5,000', '“', '”', '"', '’', 'said', 'Mr Smith', 'according to', 'U.S.', 'killed', 'people',
	'more than', 'between 5 and 10', '£1.2bn', '12%', 'a third', '1,', '.', '!', '?', '…', '(', ')', '-', '–', '{"title":', '"text":', '[', ']', '{', '}', '<p>', '</p>', '<div', '&#27;', '&amp;', '<![CDATA[', '<?xml', '<rss>', '<item>', 'http://x.y/z', ',', ';', '\u0000', '\u001B[31m', '\u001B]', '\u202E', '\u200B', '\uFEFF', '\uD800', 'e\u0301', '👩‍🚒', '字', 'م', '__proto__', '5\u200B000',
);
const page = fc.oneof(fc.array(scraps, {maxLength: 60}).map(parts => parts.join(' ')), fc.array(scraps, {maxLength: 60}).map(parts => parts.join('')), fc.string({unit: 'binary', maxLength: 200}));
const names = ['x.txt', 'x.jsonl', 'x.html', 'x.xml', 'x.csv', 'x'];

const read = async (bytes: Uint8Array, name: string, type: string | null): Promise<Digest | null> => {
	try {
		return await digest({path: name, bytes, type, given: {}, imported: '2025-01-01T00:00:00.000Z'});
	} catch (error) {
		// A refusal in one line is an answer; anything else is a bug.
		if (error instanceof Problem && error.exit === 'unreadable' && !error.message.includes('\n')) return null;
		throw error;
	}
};

/** What must hold of any reading, of whatever bytes. Throws with the first thing that does not. */
export const holds = (made: Digest): void => {
	for (const {article, figures, quotes} of made.derivations) {
		for (const fact of [...figures, ...quotes]) {
			const segment = segmentAt(article, fact.segment);
			if (segment === undefined || segment.text.slice(fact.start, fact.end) !== fact.text) throw new Error(`${JSON.stringify(fact.text)} does not stand where it says`);
		}

		for (const figure of figures) {
			const text = segmentAt(article, figure.segment)?.text ?? '';
			if (doubtfulNumbers(text).some(({start, end}) => figure.start < end && start < figure.end)) throw new Error(`${JSON.stringify(figure.text)} was read out of a number with something hidden in it`);
			if (figure.low !== null && !Number.isFinite(figure.low)) throw new Error(`${figure.text} has no finite value`);
		}

		for (const {text} of article.segments) if (/[\0-\x1F\x7F-\x9F\u202A-\u202E]/.test(text)) throw new Error(`a sign that acts is left in ${JSON.stringify(text)}`);
	}

	JSON.stringify(made);
};

const search = createSearch(Array.from({length: 40}, (_, index) => ({card: {...articleOf(['x'], {headline: `Report ${index} on the harbour fire`}), id: `a-${index}`}, text: 'Some 40 boats burned.'})));
const query = fc.oneof(fc.string({unit: 'binary', maxLength: 80}), fc.array(fc.constantFrom('outlet:', 'killed>', '1000', '"', '-', 'OR', '(', ')', '/', '*', 'fire', 'asof:', '2025-03', '..', '\\', '[', '+', ' '), {maxLength: 20}).map(parts => parts.join('')));

const asks = (text: string): void => {
	for (const mode of ['fuzzy', 'exact', 'regex'] as const) {
		try {
			search.find(text, {limit: 10, mode});
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
		}
	}

	parseQuery(text);
};

const run = async (name: string, property: fc.IRawProperty<unknown>, numRuns: number): Promise<string[]> => {
	const {failed, counterexample, errorInstance} = await fc.check(property, {seed: SEED, numRuns});
	return failed ? [`${name}: ${String(errorInstance).split('\n')[0]}: ${JSON.stringify(counterexample).slice(0, 300)}`] : [];
};

const found = path.join(import.meta.dirname, 'found');

export const fuzzed: Pledge = {
	name: 'whatever comes in',
	short: 150,
	long: 5000,
	async keep(times) {
		const broken = [
			...await run('a page', fc.asyncProperty(page, fc.constantFrom(...names), async (text, name) => {
				const made = await read(Buffer.from(text), name, null);
				if (made !== null) holds(made);
			}), times),
			...await run('any bytes, to any reader', fc.asyncProperty(fc.uint8Array({maxLength: 300}), fc.constantFrom(...names), fc.constantFrom(null, ...readers.map(reader => reader.name)), async (bytes, name, type) => {
				const made = await read(bytes, name, type);
				if (made !== null) holds(made);
			}), times),
			...await run('a record', fc.asyncProperty(fc.record({title: fc.jsonValue(), text: fc.jsonValue(), paras: fc.array(page), tags: fc.jsonValue(), date: fc.jsonValue(), id: fc.jsonValue(), ['__proto__']: fc.jsonValue()}, {requiredKeys: []}), async record => {
				const made = await read(Buffer.from(JSON.stringify(record)), 'x.jsonl', 'jsonl');
				if (made !== null) holds(made);
			}), times),
			...await run('a query', fc.property(query, asks), times),
		];
		// What was found once stays looked for: a text a file, named after what it did.
		const kept = existsSync(found) ? readdirSync(found) : [];
		for (const name of kept) {
			try {
				const made = await read(readFileSync(path.join(found, name)), name, null);
				if (made !== null) holds(made);
			} catch (error) {
				broken.push(`found/${name}: ${String(error)}`);
			}
		}

		return {counts: `${times} pages, bytes, records and queries each, and ${kept.length} found before: ${broken.length} broke something`, broken};
	},
};

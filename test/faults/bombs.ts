import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {LONGEST_QUERY} from '../../source/search/query.ts';
import {createSearch} from '../../source/search/search.ts';
import {articleOf} from '../helpers/article.ts';
import {measured} from './measured.ts';
import type {Pledge} from './pledge.ts';

const repeat = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length)).slice(0, length);
const entities = (depth: number): string => Array.from({length: depth}, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('');

/** Small files that ask for much: by depth, by repetition, by unpacking, by what a pattern tries again and again. */
const bombs: Readonly<Record<string, () => string | Uint8Array>> = {
	'a line of 10 MB.txt': () => repeat('word ', 10_000_000),
	'a gigabyte of zeros.txt.gz': () => gzipSync(new Uint8Array(256 * 1024 * 1024)),
	'entities within entities.xml': () => `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">${entities(9)}]><rss version="2.0"><channel><title>t</title><item><title>&e9;</title><description>&e9;</description></item></channel></rss>`,
	'100,000 deep.json': () => '['.repeat(100_000), '100,000 deep.jsonl': () => `{"title":"t","text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
	'100,000 deep.html': () => `<!doctype html><html><body>${'<div>'.repeat(100_000)}words`,
	'300,000 marks.txt': () => `A headline\n\ne${repeat('\u0301\u0327', 300_000)} was said of 500 people on Monday.\n`,
	'marks.jsonl': () => JSON.stringify({title: 't', text: `e${repeat('\u0301\u0327', 300_000)} said`}),
	...Object.fromEntries(['!', '1,', '1.', 'A ', 'Ann Smith ', '“a” ', '5 May ', '2024-', '((', 'said ', '\u001B]', 'of the '].map(unit => [`${encodeURIComponent(unit)} without end.txt`, () => `A headline\n\nThe office said ${repeat(unit, 24_000)}\n`])),
};

/** Queries that a fuzzy search or a pattern may choke on, typed key by key. */
const queries = [repeat('aeiou', LONGEST_QUERY), repeat('a', LONGEST_QUERY), `"${repeat('x ', LONGEST_QUERY)}`, repeat('(', LONGEST_QUERY), repeat('killed>', LONGEST_QUERY), repeat('a|', LONGEST_QUERY), repeat('.*', LONGEST_QUERY), repeat('-', LONGEST_QUERY), repeat('outlet:', LONGEST_QUERY)];

const keys = (): {slowest: number; what: string} => {
	const articles = Array.from({length: 2000}, (_, index) => ({card: {...articleOf(['x'], {headline: `Report ${index} on the harbour fire and ${repeat(`w${index % 97} `, 60)}`}), id: `a-${index}`}, text: ''}));
	const {find} = createSearch(articles);
	let slowest = {slowest: 0, what: ''};
	for (const query of queries) {
		for (let length = 1; length <= query.length; length += 7) {
			const before = process.cpuUsage();
			find(query.slice(0, length), {limit: 50});
			const {user, system} = process.cpuUsage(before);
			const milliseconds = (user + system) / 1000;
			// The first search builds what all others use.
			if (milliseconds > slowest.slowest && length > 1) slowest = {slowest: milliseconds, what: query.slice(0, length)};
		}
	}

	return slowest;
};

const CPU = 2;
const MEMORY = 300;

export const bombsHeld: Pledge = {
	name: 'bombs',
	short: 6,
	long: Object.keys(bombs).length,
	async keep(times) {
		const folder = mkdtempSync(path.join(tmpdir(), 'newsdeck-bombs-'));
		const broken: string[] = [];
		let [slowest, largest] = [0, 0];
		try {
			for (const [name, make] of Object.entries(bombs).slice(0, times)) {
				writeFileSync(path.join(folder, name), make());
				const {code, err, cpu, memory} = await measured(['import', name, '--library', 'library'], folder, 60_000);
				slowest = Math.max(slowest, cpu ?? 60);
				largest = Math.max(largest, memory ?? 0);
				if (code === null || code === 70 || (code ?? 0) > 6) broken.push(`${name}: ended with ${code}: ${err.slice(0, 200)}`);
				if (cpu !== null && cpu > CPU) broken.push(`${name}: ${cpu.toFixed(1)} s of the processor`);
				if (memory !== null && memory > MEMORY) broken.push(`${name}: ${memory} MB`);
				if (err.trim().split('\n').length > 2) broken.push(`${name}: told in more than two lines`);
			}
		} finally {
			rmSync(folder, {recursive: true, force: true});
		}

		const key = keys();
		if (key.slowest > 100) broken.push(`the query ${JSON.stringify(key.what)} took ${Math.round(key.slowest)} ms`);
		return {counts: `${times} files: at most ${slowest.toFixed(1)} s of the processor and ${largest} MB; ${queries.length} queries, a key at most ${Math.round(key.slowest)} ms`, broken};
	},
};

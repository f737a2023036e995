import {existsSync, readFileSync} from 'node:fs';
import {parse} from 'csv-parse/sync';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {CSV_COLUMNS} from '../../source/exporters/csv.ts';
import {FIGURE_KEYS} from '../../source/exporters/fields.ts';
import {exporters, findExporter} from '../../source/exporters/index.ts';
import {Problem} from '../../source/model/problem.ts';
import type {Comparison} from '../../source/model/comparison.ts';
import {activeParts} from './active-parts.ts';
import {comparison, frozen, withTexts} from './helpers.ts';

const naughty = new URL('../../../shared/hostile/strings.json', import.meta.url);

const hostile: readonly string[] = [
	'=HYPERLINK("http://evil.example","x")', '+1+1', '-2', '@SUM(A1)', '\t=1', '\r\n=1', '＝1', 'a,b;c\td', 'say "this"', 'two\nlines\r\nthree',
	'| cell | cell |', '\n\n# heading', '<script>alert(1)</script>', '<!-- ', '-->', '[text](javascript:alert(1))', '![x](http://evil.example/p.png)', '`code`', '```',
	'**bold** _it_ ~~no~~', '---', '> quoted', '1. one', '- item', '&lt;b&gt;', '\\', '\\|', '$x$', 'http://evil.example', 'www.evil.example', 'a@evil.example',
	'\u202Egnp.exe', '\u001B]8;;http://evil.example\u0007x', '\u0000', '\u2028', '\uFEFF', '\uD800', '', ' ', '😀', '{"a":1}', '<https://evil.example>', '[^1]: note', '<details>', '&#x3C;b>',
];

/** Without its markup, a line of Markdown reads as it was meant. */
const rendered = (line: string): string => line.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const bare = (line: string): string => line.replace(/\\[!-/:-@[-`{-~]/g, '');
const figureCount = comparison.columns.flatMap(column => column.figures).length;

const holdsTable = (written: string, told: Comparison, delimiter: string): void => {
	const rows: string[][] = parse(written, {relax_column_count: false, delimiter});
	expect(rows[0]).toEqual([...CSV_COLUMNS]);
	expect(rows.length).toBe(1 + told.columns.flatMap(column => column.figures).length);
	expect(rows.slice(1).flat().filter(cell => /^[=+\-@\p{Cc}]/u.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell))).toEqual([]);
};

/** What must hold of each format, whatever the texts are. */
const holds: Record<string, (written: string, told: Comparison) => void> = {
	md(written) {
		// No text adds a line, a cell, a heading, a tag or a link.
		const lines = written.split('\n');
		const plain = findExporter('md').write(comparison).split('\n');
		const bars = (line: string): number => bare(line).replaceAll(/[^|]/g, '').length;
		expect(lines.filter(line => bars(line) > 0).length).toBe(plain.filter(line => bars(line) > 0).length);
		// A table may lose a column that has no words; its rows stay alike.
		for (const [at, line] of lines.entries()) if (at > 0 && bars(line) > 0 && bars(lines[at - 1] ?? '') > 0) expect(bars(line)).toBe(bars(lines[at - 1] ?? ''));
		expect(lines.filter(line => /^#{1,6} /.test(line)).length).toBe(plain.filter(line => /^#{1,6} /.test(line)).length);
		for (const line of lines) {
			// Footnotes alone may stand in brackets.
			expect(bare(line).replaceAll(/\[\^\d+\]/g, '')).not.toMatch(/<|\]\(|`|https?:\/\/|www\.|\$|~|_|\[/);
			expect(line).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]/u);
		}
	},
	json(written, told) {
		const read: unknown = JSON.parse(written);
		expect(read).toMatchObject({schema: 'newsdeck/comparison@1'});
		const figures = told.columns.flatMap(column => column.figures.map(figure => figure.text)).toSorted();
		expect((read as {figures: Array<{text: string}>}).figures.map(figure => figure.text).toSorted()).toEqual(figures);
	},
	csv: (written, told) => holdsTable(written, told, ','),
	tsv: (written, told) => holdsTable(written, told, '\t'),
	jsonl(written, told) {
		const lines = written.split('\n').filter(Boolean).map((line): unknown => JSON.parse(line));
		expect(lines.map(line => (line as {text: string}).text).toSorted()).toEqual(told.columns.flatMap(({figures}) => figures.map(({text}) => text)).toSorted());
		for (const line of lines) expect(Object.keys(line as object)).toEqual([...CSV_COLUMNS]);
	},
	html(written) {
		// Nothing on the page runs, loads, sends or leads anywhere but to its own parts and to the web.
		expect(activeParts(written)).toEqual([]);
		expect(written.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]/u);
	},
	txt(written) {
		for (const line of written.split('\n')) expect(line).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]/u);
	},
	csl(written, told) {
		expect(JSON.parse(written)).toHaveLength(told.columns.length);
	},
	ris(written, told) {
		// No text opens or ends a record, or a field of its own.
		const lines = written.split('\r\n').filter(Boolean);
		for (const line of lines) expect(line).toMatch(/^(?:TY|ID|TI|T2|AU|PY|DA|Y2|UR|LA|N1|ER) {2}- [^\p{Cc}]*$/u);
		expect(lines.filter(line => line.startsWith('ER'))).toHaveLength(told.columns.length);
	},
	bib(written, told) {
		// Braces are balanced whatever is in them: BibTeX counts them all, and an at sign outside them would begin an entry.
		let depth = 0;
		let lowest = 0;
		let entries = 0;
		for (const sign of written) {
			if (sign === '@' && depth === 0) entries++;
			depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
			lowest = Math.min(lowest, depth);
		}

		expect({depth, lowest, entries}).toEqual({depth: 0, lowest: 0, entries: told.columns.length});
	},
};

describe.each(exporters)('$title', exporter => {
	test('has a name people can ask for', () => {
		expect(findExporter(exporter.name)).toBe(exporter);
		expect(findExporter(`.${exporter.extension.toUpperCase()}`)).toBe(exporter);
	});

	test('writes the same comparison as the same text, and leaves it as it is', () => {
		const first = exporter.write(frozen(structuredClone(comparison)));
		expect(exporter.write(structuredClone(comparison))).toBe(first);
		if (exporter.holds === 'list' && exporter.table !== undefined) expect(exporter.table.head + comparison.columns.flatMap(column => [...exporter.table?.rows([column]) ?? []]).join('')).toBe(first);
		expect(first.endsWith('\n')).toBe(true);
	});

	test('writes a comparison of nothing', () => {
		const empty: Comparison = {schema: comparison.schema, title: '', columns: [], origins: {low: 0, high: 0}, rows: [], matrix: [], questions: [], reasons: [], tensions: [], statements: []};
		expect(() => exporter.write(empty)).not.toThrow();
	});

	test.each(hostile.map(text => [JSON.stringify(text), text]))('keeps %s in its field, whichever field that is', (_, text) => {
		const told = withTexts(comparison, () => text);
		const hold = holds[exporter.name];
		if (hold === undefined) throw new Error(`nothing is asked of ${exporter.name}`);
		hold(exporter.write(told), told);
	});

	test('keeps any text in its field', () => {
		fc.assert(fc.property(fc.array(fc.string({unit: 'binary', maxLength: 12}), {minLength: 1, maxLength: 9}), texts => {
			let next = 0;
			// Ids are ours and tie the parts together: they stay.
			const told = withTexts(comparison, (path, was) => (/\.(?:id|article)$/.test(path) ? was : texts[next++ % texts.length] ?? ''));
			holds[exporter.name]?.(exporter.write(told), told);
		}), {numRuns: 40});
	});

	test.skipIf(!existsSync(naughty))('keeps the big list of naughty strings in their fields (needs ../shared)', () => {
		const strings: unknown = JSON.parse(readFileSync(naughty, 'utf8'));
		for (const text of Array.isArray(strings) ? strings.filter(item => typeof item === 'string') : []) {
			const told = withTexts(comparison, () => text);
			holds[exporter.name]?.(exporter.write(told), told);
		}
	});
});

describe('a format nobody knows', () => {
	const problemOf = (name: string): Problem | null => {
		try {
			findExporter(name);
			return null;
		} catch (problem) {
			return problem instanceof Problem ? problem : null;
		}
	};

	test.each([['markdwn', /Did you mean --format md/], ['jsom', /Did you mean --format json/], ['cvs', /Did you mean --format csv/]])('%s is a usage problem with a near name', (name, remedy) => {
		expect(problemOf(name)?.exit).toBe('usage');
		expect(problemOf(name)?.remedy).toMatch(remedy);
	});

	test('a far one is told what there is', () => {
		expect(problemOf('powerpoint')?.why).toBe('The formats are md, html, txt, json, jsonl, csv, tsv, csl, ris, bib.');
		expect(problemOf('powerpoint')?.remedy).toBe('');
	});
});

describe('what the files say', () => {
	const written = (name: string): string => findExporter(name).write(comparison);

	test('Markdown: a table a measure, what is not comparable, what is derived, where it stands', () => {
		const text = rendered(written('md'));
		expect(text).toContain('# Losses of the northern troops');
		expect(text).toContain('3 articles, 2 outlets and 1 unknown, 2–3 origins. What is marked ° is inferred.');
		expect(text).toMatch(/\| Morning Post° +\| +over 5,000\[\^1\] \| the ministry, quoted +\| as of March 2025 +\| “over” +\|/);
		expect(text).toMatch(/\| Evening News +\| +thousands\[\^3\] \| a spokesperson through an agency, reported \| in one week; said on Friday \(2024-12-27\) \|/);
		expect(text).toMatch(/\| outlet unknown \| none given\[\^4\] \| an official, declined to say/);
		expect(written('md')).toContain('> Not comparable, over 5,000 and thousands: a total to date, and one week.');
		expect(text).toContain('Derived: a third of over 5,000 is at least roughly 1,700. Nobody said this number.');
		// The segment begins four characters into its raw line.
		expect(text).toContain('[^1]: over 5,000: “The ministry counts over 5,000 losses.” Morning Post°, “Losses in the north”, undated; pages/tag.txt, line 3, characters 24–34, sha256 7e1f…1ecc; not yet checked by a person.');
		expect(text).toContain('- “very heavy”, He (Ann Example). Evening News: pages/live.txt, line 3');
		expect(text).not.toContain('| 12 |');
	});

	test('JSON: figures with the agreed keys and no others, groups by id', () => {
		const read = JSON.parse(written('json')) as {figures: Array<Record<string, unknown>>; matrix: Array<{notComparable: unknown[]}>};
		expect(read.figures).toHaveLength(figureCount);
		for (const figure of read.figures) expect(Object.keys(figure)).toEqual([...FIGURE_KEYS]);
		expect(read.matrix[0]?.notComparable).toEqual([{left: 'f1', right: 'f2', reason: 'a total to date, and one week'}]);
	});

	test('CSV: a row a figure, numbers as numbers, CRLF, nothing for what is absent', () => {
		const rows: Array<Record<string, string>> = parse(written('csv'), {columns: true});
		expect(written('csv')).toMatch(/^id,article,.*,outlet,outletBasis,headline,.*,path\r\n/);
		expect(rows[0]).toMatchObject({text: 'over 5,000', low: '5000', high: '', qualifier: '>', hedges: 'over', refusal: 'false', outlet: 'Morning Post', path: 'pages/tag.txt', published: ''});
		expect(rows.map(row => row['id'])).toEqual(['f1', 'f4', 'f5', 'f2', 'f3']);
	});
});

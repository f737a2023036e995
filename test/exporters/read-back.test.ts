import {readFileSync} from 'node:fs';
import {DatabaseSync} from 'node:sqlite';
import {Ajv2020} from 'ajv/dist/2020.js';
import CSL from 'citeproc';
import {Cite} from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import {Parser, type Node} from 'commonmark';
import {parse} from 'csv-parse/sync';
import {describe, expect, test} from 'vitest';
import {CSV_COLUMNS} from '../../source/exporters/csv.ts';
import {dataPackage} from '../../source/exporters/data-package.ts';
import {ARTICLE_KEYS, FIGURE_KEYS, QUOTE_KEYS} from '../../source/exporters/fields.ts';
import {exporterOfFile, findExporter} from '../../source/exporters/index.ts';
import type {Comparison} from '../../source/model/comparison.ts';
import {sha256} from '../../source/text/hash.ts';
import {article, comparison, figure, withTexts} from './helpers.ts';

const written = (name: string, of: Comparison = comparison): string => findExporter(name).write(of);

/** A comparison of one article that has everything a bibliography asks for, in words that are markup to somebody. */
const cited: Comparison = {
	...comparison,
	columns: [{
		article: article({id: 'a-1', headline: 'Profit & loss: 50% of {the} fleet_list #1 ~ "sold"', byline: 'Ann Example', outlet: 'Post & Co', published: '2024-12-28T07:00:00Z', captured: '2025-01-02', url: 'https://news.example/a?b=1&c=2#top'}),
		figures: [], quotes: [],
	}],
};

describe('JSON, by its published schema', () => {
	const schema = JSON.parse(readFileSync(new URL('../../docs/comparison.schema.json', import.meta.url), 'utf8')) as {readonly $defs: Readonly<Record<string, {readonly required: string[]}>>; readonly required: string[]};
	const validate = new Ajv2020({strict: true, allErrors: true, allowUnionTypes: true}).compile(schema);

	/** The schema names a document by its hash; the fixture has one for all. */
	const read = (): Record<string, unknown> => JSON.parse(written('json')) as Record<string, unknown>;

	test('is what the schema says', () => {
		validate(read());
		expect(validate.errors).toBeNull();
	});

	test('is refused without any of its parts, and with a word that is none of ours', () => {
		for (const key of Object.keys(read())) expect(validate({...read(), [key]: undefined}), key).toBe(false);
		const changed = read() as {figures: Array<Record<string, unknown>>};
		expect(validate({...changed, figures: [{...changed.figures[0], stance: 'sure'}]})).toBe(false);
	});

	test('the schema names the keys that are written, all of them', () => {
		expect(schema.required.toSorted()).toEqual(Object.keys(read()).toSorted());
		expect(schema.$defs['figure']?.required).toEqual([...FIGURE_KEYS]);
		expect(schema.$defs['quote']?.required).toEqual([...QUOTE_KEYS]);
		expect(schema.$defs['article']?.required).toEqual([...ARTICLE_KEYS, 'segments']);
	});
});

describe('tables', () => {
	test('every row says where it stands, whose it is, and that nobody has checked it', () => {
		const rows: Array<Record<string, string>> = parse(written('csv'), {columns: true});
		expect(rows[0]).toMatchObject({sentence: 'The ministry counts over 5,000 losses.', line: '3', start: '20', end: '30', rawStart: '24', rawEnd: '34', checked: 'false', outletBasis: 'inferred', headline: 'Losses in the north'});
		expect(rows.find(row => row['review'] === 'rejected')).toMatchObject({checked: 'true'});
		expect(rows.map(row => row['sha256'])).toEqual(Array.from({length: 5}, () => comparison.columns[0]?.article.document));
	});

	test('sqlite finds the same numbers in it', () => {
		const rows: Array<Record<string, string>> = parse(written('csv'), {columns: true});
		const database = new DatabaseSync(':memory:');
		database.exec(`create table figures (${CSV_COLUMNS.map(name => `"${name}" ${name === 'low' || name === 'high' ? 'real' : 'text'}`).join(', ')})`);
		const insert = database.prepare(`insert into figures values (${CSV_COLUMNS.map(() => '?').join(', ')})`);
		for (const row of rows) insert.run(...CSV_COLUMNS.map(name => row[name] === '' ? null : row[name] ?? null));
		expect(database.prepare('select text, low from figures where low > 900 order by low').all().map(row => ({...row}))).toEqual([{text: 'thousands', low: 1000}, {text: 'over 5,000', low: 5000}, {text: '12', low: 5000}]);
		expect(database.prepare('select count(*) as n from figures where low is null').get()).toMatchObject({n: 1});
		database.close();
	});

	test('--raw is the text as it is, the plain table one that no spreadsheet takes for a formula', () => {
		const formulas = withTexts(comparison, () => '=1+1');
		expect(written('csv', formulas)).toContain('\'=1+1');
		const raw: string[][] = parse(findExporter('tsv').write(formulas, {raw: true}), {delimiter: '\t'});
		expect(raw[1]).toContain('=1+1');
		expect(raw.flat()).not.toContain('\'=1+1');
	});

	test('a data package names every column with its type, and the hash of the table', () => {
		const content = written('csv');
		const described = JSON.parse(dataPackage({title: 'Losses', file: 'losses.csv', content, delimiter: ','})) as {resources: Array<{hash: string; bytes: number; schema: {fields: Array<{name: string; type: string}>}}>};
		const [resource] = described.resources;
		expect(resource?.schema.fields.map(({name}) => name)).toEqual([...CSV_COLUMNS]);
		expect(resource?.schema.fields.find(({name}) => name === 'low')?.type).toBe('number');
		expect([resource?.hash, resource?.bytes]).toEqual([`sha256:${sha256(content)}`, Buffer.byteLength(content)]);
		const rows: Array<Record<string, string>> = parse(content, {columns: true});
		for (const {name, type} of resource?.schema.fields ?? []) {
			const values = rows.map(row => row[name] ?? '').filter(Boolean);
			if (type === 'integer') expect(values.every(value => /^-?\d+$/.test(value)), name).toBe(true);
			if (type === 'number') expect(values.every(value => Number.isFinite(Number(value))), name).toBe(true);
			if (type === 'boolean') expect(values.every(value => value === 'true' || value === 'false'), name).toBe(true);
		}
	});
});

describe('citations, by programs that read them', () => {
	test('citeproc sets a CSL item', () => {
		const items = JSON.parse(written('csl', cited)) as Array<{id: string}>;
		const style = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>t</title><id>t</id></info><citation><layout><text variable="title"/></layout></citation><bibliography><layout delimiter="."><names variable="author"><name and="text"/></names><text prefix=". " variable="title"/><text prefix=". " variable="container-title"/><date prefix=", " variable="issued" form="text"/><text prefix=". " variable="URL"/></layout></bibliography></style>';
		const locale = '<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US"><date form="text"><date-part name="month" suffix=" "/><date-part name="day" suffix=", "/><date-part name="year"/></date><terms><term name="and">and</term><term name="et-al">et al.</term><term name="open-quote">“</term><term name="close-quote">”</term><term name="month-12">December</term></terms></locale>';
		const engine = new CSL.Engine({retrieveLocale: () => locale, retrieveItem: (id: string) => items.find(item => item.id === id)}, style);
		engine.setOutputFormat('text');
		engine.updateItems(items.map(({id}) => id));
		const [, [line = ''] = []] = engine.makeBibliography();
		expect(line).toContain('Ann Example. Profit & loss: 50% of {the} fleet_list #1');
		expect(line).toContain('Post & Co, December 28, 2024. https://news.example/a?b=1&c=2#top');
	});

	const fields = async (name: 'ris' | 'bib'): Promise<Record<string, unknown>> => {
		const {data} = await Cite.async(written(name, cited));
		expect(data).toHaveLength(1);
		return {...data[0]};
	};

	test.each(['ris', 'bib'] as const)('citation-js reads the %s', async name => {
		const read = await fields(name);
		// BibTeX readers set typographic marks; the words and signs are ours.
		expect(String(read['title']).replaceAll(/[“”]/g, '"')).toBe('Profit & loss: 50% of {the} fleet_list #1 ~ "sold"');
		expect(read['container-title']).toBe('Post & Co');
		// This reader keeps only the year of a RIS record; the day is there for those that look at it.
		expect(JSON.stringify(read['issued'])).toContain(name === 'ris' ? '2024' : '2024,12,28');
		if (name === 'ris') expect(written('ris', cited)).toContain('DA  - 2024/12/28/\r\n');
		expect(read['URL']).toBe('https://news.example/a?b=1&c=2#top');
	});

	test('a post of a live blog keeps whose page it is in BibTeX, where it has no journal', async () => {
		const post = {...cited, columns: [{article: article({id: 'p-1', kind: 'post', outlet: 'Post & Co'}), figures: [], quotes: []}]};
		const {data: [read]} = await Cite.async(written('bib', post));
		expect({...read}).toMatchObject({type: 'webpage', publisher: 'Post & Co'});
	});

	test('an address that is none of the web is not carried on', () => {
		for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'https://me:secret@news.example/']) {
			const told = {...cited, columns: [{article: article({id: 'a', url}), figures: [], quotes: []}]};
			for (const name of ['csl', 'ris', 'bib', 'html']) expect(written(name, told)).not.toContain(url);
		}
	});
});

describe('Markdown, by a CommonMark parser', () => {
	const kinds = (text: string): string[] => {
		const found: string[] = [];
		const walker = new Parser().parse(text).walker();
		for (let event = walker.next(); event; event = walker.next()) {
			const node: Node = event.node;
			if (event.entering && ['link', 'image', 'html_inline', 'html_block', 'code', 'code_block'].includes(node.type)) found.push(`${node.type} ${node.destination ?? node.literal ?? ''}`);
		}

		return found;
	};

	test.each(['<script>x</script>', '[a](javascript:x)', '![x](http://evil.example/p)', '<https://evil.example>', '[^1]: /evil', '`x`', '    code', '&#60;b&#62;', '[1]: http://evil.example', 'word'])('%s is no link, no image, no code and no HTML in any field', text => {
		expect(kinds(written('md', withTexts(comparison, () => text)))).toEqual([]);
	});
});

describe('how much evidence a file carries', () => {
	test.each(['md', 'html', 'txt'])('%s: the sentence and its place, the place, or neither', name => {
		const of = (evidence: 'full' | 'short' | 'none'): string => findExporter(name).write({...comparison, rows: []}, {evidence});
		expect(of('full')).toContain('The ministry counts over 5,000 losses.'.slice(0, 12));
		expect(of('short')).not.toContain('The ministry counts');
		expect(of('short')).toMatch(/characters 24–34/);
		expect(of('none')).not.toMatch(/characters 24–34|sha256/);
		expect(of('full').length).toBeGreaterThan(of('short').length);
		expect(of('short').length).toBeGreaterThan(of('none').length);
	});

	test('a reading that a person confirmed is said to be', () => {
		const confirmed = {...comparison, columns: [{article: article({id: 'a1'}), figures: [figure({id: 'f1', article: 'a1', review: 'confirmed'})], quotes: []}]};
		for (const name of ['md', 'html', 'txt']) {
			expect(written(name, confirmed)).toContain('0 of 1 not yet checked by a person.');
			expect(written(name, confirmed).replaceAll(/\s+/g, ' ')).toContain('confirmed by a person');
		}
	});
});

test.each([['x.md', 'md'], ['a/x.CSV', 'csv'], ['x.csl.json', 'csl'], ['x.json', 'json'], ['x.bib', 'bib'], ['x.htm', undefined], ['x', undefined]])('%s asks for %s', (name, format) => {
	expect(exporterOfFile(name)?.name).toBe(format);
});

import {Cite} from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import {Parser, type Node} from 'commonmark';
import CSL from 'citeproc';
import {parse as parseCsv} from 'csv-parse/sync';
import {parse, type DefaultTreeAdapterTypes} from 'parse5';
import {rowColumns} from '../../source/exporters/figure-rows.ts';
import type {Comparison} from '../../source/model/comparison.ts';

/** What a parser of a format finds that is not what was compared: something that acts, or a record more or fewer than there are. */
export type Check = (text: string, told: Comparison) => string[] | Promise<string[]>;

/** What a CommonMark parser finds in Markdown that is more than words. */
export const markdownFaults = (text: string): string[] => {
	const found: string[] = [];
	const walker = new Parser().parse(text).walker();
	for (let step = walker.next(); step !== null; step = walker.next()) {
		const {type, literal, destination}: Node = step.node;
		if (step.entering && ['html_inline', 'html_block', 'link', 'image', 'code', 'code_block'].includes(type)) found.push(`${type}: ${literal ?? destination ?? ''}`);
	}

	return found;
};

const ACTIVE = new Set(['script', 'iframe', 'object', 'embed', 'form', 'base', 'math', 'link', 'input', 'button', 'video', 'audio', 'img', 'frame', 'applet']);

/** A drawing that only draws: what may stand in the timeline's picture, and what its frame may say. */
const SHAPES = new Set(['g', 'line', 'circle', 'rect', 'text', 'title']);
const FRAME = new Set(['viewBox', 'role', 'aria-label', 'class', 'width', 'height']);

/** What runs, loads or leads elsewhere in a page, as a browser reads it. */
export const htmlFaults = (text: string): string[] => {
	const found: string[] = [];
	const policies: string[] = [];
	let drawings = 0;
	const visit = (node: DefaultTreeAdapterTypes.Node, drawn = false): void => {
		if ('attrs' in node) {
			if (node.tagName === 'svg') {
				drawings++;
				if (drawings > 1 || node.attrs.some(({name}) => !FRAME.has(name))) found.push(`<svg ${node.attrs.map(({name}) => name).join(' ')}>`);
			} else if (drawn && !SHAPES.has(node.tagName)) {
				found.push(`<${node.tagName}> in a drawing`);
			}

			if (ACTIVE.has(node.tagName)) found.push(`<${node.tagName}>`);
			for (const {name, value} of node.attrs) {
				if (name.startsWith('on') || name === 'srcdoc' || name === 'action') found.push(`${node.tagName} ${name}=${value}`);
				if ((name === 'href' || name === 'src') && !/^(?:https?:\/\/|#)/.test(value)) found.push(`${node.tagName} ${name}=${value}`);
			}

			const named = (wanted: string): string => node.attrs.find(({name}) => name === wanted)?.value ?? '';
			if (node.tagName === 'meta' && named('http-equiv').toLowerCase() === 'content-security-policy') policies.push(named('content'));
			else if (node.tagName === 'meta' && named('http-equiv') !== '') found.push(`meta ${named('http-equiv')}`);
		}

		if ('childNodes' in node) for (const child of node.childNodes) visit(child, drawn || ('tagName' in node && node.tagName === 'svg'));
	};

	visit(parse(text));
	if (!policies.some(policy => /(?:^|;)\s*default-src 'none'/.test(policy))) found.push('no policy of "default-src \'none\'"');
	return found;
};

/** What a terminal would obey, or what turns the text around: no file but a page of bytes carries it on. */
const ACTING = /[\0-\x08\v-\x1F\x7F-\x9F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/u;
const acting = (text: string): string[] => text.split('\n').filter(line => ACTING.test(line)).map(line => `a control sign in ${JSON.stringify(line.slice(0, 60))}`);

const webOnly = (url: unknown): string[] => url === undefined || (typeof url === 'string' && /^https?:\/\//.test(url)) ? [] : [`the address ${String(url).slice(0, 60)}`];
const counted = (found: number, wanted: number, what: string): string[] => found === wanted ? [] : [`${found} ${what}, not ${wanted}`];
const figuresIn = ({columns}: Comparison): number => columns.reduce((sum, {figures}) => sum + figures.length, 0);

/** A table: rows and columns as many as there are, and no cell that a spreadsheet computes. */
const tableFaults = (delimiter: string): Check => (text, told) => {
	const rows: string[][] = parseCsv(text, {delimiter, relax_column_count: true});
	return [
		...counted(rows.length - 1, figuresIn(told), 'rows'),
		...rows.filter(row => row.length !== rowColumns.length).map(row => `a row of ${row.length} cells`),
		...rows.flat().filter(cell => /^[=+\-@\p{Cc}]/u.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell)).map(cell => `a formula: ${cell.slice(0, 40)}`),
	];
};

/** JSON that is read back as it was written: no key of the words' own making. */
const jsonFaults: Check = text => {
	JSON.parse(text);
	return [];
};

const linesFaults: Check = (text, told) => {
	const lines = text.split('\n').slice(0, -1);
	const keys = JSON.stringify(rowColumns.map(({name}) => name));
	return [...counted(lines.length, figuresIn(told), 'lines'), ...lines.filter(line => JSON.stringify(Object.keys(JSON.parse(line) as object)) !== keys).map(line => `other keys in ${line.slice(0, 60)}`)];
};

/** What citation processors make of the items when they write a page: letters may stand slanted or raised, nothing else. */
const setFaults = (items: ReadonlyArray<{readonly id: string}>): string[] => {
	// Cited by the note: citeproc keeps cited words as keys of an object, and falls over an article whose headline is "constructor".
	const style = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>t</title><id>t</id></info><citation><layout><text variable="note"/></layout></citation><bibliography><layout delimiter=". "><names variable="author"><name/></names><text prefix=". " variable="title"/><text prefix=". " variable="container-title"/><text prefix=". " variable="note"/></layout></bibliography></style>';
	const locale = '<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US"><terms><term name="and">and</term><term name="et-al">et al.</term><term name="open-quote">“</term><term name="close-quote">”</term></terms></locale>';
	const engine = new CSL.Engine({retrieveLocale: () => locale, retrieveItem: id => items.find(item => item.id === id)}, style);
	engine.setOutputFormat('html');
	engine.updateItems(items.map(({id}) => id));
	const [, entries] = engine.makeBibliography();
	const found: string[] = [];
	const visit = (node: DefaultTreeAdapterTypes.Node): void => {
		if ('tagName' in node && !['html', 'head', 'body', 'div', 'span', 'i', 'b', 'sup', 'sub'].includes(node.tagName)) found.push(`<${node.tagName}> in a bibliography`);
		if ('attrs' in node) found.push(...node.attrs.filter(({name}) => name !== 'class' && name !== 'style').map(({name}) => `${name}= in a bibliography`));
		if ('childNodes' in node) for (const child of node.childNodes) visit(child);
	};
	visit(parse(entries.join('\n')));
	return found;
};

const cslFaults: Check = (text, told) => {
	const items = JSON.parse(text) as ReadonlyArray<{readonly id: string; readonly URL?: unknown}>;
	return [...acting(text.replaceAll('\t', ' ')), ...counted(items.length, told.columns.length, 'items'), ...items.flatMap(item => webOnly(item.URL)), ...setFaults(items)];
};

/** Records of a bibliography as another program reads them: as many as there are articles, addresses of the web alone. */
const recordFaults = async (text: string, told: Comparison, forceType: string): Promise<string[]> => {
	// Said which format it is, since the reader guesses by the words: "@comment{" in a note of RIS is BibTeX to it.
	const {data} = await Cite.async(text, {forceType});
	return [...acting(text.replaceAll('\r\n', '\n').replaceAll('\t', ' ')), ...counted(data.length, told.columns.length, 'records'), ...data.flatMap(item => webOnly(item['URL']))];
};

const risFaults: Check = async (text, told) => [
	...await recordFaults(text, told, '@ris/file'),
	...text.split('\r\n').filter(line => line !== '' && !/^[A-Z][A-Z\d] {2}- /.test(line)).map(line => `a line without its tag: ${line.slice(0, 60)}`),
	...counted(text.match(/^ER {2}- /gm)?.length ?? 0, told.columns.length, 'ends of records'),
];

/** The commands that stand for a sign; any other one would be carried out by TeX. */
const SIGNS = /\\(?:text(?:backslash|brace(?:left|right)|ascii(?:tilde|circum)|quotedbl)\{\}|[#$%&_])/g;
const bibFaults: Check = async (text, told) => [
	...await recordFaults(text, told, '@biblatex/text'),
	...text.split('\n').map(line => line.startsWith('\turl') ? '' : line.replaceAll(SIGNS, '')).filter(line => /[\\%#$~^]/.test(line)).map(line => `something for TeX to do: ${line.slice(0, 60)}`),
];

/** How each format is looked at, by its ending. */
export const checks: Readonly<Record<string, Check>> = {
	md: markdownFaults, html: htmlFaults, csv: tableFaults(','), tsv: tableFaults('\t'), json: jsonFaults, jsonl: linesFaults, txt: acting, 'csl.json': cslFaults, ris: risFaults, bib: bibFaults,
};

import {Parser, type Node} from 'commonmark';
import {parse as parseCsv} from 'csv-parse/sync';
import {parse, type DefaultTreeAdapterTypes} from 'parse5';
import {exporters} from '../../source/exporters/index.ts';
import {comparison, withTexts} from '../exporters/helpers.ts';
import {dice, type Pledge} from './pledge.ts';

/** Words that would act, each in its own language. */
const charges = [
	'<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '</td></table><iframe src="http://x"></iframe>', '<svg/onload=alert(1)>', '"><b onmouseover="x">', '\' onclick=\'x', '<!-- ', '--><u>x</u>', ']]>', '&lt;script&gt;',
	'[link](javascript:alert(1))', '![x](http://x/y.png)', '<http://x.example>', 'http://x.example/a?b', 'www.x.example', '`code`', '```\nfence\n```', '# heading', '> quote', '- list', '1. list', '| cell | cell |', '***', '[x]: http://x', '\\', '~~x~~', 'a@b.example', '    indented',
	'=cmd|\'/C calc\'!A0', '@SUM(A1)', '+1', '-1', '\t=1', '\r=1', '__proto__', 'constructor', 'javascript:alert(1)', 'data:text/html,<script>1</script>', '\u001B[31m', '\u202Eevil', '<style>*{display:none}</style>', '<base href="http://x">', '<meta http-equiv=refresh content=0>', '<a href="&#106;avascript:x">y</a>',
];

const markdownFaults = (text: string): string[] => {
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

const htmlFaults = (text: string): string[] => {
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

const csvFaults = (text: string): string[] => (parseCsv(text, {relax_column_count: false}) as string[][]).flat()
	.filter(cell => /^[=+\-@\p{Cc}]/u.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell)).map(cell => `a formula: ${cell.slice(0, 40)}`);

const jsonFaults = (text: string): string[] => {
	JSON.parse(text);
	return [];
};

/** How the parser of each format finds what acts; a format without one is told as untried, never passed over. */
const checks: Readonly<Record<string, (text: string) => string[]>> = {md: markdownFaults, html: htmlFaults, csv: csvFaults, json: jsonFaults};

export const exported: Pledge = {
	name: 'exports of hostile text in every field',
	short: 40,
	long: 2000,
	keep: async times => {
		const broken: string[] = [];
		const roll = dice(40);
		const untried = exporters.filter(({extension}) => checks[extension] === undefined).map(({name}) => name);
		for (let time = 0; time < times; time++) {
			// First each charge in all fields at once, then a mixture.
			const one = charges[time];
			const told = withTexts(comparison, (path, was) => (/\.(?:id|article)$/.test(path) ? was : one ?? charges[Math.floor(roll() * charges.length)] ?? ''));
			for (const exporter of exporters) {
				const text = exporter.write(told);
				const found = checks[exporter.extension]?.(text) ?? [];
				broken.push(...found.slice(0, 2).map(what => `${exporter.name}, ${JSON.stringify(one ?? 'a mixture')}: ${what}`));
			}
		}

		return {counts: `${times} comparisons in ${exporters.map(({name}) => name).join(', ')}: ${broken.length} with something that acts${untried.length > 0 ? `; not tried: ${untried.join(', ')}` : ''}`, broken};
	},
};

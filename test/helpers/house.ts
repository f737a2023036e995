import fs from 'node:fs';
import path from 'node:path';

/** Which folder may import which: one direction, no way back. A file at the top is a room of its own. */
const allowed: Readonly<Record<string, readonly string[]>> = {
	model: [],
	text: ['model'],
	readers: ['model', 'text'],
	segment: ['model', 'text'],
	extract: ['model', 'text'],
	cluster: ['model', 'text'],
	search: ['model', 'text'],
	compare: ['model', 'text'],
	exporters: ['model', 'text', 'compare'],
	store: ['model', 'text'],
	host: ['model', 'text'],
	pipeline: ['model', 'text', 'readers', 'segment', 'extract', 'cluster'],
	ui: ['model', 'text', 'search', 'compare', 'exporters'],
	commands: ['model', 'text', 'readers', 'segment', 'extract', 'cluster', 'search', 'compare', 'exporters', 'store', 'host', 'pipeline', 'ui', 'worker'],
	newsdeck: ['commands', 'model', 'text', 'host'],
	worker: ['model', 'pipeline', 'store', 'search', 'host'],
	index: ['model', 'pipeline', 'compare', 'cluster', 'exporters', 'search', 'store'],
};
const owners: Readonly<Record<string, readonly string[]>> = {
	ink: ['ui'], react: ['ui'], 'fuse.js': ['search'], lowdb: ['store'], meow: ['newsdeck'],
	valibot: ['store', 'readers', 'host'], linkedom: ['readers'], chardet: ['readers'], '@mozilla/readability': ['readers'], entities: ['readers'], htmlparser2: ['readers'], 'csv-parse': ['readers'], tar: ['store'], stemmer: ['text'], 'env-paths': ['host'], open: ['host'],
	'string-width': ['text'], diff: ['compare'],
};
/** May touch disk, clock, console and process. */
const edges = new Set(['store', 'host', 'commands', 'newsdeck', 'index', 'worker']);
const harmless = new Set(['node:crypto', 'node:path', 'node:util', 'node:buffer', 'node:url', 'node:zlib']);
const impure = /\b(?:Date\.now\(|new Date\(\)|performance\.now|Math\.random\(|randomUUID|randomBytes|console\.|process\.|setTimeout\(|setInterval\()/;

/** Ways out of the program, and the only files that may take them. Nothing may reach a shell, or make code of text. */
const waysOut: ReadonlyArray<{readonly what: string; readonly seen: (code: string, imports: readonly string[]) => boolean; readonly only: RegExp}> = [
	{what: 'another program', seen: (_, imports) => imports.includes('node:child_process'), only: /^host\// },
	{what: 'a shell', seen: (code, imports) => imports.includes('node:child_process') && /\b(?:exec|execSync|fork)\(|\bshell\s*:/.test(code), only: /^$/ },
	{what: 'the network', seen: (code, imports) => imports.some(name => /^node:(?:https?|http2|net|tls|dns|dgram)\b|^undici$/.test(name)) || /\bfetch\(|\bnew (?:WebSocket|EventSource|XMLHttpRequest)\b/.test(code), only: /^host\/network/ },
	{what: 'a thread', seen: (_, imports) => imports.includes('node:worker_threads'), only: /^(?:host\/worker|worker)\.ts$/ },
	{what: 'code made of text', seen: (code, imports) => imports.includes('node:vm') || /\beval\(|\bnew Function\(/.test(code), only: /^$/ },
];

/** The program text without comments and without what stands in strings, so that words in them break no rule. */
const code = (text: string): string => text
	.replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g, '$1')
	.replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, '\'\'');

const importsOf = (text: string): string[] => [...text.replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g, '$1')
	.matchAll(/\b(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]|(?<!['"])\bimport\s*\(?\s*['"]([^'"]+)['"]/g)].map(match => match[1] ?? match[2] ?? '');

const roomOf = (file: string): string => file.includes('/') ? file.split('/')[0] ?? '' : file.replace(/\.tsx?$/, '');
const packageOf = (name: string): string => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');

const checkImport = (file: string, room: string, from: string): string[] => {
	if (from.endsWith('.json')) return [];
	if (from.startsWith('.')) {
		const other = roomOf(path.posix.normalize(path.posix.join(path.posix.dirname(file), from)));
		return other === room || (allowed[room] ?? []).includes(other) ? [] : [`${file}: ${room} must not import ${other}`];
	}

	if (from.startsWith('node:')) return edges.has(room) || harmless.has(from) ? [] : [`${file}: ${room} must not touch ${from}`];
	const owner = owners[packageOf(from)];
	if (owner === undefined) return [`${file}: nobody owns the package ${packageOf(from)}`];
	return owner.includes(room) ? [] : [`${file}: ${packageOf(from)} belongs to ${owner.join(', ')}`];
};

const cycles = (graph: ReadonlyMap<string, readonly string[]>): string[] => {
	const state = new Map<string, 'open' | 'done'>();
	const found: string[] = [];
	const visit = (file: string, trail: readonly string[]): void => {
		if (state.get(file) === 'done') return;
		if (state.get(file) === 'open') {
			found.push(`cycle: ${[...trail.slice(trail.indexOf(file)), file].join(' -> ')}`);
			return;
		}

		state.set(file, 'open');
		for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
		state.set(file, 'done');
	};

	for (const file of graph.keys()) visit(file, []);
	return found;
};

/** Every breach of the house rules under `root`, a line each; empty where all is well. */
export const checkHouse = (root: string): string[] => {
	const bad: string[] = [];
	const graph = new Map<string, string[]>();
	const files = fs.readdirSync(root, {recursive: true, encoding: 'utf8'}).map(file => file.replaceAll(path.sep, '/')).filter(file => /\.tsx?$/.test(file));
	for (const file of files) {
		const room = roomOf(file);
		const text = fs.readFileSync(path.join(root, file), 'utf8');
		const bare = code(text);
		if (!(room in allowed)) bad.push(`${file}: no such room "${room}"`);
		if (!/^[a-z\d]+(-[a-z\d]+)*\.tsx?$/.test(path.basename(file))) bad.push(`${file}: not kebab-case`);
		if (text.trimEnd().split('\n').length > 250) bad.push(`${file}: over 250 lines`);
		if (/\bexport default\b/.test(bare)) bad.push(`${file}: default export`);
		if (!edges.has(room) && impure.test(bare)) bad.push(`${file}: clock, chance, console or process in a pure room`);
		if (/\buseInput\(/.test(bare) && !/^ui\/(?:keys\/use-keymap\.tsx?|components\/text-field\.tsx)$/.test(file)) bad.push(`${file}: useInput outside use-keymap and text-field`);
		if (/:\s*any\b|\bas any\b|<any>/.test(bare)) bad.push(`${file}: any`);
		const imports = importsOf(text);
		bad.push(...imports.flatMap(from => checkImport(file, room, from)));
		bad.push(...waysOut.flatMap(({what, seen, only}) => seen(bare, imports) && !only.test(file) ? [`${file}: must not reach ${what}`] : []));
		// Imports of types vanish when the program runs: only the others can make a circle.
		const running = importsOf(text.replaceAll(/\b(?:import|export)\s+type\b[^;]*;/g, ''));
		graph.set(file, running.filter(from => from.startsWith('.')).map(from => path.posix.normalize(path.posix.join(path.posix.dirname(file), from))));
	}

	return [...bad, ...cycles(graph)];
};

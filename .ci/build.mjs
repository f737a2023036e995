// Bundles source/ into dist/: flat, and in a few large parts, because a file more costs a start as much as twenty kilobytes do. A part holds what its
// files import, as far as no part before it does: so none waits for a later one, and a command loads only the parts it needs.
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {chmod, mkdir, rm, writeFile} from 'node:fs/promises';
import {rolldown} from 'rolldown';

const root = new URL('..', import.meta.url).pathname;

/** In the order in which they build on each other. The screen's own part waits until there is a screen. */
const parts = {
	door: ['commands/index.ts', 'commands/help.ts', 'host/terminal.ts', 'host/paths.ts', 'text/closest.ts', 'text/sanitise.ts'],
	base: ['commands/list.ts', 'commands/context.ts', 'host/desk.ts', 'node_modules/meow/build/index.js'],
	search: ['commands/search.ts', 'commands/asked/search-library.ts'],
	compare: ['compare/compare.ts'],
	pages: ['ui/tools.ts', 'ui/keys/bindings.ts', 'ui/session/session.ts', 'ui/snapshot.ts', 'commands/browse.ts', 'commands/mend/sitting.ts', 'host/terminal-kind.ts'],
	screen: ['ui/app.tsx'],
	raw: ['readers/raw-lines.ts'],
	beside: ['commands/intake/group-work.ts'],
	stages: ['pipeline.ts'],
};

/**
 * meow looks for the package it is in, with 200 kB that it has bundled for it, and runs them at its start. newsdeck asks for nothing of a package: without that
 * search the rest is not asked for either, and is left out once its calls are known to have no effect.
 */
const leanMeow = {
	name: 'lean-meow',
	transform: {
		filter: {id: /meow\/build\/(?:options|dependencies)\.js$/},
		handler(code) {
			const lean = code
				.replace(/^import \{ a as readPackageUpSync, n as normalizePackageData \} from .*$/m, 'const [readPackageUpSync, normalizePackageData] = [() => undefined, () => {}];')
				.replace(/^promisify\(execFile\);$/m, '')
				.replaceAll(/^((?:var|const) \w+ = )(?=(?:require\w+|getDefaultExportFromCjs)\()/gm, '$1/* @__PURE__ */ ');
			if (lean === code) throw new Error('meow is not made as it was: see leanMeow in .ci/build.mjs');
			return lean;
		},
	},
};

/** Telling emoji costs half of what Node's own start does, once, whether there are any or not: it waits for the first sign that is not plain. See .ci/segmenter.mjs for the other. */
const lateTables = {
	name: 'late-tables',
	transform: {
		filter: {id: /node_modules\/.*\.js$/, code: /Intl\.Segmenter|RGI_Emoji/},
		handler(code) {
			const late = code
				.replaceAll(/^const (\w+) = new Intl\.Segmenter\(([^\n]*)\);$/gm, 'const $1 = lateSegmenter($2);')
				.replaceAll(/^const (\w+) = (\/[^\n]*RGI_Emoji[^\n]*\/v);$/gm, 'let $1Made; const $1 = {test: text => ($1Made ??= $2).test(text)};');
			return late.includes('= lateSegmenter(') ? `import {lateSegmenter} from '${root}.ci/segmenter.mjs';\n${late}` : late;
		},
	},
};

/** Functions of Node that a command seldom needs, by their part: it is loaded at the first call. */
const lateBuiltins = {child_process: ['spawn', 'execFileSync'], 'timers/promises': ['setTimeout'], zlib: ['crc32']};

/**
 * Takes the parts of Node as they are: an import makes a copy of all that a part has, and loads for it what nobody asked for (the streams of node:fs, all that
 * node:util has): a tenth of what a command costs at its start.
 */
const plainBuiltins = code => {
	const taken = code.replaceAll(/^import (?:([\w$]+)(?:, )?)?(?:\* as ([\w$]+)|\{ ([^}]*) \})? from "(?:node:)?([a-z0-9_/]+)";$/gm, (_, whole, all, named = '', name) => {
		const part = `builtin("node:${name}")`;
		const names = named.split(', ').filter(Boolean).map(each => each.split(' as ')).map(([there, here = there]) => ({there, here}));
		const isLate = ({there}) => lateBuiltins[name]?.includes(there) ?? false;
		return [
			...[whole, all].filter(Boolean).map(each => `const ${each} = ${part};`),
			...names.filter(isLate).map(({there, here}) => `const ${here} = (...given) => ${part}.${there}(...given);`),
			...names.filter(each => !isLate(each)).map(({there, here}) => `const ${here} = ${part}.${there};`),
		].join('\n');
	});
	if (/^(?:import|export) [^;]* from "(?!\.)/m.test(taken)) throw new Error('a part of Node is imported in a way that .ci/build.mjs does not know');
	if (taken === code) return code;
	const [start = ''] = /^#!.*\n/.exec(taken) ?? [];
	// An older Node has no getBuiltinModule, and must come as far as being told its version.
	return `${start}import { createRequire as requireFrom } from "node:module";\nconst builtin = globalThis.process.getBuiltinModule ?? requireFrom(import.meta.url);\n${taken.slice(start.length)}`;
};

const escaped = text => text.replaceAll(/[^\x00-\x7F]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * One sign beyond Latin-1 makes Node hold a part in twice its size, and decode it as UTF-8 at every start: all are written as escapes, which strings and patterns
 * take alike. A raw string takes none: there they are put in.
 */
const plainSigns = code => code.replaceAll(/String\.raw`[^`]*`|[^\x00-\x7F]+/g, part => part.startsWith('String.raw')
	? part.replaceAll(/\$\{[^}]*\}|[^\x00-\x7F]+/g, each => each.startsWith('${') ? escaped(each) : `\${"${escaped(each)}"}`)
	: escaped(part));

/** See .ci/plain-rows.mjs. */
const plainRows = {
	name: 'plain-rows',
	transform: {
		filter: {id: /node_modules\/ink\/build\/(?:output|sanitize-ansi)\.js$/},
		handler(code) {
			const places = [
				['const sanitizeAnsi = (text) => {', '$& if (isPlainRow(text)) return text;'],
				['get() {', '$& const plain = plainRows(this.operations);'],
				['for (let x = 0; x < this.width; x++) {', 'if (!plain.has(y)) $&'],
				['for (const operation of this.operations) {', '$& if (plain.has(operation.y)) continue;'],
				['const generatedOutput = output', 'const generatedOutput = output.map((line, y) => plain.get(y) ?? line)'],
				['// See https://github.com/vadimdemedes/ink/pull/564#issuecomment-1637022742', "if (typeof line === 'string') return line;"],
			].filter(([place]) => code.includes(place));
			if (places.length !== (code.includes('class Output') ? 5 : 1)) throw new Error('Ink is not made as it was: see plainRows in .ci/build.mjs');
			return `import {isPlainRow, plainRows} from '${root}.ci/plain-rows.mjs';\n${places.reduce((made, [place, instead]) => made.replace(place, () => instead.replace('$&', place)), code)}`;
		},
	},
};

/** See .ci/string-width.mjs. */
const plainWidths = {
	name: 'plain-widths',
	resolveId: {
		filter: {id: /^string-width$/},
		handler: (_, importer) => importer?.includes('/node_modules/') ? `${root}.ci/string-width.mjs` : null,
	},
};

await rm(`${root}dist`, {recursive: true, force: true});
const bundle = await rolldown({
	cwd: root,
	input: {newsdeck: 'source/newsdeck.ts', index: 'source/index.ts', worker: 'source/worker.ts'},
	platform: 'node',
	transform: {target: 'node22', define: {'process.env.NODE_ENV': '"production"'}},
	// Ink asks for the devtools only in development; left external it crashes at start.
	resolve: {alias: {'react-devtools-core': `${root}.ci/empty.mjs`}},
	plugins: [leanMeow, lateTables, plainRows, plainWidths],
	// A file that is in a part already is asked for lazily by one and at once by another: nothing is wrong with that.
	checks: {ineffectiveDynamicImport: false},
});
const {output} = await bundle.generate({
	dir: `${root}dist`,
	format: 'esm',
	chunkFileNames: '[name]-[hash].js',
	minify: 'dce-only',
	comments: {legal: false, annotation: false, jsdoc: false},
	codeSplitting: {groups: Object.entries(parts).map(([name, files], at, all) => ({name, priority: all.length - at, test: id => files.some(file => id === `${root}source/${file}` || id === `${root}${file}`)}))},
});
await bundle.close();

/** A file that only hands on what is in a part, for one that asks for it lazily: who asks is sent to the part itself. */
const handsOn = /^export \{([^}]*)\} from "(\.\/[^"]+)";\s*$/;
const passed = new Map(output.flatMap(({fileName, code = '', isEntry}) => {
	const [, names, part] = handsOn.exec(code) ?? [];
	return part === undefined || isEntry ? [] : [[`./${fileName}`, `import("${part}").then((part) => ({${names.split(',').map(name => name.trim().split(' as ')).map(([there, here = there]) => `${here}: part.${there}`).join(', ')}}))`]];
}));
await mkdir(`${root}dist`);
for (const {fileName, code, source} of output) {
	if (!passed.has(`./${fileName}`)) await writeFile(`${root}dist/${fileName}`, code === undefined ? source : plainSigns(plainBuiltins(code.replaceAll(/import\("(\.\/[^"]+)"\)/g, (asked, from) => passed.get(from) ?? asked))));
}

await chmod(`${root}dist/newsdeck.js`, 0o755);

// What is bundled is handed on with its licences: most of them ask for it.
const bundled = output.flatMap(({moduleIds = []}) => moduleIds.flatMap(id => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id) ?? []));
const packages = [...new Set(bundled)].filter(folder => existsSync(`${folder}/package.json`)).toSorted();
const licence = folder => {
	const {name, version, license} = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
	const file = readdirSync(folder).find(each => /^licen[cs]e(?:\.|$)/i.test(each));
	return `${name} ${version} (${license})\n\n${file === undefined ? 'Its package holds no text of the licence.' : readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
};
await writeFile(`${root}dist/licences.txt`, `The programs of others that newsdeck is built of, each with its licence.\n\n${packages.map(licence).join(`\n${'-'.repeat(72)}\n\n`)}`);

import {basename, dirname, extname, join} from 'node:path';
import {bundleOf} from '../exporters/bundle.ts';
import {dataPackage} from '../exporters/data-package.ts';
import {evidenceLevels, type EvidenceLevel} from '../exporters/exporter.ts';
import {exporterOfFile, exporters, findExporter, type Exporter} from '../exporters/index.ts';
import {writeFolder} from '../host/folder.ts';
import type {Column, Comparison} from '../model/comparison.ts';
import type {Library} from '../model/library.ts';
import {exitCodes, Problem} from '../model/problem.ts';
import {closest} from '../text/closest.ts';
import type {Command, Context, Flags} from './command.ts';
import {checkAsked, comparisonFor, listFor} from './asked/comparing.ts';
import {readLibrary} from './asked/library-reading.ts';

const names = exporters.map(({name}) => name);
const usage = (what: string, remedy: string): Problem => new Problem({exit: 'usage', what, why: '', remedy});

const levelOf = (flags: Flags): EvidenceLevel => {
	const wanted = flags.text('evidence') ?? 'full';
	const level = evidenceLevels.find(one => one === wanted);
	if (level !== undefined) return level;
	const near = closest(wanted, evidenceLevels);
	throw usage(`--evidence ${wanted} is not known.`, near === undefined ? `Choose ${evidenceLevels.join(', ')}.` : `Did you mean ${near}?`);
};

/** The format that was asked for, else the one of the file's name; a name without an ending is Markdown. */
const formatOf = (flags: Flags, output: string): Exporter => {
	const asked = flags.text('format');
	if (asked !== undefined) return findExporter(asked);
	if (output === '-' || extname(output) === '') return findExporter(flags.has('json') ? 'json' : 'md');
	return exporterOfFile(output) ?? findExporter(extname(output));
};

/** What a file was written of, in a message. */
const contents = ({columns}: Comparison): string => `${columns.length} articles, ${columns.reduce((sum, column) => sum + column.figures.length, 0)} figures`;

const writeBundle = async (context: Context, library: Library, folder: string): Promise<void> => {
	const comparison = await comparisonFor(context, library, {every: context.flags.has('all')});
	const raws = new Map<string, Uint8Array>();
	for (const {article} of comparison.columns) if (!raws.has(article.document)) raws.set(article.document, await library.raw(article.document));
	await writeFolder(folder, bundleOf(comparison, raws, levelOf(context.flags)), {force: context.flags.has('force'), list: 'SHA256SUMS'});
	context.io.tell(`${folder} is written: ${contents(comparison)}, ${raws.size} raw files. sha256sum -c SHA256SUMS checks them.`);
};

const check = (context: Context): void => {
	const {flags} = context;
	checkAsked(context);
	if (flags.text('bundle') === undefined) return;
	for (const other of ['output', 'format']) if (flags.text(other) !== undefined) throw usage(`--bundle and --${other} do not go together.`, 'A bundle is a folder of its own.');
};

/** A text that is being written: its parts one after the other, and when they are through what it was written of. */
type Written = {readonly title: string; readonly parts: () => AsyncIterable<string>; readonly contents: () => string};

/** What was asked for in a format: only pages are worked out as comparisons, and only tables take portions of a library. */
const writtenIn = async (context: Context, library: Library, exporter: Exporter): Promise<Written> => {
	const options = {evidence: levelOf(context.flags), raw: context.flags.has('raw')};
	if (exporter.holds === 'columns') {
		const comparison = await comparisonFor(context, library, {every: context.flags.has('all')});
		return {title: comparison.title, contents: () => contents(comparison), async * parts() {
			yield exporter.write(comparison, options);
		}};
	}

	const {title, columns} = await listFor(context, library);
	let articles = 0;
	let figures = 0;
	const counted = async function * (): AsyncIterable<readonly Column[]> {
		for await (const some of columns()) {
			articles += some.length;
			figures += some.reduce((sum, column) => sum + column.figures.length, 0);
			yield some;
		}
	};

	return {title, contents: () => `${articles} articles, ${figures} figures`, async * parts() {
		const {table} = exporter;
		if (table !== undefined) yield table.head;
		else yield exporter.write({title, columns: (await Array.fromAsync(counted())).flat()}, options);
		if (table !== undefined) for await (const some of counted()) yield * table.rows(some, options);
	}};
};

const writeFile = async (context: Context, written: Written, {name}: Exporter, output: string): Promise<void> => {
	const {flags, effects, io} = context;
	if (output === '-') {
		for await (const part of written.parts()) io.write(part);
		return;
	}

	const force = flags.has('force');
	if (flags.has('datapackage')) {
		const content = (await Array.fromAsync(written.parts())).join('');
		const beside = join(dirname(output), 'datapackage.json');
		await effects.writeFile(output, content, {force});
		await effects.writeFile(beside, dataPackage({title: written.title, file: basename(output), content, delimiter: name === 'tsv' ? '\t' : ','}), {force});
		io.tell(`${beside} describes its columns.`);
	} else {
		await effects.writeFile(output, written.parts(), {force});
	}

	io.tell(`${output} is written: ${written.contents()}.`);
};

export const command: Command = {
	usage: [`newsdeck export ID...|-|--event EVENT|--query QUERY|--saved NAME [--format ${names.join('|')}] [--output FILE] [--force]`, 'newsdeck export ID...|-|--event EVENT|--query QUERY|--saved NAME --bundle DIR [--force]'],
	summary: 'a comparison as a file, each figure with its words, offsets and file hash',
	examples: [
		['newsdeck export --event kursk --output kursk.md', 'the format follows the name of the file'],
		['newsdeck export --event kursk --format csv > kursk.csv', 'a row a figure, of all articles of the event'],
		['newsdeck export --event kursk --bundle for-the-editor', 'a page with numbered evidence, the raw files, their hashes'],
	],
	flags: {
		event: {value: 'EVENT', help: 'an event or storyline, by id or by words of its label'},
		query: {value: 'QUERY', help: 'what a search finds'},
		saved: {value: 'NAME', help: 'a comparison that was saved under this name'},
		format: {value: 'FORMAT', choices: names, help: `${names.join(', ')} (default: by the name of the file, else md)`},
		output: {value: 'FILE', help: 'where to write; "-" or nothing is stdout'},
		all: {help: 'every article of the event or query, not the few that say most; lists have them anyway'},
		evidence: {value: 'LEVEL', choices: evidenceLevels, help: 'full (the sentence and its place), short (the place) or none; default full'},
		raw: {help: 'csv and tsv for R and Python: no apostrophe before what looks like a formula'},
		datapackage: {help: 'beside a csv or tsv file: datapackage.json, which describes its columns'},
		bundle: {value: 'DIR', help: 'a folder for an editor: the page, the raw files, SHA256SUMS'},
		force: {help: 'write over a file, or a bundle, that is there'},
	},
	async run(context) {
		const {flags} = context;
		check(context);
		const output = flags.text('output') ?? '-';
		const exporter = formatOf(flags, output);
		levelOf(flags);
		const isTable = exporter.name === 'csv' || exporter.name === 'tsv';
		if (flags.has('raw') && !isTable) throw usage(`--raw says nothing to ${exporter.name}.`, 'It is for csv and tsv.');
		if (flags.has('datapackage') && (!isTable || output === '-')) throw usage('--datapackage describes a csv or tsv file.', 'Add --output FILE.csv.');
		const library = await readLibrary(context);
		try {
			const folder = flags.text('bundle');
			if (folder === undefined) await writeFile(context, await writtenIn(context, library, exporter), exporter, output);
			else await writeBundle(context, library, folder);
		} finally {
			await library.close();
		}

		return exitCodes.done;
	},
};

import {copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {built, root} from '../helpers/program.ts';
import {openTerminal} from '../helpers/terminal.ts';
import {measured} from './measured.ts';
import {foreign} from './painted.ts';
import type {Pledge} from './pledge.ts';

const shared = path.join(root, '../shared/hostile');
/** What each file is called when it is imported: as it is, and as what it is not. */
const dresses = ['', '.txt', '.html'];
/** At most so many to one run of the program, so that one that hangs is found. */
const BATCH = 60;

/** Our own worst, where there are no others at hand. */
const ownWorst = ['\u001B]0;owned\u0007\u001B[2J\u001B[31mFire\u202E kills\u202C 5\u200B,000', '\u001B]8;;http://x\u0007link\u001B]8;;\u0007 \u009B8mhidden 12 people', `e${'\u0301'.repeat(500)} 7 \u{E0041}\u{E0042} killed\b\b\b 9`].map(text => `A headline of it\n\n${text} were killed in the harbour on Monday.\n\nThe pilots said so.\n`);

/** Shows articles of a library one after the other at 80x24, and returns what of the painted bytes is not newsdeck's own. */
const shown = async (library: string, folder: string, articles: number): Promise<string[]> => {
	const terminal = openTerminal(process.execPath, [built, library], {columns: 80, rows: 24, cwd: folder, env: {HOME: folder, XDG_DATA_HOME: folder}});
	try {
		await terminal.waitFor('? keys', 30_000);
		for (const keys of ['\r', 'r', '/5', '\r', ...Array.from({length: articles}, () => ']'), 'q', 'q', 'c', '3', 'e']) {
			terminal.write(keys);
			await terminal.still(60);
		}

		terminal.write('\u0003');
		const {exitCode} = await terminal.exited(20_000);
		return [...exitCode === 130 ? [] : [`the screen ended with ${exitCode}: ${terminal.text().slice(0, 200)}`], ...foreign(terminal.raw()).slice(0, 3).map(what => `painted: ${what}`)];
	} catch (error) {
		return [`the screen: ${String(error).slice(0, 300)}`];
	} finally {
		terminal.close();
	}
};

export const hostile: Pledge = {
	name: 'hostile files, imported and shown',
	short: 40,
	long: Number.MAX_SAFE_INTEGER,
	async keep(times) {
		const folder = mkdtempSync(path.join(tmpdir(), 'newsdeck-hostile-'));
		const broken: string[] = [];
		let [files, largest, slowest] = [0, 0, 0];
		try {
			const sources = existsSync(shared) ? readdirSync(shared, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name)).sort() : [];
			// Spread over all kinds where not all are wanted.
			const every = Math.max(1, Math.floor(sources.length / times));
			const chosen = sources.filter((_, index) => index % every === 0).slice(0, times);
			for (const dress of dresses) {
				for (let from = 0; from < Math.max(1, chosen.length); from += BATCH) {
					const place = path.join(folder, `in${dress}-${from}`);
					mkdirSync(place);
					for (const [index, file] of chosen.slice(from, from + BATCH).entries()) copyFileSync(file, path.join(place, `${index}-${path.basename(file)}${dress}`));
					for (const [index, text] of ownWorst.entries()) writeFileSync(path.join(place, `own-${index}-${encodeURIComponent(dress)}.txt`), text);
					const names = readdirSync(place).length;
					files += names;
					const library = path.join(folder, `library${dress}-${from}`);
					const {code, out, err, cpu, memory} = await measured(['import', place, '--library', library], folder, 120_000);
					largest = Math.max(largest, memory ?? 0);
					slowest = Math.max(slowest, (cpu ?? 120) / names);
					if (code === null || code === 70) broken.push(`${place}: ended with ${code}: ${err.slice(-300)}`);
					if (cpu !== null && cpu > 5 * names) broken.push(`${place}: ${cpu} s of the processor`);
					if (memory !== null && memory > 300) broken.push(`${place}: ${memory} MB`);
					broken.push(...foreign(out + err).slice(0, 3).map(what => `printed: ${what}`));
					if (existsSync(library)) broken.push(...await shown(library, folder, times < 100 ? 6 : 60));
				}
			}
		} finally {
			rmSync(folder, {recursive: true, force: true});
		}

		return {counts: `${files} files, each as it is, as .txt and as .html: ${broken.length} crashed, hung or acted on the terminal; on average at most ${slowest.toFixed(2)} s of the processor each, ${largest} MB`, broken};
	},
};

import {mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Problem} from '../../source/model/problem.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {fire, groupingOf, importOf, inquiry, now, undated} from '../store/samples.ts';
import {dice, type Pledge} from './pledge.ts';

/** Everything a library tells: what a reader sees, and the bytes that came in. */
const told = async (folder: string): Promise<string> => {
	const library = await openLibrary(folder, {now, create: true, cache: join(folder, 'cache')});
	const cards = (await library.articles()).items;
	const documents = await library.documents();
	const raw = await Promise.all(documents.map(async document => Buffer.from(await library.raw(document.id)).toString('base64')));
	return JSON.stringify([cards, await library.read(cards.map(card => card.id)), await library.events(), await library.storylines(), await library.log(), documents, raw]);
};

export const flipped: Pledge = {
	name: 'a bit that flipped, in any file of a library',
	short: 120,
	long: 1000,
	async keep(times) {
		const folder = await mkdtemp(join(tmpdir(), 'newsdeck-flipped-'));
		const broken: string[] = [];
		const seen = {refused: 0, harmless: 0};
		const roll = dice(1000);
		try {
			const library = await openLibrary(folder, {create: true, now});
			await library.commit({imports: [importOf('a', [fire, inquiry])], grouping: groupingOf([importOf('a', [fire, inquiry])])}, 0);
			await library.commit({imports: [importOf('b', [undated])], corrections: [{correction: {kind: 'label', event: 'e-harbour', label: 'Fire'}, who: 'ada', when: now().toISOString(), why: null}]}, 1);
			for (const text of ['One.', 'Two.']) await library.commit({corrections: [{correction: {kind: 'note', article: (await library.articles()).items[0]?.id ?? '', text}, who: 'ada', when: now().toISOString(), why: null}]}, (await library.summary()).generation);
			const files = await readdir(folder);
			if (!files.includes('library.json.log') || !files.includes('library.json.log.bak')) broken.push('there is no journal: nothing of it was tried');
			const good = await told(folder);
			for (let time = 0; time < times; time++) {
				// Listed anew each time: a cache may have been written since.
				const names = (await readdir(folder, {recursive: true})).sort();
				const tried = (await Promise.all(names.map(async name => (await stat(join(folder, name))).isFile() ? [name] : []))).flat();
				const name = tried[Math.floor(roll() * tried.length)] ?? '';
				const path = join(folder, name);
				const bytes = await readFile(path);
				const at = Math.floor(roll() * bytes.length);
				const bad = Buffer.from(bytes);
				bad.writeUInt8(bad.readUInt8(at) ^ (1 << Math.floor(roll() * 8)), at);
				await writeFile(path, bad);
				try {
					if (await told(folder) === good) seen.harmless++;
					else broken.push(`${name}, byte ${at}: opened silently and tells something else`);
				} catch (error) {
					if (error instanceof Problem && error.what.includes(folder) && error.why !== '' && error.remedy !== '') seen.refused++;
					else broken.push(`${name}, byte ${at}: refused without path, reason and remedy: ${String(error)}`);
				}

				// What is made anew from the rest (a cache) may be mended; what people and pages said is left as it lies.
				const left = await readFile(path).catch(() => Buffer.alloc(0));
				if (!left.equals(bad) && !left.equals(bytes) && !/cache/.test(name)) broken.push(`${name}: overwritten`);
				await writeFile(path, bytes);
			}
		} finally {
			await rm(folder, {recursive: true, force: true});
		}

		return {counts: `${times} flips: ${seen.refused} refused with path, reason and remedy, ${seen.harmless} harmless (the generation before, or made anew), ${broken.length} silent or overwritten`, broken};
	},
};

import fs from 'node:fs';
import {copyFile, cp, lstat, mkdir, readFile, readdir, rename, rm, stat, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import {describe, expect, it} from 'vitest';
import type {Library} from '../../source/model/library.ts';
import {textQuoteOf, type Correction} from '../../source/model/override.ts';
import {backUp, restoreLibrary} from '../../source/store/backup.ts';
import {examine} from '../../source/store/check.ts';
import {copyLibrary} from '../../source/store/copy.ts';
import {libraryFile} from '../../source/store/library-file.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {changedMeanwhile} from '../../source/store/problems.ts';
import {sha256} from '../../source/text/hash.ts';
import {dice} from '../faults/pledge.ts';
import {fire, groupingOf, importOf, inquiry, now, undated, withFolder} from './samples.ts';
import {watching, withoutLibraryJson} from './watching.ts';

const page = importOf('harbour.txt', [fire, inquiry, undated]);
const other = importOf('other.txt', [{headline: 'A mill opens', body: ['It opened at noon.']}]);
const ids = page.derivations.map(each => each.article.id);
const id = ids[0] ?? '';
const when = now().toISOString();
const said = (...corrections: readonly Correction[]) => ({corrections: corrections.map(correction => ({correction, who: 'ada', when, why: null}))});
const note = (text: string, article = id): Correction => ({kind: 'note', article, text});
const star: Correction = {kind: 'mark', article: id, mark: 'starred', on: true};

/** A library of one import. */
const begin = async (folder: string): Promise<Library> => {
	const library = await openLibrary(folder, {create: true, now});
	await library.commit({imports: [page], grouping: groupingOf([page])}, 0);
	return library;
};
const commit = async (library: Library, changes: Parameters<Library['commit']>[0]): Promise<number> => library.commit(changes, (await library.summary()).generation);
const notes = async (library: Library): Promise<unknown> => (await library.log()).map(({act}) => act.kind === 'correct' && act.correction.kind === 'note' ? act.correction.text : act.kind);
const everything = async (library: Library) => ({
	summary: await library.summary(), cards: (await library.articles()).items, events: await library.events(), paged: await library.eventPage(), storylines: await library.storylines(), log: await library.log(),
	read: await library.read(ids), gone: await library.tombstones(), review: await library.review(), saved: await library.saved(), tracked: await library.tracked(),
});
const names = async (folder: string): Promise<readonly string[]> => (await readdir(folder)).filter(name => name.startsWith('library.json')).sort();
const journalIn = (folder: string): string => join(folder, 'library.json.log');

describe('what people say', () => {
	it('goes into the journal; library.json stays as it is, and every reader knows both', async () => withFolder(async folder => {
		const library = await begin(folder);
		const before = await readFile(join(folder, 'library.json'));
		expect(await commit(library, said(star, {kind: 'tag', article: id, tag: 'quay', on: true}))).toBe(2);
		expect(await commit(library, said(note('Mine.')))).toBe(3);
		expect(await commit(library, {undo: {who: 'ada', when, redo: false}})).toBe(4);
		expect(await readFile(join(folder, 'library.json'))).toEqual(before);
		expect(await names(folder)).toEqual(['library.json', 'library.json.log', 'library.json.log.bak']);
		for (const each of [library, await openLibrary(folder, {now}), await openLibrary(folder, {now, readOnly: true})]) {
			expect(await each.summary()).toMatchObject({generation: 4});
			expect((await each.articles()).items.find(card => card.id === id)).toMatchObject({starred: true, tags: ['harbour', 'quay'], note: null});
			expect((await each.log()).map(({sequence, act}) => [sequence, act.kind])).toEqual([[1, 'correct'], [2, 'correct'], [3, 'correct'], [4, 'undo']]);
		}
	}));

	it('is lines that jq reads, each under its own check, after a line that says which library.json they go on from', async () => withFolder(async folder => {
		await commit(await begin(folder), said(star, note('Ünd "so"\u2028weiter')));
		const [head, ...lines] = (await readFile(journalIn(folder), 'utf8')).trimEnd().split('\n').map(line => JSON.parse(line));
		expect(head).toEqual({format: 'newsdeck/journal', version: 3, generation: 2, library: sha256(await readFile(join(folder, 'library.json'))), sha256: expect.stringMatching(/^[0-9a-f]{64}$/u)});
		expect(lines).toEqual([1, 2].map(sequence => ({check: expect.stringMatching(/^[0-9a-f]{16}$/u), entry: expect.objectContaining({sequence, who: 'ada'})})));
		for (const {check, entry} of lines) expect(check).toBe(sha256(JSON.stringify(entry)).slice(0, 16));
	}));

	it('reads the same from the journal as from library.json, whatever is said, taken back and brought back', async () => withFolder(async folder => {
		const place = join(folder, 'library');
		const library = await begin(place);
		const [figure, quote] = [page.derivations[0]?.figures[0], page.derivations.flatMap(each => each.quotes)[0]];
		const article = page.derivations.find(each => each.article.id === quote?.article)?.article ?? page.derivations[0]!.article;
		const on = textQuoteOf(page.derivations[0]!.article, figure!);
		const acts: readonly Correction[] = [
			star, {...star, on: false}, note('One.'), note('Two.', ids[1]), {kind: 'tag', article: id, tag: 'quay', on: true}, {kind: 'figure', on, review: 'confirmed', fields: {}},
			{kind: 'figure', on, review: 'edited', fields: {low: 13, high: 13}}, {kind: 'figure', on: {article: ids[2] ?? '', exact: 'x', prefix: '', suffix: ''}, review: 'edited', fields: {}},
			{kind: 'quote', on: textQuoteOf(article, quote!), review: 'rejected', fields: {}}, {kind: 'article', article: id, fields: {headline: 'Another'}}, {kind: 'article', article: id, fields: {published: '2031-01-02', outlet: 'The Ebb'}},
			{kind: 'delete', article: ids[1] ?? '', on: true}, {kind: 'delete', article: ids[1] ?? '', on: false}, {kind: 'label', event: 'e-harbour', label: 'Fire'}, {kind: 'storyline', label: 'Harbours', articles: [id]},
			{kind: 'alias', name: 'Quay Daily', alias: 'The Tidal Post'}, {kind: 'measure', word: 'boats', measure: 'ships', outlet: null}, {kind: 'comparison', name: 'c', saved: {articles: [id], view: 'figures', notes: ''}},
			{kind: 'question', name: 'q', tracked: {measure: 'killed', subject: null, scope: null, flow: null}}, {kind: 'look', name: 'q', figures: [], gone: []}, {kind: 'passage', on, holds: 1},
		];
		const roll = dice(12);
		for (let time = 0; time < 80; time++) {
			const act = acts[Math.floor(roll() * acts.length)]!;
			const back = roll();
			const changes = back < 0.2 ? {undo: {who: 'ada', when, redo: back < 0.08}} : back < 0.3 ? said(act, acts[Math.floor(roll() * acts.length)]!) : said(act);
			await commit(library, changes).catch((error: unknown) => expect(error).toMatchObject({exit: 'nothing'}));
			if (time % 20 !== 19) continue;
			const copy = join(folder, `copy-${time}`);
			await copyLibrary(place, copy, {now});
			const expected = await everything(await openLibrary(copy, {now}));
			expect(await names(copy)).toEqual(['library.json', 'library.json.bak'].slice(0, (await names(copy)).length));
			expect(await everything(library), `after ${time}`).toEqual(expected);
			expect(await everything(await openLibrary(place, {now}))).toEqual(expected);
		}
		expect(await names(place)).toContain('library.json.log');
	}));

	it('is seen by another newsdeck at its next look, and never overwritten by it', async () => withFolder(async folder => {
		const first = await begin(folder);
		const second = await openLibrary(folder, {now});
		await commit(first, said(note('One.')));
		expect(await notes(second)).toEqual(['One.']);
		await commit(second, said(note('Two.')));
		await expect(first.commit(said(note('Too late.')), 2)).rejects.toMatchObject({exit: 'library', why: changedMeanwhile});
		await commit(first, said(note('Three.')));
		await commit(second, {imports: [other]});
		await commit(first, said(note('Four.')));
		for (const each of [first, second, await openLibrary(folder, {now})]) {
			expect(await notes(each)).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
			expect(await each.summary()).toMatchObject({generation: 6, articles: 4});
		}
	}));

	it('goes into library.json when there is more of it than a journal may hold', async () => withFolder(async folder => {
		const library = await begin(folder);
		const many = (count: number) => said(...Array.from({length: count}, (_, index) => note(`${index}`)));
		await commit(library, many(600));
		await commit(library, many(400));
		expect(JSON.parse(await readFile(join(folder, 'library.json'), 'utf8')).data.entries).toHaveLength(0);
		await commit(library, many(1));
		expect(JSON.parse(await readFile(join(folder, 'library.json'), 'utf8')).data.entries).toHaveLength(1001);
		await commit(library, said(note('x'.repeat(600_000))));
		const whole = JSON.parse(await readFile(join(folder, 'library.json'), 'utf8'));
		expect([whole.generation, whole.data.entries.length]).toEqual([5, 1002]);
		await commit(library, many(1));
		expect(await (await openLibrary(folder, {now})).log()).toHaveLength(1003);
	}));
});

describe('when library.json is written', () => {
	it('it takes the journal in; what the generation before it lacks stays there too, until the next', async () => withFolder(async folder => {
		const library = await begin(folder);
		await commit(library, said(note('One.')));
		await commit(library, {imports: [other]});
		const entries = async (name: string): Promise<number> => JSON.parse(await readFile(join(folder, name), 'utf8')).data.entries.length;
		expect([await entries('library.json'), await entries('library.json.bak')]).toEqual([1, 0]);
		expect((await readFile(journalIn(folder), 'utf8')).match(/"sequence":1,/gu)).toHaveLength(1);
		await commit(library, {imports: [importOf('third.txt', [{body: ['Third.']}])]});
		expect([await entries('library.json'), await entries('library.json.bak')]).toEqual([1, 1]);
		expect(await names(folder)).toEqual(['library.json', 'library.json.bak']);
		expect(await notes(await openLibrary(folder, {now}))).toEqual(['One.']);
	}));

	it('and a kill comes before the journal is seen to, it is known to be in there', async () => withFolder(async folder => {
		const library = await begin(folder);
		await commit(library, said(note('One.')));
		for (const name of ['library.json.log', 'library.json.log.bak']) await copyFile(join(folder, name), join(folder, `kept-${name}`));
		await commit(library, {imports: [other], ...said({kind: 'label', event: 'e-harbour', label: 'Fire'})});
		for (const name of ['library.json.log', 'library.json.log.bak']) await rename(join(folder, `kept-${name}`), join(folder, name));
		const again = await openLibrary(folder, {now});
		expect([await notes(again), await notes(library)]).toEqual([['One.', 'correct'], ['One.', 'correct']]);
		expect((await examine(folder)).findings).toEqual([]);
		expect(await commit(again, said(note('Two.')))).toBe(4);
		for (const each of [library, await openLibrary(folder, {now})]) expect([await notes(each), (await each.summary()).generation]).toEqual([['One.', 'correct', 'Two.'], 4]);
	}));

	it('by a newsdeck that kept it in the second layout, the first word brings it up to date: programs of that time know no journal', async () => withFolder(async folder => {
		await begin(folder);
		const file = join(folder, 'library.json');
		const {data: {entries, ...data}} = JSON.parse(await readFile(file, 'utf8'));
		const zeros = `{"format":"newsdeck/library","version":2,"generation":1,"sha256":"${'0'.repeat(64)}",\n"data":${JSON.stringify({...data, log: entries})}}\n`;
		const old = zeros.replace('0'.repeat(64), sha256(zeros));
		await writeFile(file, old);
		const library = await openLibrary(folder, {now});
		expect(await commit(library, said(star))).toBe(2);
		expect(await names(folder)).toEqual(['library.json', 'library.json.bak', 'library.json.v2']);
		expect(await readFile(`${file}.v2`, 'utf8')).toBe(old);
		// Where they look for the log there is none: they refuse it all, rather than tell it without what the journal adds.
		expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({version: 3, data: {entries: [{sequence: 1}]}});
		expect(JSON.parse(await readFile(file, 'utf8')).data).not.toHaveProperty('log');
		await commit(library, said(note('Two.')));
		expect(await names(folder)).toContain('library.json.log');
	}));
});

describe('the files of the journal', () => {
	it('have the mode of library.json, lie beside what it points to, and follow no planted link', async () => withFolder(async folder => {
		const library = join(folder, 'library');
		await begin(library);
		await mkdir(join(folder, 'elsewhere'));
		const real = join(folder, 'elsewhere', 'real.json');
		await rename(join(library, 'library.json'), real);
		await symlink('../elsewhere/real.json', join(library, 'library.json'));
		await fs.promises.chmod(real, 0o640);
		const victim = join(folder, 'victim');
		await writeFile(victim, 'precious');
		await symlink(victim, `${real}.log.tmp`);
		await symlink(victim, `${real}.log.bak.tmp`);
		const opened = await openLibrary(library, {now});
		await commit(opened, said(star));
		await commit(opened, said(note('Two.')));
		expect((await readdir(join(folder, 'elsewhere'))).sort()).toEqual(['real.json', 'real.json.log', 'real.json.log.bak']);
		expect(await readdir(library)).not.toContain('library.json.log');
		for (const name of ['real.json.log', 'real.json.log.bak']) {
			const found = await lstat(join(folder, 'elsewhere', name));
			expect([found.isFile(), found.mode & 0o777]).toEqual([true, 0o640]);
		}
		expect(await readFile(victim, 'utf8')).toBe('precious');
		expect(await notes(await openLibrary(library, {now}))).toEqual(['correct', 'Two.']);
	}));

	it('are for the owner alone where nobody said otherwise', async () => withFolder(async folder => {
		await commit(await begin(folder), said(star));
		expect((await stat(journalIn(folder))).mode & 0o777).toBe(0o600);
	}));

	it('go with a backup, and with a folder that is moved or packed by hand', async () => withFolder(async folder => {
		const place = join(folder, 'library');
		const library = await begin(place);
		await commit(library, said(star));
		await commit(library, said(note('Two.')));
		const expected = await everything(library);
		await backUp(place, join(folder, 'saved.tgz'), {force: false, now});
		const {create} = await import('tar');
		await create({file: join(folder, 'by-hand.tar'), cwd: place}, await readdir(place));
		for (const name of ['saved.tgz', 'by-hand.tar']) {
			await restoreLibrary(join(folder, name), join(folder, `${name}-back`), {force: false, now});
			expect(await everything(await openLibrary(join(folder, `${name}-back`), {now})), name).toEqual(expected);
		}
		await cp(place, join(folder, 'moved'), {recursive: true});
		expect(await everything(await openLibrary(join(folder, 'moved'), {now}))).toEqual(expected);
	}));
});

describe('a reader in the middle of whose look somebody writes', () => {
	const third = importOf('third.txt', [{body: ['Third.']}]);
	const meanwhile: ReadonlyArray<readonly [string, string, readonly Parameters<Library['commit']>[0][]]> = [
		['the first journal, between the looks for it and for the one before it', '.log.bak', [said(note('One.'))]],
		['a further entry, before the journal is read', '.log', [said(note('One.')), said(note('Two.'))]],
		['an import that takes the journal in', '.log', [said(note('One.')), {imports: [other]}]],
		['two imports, after which there is no journal', '.log', [said(note('One.')), {imports: [other]}, {imports: [third]}]],
		['imports and more entries', '.log', [said(note('One.')), {imports: [other]}, said(note('Two.')), {imports: [third]}, said(note('Three.'))]],
	];
	for (const had of [false, true]) {
		it.each(meanwhile)(`sees all of it or none at once, never an error: %s${had ? ', where there was a journal' : ''}`, async (_, before, changes) => withFolder(async folder => {
			const writer = await begin(folder);
			if (had) await commit(writer, said(note('Zero.')));
			const state = async () => [(await writer.articles()).items.length, ...await notes(writer) as readonly string[]];
			const states = [await state()];
			let begun = false;
			await watching(async path => {
				if (begun || !path.endsWith(before)) return;
				begun = true;
				for (const each of changes) {
					await commit(writer, each);
					states.push(await state());
				}
			}, async () => {
				const file = await libraryFile(folder, true);
				const data = await file.read();
				const seen = [data?.articles.length, ...data?.entries.flatMap(({act}) => act.kind === 'correct' && act.correction.kind === 'note' ? [act.correction.text] : []) ?? []];
				// What is not there at all is not looked for a second time.
				expect(begun).toBe(!had || before === '.log');
				expect(states).toContainEqual(seen);
				expect(file.generation()).toBe((had ? 2 : 1) + states.findIndex(each => isDeepStrictEqual(each, seen)));
			});
		}));
	}
});

describe('a large library that was opened by its cache', () => {
	it('takes a word down without library.json being read or written', async () => withFolder(async folder => {
		const [place, cache] = [join(folder, 'library'), join(folder, 'cache')];
		const large = importOf('large.txt', [fire, ...Array.from({length: 2100}, (_, index) => ({headline: `Story ${index}`, body: [`Told ${index} times.`]}))]);
		const first = large.derivations[0]?.article.id ?? '';
		const made = await openLibrary(place, {create: true, now, cache});
		await made.commit({imports: [large], ...said({kind: 'mark', article: first, mark: 'reviewed', on: true})}, 0);
		await made.close();
		const library = await openLibrary(place, {now, cache});
		await withoutLibraryJson(async () => {
			expect(await commit(library, said({...star, article: first}))).toBe(2);
			expect(await commit(library, said(note('Mine.', first)))).toBe(3);
			expect((await library.read([first]))[0]?.article).toMatchObject({starred: true, reviewed: true, note: 'Mine.'});
		});
		await library.close();
		for (const each of [await openLibrary(place, {now, cache}), await openLibrary(place, {now})]) expect((await each.read([first]))[0]?.article).toMatchObject({starred: true, reviewed: true, note: 'Mine.'});
		await rm(cache, {recursive: true});
	}));
});

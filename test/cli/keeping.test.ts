import {cpSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {inProcess} from '../helpers/in-process.ts';
import {emptyPlace, objects, root, run, type Run} from '../helpers/program.ts';

const pages = readdirSync(path.join(root, 'data/demo/pages')).toSorted().slice(0, 2).map(name => path.join(root, 'data/demo/pages', name));
const imported = emptyPlace();
let place = imported;
const library = (): string => path.join(place.folder, 'library');
const on = async (...words: string[]): Promise<Run> => inProcess(library(), () => '2026-01-02T10:00:00Z')(...words);
const list = async () => objects((await on('list', '--json')).out);
const firstId = async (): Promise<string> => String((await list())[0]?.['id']);

beforeAll(async () => {
	expect(await on('import', ...pages)).toMatchObject({code: 0});
});
beforeEach(() => {
	place = emptyPlace();
	cpSync(path.join(imported.folder, 'library'), library(), {recursive: true});
});

describe('putting articles right from the command line', () => {
	test('set, tag, note, star and delete are in the list and in the log; undo N takes back the one that is meant', async () => {
		const id = await firstId();
		for (const words of [['set', id, 'outlet=Quay Daily', 'byline='], ['tag', id, 'harbour', 'fire'], ['note', id, 'ask', 'the', 'union']]) expect(await on('article', ...words)).toMatchObject({code: 0});
		const [put] = objects((await on('article', 'star', id, '--json')).out);
		expect(put).toMatchObject({id, outlet: 'Quay Daily', outletBasis: 'given', byline: null, starred: true, reviewed: false, note: 'ask the union'});
		expect(put?.['tags']).toEqual(expect.arrayContaining(['harbour', 'fire']));
		expect(await on('undo', '1')).toMatchObject({code: 0});
		const card = (await list()).find(each => each['id'] === id);
		expect(card).toMatchObject({note: 'ask the union', starred: true});
		expect(card?.['outlet']).not.toBe('Quay Daily');
		expect((await on('log')).out).toContain('undo 1');
		expect(await on('undo', '1')).toMatchObject({code: 1, err: expect.stringContaining('Entry 1 was not taken back')});
	});

	test('delete says what goes along, stays away from a second import, and comes back with --force', async () => {
		const before = await list();
		const id = String(before.find(card => card['kind'] === 'article')?.['id']);
		const gone = await on('article', 'delete', id, '--json');
		expect(objects(gone.out)).toEqual([{deleted: id, posts: [], corrections: [], event: expect.any(String), undo: 1}]);
		const ids = async () => (await list()).map(card => card['id']);
		expect(await ids()).not.toContain(id);
		expect(await on('import', ...pages)).toMatchObject({code: 0, err: expect.stringContaining('--force brings them back')});
		expect(await ids()).not.toContain(id);
		expect(await on('import', ...pages, '--force')).toMatchObject({code: 0});
		expect((await ids()).toSorted()).toEqual(before.map(card => card['id']).toSorted());
	});

	test('what cannot be understood is wrong usage', async () => {
		const id = await firstId();
		const nonsense = [['article', 'paint', id], ['article', 'set', id, 'colour=red'], ['article', 'set', id, 'outlet'], ['article', 'delete'], ['article', 'star', id, 'twice'], ['undo', '1', '2'], ['backup']];
		const codes = await Promise.all([...nonsense, ['article', 'star', 'a-none']].map(async words => (await on(...words)).code));
		expect(codes).toEqual([...nonsense.map(() => 2), 1]);
	});
});

describe('a page that a person cut otherwise', () => {
	test('is read anew by their word, and so is its next version', async () => {
		const page = path.join(place.folder, 'harbour.txt');
		const lines = ['Storm closes the harbour', '', 'The harbour was closed on Sunday after a storm, the harbour office said.', '', 'Ring the bell for the evening edition of our harbour news.', '', 'Some 40 boats were lost in the night, the union said.', ''];
		writeFileSync(page, lines.join('\n'));
		await on('import', page);
		const {openLibrary} = await import('../../source/store/lowdb-library.ts');
		const {lineQuoteOf} = await import('../../source/model/override.ts');
		const now = () => new Date('2026-01-02');
		const opened = await openLibrary(library(), {now});
		const document = (await opened.documents()).at(-1)?.id ?? '';
		const at = lineQuoteOf(document, lines.map((text, index) => ({number: index + 1, text})), 5);
		if (at === null) throw new Error('no such line');
		await opened.commit({corrections: [{correction: {kind: 'cut', act: 'remove', at, through: at}, who: 'ada', when: now().toISOString(), why: null}]}, (await opened.summary()).generation);
		expect(await on('rederive')).toMatchObject({code: 0, err: expect.stringContaining('articles that read differently: 1')});
		const words = async () => objects((await on('list', '--json', '--full')).out).filter(card => card['path'] === page).map(card => JSON.stringify(card['segments']));
		expect(await words()).toEqual([expect.not.stringContaining('Ring the bell')]);

		writeFileSync(page, ['Storm closes the harbour', '', 'An inquiry was opened on Monday, the harbour office said.', '', ...lines.slice(2)].join('\n'));
		expect((await on('import', page)).out).toContain('revised');
		expect(await words()).toEqual([expect.stringMatching(/inquiry was opened(?!.*Ring the bell).*40 boats/u)]);

		// A cut whose line is gone waits in the review, and is in force again when the line is back.
		const review = async () => (await (await openLibrary(library(), {now})).review()).map(entry => entry.sequence);
		expect(await review()).toEqual([]);
		writeFileSync(page, ['Storm closes the harbour', '', 'All quiet again, the harbour office said on Tuesday.', '', ...lines.slice(6)].join('\n'));
		expect((await on('import', page)).err).toContain('Corrections that find their words no more: 1.');
		expect((await on('log')).out).toMatch(/^1 .+ \(finds its words no more\)$/mu);
		expect(await review()).toEqual([1]);
		writeFileSync(page, ['Storm closes the harbour', '', 'The harbour opened on Friday, the harbour office said.', '', ...lines.slice(4)].join('\n'));
		expect((await on('import', page)).err).not.toContain('Corrections');
		const id = String((await list()).find(card => card['path'] === page)?.['id']);
		const [shown] = objects((await on('show', id, '--json')).out);
		expect(shown).toMatchObject({places: [{path: page, startLine: 1}], revisions: [{document}, {document}, {headline: 'Storm closes the harbour'}, {}]});
		expect([await review(), await words()]).toEqual([[], [expect.not.stringContaining('Ring the bell')]]);
	});
});

describe('keeping a library whole', () => {
	test('verify counts what it looked at, and finds a word that was changed in a page and in a pack', async () => {
		const whole = await on('verify', '--json');
		expect(whole.code).toBe(0);
		expect(objects(whole.out)).toEqual([{kind: 'counts', documents: 2, articles: (await list()).length, figures: expect.any(Number), quotes: expect.any(Number), wrong: 0}]);
		const document = path.join(library(), 'documents', readdirSync(path.join(library(), 'documents'))[0] ?? '');
		writeFileSync(document, `${readFileSync(document, 'utf8')} `);
		const pack = path.join(library(), 'bodies', readdirSync(path.join(library(), 'bodies'))[0] ?? '');
		writeFileSync(pack, readFileSync(pack, 'utf8').replace('"text":"', '"text":"X'));
		const found = await on('verify', '--json');
		expect(found.code).toBe(1);
		expect(objects(found.out).map(each => each['kind'])).toEqual(expect.arrayContaining(['document', 'bodies', 'article', 'counts']));
	});

	test('doctor explains a damaged library and mends it; what people said of it is still there', async () => {
		const id = await firstId();
		await on('article', 'note', id, 'mine');
		const before = await list();
		const file = path.join(library(), 'library.json');
		writeFileSync(file, readFileSync(file, 'utf8').replace('"articles":[', '"articles":{'));
		rmSync(path.join(library(), 'bodies'), {recursive: true});
		expect((await on('list')).code).toBe(4);
		const told = await on('doctor', '--json');
		expect(told.code).toBe(1);
		expect(objects(told.out)[0]).toMatchObject({kind: 'library', path: file, harm: true});
		expect(await on('doctor', '--repair')).toMatchObject({code: 0, err: expect.stringContaining('The library is whole.')});
		const [after, doctor, verify] = await Promise.all([list(), on('doctor'), on('verify')]);
		expect(after).toEqual(before);
		expect([doctor.code, verify.code]).toEqual([0, 0]);
	});

	test('a backup is put back on another computer, and refuses to write over a library', async () => {
		const before = await list();
		const file = path.join(place.folder, 'news.tar.gz');
		expect(await on('backup', file)).toMatchObject({code: 0});
		expect((await on('backup', file)).code).toBe(6);
		expect((await on('restore', file)).code).toBe(6);
		const there = path.join(place.folder, 'elsewhere', 'library');
		expect(await run(['restore', file, '--library', there], {env: place.env})).toMatchObject({code: 0});
		expect(objects((await run(['list', '--json', '--library', there], {env: place.env})).out)).toEqual(before);
		expect((await on('restore', path.join(place.folder, 'none.tar'), '--force')).code).toBe(4);
	});

	test('rederive shows nothing where this program reads as it did, and each figure where it reads otherwise', async () => {
		expect(await on('rederive', '--dry-run')).toMatchObject({code: 0, out: '', err: expect.stringContaining('figures: 0')});
		const file = path.join(library(), 'library.json');
		const untouched = readFileSync(file);
		// A library that an earlier program read: it took one figure for another.
		const {openLibrary} = await import('../../source/store/lowdb-library.ts');
		const {allCards} = await import('../../source/model/library.ts');
		const earlier = await openLibrary(library(), {now: () => new Date('2026-01-02')});
		const card = (await allCards(earlier)).find(each => each.figureCount > 1);
		const ids = (await allCards(earlier)).flatMap(each => each.document === card?.document ? [each.id] : []);
		const derivations = (await earlier.read(ids)).map(each => each.article.id === card?.id ? {...each, figures: each.figures.map((figure, index) => index === 0 ? {...figure, measure: 'boats'} : figure)} : each);
		await earlier.commit({readings: [{document: card?.document ?? '', removed: [], derivations, versions: {segment: 0, extract: 0, cluster: 0}}]}, 1);
		const shown = await on('rederive', '--dry-run', '--json');
		expect(objects(shown.out)).toMatchObject([{article: card?.id, was: {measure: 'boats'}, now: {measure: expect.not.stringContaining('boats')}}]);
		expect(await on('rederive')).toMatchObject({code: 0, err: expect.stringContaining('figures: 1')});
		expect(await on('rederive', '--dry-run')).toMatchObject({out: ''});
		expect(readFileSync(file).equals(untouched)).toBe(false);
		expect(await (await openLibrary(library(), {now: () => new Date('2026-01-02')})).revisions(card?.id ?? '')).toHaveLength(2);
	});
});

test('the same words from another page are no second article: it is told, and shown as another place', async () => {
	const {folder} = emptyPlace();
	const newsdeck = inProcess(path.join(folder, 'library'), () => '2026-01-02T10:00:00Z');
	const words = 'Crane falls at the dock\n\nA crane fell at the dock on Sunday, the port said.\n\nNobody was hurt, and the dock will open on Monday, it said.\n';
	for (const [name, end] of [['one.txt', ''], ['two.txt', '\n\n']] as const) writeFileSync(path.join(folder, name), words + end);
	expect((await newsdeck('import', path.join(folder, 'one.txt'))).out).toContain('one.txt: new, articles: 1, figures');
	expect((await newsdeck('import', path.join(folder, 'two.txt'))).out).toContain('two.txt: new, articles: 1 (known by their words: 1), figures');
	const all = objects((await newsdeck('list', '--json')).out);
	expect(all).toHaveLength(1);
	expect((await newsdeck('show', String(all[0]?.['id']))).out).toMatch(/one\.txt, \S*two\.txt\n/);
});

test('a dry run says that nothing was written; of many inputs the totals are told', async () => {
	const {folder} = emptyPlace();
	const newsdeck = inProcess(path.join(folder, 'library'), () => '2026-01-02T10:00:00Z');
	const files = Array.from({length: 12}, (_, at) => path.join(folder, `${at}.txt`));
	for (const [at, file] of files.entries()) writeFileSync(file, at === 0 ? '' : `Boat ${at} comes in\n\nThe boat came in at ${at} in the morning, the port said.\n`);
	expect((await newsdeck('import', ...files, '--dry-run')).err).toMatch(/^Inputs: 12\. new: 11, failed: 1\.\nNothing was written: this was a dry run\.$/m);
	expect((await newsdeck('import', ...files.slice(1))).err).toBe('');
	expect((await newsdeck('import', ...files)).err).toContain('Inputs: 12. same: 11, failed: 1.');
});

import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {keptFiles} from '../../source/host/kept-files.ts';
import type {Derivation, Library, Rereading} from '../../source/model/library.ts';
import type {Correction} from '../../source/model/override.ts';
import {createLibrarySearch} from '../../source/search/library-search.ts';
import {copyLibrary} from '../../source/store/copy.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {importOf, now, withFolder, type Story} from '../store/samples.ts';

/** Enough that the index is kept, on one page; number 3 alone tells of anybody. */
const stories: readonly Story[] = Array.from({length: 520}, (_, at) => ({
	headline: `Report ${at}`, outlet: 'Harbour Post', body: at === 3 ? ['The wharf burnt and 40 dockers died, the pilot said: “We saw it coming.”', 'It rained.'] : [`Page ${at} tells of the tide.`],
	...(at === 3 && {figures: [['40', 40]] as const, quotes: ['We saw it coming.']}),
}));
const page = importOf('page.txt', stories);
const [told] = page.derivations.slice(3);
if (told === undefined) throw new Error('a story of the wharf');

const who = {who: 'ada', when: now().toISOString(), why: null};
const correct = async (library: Library, ...corrections: readonly Correction[]): Promise<void> => void await library.commit({corrections: corrections.map(correction => ({correction, ...who}))}, (await library.summary()).generation);
const reread = async (library: Library, change: (derivation: Derivation) => Derivation): Promise<void> => {
	const reading: Rereading = {document: page.document.id, removed: page.removed, versions: {...page.versions, extract: 2}, derivations: page.derivations.map(each => each === told ? change(each) : each)};
	await library.commit({readings: [reading]}, (await library.summary()).generation);
};

/** A library and its kept index, asked by another program each time: nothing is remembered but what lies on the disk. */
const withLibrary = async (work: (library: Library, found: (query: string) => Promise<readonly string[]>, folder: string) => Promise<void>): Promise<void> => withFolder(async folder => {
	const library = await openLibrary(join(folder, 'library'), {create: true, now});
	await library.commit({imports: [page]}, 0);
	const cache = keptFiles(async () => join(folder, 'index'));
	await work(library, async query => {
		const {hits} = await createLibrarySearch({library: await openLibrary(join(folder, 'library'), {readOnly: true, now}), cache}).search(query, {snippets: 0});
		return hits.map(({article}) => article);
	}, folder);
});
const wharf = told.article.id;

describe('a kept index follows what changes no card', () => {
	test('a newer reading: another value, another time, another speaker', async () => withLibrary(async (library, found) => {
		expect(await found('killed=40')).toEqual([wharf]);
		await reread(library, ({article, figures, quotes}) => ({article, figures: figures.map(figure => ({...figure, low: 400, high: 400, asOf: '2025-03-02'})), quotes: quotes.map(quote => ({...quote, speaker: 'Ida Strand', speakerName: 'Ida Strand'}))}));
		for (const query of ['killed>=400', 'asof:2025-03', 'speaker:strand', 'figure:killed quote:"saw it coming"']) expect([query, await found(query)]).toEqual([query, [wharf]]);
		for (const query of ['killed=40', 'asof:2024']) expect([query, await found(query)]).toEqual([query, []]);
	}));

	test('a figure put right, and one correction of two taken back', async () => withLibrary(async (library, found) => {
		const [figure] = told.figures;
		if (figure === undefined) throw new Error('a figure');
		const on = {article: wharf, segment: figure.segment, exact: figure.text, prefix: 'burnt and ', suffix: ' dockers died', start: figure.start};
		await correct(library, {kind: 'figure', on, review: 'edited', fields: {low: 41, high: 41}}, {kind: 'note', article: wharf, text: 'Looked at.'});
		expect(await found('killed=41')).toEqual([wharf]);
		const edit = (await library.log()).find(({act}) => act.kind === 'correct' && act.correction.kind === 'figure');
		await library.commit({undo: {who: 'ada', when: now().toISOString(), redo: false, ...(edit && {sequence: edit.sequence})}}, (await library.summary()).generation);
		expect([await found('killed=41'), await found('killed=40')]).toEqual([[], [wharf]]);
	}));

	test('a name that is another\'s alias', async () => withLibrary(async (library, found) => {
		await reread(library, each => ({...each, quotes: each.quotes.map(quote => ({...quote, speakerName: 'the pilot'}))}));
		expect(await found('speaker:pilot')).toEqual([wharf]);
		await correct(library, {kind: 'alias', name: 'Ida Strand', alias: 'the pilot'});
		expect([await found('speaker:pilot'), await found('speaker:strand')]).toEqual([[], [wharf]]);
	}));

	test('another library in its place, of as many articles and as many generations', async () => withLibrary(async (library, found, folder) => {
		await copyLibrary(join(folder, 'library'), join(folder, 'earlier'), {now});
		await correct(library, {kind: 'tag', article: wharf, tag: 'fire', on: true});
		expect(await found('tag:fire')).toEqual([wharf]);
		await library.close();
		await rm(join(folder, 'library'), {recursive: true});
		await copyLibrary(join(folder, 'earlier'), join(folder, 'library'), {now});
		await correct(await openLibrary(join(folder, 'library'), {now}), {kind: 'tag', article: wharf, tag: 'quay', on: true});
		expect([await found('tag:fire'), await found('tag:quay')]).toEqual([[], [wharf]]);
	}));
});

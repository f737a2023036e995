import {describe, expect, it} from 'vitest';
import type {Library} from '../../source/model/library.ts';
import type {Correction} from '../../source/model/override.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {fire, groupingOf, importOf, inquiry, now, withFolder} from './samples.ts';

const page = importOf('harbour.txt', [fire, inquiry]);
const [id = '', other = ''] = page.derivations.map(each => each.article.id);
const when = '2025-06-01T12:00:00Z';

const withLibrary = async (work: (library: Library) => Promise<void>): Promise<void> => withFolder(async folder => {
	const library = await openLibrary(folder, {now});
	await library.commit({imports: [page], grouping: groupingOf([page])}, 0);
	await work(library);
});
/** Several corrections as one act: one commit. */
const act = async (library: Library, ...corrections: readonly Correction[]): Promise<number> =>
	library.commit({corrections: corrections.map(correction => ({correction, who: 'ada', when, why: 'the agency said so'}))}, (await library.summary()).generation);
/** One after the other. */
const correct = async (library: Library, ...corrections: readonly Correction[]): Promise<number> => {
	let generation = 0;
	for (const correction of corrections) generation = await act(library, correction);
	return generation;
};
const undo = async (library: Library, redo = false): Promise<number> => library.commit({undo: {who: 'ada', when, redo}}, (await library.summary()).generation);

const on = {article: id, exact: 'killed 12', prefix: 'old harbour ', suffix: ' dockers'};
const edit: Correction = {kind: 'figure', on, review: 'edited', fields: {low: 13, high: 13, source: null, hedges: 'about; reportedly'}};
const figures = async (library: Library) => (await library.read([id]))[0]?.figures ?? [];

describe('an act of several corrections', () => {
	it('is taken back and brought back as one, whichever of its entries is named', async () => withLibrary(async library => {
		const tags = async () => (await library.articles()).items.find(card => card.id === id)?.tags;
		await correct(library, {kind: 'tag', article: id, tag: 'first', on: true});
		await act(library, {kind: 'tag', article: id, tag: 'fire', on: true}, {kind: 'tag', article: id, tag: 'port', on: true});
		expect((await library.log()).map(({begun}) => begun)).toEqual([undefined, undefined, 2]);
		await undo(library);
		expect(await tags()).toEqual(['harbour', 'first']);
		await undo(library, true);
		expect(await tags()).toEqual(['harbour', 'first', 'fire', 'port']);
		await library.commit({undo: {who: 'ada', when, redo: false, sequence: 3}}, (await library.summary()).generation);
		expect(await tags()).toEqual(['harbour', 'first']);
		expect((await library.log()).at(-1)?.act).toEqual({kind: 'undo', sequence: 2});
	}));
});

describe('a correction', () => {
	it('of a figure shows in what is read, and leaves the rest of the figure as it was', async () => withLibrary(async library => {
		await correct(library, edit);
		const [figure] = await figures(library);
		expect(figure).toEqual({...page.derivations[0]?.figures[0], low: 13, high: 13, source: null, hedges: ['about', 'reportedly'], review: 'edited'});
		await correct(library, {kind: 'figure', on, review: 'confirmed', fields: {}});
		expect((await figures(library))[0]).toMatchObject({low: 13, review: 'confirmed'});
	}));

	it('is counted in lists where the program read nothing at all', async () => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		const bare = importOf('quiet.txt', [{headline: 'Quiet night', body: ['Scores of boats stayed in the harbour.']}]);
		await library.commit({imports: [bare]}, 0);
		const article = bare.derivations[0]?.article.id ?? '';
		const count = async () => (await (await openLibrary(folder, {now})).articles()).items[0]?.figureCount;
		expect(await count()).toBe(0);
		const scores = {article, exact: 'Scores', prefix: '', suffix: ' of boats'};
		await correct(library, {kind: 'figure', on: scores, review: 'edited', fields: {low: 40}}, {kind: 'figure', on: scores, review: 'edited', fields: {measure: 'boats'}});
		expect(await count()).toBe(1);
		await undo(library);
		await undo(library);
		expect(await count()).toBe(0);
	}));

	it('moves a figure to the words a person gives it, and to the review where they do not stand there or belong to another', async () => withLibrary(async library => {
		await correct(library, {kind: 'figure', on, review: 'edited', fields: {text: '12 dockers'}});
		expect((await figures(library))[0]).toMatchObject({text: '12 dockers', end: (page.derivations[0]?.figures[0]?.end ?? 0) + ' dockers'.length, review: 'edited'});
		await correct(library, {kind: 'figure', on: {...on, exact: '12 dockers', prefix: 'killed ', suffix: ''}, review: 'edited', fields: {low: 12}});
		expect((await figures(library))[0]).toMatchObject({text: '12 dockers', low: 12});
		expect(await library.review()).toEqual([]);
		await correct(library, {kind: 'figure', on, review: 'edited', fields: {text: 'dockers by the dozen'}});
		expect((await library.review()).map(entry => entry.sequence)).toEqual([3]);
		expect((await figures(library))[0]).toMatchObject({text: '12 dockers'});
	}));

	it('can add a figure that the program did not see', async () => withLibrary(async library => {
		await correct(library, {kind: 'figure', on: {article: id, exact: 'Another 12', prefix: '', suffix: ' dockers were'}, review: 'edited', fields: {low: 12, high: 12, measure: 'missing'}});
		const found = await figures(library);
		expect(found).toHaveLength(3);
		expect(found[2]).toMatchObject({text: 'Another 12', segment: 2, start: 0, end: 10, line: 4, measure: 'missing', review: 'edited'});
	}));

	it('of an article shows in lists too, with what a person gave marked as given', async () => withLibrary(async library => {
		await correct(library, {kind: 'article', article: id, fields: {outlet: 'The Ebb', published: '2025-04-01', tags: 'fire; port'}});
		const card = (await library.articles()).items[0];
		expect(card).toMatchObject({id, outlet: 'The Ebb', outletBasis: 'given', published: '2025-04-01', publishedBasis: 'given', tags: ['fire', 'port']});
		expect((await library.read([id]))[0]?.article).toMatchObject({outlet: 'The Ebb'});
		expect((await library.summary()).outlets).toBe(2);
	}));

	it('of a quote confirms it, rejects it, puts it right, or adds one', async () => withLibrary(async library => {
		const said = {article: id, exact: 'Nobody saw it coming,', prefix: '“', suffix: '”'};
		const quotes = async () => (await library.read([id]))[0]?.quotes ?? [];
		expect((await quotes())[0]).toMatchObject({text: said.exact, review: null});
		await correct(library, {kind: 'quote', on: said, review: 'edited', fields: {speakerName: 'Ada Pilot'}});
		expect(await quotes()).toEqual([{...page.derivations[0]?.quotes[0], speakerName: 'Ada Pilot', review: 'edited'}]);
		await correct(library, {kind: 'quote', on: said, review: 'rejected', fields: {}});
		expect((await quotes())[0]).toMatchObject({speakerName: 'Ada Pilot', review: 'rejected'});
		await correct(library, {kind: 'quote', on: {article: id, exact: 'A fire in the old harbour', prefix: '', suffix: ' killed'}, review: 'edited', fields: {speaker: 'the harbour office'}});
		expect(await quotes()).toMatchObject([{segment: 0, start: 0, end: 25, line: 2, speaker: 'the harbour office', review: 'edited'}, {review: 'rejected'}]);
		expect((await library.read([id], {uncorrected: true}))[0]).toEqual(page.derivations[0]);
	}));

	it('tags, stars, marks as reviewed and notes an article; the words of the last one stand', async () => withLibrary(async library => {
		const card = async () => (await library.articles()).items.find(each => each.id === id);
		expect(await card()).toMatchObject({tags: ['harbour'], starred: false, reviewed: false, note: null});
		await correct(library, {kind: 'tag', article: id, tag: 'fire', on: true}, {kind: 'tag', article: id, tag: 'fire', on: true}, {kind: 'tag', article: id, tag: 'harbour', on: false});
		await correct(library, {kind: 'mark', article: id, mark: 'starred', on: true}, {kind: 'mark', article: id, mark: 'reviewed', on: true}, {kind: 'mark', article: id, mark: 'reviewed', on: false});
		await correct(library, {kind: 'note', article: id, text: 'Ask the union.'});
		expect(await card()).toMatchObject({tags: ['fire'], starred: true, reviewed: false, note: 'Ask the union.'});
		await correct(library, {kind: 'note', article: id, text: ''});
		expect((await library.read([id]))[0]?.article).toMatchObject({starred: true, note: null});
	}));

	it('of a saved comparison or a tracked question is found by name, until it is taken away', async () => withLibrary(async library => {
		const saved = {articles: [id, other], view: 'figures' as const, notes: 'Twelve or fourteen?'};
		const tracked = {measure: 'killed', subject: null, scope: null, flow: 'total' as const};
		await correct(library, {kind: 'comparison', name: 'harbour', saved}, {kind: 'question', name: 'deaths', tracked}, {kind: 'comparison', name: 'other', saved});
		expect([...await library.saved()]).toEqual([['harbour', saved], ['other', saved]]);
		expect([...await library.tracked()]).toEqual([['deaths', tracked]]);
		await correct(library, {kind: 'comparison', name: 'harbour', saved: null});
		expect([...(await library.saved()).keys()]).toEqual(['other']);
		await undo(library);
		expect([...(await library.saved()).keys()]).toEqual(['harbour', 'other']);
	}));

	it('of a saved search is found by name, its last query; a name is given and taken back as one act', async () => withLibrary(async library => {
		await correct(library, {kind: 'search', name: 'tolls', query: 'killed>50'}, {kind: 'search', name: 'tolls', query: 'killed>100'});
		expect([...await library.searches()]).toEqual([['tolls', 'killed>100']]);
		await act(library, {kind: 'search', name: 'tolls', query: null}, {kind: 'search', name: 'high', query: 'killed>100'});
		expect([...await library.searches()]).toEqual([['high', 'killed>100']]);
		await undo(library);
		expect([...await library.searches()]).toEqual([['tolls', 'killed>100']]);
	}));

	it('of a label shows in the events; together and apart are only taken down', async () => withLibrary(async library => {
		await correct(library, {kind: 'label', event: 'e-harbour', label: 'The great fire'}, {kind: 'apart', articles: [id, other]});
		expect((await library.events())[0]).toMatchObject({label: 'The great fire', articles: [id, other]});
		expect((await library.log()).map(entry => [entry.sequence, entry.who, entry.when, entry.why])).toEqual([[1, 'ada', when, 'the agency said so'], [2, 'ada', when, 'the agency said so']]);
	}));

	it('that makes no sense is refused before it is taken down', async () => withLibrary(async library => {
		const nonsense: readonly Correction[] = [
			{...edit, fields: {colour: 'red'}}, {...edit, fields: {low: 'many'}}, {...edit, fields: {qualifier: '!'}}, {...edit, fields: {components: 'drowned'}},
			{...edit, on: {...on, exact: ''}}, {kind: 'article', article: id, fields: {id: 'mine'}}, {kind: 'article', article: id, fields: {__proto__: null, constructor: 'x'}},
		];
		for (const each of nonsense) await expect(correct(library, each), JSON.stringify(each)).rejects.toMatchObject({exit: 'usage'});
		expect(await library.log()).toEqual([]);
	}));
});

describe('undo and redo', () => {
	it('are entries of the log, and go back and forth one at a time', async () => withLibrary(async library => {
		await correct(library, edit);
		await correct(library, {kind: 'article', article: id, fields: {outlet: 'The Ebb'}});
		await undo(library);
		expect((await library.articles()).items.find(card => card.id === id)?.outlet).toBe(fire.outlet);
		expect((await figures(library))[0]?.low).toBe(13);
		await undo(library);
		expect(await library.read([id])).toEqual([page.derivations[0]]);
		await undo(library, true);
		expect((await figures(library))[0]?.low).toBe(13);
		expect((await library.log()).map(({act}) => act.kind === 'correct' ? 'correct' : `${act.kind} ${act.sequence}`)).toEqual(['correct', 'correct', 'undo 2', 'undo 1', 'redo 1']);
	}));

	it('take back a chosen entry, and leave the later ones', async () => withLibrary(async library => {
		await correct(library, edit, {kind: 'note', article: id, text: 'Later.'});
		const back = async (sequence: number, redo = false) => library.commit({undo: {who: 'ada', when, redo, sequence}}, (await library.summary()).generation);
		await back(1);
		expect((await library.read([id]))[0]).toMatchObject({article: {note: 'Later.'}, figures: [{low: 12, review: null}, {}]});
		for (const sequence of [1, 3, 9]) await expect(back(sequence)).rejects.toMatchObject({exit: 'nothing', what: `Entry ${sequence} was not taken back.`});
		await back(1, true);
		expect((await figures(library))[0]?.low).toBe(13);
	}));

	it('say so when there is nothing left, and a new correction ends the redo', async () => withLibrary(async library => {
		await expect(undo(library)).rejects.toMatchObject({exit: 'nothing', what: 'There is nothing to undo.'});
		await correct(library, edit);
		await undo(library);
		await correct(library, {...edit, review: 'rejected', fields: {}});
		await expect(undo(library, true)).rejects.toMatchObject({exit: 'nothing'});
	}));
});

describe('a correction that finds no place', () => {
	it('waits in the review, and is never put elsewhere', async () => withLibrary(async library => {
		const lost: readonly Correction[] = [
			{...edit, on: {...on, suffix: ' sailors'}},
			// "12 dockers" is there twice.
			{...edit, on: {article: id, exact: '12 dockers', prefix: '', suffix: ' '}},
			{...edit, on: {...on, article: 'gone'}},
			{kind: 'figure', on: {article: id, exact: 'pilot', prefix: 'the ', suffix: '.'}, review: 'confirmed', fields: {}},
			{kind: 'label', event: 'gone', label: 'x'}, {kind: 'together', articles: [id, 'gone']}, {kind: 'article', article: 'gone', fields: {outlet: 'x'}},
		];
		await correct(library, ...lost, edit);
		expect((await library.review()).map(entry => entry.act.kind === 'correct' ? entry.act.correction : null)).toEqual(lost);
		expect((await figures(library)).map(figure => figure.review)).toEqual(['edited', null]);
		await undo(library);
		expect(await library.review()).toHaveLength(lost.length);
	}));

	it('comes back into its place when a new version has the words again', async () => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		await library.commit({imports: [page]}, 0);
		await correct(library, edit);
		const without = importOf('harbour.txt', [{...fire, body: ['Nobody knows how many died.'], figures: [], quotes: []}, inquiry], page.document.id);
		await library.commit({imports: [without]}, 2);
		expect(await library.review()).toHaveLength(1);
		const again = importOf('harbour.txt', [{...fire, body: ['Now it is said again:', ...fire.body]}, inquiry], without.document.id);
		await library.commit({imports: [again]}, 3);
		expect(await library.review()).toEqual([]);
		expect((await figures(library))[0]).toMatchObject({low: 13, segment: 1, review: 'edited'});
	}));
});

describe('an article that a person deletes', () => {
	const gone: Correction = {kind: 'delete', article: id, on: true};

	it('is listed nowhere, waits among the tombstones, and an undo brings it back with all that was said of it', async () => withLibrary(async library => {
		await correct(library, edit, gone);
		expect((await library.articles()).items.map(card => card.id)).toEqual([other]);
		expect(await library.read([id])).toEqual([]);
		expect((await library.events())[0]?.articles).toEqual([other]);
		expect(await library.summary()).toMatchObject({articles: 1, figures: 1, outlets: 1});
		expect(await library.tombstones()).toMatchObject([{why: 'deleted', card: {id, headline: fire.headline}}]);
		expect(await library.review()).toEqual([]);
		await undo(library);
		expect((await figures(library))[0]?.low).toBe(13);
		expect((await library.events())[0]?.articles).toEqual([id, other]);
		expect(await library.tombstones()).toEqual([]);
	}));

	it('keeps its event through a grouping that did not see it, and does not come back with the same bytes or words', async () => withLibrary(async library => {
		await correct(library, gone);
		const [event] = groupingOf([page]).events;
		if (event) await library.commit({grouping: {events: [{...event, articles: [other], why: []}], storylines: []}}, 2);
		expect(await library.commit({imports: [page]}, 3)).toBe(3);
		await library.commit({imports: [importOf('elsewhere.txt', [fire])]}, 3);
		expect((await library.articles()).items.map(card => card.id)).toEqual([other]);
		await undo(library);
		expect((await library.events())[0]?.articles).toEqual([other, id]);
		expect((await library.places(id)).map(place => place.path)).toEqual(['harbour.txt', 'elsewhere.txt']);
	}));

	it('takes the posts of a live blog along', async () => withFolder(async folder => {
		const made = importOf('live.txt', [{...fire, kind: 'live-blog'}, {kind: 'post', body: ['At nine.']}, inquiry]);
		const [blog, post, own] = made.derivations;
		const library = await openLibrary(folder, {now});
		if (blog && post && own) await library.commit({imports: [{...made, derivations: [blog, {...post, article: {...post.article, parent: blog.article.id}}, own]}]}, 0);
		await correct(library, {...gone, article: blog?.article.id ?? ''});
		expect((await library.articles()).items.map(card => card.id)).toEqual([own?.article.id]);
		expect(await library.tombstones()).toHaveLength(2);
	}));
});

import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Library} from '../../source/model/library.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import type {Story} from './samples.ts';
import {fire, groupingOf, importOf, inquiry, now, undated, withFolder} from './samples.ts';

const first = importOf('tag-page.txt', [fire, inquiry, undated]);
const idOf = (index: number): string => first.derivations[index]?.article.id ?? '';
const posts = (...texts: readonly string[]): readonly Story[] => texts.map(text => ({headline: 'Update', kind: 'post', body: [text]}));

describe('a new version of a document', () => {
	const edited = {...inquiry, body: ['An inquiry opened into the fire that killed at least 15 people.'], figures: [['at least 15', 15]] as const};
	const fresh = {headline: 'Harbour open again', body: ['The harbour opened on Friday.']};
	const second = importOf('tag-page.txt', [fresh, edited, fire], first.document.id);

	it('keeps the id of an article with the same words or the same headline, with its new words', async () => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		await library.commit({imports: [first], grouping: groupingOf([first])}, 0);
		await library.commit({imports: [second], grouping: groupingOf([second])}, 1);
		const cards = (await library.articles()).items;
		expect(cards.find(card => card.headline === fire.headline)).toMatchObject({id: idOf(0), document: second.document.id, position: 3});
		const [read] = await library.read([idOf(1)]);
		expect(read?.article.segments[0]?.text).toContain('at least 15');
		expect(read?.figures[0]).toMatchObject({article: idOf(1), text: 'at least 15'});
		expect(read?.figures[0]?.id.startsWith(idOf(1))).toBe(true);
		expect((await library.events())[0]?.articles).toEqual([second.derivations[0]?.article.id, idOf(1), idOf(0)]);
	}));

	it('leaves what fell off the page, and lists both versions', async () => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		await library.commit({imports: [first]}, 0);
		await library.commit({imports: [second]}, 1);
		const cards = (await library.articles()).items;
		expect(cards).toHaveLength(4);
		expect(cards.find(card => card.headline === undated.headline)).toMatchObject({id: idOf(2), document: first.document.id});
		expect((await library.documents()).map(each => each.id)).toEqual([first.document.id, second.document.id]);
		expect(Buffer.from(await library.raw(first.document.id))).toEqual(first.bytes);
		const reopened = await openLibrary(folder, {now});
		expect(await reopened.read([idOf(0), idOf(2)])).toEqual(await library.read([idOf(0), idOf(2)]));
		const {data} = JSON.parse(await readFile(join(folder, 'library.json'), 'utf8'));
		expect(data.revisions.map((each: {article: string; document: string}) => [each.article, each.document])).toEqual([[idOf(0), first.document.id], [idOf(1), first.document.id]]);
	}));

	it('knows a page with one article by that, when headline and words have changed', async () => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		const before = importOf('page.html', [fire]);
		await library.commit({imports: [before]}, 0);
		await library.commit({imports: [importOf('page.html', [{...fire, headline: 'Harbour fire: what happened', body: ['All new.'], figures: [], quotes: []}], before.document.id)]}, 1);
		expect((await library.articles()).items.map(card => [card.id, card.headline])).toEqual([[before.derivations[0]?.article.id, 'Harbour fire: what happened']]);
	}));

	it('does not take two posts with one heading for each other', async () => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		const before = importOf('live.txt', posts('At nine.', 'At ten.'));
		await library.commit({imports: [before]}, 0);
		await library.commit({imports: [importOf('live.txt', posts('At eleven.', 'At ten.'), before.document.id)]}, 1);
		expect((await library.articles()).items).toHaveLength(3);
	}));
});

describe('the same content from another file', () => {
	const record = {...fire, externalId: 'r-7'};
	it('is one article with two places, under the ids of both importers', async () => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		const monday = importOf('monday.jsonl', [record]);
		await library.commit({imports: [monday]}, 0);
		const tuesday = importOf('tuesday.jsonl', [record, {...inquiry, externalId: 'r-8'}]);
		await library.commit({imports: [tuesday], grouping: groupingOf([monday, tuesday])}, 1);
		await library.commit({imports: [importOf('wednesday.jsonl', [{...record, externalId: 'r-9', outlet: null}])]}, 2);
		const id = monday.derivations[0]?.article.id ?? '';
		expect((await library.articles()).items.map(card => card.externalIds)).toEqual([['r-8'], ['r-7', 'r-9']]);
		expect((await library.events())[0]?.articles).toEqual([id, tuesday.derivations[1]?.article.id]);
		expect((await (await openLibrary(folder, {now})).places(id)).map(place => [place.path, place.externalId])).toEqual([['monday.jsonl', 'r-7'], ['tuesday.jsonl', 'r-7'], ['wednesday.jsonl', 'r-9']]);
		expect((await library.documents()).map(document => document.path)).toEqual(['monday.jsonl', 'tuesday.jsonl', 'wednesday.jsonl']);
	}));

	it('is an article of its own where it tells more: other words, another outlet, another day', async () => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		const others = [{...fire, body: ['Other words.'], figures: [], quotes: []}, {...fire, outlet: 'The Ebb'}, {...fire, published: '2025-03-03'}];
		await library.commit({imports: [importOf('monday.jsonl', [record]), ...others.map((story, index) => importOf(`${index}.txt`, [story]))]}, 0);
		expect((await library.articles()).items).toHaveLength(4);
		expect((await library.plan({imports: [importOf('again.txt', [fire])]})).derivations).toEqual([]);
	}));

	it('brings a live blog once, with the posts that are new', async () => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		const blog = (path: string, ...texts: readonly string[]) => {
			const made = importOf(path, [{...fire, kind: 'live-blog'}, ...posts(...texts)]);
			const parent = made.derivations[0]?.article.id ?? null;
			return {...made, derivations: made.derivations.map((each, index) => index === 0 ? each : {...each, article: {...each.article, parent}})};
		};
		await library.commit({imports: [blog('noon.txt', 'At nine.', 'At ten.')]}, 0);
		const [parent] = (await library.articles()).items;
		await library.commit({imports: [blog('evening.txt', 'At nine.', 'At ten.', 'At six.')]}, 1);
		const {items} = await library.articles();
		expect(items).toHaveLength(4);
		expect(items.filter(card => card.parent === parent?.id)).toHaveLength(3);
	}));
});

describe('a new version of an article from another file', () => {
	const address = 'https://www.tidal-post.example/fire?utm_source=mail#top';
	const told = {...fire, url: address, externalId: 'r-7'};
	const later = {...fire, headline: 'Harbour fire: 15 dead', url: 'http://tidal-post.example/fire/', body: ['The fire in the old harbour killed 15 dockers, the harbour office said.', 'The pilots were heard.'], figures: [['killed 15', 15]] as const, quotes: []};
	const first = importOf('monday.html', [told]);
	const id = first.derivations[0]?.article.id ?? '';
	const versions = async (library: Library): Promise<readonly string[]> => [
		...(await library.revisions(id)).map(({document, derivation}) => `${document === first.document.id ? 'first' : 'later'}: ${derivation.article.headline}`),
		...(await library.articles()).items.map(card => `now: ${card.headline}`),
	];

	it('is known by its address, whatever was added to it on the way; both versions are kept', async () => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		await library.commit({imports: [first], grouping: groupingOf([first])}, 0);
		const second = importOf('tuesday.html', [later]);
		const plan = await library.plan({imports: [second]});
		expect([...plan.revised]).toEqual([[second.derivations[0]?.article.id, id]]);
		await library.commit({imports: [second], grouping: groupingOf([first])}, 1);
		expect(await versions(library)).toEqual(['first: Fire in the old harbour', 'now: Harbour fire: 15 dead']);
		expect((await library.articles()).items[0]).toMatchObject({id, document: second.document.id, externalIds: ['r-7']});
		expect((await library.read([id]))[0]?.figures).toMatchObject([{text: 'killed 15', article: id}]);
		// The old page, read anew, brings its old words not back.
		await library.commit({readings: [{document: first.document.id, removed: [], derivations: first.derivations, versions: first.versions}]}, 2);
		expect(await versions(library)).toEqual(['first: Fire in the old harbour', 'now: Harbour fire: 15 dead']);
	}));

	it('is one article also where both versions come in at once', async () => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		await library.commit({imports: [first, importOf('tuesday.html', [later])]}, 0);
		expect(await versions(await openLibrary(folder, {now}))).toEqual(['first: Fire in the old harbour', 'now: Harbour fire: 15 dead']);
	}));

	const known: ReadonlyArray<readonly [string, Story, string]> = [
		['the importer\'s id, the outlet and the headline', {...later, url: null, externalId: 'r-7', headline: 'FIRE in the old  harbour'}, 'now: FIRE in the old  harbour'],
		['the importer\'s id, the outlet and the day', {...later, url: null, externalId: 'r-7'}, 'now: Harbour fire: 15 dead'],
	];
	it.each(known)('is known by %s', async (_, story, now_) => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		await library.commit({imports: [first]}, 0);
		await library.commit({imports: [importOf('table.csv', [story])]}, 1);
		expect(await versions(library)).toEqual(['first: Fire in the old harbour', now_]);
	}));

	const front = 'https://tidal-post.example/';
	const strangers: ReadonlyArray<readonly [string, Story]> = [
		['another outlet with the same number', {...later, url: null, externalId: 'r-7', outlet: 'The Ebb'}],
		['the same number in another table, of another day', {...later, url: null, externalId: 'r-7', published: '2025-05-05'}],
		['a teaser with the address of the article', {...later, kind: 'related'}],
		['another article at the front page of the site', {...later, url: front}],
	];
	it.each(strangers)('%s is an article of its own', async (_, story) => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		await library.commit({imports: [importOf('monday.html', [story.url === front ? {...told, url: front} : told])]}, 0);
		await library.commit({imports: [importOf('table.csv', [story])]}, 1);
		expect((await library.articles()).items).toHaveLength(2);
	}));

	it('two lines of a feed are no version of a whole article, and the same words are another place of it', async () => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		const long = {...told, body: [...fire.body, 'Tugs came.', 'The quay was shut.', 'It opened on Monday.', 'Nobody slept.'], figures: [], quotes: []};
		await library.commit({imports: [importOf('monday.html', [long])]}, 0);
		await library.commit({imports: [importOf('news.rss', [{...told, body: ['A fire killed 12.'], figures: [], quotes: []}])]}, 1);
		expect((await library.articles()).items).toHaveLength(2);
		await library.commit({imports: [importOf('copy.html', [long])]}, 2);
		expect((await library.articles()).items).toHaveLength(2);
	}));
});

describe('earlier readings', () => {
	it('are kept with the document they were read from', async () => withFolder(async folder => {
		const library = await openLibrary(folder, {now});
		await library.commit({imports: [first]}, 0);
		const second = importOf('tag-page.txt', [{...inquiry, outlet: 'Quay Weekly', body: ['Fifteen people died, the inquiry found.'], figures: []}], first.document.id);
		await library.commit({imports: [second]}, 1);
		const [earlier, ...none] = await library.revisions(idOf(1));
		expect(none).toEqual([]);
		expect(earlier).toEqual({document: first.document.id, derivation: first.derivations[1]});
		expect((await library.read([idOf(1)]))[0]?.article).toMatchObject({outlet: 'Quay Weekly', document: second.document.id});
		expect(await library.revisions('unknown')).toEqual([]);
	}));
});

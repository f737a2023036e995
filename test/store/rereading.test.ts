import {describe, expect, it} from 'vitest';
import {wholeOf, type Derivation, type Rereading, type Told} from '../../source/model/library.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {fire, groupingOf, importOf, inquiry, now, undated, withFolder, type Story} from './samples.ts';

/** A page whose lines are numbered through, as a real one's are: each article begins where the last one ended. */
const laidOut = (stories: readonly Story[], made: readonly Derivation[]): readonly Derivation[] => {
	let line = 0;
	return made.map((each, index) => {
		const from = line;
		line += (stories[index]?.body.length ?? 0) + 1;
		const move = <T extends {readonly startLine: number; readonly endLine: number; readonly pieces: ReadonlyArray<{readonly line: number}>}>(segment: T): T =>
			({...segment, startLine: segment.startLine + from, endLine: segment.endLine + from, pieces: segment.pieces.map(piece => ({...piece, line: piece.line + from}))});
		const {article} = each;
		return {...each, article: {
			...article, startLine: from + 1, endLine: line, segments: article.segments.map(move), headlineSegment: article.headlineSegment && move(article.headlineSegment),
		}};
	});
};
const stories = [fire, inquiry, undated];
const made = importOf('page.txt', stories);
const page = {...made, derivations: laidOut(stories, made.derivations)};
const [fireRead, inquiryRead, undatedRead] = page.derivations;
if (!fireRead || !inquiryRead || !undatedRead) throw new Error('three articles');
const idOf = ({article}: Told): string => article.id;
const reading = (...derivations: readonly Derivation[]): Rereading => ({document: page.document.id, removed: [], derivations, versions: {segment: 2, extract: 1, cluster: 1}});

/** What another cutting makes of these articles' words: one article, minted anew. */
const joined = (id: string, ...parts: readonly Derivation[]): Derivation => {
	const [first] = parts;
	if (!first) throw new Error('no parts');
	const segments = parts.flatMap(({article}) => article.segments);
	return {figures: [], quotes: [], article: {...first.article, id, segments, segmentCount: segments.length, figureCount: 0, quoteCount: 0, contentHash: id}};
};
const opened = async (folder: string) => {
	const library = await openLibrary(folder, {now});
	await library.commit({imports: [page], grouping: groupingOf([page])}, 0);
	return library;
};
const note = (article: string) => ({correction: {kind: 'note', article, text: 'Mine.'} as const, who: 'ada', when: now().toISOString(), why: null});

describe('a document that is read anew', () => {
	it('gives each article its new reading under its own id; the earlier one is kept', async () => withFolder(async folder => {
		const library = await opened(folder);
		const better = {...fireRead, article: {...fireRead.article, id: 'a-minted', byline: 'Ada Pilot'}, figures: fireRead.figures.map(figure => ({...figure, article: 'a-minted', scope: 'the old harbour'}))};
		const changes = {readings: [reading(better, inquiryRead, undatedRead)]};
		expect((await library.plan(changes)).derivations.map(idOf)).toEqual([idOf(fireRead)]);
		await library.commit(changes, 1);
		const again = await openLibrary(folder, {now});
		expect((await again.read([idOf(fireRead)]))[0]).toMatchObject({article: {byline: 'Ada Pilot'}, figures: [{scope: 'the old harbour', article: idOf(fireRead)}, {}]});
		expect(await again.revisions(idOf(fireRead))).toEqual([{document: page.document.id, derivation: fireRead}]);
		expect(await again.document(page.document.id)).toMatchObject({versions: {segment: 2}, removed: []});
		expect((await again.events())[0]?.articles).toEqual(page.derivations.map(idOf));
	}));

	it('knows an article by its words where its lines are counted otherwise', async () => withFolder(async folder => {
		const library = await opened(folder);
		const further = (each: Derivation, id: string, by: number): Derivation => {
			const move = <T extends {readonly startLine: number; readonly endLine: number}>(segment: T): T => ({...segment, startLine: segment.startLine + by, endLine: segment.endLine + by, pieces: []});
			const {article} = each;
			return {...each, figures: [], quotes: [], article: {...article, id, startLine: article.startLine + by, endLine: article.endLine + by, segments: article.segments.map(move), headlineSegment: article.headlineSegment && move(article.headlineSegment)}};
		};
		// Each now stands where another one stood.
		const by = inquiryRead.article.startLine - fireRead.article.startLine;
		await library.commit({readings: [reading(further(fireRead, 'a-1', by), further(inquiryRead, 'a-2', 100), further(undatedRead, 'a-3', -by))]}, 1);
		const stored = await library.read([fireRead, inquiryRead, undatedRead].map(idOf));
		expect(stored.map(({article}) => article.headline)).toEqual([fireRead, inquiryRead, undatedRead].map(({article}) => article.headline));
		expect(await library.tombstones()).toEqual([]);
	}));

	it('changes nothing where it reads as before', async () => withFolder(async folder => {
		const library = await opened(folder);
		const same = {...reading(...page.derivations), removed: page.removed, versions: page.versions};
		expect(await library.plan({readings: [same]})).toEqual({derivations: [], gone: [], repeated: new Map(), revised: new Map()});
		expect(await library.commit({readings: [same]}, 1)).toBe(1);
	}));

	it('keeps the id with most of the lines when two become one; the other is a tombstone, and what was said of it waits', async () => withFolder(async folder => {
		const library = await opened(folder);
		await library.commit({corrections: [note(idOf(fireRead)), note(idOf(inquiryRead))]}, 1);
		await library.commit({readings: [reading(joined('a-both', inquiryRead, fireRead), undatedRead)]}, 2);
		expect((await library.articles()).items.map(card => [card.id, card.note])).toEqual(expect.arrayContaining([[idOf(fireRead), 'Mine.'], [idOf(undatedRead), null]]));
		expect(await library.tombstones()).toMatchObject([{why: 'read otherwise', card: {id: idOf(inquiryRead), headline: inquiry.headline}}]);
		expect((await library.review()).map(entry => entry.sequence)).toEqual([2]);
		expect((await library.events())[0]?.articles).toEqual([idOf(fireRead), idOf(undatedRead)]);
	}));

	it('gives a tombstone its id back, with all that was said of it, when its lines are an article again', async () => withFolder(async folder => {
		const library = await opened(folder);
		await library.commit({corrections: [note(idOf(inquiryRead))]}, 1);
		await library.commit({readings: [reading(joined('a-both', fireRead, inquiryRead), undatedRead)]}, 2);
		await library.commit({readings: [reading(fireRead, {...inquiryRead, article: {...inquiryRead.article, id: 'a-other'}}, undatedRead)]}, 3);
		expect((await library.read([idOf(inquiryRead)]))[0]?.article).toMatchObject({headline: inquiry.headline, note: 'Mine.'});
		expect([await library.tombstones(), await library.review()]).toEqual([[], []]);
		expect(await library.revisions(idOf(inquiryRead))).toHaveLength(1);
	}));

	it('never gives an id to other words: an article with less than half of the lines gets one of its own', async () => withFolder(async folder => {
		const library = await opened(folder);
		const [lead, ...rest] = fireRead.article.segments;
		const cut = (id: string, segments: typeof rest): Derivation => ({figures: [], quotes: [], article: {...fireRead.article, id, headlineSegment: null, segments, contentHash: id}});
		// The stages mint by the first line of the body, so the short piece comes with the old id.
		const changes = {readings: [reading(cut(idOf(fireRead), lead ? [lead] : []), cut('a-rest', rest), inquiryRead, undatedRead)]};
		const {derivations} = await library.plan(changes);
		await library.commit({...changes, grouping: groupingOf([{...page, derivations: derivations.map(wholeOf)}])}, 1);
		const found = (await library.articles()).items.map(card => card.id);
		expect(found).toHaveLength(4);
		expect((await library.read([idOf(fireRead)]))[0]?.article.segments).toHaveLength(2);
		expect((await library.events())[0]?.articles).toEqual(derivations.map(idOf));
		expect((await library.read(derivations.map(idOf))).map(each => each.article.segments.length)).toEqual([1, 2]);
	}));
});

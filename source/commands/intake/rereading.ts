import {ownTables} from '../../host/own-tables.ts';
import type {Given} from '../../model/document.ts';
import type {Figure} from '../../model/figure.ts';
import {allCards, type Derivation, type Library, type Rereading} from '../../model/library.ts';
import type {Correction} from '../../model/override.ts';
import type {Cut, Junk} from '../../segment/by-hand.ts';
import {correctionsInForce} from '../../store/overrides.ts';
import {digest, stageVersions} from '../../pipeline.ts';

/** What the importer said, where the library did not keep it yet: as far as the articles show it. */
const givenAsShown = (derivations: readonly Derivation[]): Given => {
	const [first] = derivations.map(({article}) => article).filter(({parent}) => parent === null);
	return {
		...(first?.outletBasis === 'given' && first.outlet !== null && {outlet: first.outlet}),
		...(first?.publishedBasis === 'given' && first.published !== null && {date: first.published}),
	};
};

/** How people said that a page is to be cut: this one, or an earlier version of it at the same path, where their words decide; and what is junk everywhere. */
export const byHandFor = async (library: Library, path: string, id: string | null, inForce?: readonly Correction[]): Promise<{readonly cuts: readonly Cut[]; readonly junk: readonly Junk[]}> => {
	const corrections = inForce ?? correctionsInForce(await library.log());
	const cuts = corrections.flatMap(each => each.kind === 'cut' ? [each] : []);
	const versions = new Set(cuts.length === 0 ? [] : (await library.documents()).flatMap(each => each.id === id || (path !== '-' && each.path === path) ? [each.id] : []));
	return {cuts: cuts.filter(cut => versions.has(cut.at.document)), junk: corrections.flatMap(each => each.kind === 'junk' ? [each] : [])};
};

/** Whether a newer version of a page has taken a document's place: its articles are read there now, and reading the old bytes again would bring back old words. */
const isReplaced = async (library: Library, id: string): Promise<boolean> => {
	const documents = await library.documents();
	const index = documents.findIndex(each => each.id === id);
	const path = documents[index]?.path;
	if (path === undefined || path === '-' || !documents.slice(index + 1).some(each => each.path === path)) return false;
	return !(await allCards(library)).some(card => card.document === id);
};

/** What the stages of this program, and people's cuts (those `inForce`, else those of the log), make of a document of the library. Null for a document it does not have, or of which it has a newer version. */
export const readAnew = async (library: Library, id: string, inForce?: readonly Correction[]): Promise<Rereading | null> => {
	const known = await library.document(id);
	if (known === null || await isReplaced(library, id)) return null;
	const byHand = await byHandFor(library, known.document.path, id, inForce);
	const old = async () => library.read((await allCards(library)).flatMap(card => card.document === id ? [card.id] : []), {uncorrected: true});
	const {document: {path, type, imported}} = known;
	const made = await digest({path, bytes: await library.raw(id), type, given: known.given ?? givenAsShown(await old()), imported, byHand, own: await ownTables(process.env)});
	return {document: id, removed: made.removed, derivations: made.derivations, versions: stageVersions, unplaced: made.unplaced};
};

/** A figure as it was read and as it would be read; null where it was not, or would not be. */
export type FigureChange = {readonly article: string; readonly was: Figure | null; readonly now: Figure | null};

/** The same words at the same raw line, the first of them with the first. */
const byPlace = (derivations: readonly Derivation[]): Map<string, Figure> => {
	const found = new Map<string, Figure>();
	for (const {figures} of derivations) {
		for (const figure of figures) {
			const place = `${figure.document} ${figure.line} ${figure.text}`;
			let count = 0;
			while (found.has(`${place} ${count}`)) count++;
			found.set(`${place} ${count}`, figure);
		}
	}

	return found;
};

/** What a figure says, without what only names it or counts where it stands. */
const told = ({id: _id, article: _article, segment: _segment, start: _start, end: _end, statement: _statement, review: _review, ...rest}: Figure): string => JSON.stringify(rest);

/** Each figure that reads differently, in the order of the old reading; new ones last. */
export const figureChanges = (before: readonly Derivation[], after: readonly Derivation[]): FigureChange[] => {
	const [old, fresh] = [byPlace(before), byPlace(after)];
	return [
		...[...old].flatMap(([place, was]): FigureChange[] => {
			const now = fresh.get(place) ?? null;
			return now !== null && told(now) === told(was) ? [] : [{article: was.article, was, now}];
		}),
		...[...fresh].flatMap(([place, now]): FigureChange[] => old.has(place) ? [] : [{article: now.article, was: null, now}]),
	];
};

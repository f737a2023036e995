import type {Given} from '../model/document.ts';
import type {Figure} from '../model/figure.ts';
import {allCards, type Derivation, type Library, type Rereading} from '../model/library.ts';
import {correctionsInForce} from '../store/overrides.ts';
import {digest, stageVersions} from '../pipeline.ts';

/** What the importer said, where the library did not keep it yet: as far as the articles show it. */
const givenAsShown = (derivations: readonly Derivation[]): Given => {
	const [first] = derivations.map(({article}) => article).filter(({parent}) => parent === null);
	return {
		...(first?.outletBasis === 'given' && first.outlet !== null && {outlet: first.outlet}),
		...(first?.publishedBasis === 'given' && first.published !== null && {date: first.published}),
	};
};

/** What the stages of this program, and people's cuts, make of a document of the library. Null for a document it does not have. */
export const readAnew = async (library: Library, id: string): Promise<Rereading | null> => {
	const known = await library.document(id);
	if (known === null) return null;
	const corrections = correctionsInForce(await library.log());
	const byHand = {
		cuts: corrections.flatMap(each => each.kind === 'cut' && each.at.document === id ? [each] : []),
		junk: corrections.flatMap(each => each.kind === 'junk' ? [each] : []),
	};
	const old = async () => library.read((await allCards(library)).flatMap(card => card.document === id ? [card.id] : []), {uncorrected: true});
	const {document: {path, type, imported}} = known;
	const made = digest({path, bytes: await library.raw(id), type, given: known.given ?? givenAsShown(await old()), imported, byHand});
	return {document: id, removed: made.removed, derivations: made.derivations, versions: stageVersions};
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

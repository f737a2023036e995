import type {Bytes} from '../model/document.ts';
import {wholeOf, type Derivation, type Told} from '../model/library.ts';
import {Problem} from '../model/problem.ts';
import {sha256, sha256OfChunks} from '../text/hash.ts';
import type {Body, BodyRef, StoredQuote} from './data.ts';
import {checkBody} from './schema.ts';
import {bytesAt} from './spool.ts';

/** A file named after its content, in the order of its chunks, which may be made anew each time they are gone through: large ones are never all there. */
export type Pack = {readonly name: string; readonly chunks: Iterable<Uint8Array>};

const bodyOf = ({article, figures, quotes}: Derivation): Body => ({
	article: article.id, headlineSegment: article.headlineSegment, standfirstSegment: article.standfirstSegment,
	segments: article.segments, removed: article.removed, figures,
	quotes: quotes.map(({review: _review, ...quote}): StoredQuote => quote),
});

type Line = {readonly bytes: Uint8Array; readonly length: number; readonly check: string};

/** An article's body as a line of a pack. `length` in bytes, `check` of the bytes: both without the line end. One that was checked and written before is taken as it lies there. */
export const bodyLine = (told: Told): Line => {
	const bytes = 'words' in told && told.lies !== null ? bytesAt(told.lies) : Buffer.from(`${JSON.stringify(bodyOf(wholeOf(told)))}\n`);
	return {bytes, length: bytes.length - 1, check: sha256(bytes.subarray(0, -1)).slice(0, 16)};
};

/** The same for a reading that nobody has looked at yet. Throws a Problem (a bug) for one that would not open again. */
export const checkedLine = (derivation: Derivation): Line => {
	const checked = checkBody(bodyOf(derivation));
	if ('wrong' in checked) throw new Problem({exit: 'bug', what: 'Nothing was written.', why: `The reading of article ${derivation.article.id} is malformed: ${checked.wrong}.`});
	return bodyLine(derivation);
};

/** All bodies of a commit as one file, and where each one lies in it. Throws a Problem (a bug) for a reading that would not open again. */
export const packBodies = (derivations: readonly Told[]): (Pack & {readonly refs: readonly BodyRef[]}) | null => {
	if (derivations.length === 0) return null;
	const places: Array<Omit<BodyRef, 'pack'>> = [];
	let offset = 0;
	const name = sha256OfChunks(derivations.values().map(each => {
		const {bytes, length, check} = 'words' in each ? bodyLine(each) : checkedLine(each);
		places.push({article: each.article.id, offset, length, check});
		offset += bytes.length;
		return bytes;
	}));
	// Written out once for the name and once for the disk: the lines of a large import are many times its size.
	const chunks = {[Symbol.iterator]: () => derivations.values().map(each => bodyLine(each).bytes)};
	return {name, chunks, refs: places.map(({article, ...place}) => ({article, pack: name, ...place}))};
};

/** From so many documents in one commit on they go into one file: each file costs a wait for the disk. */
const MANY = 16;

/** Where the documents of a commit go: each into a file of its own, or many into one pack, in their order. */
export const packDocuments = (documents: ReadonlyArray<{readonly id: string; readonly bytes: Bytes}>): {readonly pack: Pack; readonly offsets: ReadonlyMap<string, number>} | null => {
	if (documents.length < MANY) return null;
	const chunks = {* [Symbol.iterator]() {
		for (const {bytes} of documents) yield* bytes.chunks();
	}};
	const offsets = new Map<string, number>();
	let offset = 0;
	for (const {id, bytes} of documents) {
		offsets.set(id, offset);
		offset += bytes.byteLength;
	}
	return {pack: {name: sha256OfChunks(chunks), chunks}, offsets};
};

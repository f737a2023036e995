import type {LibraryData, StoredDocument} from './data.ts';
import type {Layout} from './layout.ts';
import {packPath} from './packs.ts';
import {documentPackPath, hashOfFile, readDocument, type Parts} from './parts.ts';
import {brokenPart, readingFailed} from './problems.ts';
import {readFile} from 'node:fs/promises';

/** A file that a library consists of beside library.json. */
export type Part =
	| {readonly kind: 'document'; readonly stored: StoredDocument}
	| {readonly kind: 'documents' | 'bodies'; readonly name: string};

/** Every file that library.json speaks of, each once: documents, packs of documents, packs of bodies (earlier readings and tombstones too). */
export const partsIn = (data: LibraryData): readonly Part[] => [
	...data.documents.filter(each => each.pack === null).map(stored => ({kind: 'document' as const, stored})),
	...[...new Set(data.documents.flatMap(each => each.pack?.name ?? []))].map(name => ({kind: 'documents' as const, name})),
	...[...new Set([...data.bodies, ...data.revisions, ...data.tombstones.map(({body}) => body)].map(ref => ref.pack))].map(name => ({kind: 'bodies' as const, name})),
];

/** Where a part lies. */
export const partPath = (layout: Layout, part: Part): string =>
	part.kind === 'document' ? `${layout.documents}/${part.stored.document.id}` : part.kind === 'documents' ? documentPackPath(layout, part.name) : packPath(layout, part.name);

/** The hash a part has to have: its name. */
export const partName = (part: Part): string => part.kind === 'document' ? part.stored.document.id : part.name;

/** A part with its bytes, as it is written elsewhere. Throws a Problem where it is missing or has another hash. */
export const readPart = async (layout: Layout, part: Part): Promise<Parts> => {
	const nothing = {documents: [], documentPacks: [], bodies: []};
	if (part.kind === 'document') return {...nothing, documents: [{id: part.stored.document.id, bytes: await readDocument(layout, part.stored)}]};
	const path = partPath(layout, part);
	const hash = await hashOfFile(path).catch((error: unknown) => {
		throw readingFailed(path, error);
	});
	if (hash !== part.name) throw brokenPart(path, hash === null ? 'it is not there' : 'it is not what newsdeck wrote');
	const pack = {name: part.name, chunks: [await readFile(path)]};
	return part.kind === 'documents' ? {...nothing, documentPacks: [pack]} : {...nothing, bodies: [pack]};
};

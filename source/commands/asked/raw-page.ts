import type {Library} from '../../model/library.ts';
import {rawLines, type ShownLine} from '../../readers/raw-lines.ts';

/** The lines of a document of the library, as everything in it counts them. None where the library does not have it. */
export const linesOf = async (library: Library, document: string): Promise<readonly ShownLine[]> => {
	const known = await library.document(document);
	return known === null ? [] : rawLines(known.document, await library.raw(document));
};

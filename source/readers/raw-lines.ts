import type {Document, RawLine} from '../model/document.ts';
import {decodeLines} from './decode.ts';
import {readers} from './index.ts';
import {unpack} from './unpack.ts';

/** A line as a person is shown it, and by which number. */
export type ShownLine = Pick<RawLine, 'number' | 'text'>;

/**
 * The lines of a kept document by which everything in it is counted: unpacked, in its own encoding, cleaned; of a saved web page those of its
 * text, a paragraph each. Throws a Problem for damaged gzip.
 */
export const rawLines = async ({path, type}: Pick<Document, 'path' | 'type'>, bytes: Uint8Array): Promise<readonly ShownLine[]> => {
	const content = unpack(path, bytes);
	return await readers.find(({name}) => name === type)?.lines?.(content) ?? decodeLines(content);
};

import type {RawLine} from '../model/document.ts';
import {decodeLines} from './decode.ts';
import {unpack} from './unpack.ts';

/** The lines of a kept document as the readers saw them: unpacked, in its own encoding, cleaned. Throws a Problem for damaged gzip. */
export const rawLines = (path: string, bytes: Uint8Array): RawLine[] => decodeLines(unpack(path, bytes));

import type {Bytes} from '../model/document.ts';

/** Bytes that are in memory, as any others are read. */
export const contentOf = (bytes: Uint8Array): Bytes => ({byteLength: bytes.byteLength, chunks: () => [bytes]});

/** All of it in memory, for readers that need to look back and forth. */
export const wholeBytes = ({chunks}: Bytes): Uint8Array => {
	const all = [...chunks()];
	return all.length === 1 && all[0] !== undefined ? all[0] : Buffer.concat(all);
};

/** The first so many bytes, fewer where there are fewer. */
export const headBytes = ({chunks}: Bytes, length: number): Uint8Array => {
	const head: Uint8Array[] = [];
	let size = 0;
	for (const chunk of chunks()) {
		head.push(chunk.subarray(0, length - size));
		size += chunk.length;
		if (size >= length) break;
	}

	return head.length === 1 && head[0] !== undefined ? head[0] : Buffer.concat(head);
};

import {createHash, hash} from 'node:crypto';

/** SHA-256 as 64 lower-case hex digits. A string is hashed as UTF-8. */
export const sha256 = (content: Uint8Array | string): string => hash('sha256', content);

/** A short id: `prefix`, a hyphen and the first 12 hex digits of the SHA-256 of `parts`, which are kept apart by NUL. */
export const shortId = (prefix: string, ...parts: readonly string[]): string => `${prefix}-${sha256(parts.join('\0')).slice(0, 12)}`;

/** "7e1f…1ecc": a hash for people, who compare its ends. */
export const shortHash = (hash: string): string => hash.length > 12 ? `${hash.slice(0, 4)}…${hash.slice(-4)}` : hash;

/** SHA-256 of chunks that follow one another, as of the whole. */
export const sha256OfChunks = (chunks: Iterable<Uint8Array>): string => {
	const hash = createHash('sha256');
	for (const chunk of chunks) hash.update(chunk);
	return hash.digest('hex');
};

import {createHash} from 'node:crypto';

/** SHA-256 as 64 lower-case hex digits. A string is hashed as UTF-8. */
export const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** A short id: `prefix`, a hyphen and the first 12 hex digits of the SHA-256 of `parts`, which are kept apart by NUL. */
export const shortId = (prefix: string, ...parts: readonly string[]): string => `${prefix}-${sha256(parts.join('\0')).slice(0, 12)}`;

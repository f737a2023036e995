import type {LogEntry} from '../model/override.ts';
import type {StoredDocument} from './data.ts';
import {parseJson} from './json.ts';
import {checkDocument, checkLog} from './schema.ts';

/** What can still be read of a damaged library.json: it has one record a line, so one bad line costs one record. */
export const salvaged = (bytes: Uint8Array | null): {readonly log: readonly LogEntry[]; readonly documents: readonly StoredDocument[]} => {
	const log = new Map<number, LogEntry>();
	const documents: StoredDocument[] = [];
	for (const line of new TextDecoder().decode(bytes ?? new Uint8Array()).split('\n')) {
		const text = line.replace(/[\]},]*$/u, '');
		// The record's own braces may have gone with the commas and brackets behind it.
		for (let closing = 0; closing <= 6 && text.startsWith('{"'); closing++) {
			const parsed = parseJson(Buffer.from(text + line.slice(text.length, text.length + closing)));
			if ('wrong' in parsed) continue;
			const [entry, stored] = [checkLog(parsed.value), checkDocument(parsed.value)];
			if ('value' in entry) log.set(entry.value.sequence, entry.value);
			else if ('value' in stored) documents.push(stored.value);
			break;
		}
	}
	return {log: [...log.values()].sort((left, right) => left.sequence - right.sequence), documents};
};

import {gzipSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {rawLines} from '../../source/readers/raw-lines.ts';
import {createSession} from '../../source/ui/session/session.ts';
import {tools} from '../../source/ui/tools.ts';
import {harbour} from '../helpers/harbour.ts';
import {memoryEffects} from '../helpers/memory-library.ts';

const TEXT = 'Fähre kehrt um\nDer Kapitän sprach von 3 000 Litern Öl.\n';
const utf16 = Buffer.from(`\uFEFF${TEXT}`, 'utf16le');

describe('the raw page shows the words that were read, whatever the file is written in', () => {
	it.each([['UTF-8', Buffer.from(TEXT)], ['UTF-16', utf16], ['UTF-16, packed', gzipSync(utf16)], ['Latin 1', Buffer.from(TEXT, 'latin1')]])('%s', async (_, bytes) => {
		const library = {...harbour(), raw: async () => new Uint8Array(bytes)};
		const session = await createSession({library, effects: memoryEffects(), size: {columns: 100, rows: 24}, tools, rawLines});
		await session.press(['j', 'enter', 'r']);
		await session.settled();
		expect(session.text()).toContain('Der Kapitän sprach von 3 000 Litern Öl.');
	});
});

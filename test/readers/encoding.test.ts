import {gzipSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import {Problem} from '../../source/model/problem.ts';
import {decode, decodeLines} from '../../source/readers/decode.ts';
import {chooseReader} from '../../source/readers/index.ts';
import {unpack} from '../../source/readers/unpack.ts';
import {bytes} from './helpers.ts';

const WORDS = 'Fähre brennt: „größter“ Schaden, 5 €\nZweite Zeile, ohne Marke.\n';
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (wide: Uint8Array): Uint8Array => new Uint8Array(Buffer.from(wide).swap16());
const utf32 = (text: string, littleEndian: boolean): Uint8Array => {
	const view = new DataView(new ArrayBuffer([...text].length * 4));
	for (const [index, symbol] of [...text].entries()) view.setUint32(index * 4, symbol.codePointAt(0) ?? 0, littleEndian);
	return new Uint8Array(view.buffer);
};

describe('every way to write a text down', () => {
	test.each([
		['UTF-8', bytes(WORDS)], ['UTF-8 with its mark', bytes(`\uFEFF${WORDS}`)],
		['UTF-16 LE with its mark', utf16(`\uFEFF${WORDS}`)], ['UTF-16 BE with its mark', swapped(utf16(`\uFEFF${WORDS}`))],
		['UTF-16 LE without a mark', utf16(WORDS)], ['UTF-16 BE without a mark', swapped(utf16(WORDS))],
		['UTF-32 LE with its mark', utf32(`\uFEFF${WORDS}`, true)], ['UTF-32 BE with its mark', utf32(`\uFEFF${WORDS}`, false)],
		['UTF-32 LE without a mark', utf32(WORDS, true)], ['UTF-32 BE without a mark', utf32(WORDS, false)],
		['windows-1252', Uint8Array.from([...WORDS].map(symbol => ({'„': 0x84, '“': 0x93, '€': 0x80})[symbol] ?? symbol.charCodeAt(0)))],
	])('%s', (_, written) => {
		expect(chooseReader('page', written).name).toBe('text');
		expect(decode(written)).toBe(WORDS);
		const lines = decodeLines(written);
		expect(lines.map(({text}) => text)).toEqual(WORDS.trimEnd().split('\n'));
		expect(lines.map(({number}) => number)).toEqual([1, 2]);
		expect([...written.subarray(lines[1]?.byteEnd)].filter(byte => byte !== 0)).toEqual([0x0A]);
	});
	test('UTF-16 in letters without zero bytes', () => expect(decode(utf16('Паром сгорел в порту, сообщили власти.\n'))).toContain('Паром'));
	test('a page in another alphabet, as it declares', () => {
		const written = Uint8Array.from([...bytes('<html><meta charset="windows-1251"><p>'), 0xCF, 0xE0, 0xF0, 0xEE, 0xEC]);
		expect(decode(written)).toContain('Паром');
	});
	test('XML names its encoding; a server does, too', () => {
		expect(decode(Uint8Array.from([...bytes('<?xml version="1.0" encoding="iso-8859-7"?><a>'), 0xE1]))).toContain('α');
		expect(decode(Uint8Array.from([0xE1]), {charset: 'ISO-8859-7', address: null})).toBe('α');
	});
	test('what can be nothing but UTF-8 is that, whatever the page says of itself', () => expect(decode(bytes('<meta charset="iso-8859-1"><p>größer'))).toContain('größer'));
	test('a name that nobody knows is passed over', () => expect(decode(bytes('<meta charset="klingon"><p>x'))).toContain('<p>x'));
	test('bytes of a picture are no UTF-16', () => expect(() => chooseReader('x', Uint8Array.from({length: 4000}, (_, at) => (at * 7919 + (at >> 3) * 31) % 256))).toThrow(/binary|image|program/));
});

describe('gzip', () => {
	test('is opened', () => expect(new TextDecoder().decode(unpack('a.gz', gzipSync('Some words.')))).toBe('Some words.'));
	test('what is not packed stays as it is', () => expect(unpack('a', bytes('x'))).toEqual(bytes('x')));
	test('a bomb is refused before it goes off', () => {
		const bomb = gzipSync(Buffer.alloc(60 * 1024 * 1024));
		expect(() => unpack('bomb.gz', bomb)).toThrow(Problem);
		expect(() => unpack('bomb.gz', bomb)).toThrow(/bomb\.gz was not imported\. Uncompressed it would be larger than/);
	});
	test('damage is told', () => expect(() => unpack('half.gz', gzipSync('Some words.').subarray(0, 15))).toThrow('half.gz was not imported. Its gzip data is damaged.'));
});

import {gzipSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import {Problem} from '../../source/model/problem.ts';
import {contentOf} from '../../source/readers/content.ts';
import {decode, decodeLines} from '../../source/readers/decode.ts';
import {chooseReader} from '../../source/readers/index.ts';
import {unpack, unpackStretches} from '../../source/readers/unpack.ts';
import {bytes} from './helpers.ts';

const WORDS = 'Fähre brennt: „größter“ Schaden, 5 €\nZweite Zeile, ohne Marke.\n';
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (wide: Uint8Array): Uint8Array => new Uint8Array(Buffer.from(wide).swap16());
const utf32 = (text: string, littleEndian: boolean): Uint8Array => {
	const view = new DataView(new ArrayBuffer([...text].length * 4));
	for (const [index, symbol] of [...text].entries()) view.setUint32(index * 4, symbol.codePointAt(0) ?? 0, littleEndian);
	return new Uint8Array(view.buffer);
};

/** Pages as other programs wrote them: base64 of the bytes, since this file is UTF-8. */
const inOtherTables = [
	['Shift_JIS', 'g3SDRoOKgVuCqomrjYeCxYnOjdAKltiXapP6gUGDdINGg4qBW4KqiauNh4LFic6N0ILwi06CsYK1gUExMpBsgqqViY+dgrWCvYFCCg==', 'フェリーが沖合で火災\n木曜日、フェリーが沖合で火災を起こし、12人が負傷した。\n'],
	['EUC-JP', 'pdWlp6XqobykrLKtueekx7LQutIKzNrNy8b8oaKl1aWnpeqhvKSssq2556THstC60qTyta+ks6S3oaIxMr/NpKzJ6b39pLekv6GjCg==', 'フェリーが沖合で火災\n木曜日、フェリーが沖合で火災を起こし、12人が負傷した。\n'],
	['ISO-2022-JP', 'GyRCJVUlJyVqITwkLDItOWckRzJQOlIbKEIKGyRCTFpNS0Z8ISIlVSUnJWohPCQsMi05ZyRHMlA6UiRyNS8kMyQ3ISIbKEIxMhskQj9NJCxJaT19JDckPyEjGyhCCg==', 'フェリーが沖合で火災\n木曜日、フェリーが沖合で火災を起こし、12人が負傷した。\n'],
	['GB18030', 'tsnC1tTauqOwtri9vfzG8LvwCtbcy8SjrNK7y9K2ycLWxvC78KOsuqOwtr6vzsC208u1o6zT0Mqutv7Iy8rcycuhowo=', '渡轮在海岸附近起火\n周四，一艘渡轮起火，海岸警卫队说，有十二人受伤。\n'],
	['Big5', 'tOe9/KZirvyppKr+qvGwX6T1CrZnpXyhQaRAv7S05738sF+k9aFBrvyppMS1vcO2pLuhoUGms6RRpEekSKj8tsuhQwo=', '渡輪在海岸附近起火\n週四，一艘渡輪起火，海岸警衛隊說，有十二人受傷。\n'],
	['EUC-KR', 'v6mwtLyxwMwgvtW52bTZv6G8rSC60r+hIMXAtNkKuPG/5MDPIL+psLS8sb+hvK0gutLAzCCzqiAxMrjtwMwgtNnDxrTZsO0gueDH+7TZLgo=', '여객선이 앞바다에서 불에 탔다\n목요일 여객선에서 불이 나 12명이 다쳤다고 밝혔다.\n'],
	['windows-1253', '1O8g8Ovv3+8g3fDp4fPlIPb59OncIOHt7+n39Nwg9OfyIOHq9N7yIPTn7SDQ3ezw9OcuCg==', 'Το πλοίο έπιασε φωτιά ανοιχτά της ακτής την Πέμπτη.\n'],
	['windows-1255', '5O7y4eX4+iDy7PrkIOHg+SDu5ewg5Ofl8yDh6eXtIOfu6fnpLCDl+fDp7SDy+fgg8PT28uUuCg==', 'המעבורת עלתה באש מול החוף ביום חמישי, ושנים עשר נפצעו.\n'],
	['windows-1256', 'x9TK2uHKIMfh5O3Rx+Qg3e0gx+HayMfRySDeyMfhySDH4dPHzeEg7ebjIMfhzuPt0yDmw9XtyCDHy+THINrU0SDUztXHLgo=', 'اشتعلت النيران في العبارة قبالة الساحل يوم الخميس وأصيب اثنا عشر شخصا.\n'],
	['windows-1250', 'UHJvbSB6YXBhbGmzIHNp6iB3IGN6d2FydGVrIHUgd3licnplv3ksIGEgZHdhbmGcY2llIG9z82Igem9zdGGzbyByYW5ueWNoLCBwb2Rhs2Egc3RyYb8gcHJ6eWJyemW/bmEuCg==', 'Prom zapalił się w czwartek u wybrzeży, a dwanaście osób zostało rannych, podała straż przybrzeżna.\n'],
	['windows-1254', 'RmVyaWJvdCBwZXL+ZW1iZSBn/G78IGv9ef0gYef9a2xhcv1uZGEgYWxldiBhbGT9LCBvbiBpa2kga2n+aSB5YXJhbGFuZP0sIHNhaGlsIGf8dmVubGlrIGHn/WtsYWT9Lgo=', 'Feribot perşembe günü kıyı açıklarında alev aldı, on iki kişi yaralandı, sahil güvenlik açıkladı.\n'],
	['Latin 1 in French', 'TGUgZmVycnkgYSBwcmlzIGZldSBqZXVkaSBhdSBsYXJnZSBkZXMgY/R0ZXMsIGRvdXplIHBlcnNvbm5lcyBvbnQg6XTpIGJsZXNz6WVzLCBhIGTpY2xhcukgbGEgZ2FyZGUgY/R0aehyZS4K', 'Le ferry a pris feu jeudi au large des côtes, douze personnes ont été blessées, a déclaré la garde côtière.\n'],
	['Latin 1 in German', 'RGllIEbkaHJlIGdlcmlldCBhbSBEb25uZXJzdGFnIHZvciBkZXIgS/xzdGUgaW4gQnJhbmQsIHp39mxmIE1lbnNjaGVuIHd1cmRlbiB2ZXJsZXR6dC4g3GJlciAzMDAga2FtZW4gdm9uIEJvcmQuCg==', 'Die Fähre geriet am Donnerstag vor der Küste in Brand, zwölf Menschen wurden verletzt. Über 300 kamen von Bord.\n'],
	['Latin 1 in Spanish', 'RWwgdHJhbnNib3JkYWRvciBzZSBpbmNlbmRp8yBlbCBqdWV2ZXMgZnJlbnRlIGEgbGEgY29zdGEuIE1h8WFuYSBoYWJy4SBt4XMsIGRpam8gbGEgcG9saWPtYS4K', 'El transbordador se incendió el jueves frente a la costa. Mañana habrá más, dijo la policía.\n'],
	['Latin 1 in Swedish', 'RuRyamFuIGZhdHRhZGUgZWxkIHDlIHRvcnNkYWdlbiB1dGFuZvZyIGt1c3RlbiBvY2ggdG9sdiBt5G5uaXNrb3Igc2thZGFkZXMsIHPkZ2VyIGt1c3RiZXZha25pbmdlbi4K', 'Färjan fattade eld på torsdagen utanför kusten och tolv människor skadades, säger kustbevakningen.\n'],
	['Latin 1 in Portuguese', 'TyBmZXJyeWJvYXQgcGVnb3UgZm9nbyBuYSBxdWludGEtZmVpcmEgZSBkb3plIHBlc3NvYXMgZmljYXJhbSBmZXJpZGFzLCBkaXNzZSBhIGd1YXJkYSBjb3N0ZWlyYS4gQSBvcGVyYefjbyBu428gdGVybWlub3UuCg==', 'O ferryboat pegou fogo na quinta-feira e doze pessoas ficaram feridas, disse a guarda costeira. A operação não terminou.\n'],
	['Latin 1 in Finnish', 'TGF1dHRhIHN5dHR5aSBwYWxhbWFhbiB0b3JzdGFpbmEgcmFubmlrb24gZWR1c3RhbGxhLCBqYSBrYWtzaXRvaXN0YSBpaG1pc3TkIGxvdWtrYWFudHVpLCBrZXJ0b2kgbWVyaXZhcnRpb3N0byB05G7k5G4uCg==', 'Lautta syttyi palamaan torstaina rannikon edustalla, ja kaksitoista ihmistä loukkaantui, kertoi merivartiosto tänään.\n'],
] as const;

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
	test.each([
		['windows-1251', 'Паром загорелся у берега', [[0xCF, 0xE0, 0xF0, 0xEE, 0xEC, 0x20, 0xE7, 0xE0, 0xE3, 0xEE, 0xF0, 0xE5, 0xEB, 0xF1, 0xFF, 0x20, 0xF3, 0x20, 0xE1, 0xE5, 0xF0, 0xE5, 0xE3, 0xE0]]],
		['KOI8-R', 'Паром загорелся у берега', [[0xF0, 0xC1, 0xD2, 0xCF, 0xCD, 0x20, 0xDA, 0xC1, 0xC7, 0xCF, 0xD2, 0xC5, 0xCC, 0xD3, 0xD1, 0x20, 0xD5, 0x20, 0xC2, 0xC5, 0xD2, 0xC5, 0xC7, 0xC1]]],
	] as const)('%s that nothing declares', (_, words, [written]) => {
		const page = Uint8Array.from([...written, 0x0A, ...written]);
		expect(decode(page)).toBe(`${words}\n${words}`);
		expect(decodeLines(page).map(({text}) => text)).toEqual([words, words]);
	});
	test.each(inOtherTables)('%s that nothing declares, by its letters', (_, encoded, words) => {
		const written = new Uint8Array(Buffer.from(encoded, 'base64'));
		expect(decode(written)).toBe(words);
		expect(decodeLines(written).map(({text}) => text).join('\n')).toBe(words.trimEnd());
	});
	test('a word or two with an accent is no other alphabet', () => expect(decode(Uint8Array.from([...bytes('The caf'), 0xE9, ...bytes(' on the quay closed.\n')]))).toBe('The café on the quay closed.\n'));
	test('one broken byte does not spoil a page in UTF-8', () => {
		expect(decode(Uint8Array.from([...bytes(WORDS), 0xC3, ...bytes(` ${WORDS}`)]))).toBe(`${WORDS}\uFFFD ${WORDS}`);
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
	test('is opened a stretch at a time, and refused and told in the same words', async () => {
		const stretches = async (path: string, packed: Uint8Array) => Buffer.concat(await Array.fromAsync(unpackStretches(path, contentOf(packed))));
		expect((await stretches('a.gz', gzipSync('Some words.'))).toString()).toBe('Some words.');
		await expect(stretches('bomb.gz', gzipSync(Buffer.alloc(60 * 1024 * 1024)))).rejects.toThrow(/bomb\.gz was not imported\. Uncompressed it would be larger than/);
		await expect(stretches('half.gz', gzipSync('Some words.').subarray(0, 15))).rejects.toThrow('half.gz was not imported. Its gzip data is damaged.');
	});
	test('what is not packed stays as it is', () => expect(unpack('a', bytes('x'))).toEqual(bytes('x')));
	test('a bomb is refused before it goes off', () => {
		const bomb = gzipSync(Buffer.alloc(60 * 1024 * 1024));
		expect(() => unpack('bomb.gz', bomb)).toThrow(Problem);
		expect(() => unpack('bomb.gz', bomb)).toThrow(/bomb\.gz was not imported\. Uncompressed it would be larger than/);
	});
	test('damage is told', () => expect(() => unpack('half.gz', gzipSync('Some words.').subarray(0, 15))).toThrow('half.gz was not imported. Its gzip data is damaged.'));
});

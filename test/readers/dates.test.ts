import {describe, expect, test} from 'vitest';
import {statedDate} from '../../source/readers/dates.ts';

describe('a stated date', () => {
	test.each([
		['Thu, 3 Jul 2025 9:05:00 EST', '2025-07-03T09:05:00-05:00'],
		['Thu,03 Jul 2025 09:05:00 +0000', '2025-07-03T09:05:00+00:00'],
		['03 Jul 25 09:05 BST', '2025-07-03T09:05+01:00'],
		['Thu, 03 Jul 2025 09:05:00 GMT+2', '2025-07-03T09:05:00+02:00'],
		['Thu Jul 03 2025 09:05:00 GMT+0200 (CEST)', '2025-07-03T09:05:00+02:00'],
		['Thu Jul  3 09:05:00 UTC 2025', '2025-07-03T09:05:00Z'],
		['Thursday, July 3, 2025 - 09:05', '2025-07-03T09:05'],
		['July 3, 2025, 9:05 am', '2025-07-03T09:05'],
		['2025-07-03T09:05:00-0400', '2025-07-03T09:05:00-04:00'],
		['2025/07/03 09:05', '2025-07-03T09:05'],
		['2025-7-3', '2025-07-03'],
		['03.07.2025', '2025-07-03'],
		['20250703T090500Z', '2025-07-03T09:05:00Z'],
	])('%s is read as %s', (given, date) => expect(statedDate(given)).toBe(date));

	test.each([
		['Do, 03 Jul 2025 09:05:00 +0200', '2025-07-03T09:05:00+02:00'],
		['Mon, 03 Mär 2025 09:05:00 +0100', '2025-03-03T09:05:00+01:00'],
		['3. Juli 2025', '2025-07-03'],
		['jeu., 03 juil. 2025 09:05:00 +0200', '2025-07-03T09:05:00+02:00'],
		['jeudi 3 juillet 2025 à 09:05', '2025-07-03T09:05'],
		['3 de julio de 2025', '2025-07-03'],
		['2025年7月3日 09:05', '2025-07-03T09:05'],
	])('%s is read as %s, whatever the language', (given, date) => expect(statedDate(given)).toBe(date));

	test('in the evening is not in the morning', () => {
		expect(statedDate('Thu, 03 Jul 2025 9:05 PM EDT')).toBe('2025-07-03T21:05-04:00');
		expect(statedDate('3 July 2025 12:30 p.m.')).toBe('2025-07-03T12:30');
		expect(statedDate('July 3, 2025, 12:05 am')).toBe('2025-07-03T00:05');
	});

	test.each(['03/07/2025', 'Thu, 31 Feb 2025 09:05:00 GMT', '0000-00-00 00:00:00', '0001-01-01T00:00:00Z', 'Thu, 01 Jan 1970 00:00:00 GMT', 'Room 12, 2025', 'yesterday'])('%s tells no day', given => expect(statedDate(given)).toBeNull());
});

import {describe, expect, test} from 'vitest';
import {resolveAgo} from '../../source/segment/ago.ts';

describe('a row that counts back from when the page was captured', () => {
	test.each([
		['5 days ago', '2031-05-02', '2031-04-27'], ['a week ago', '2031-05-02', '2031-04-25'], ['Yesterday', '2031-05-01', '2031-04-30'], ['vor 3 Tagen', '2031-05-02', '2031-04-29'],
		['vor einem Tag', '2031-05-02', '2031-05-01'], ['il y a 2 jours', '2031-05-02', '2031-04-30'], ['hace 4 días', '2031-05-02', '2031-04-28'],
		['3 hours ago', '2031-05-02T12:00:00+01:00', '2031-05-02'], ['3 hours ago', '2031-05-02T01:30:00-05:00', '2031-05-01'], ['vor 20 Minuten', '2031-05-02T00:10:00Z', '2031-05-01'],
		['BBC News5 days ago', '2031-05-02', '2031-04-27'],
	])('“%s”, captured %s: %s', (text, captured, day) => expect(resolveAgo(text, captured)).toBe(day));
	test.each([['3 hours ago', '2031-05-02'], ['2 months ago', '2031-05-02'], ['just now', '2031-05-02'], ['5 days ago', 'last week']])('“%s”, captured %s: no day is known', (text, captured) => expect(resolveAgo(text, captured)).toBeNull());
});

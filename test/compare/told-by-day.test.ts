import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {blindLine, blindSpots, coverageLine, outletsOf, toldByDay} from '../../source/compare/told-by-day.ts';

const card = (published: string | null, outlet: string | null = 'Quay Daily') => ({published, outlet});

describe('coverage over time', () => {
	test('a number a day from the first to the last, a point for none', () => {
		expect(coverageLine(toldByDay([card('2031-04-05'), card('2031-04-02T23:30:00-08:00'), card('2031-04-05'), card('2031-04-07')]))).toBe('2031-04-02 [1··2·1] 2031-04-07, by day');
	});

	test('days that do not fit one by one are taken together; more than nine is a plus', () => {
		expect(coverageLine(toldByDay([card('2031-04-01'), card('2031-04-10'), ...Array.from({length: 10}, () => card('2031-04-05'))], 5))).toBe('2031-04-01 [1·+·1] 2031-04-10, each sign 2 days');
	});

	test('what has no day is counted apart and put on none', () => {
		expect(coverageLine(toldByDay([card('2031-04-02'), card('2031-04-03'), card('2031-04'), card(null)]))).toBe('2031-04-02 [11] 2031-04-03, by day (undated: 2)');
		expect(coverageLine(toldByDay([card('2031-04-02'), card(null)]))).toBe('all on 2031-04-02 (undated: 1)');
		expect(coverageLine(toldByDay([card(null)]))).toBe('undated');
	});

	test('no article is lost, and it fits its line', () => {
		fc.assert(fc.property(fc.array(fc.option(fc.date({min: new Date('2001-01-01'), max: new Date('2040-01-01'), noInvalidDate: true})), {maxLength: 60}), fc.integer({min: 1, max: 60}), (dates, most) => {
			const told = toldByDay(dates.map(date => card(date?.toISOString() ?? null)), most);
			if (told === null) {
				expect(dates.every(date => date === null)).toBe(true);
				return;
			}

			expect(told.counts.reduce((sum, count) => sum + count, 0) + told.undated).toBe(dates.length);
			expect(told.counts.length).toBeLessThanOrEqual(most);
			expect(told.counts[0]).toBeGreaterThan(0);
			expect(told.counts.at(-1)).toBeGreaterThan(0);
		}));
	});
});

describe('blind spots', () => {
	const outlets = outletsOf([card(null, 'The Ebb'), card(null, 'Quay Daily'), card(null, null), card(null, 'The Ebb')]);

	test('the outlets of the library that do not carry an event', () => {
		expect(blindLine(blindSpots([card(null)], outlets))).toBe('not in: The Ebb');
		expect(blindLine(blindSpots([card(null), card(null, 'The Ebb')], outlets))).toBe('in every outlet of the library');
	});

	test('an article of an unknown outlet may be of any of them, and that is said', () => {
		expect(blindLine(blindSpots([card(null), card(null, null)], outlets))).toBe('not in: The Ebb (articles of unknown outlets: 1)');
	});
});

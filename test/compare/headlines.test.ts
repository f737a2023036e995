import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {headlinesOf} from '../../source/compare/headlines.ts';
import type {Figure} from '../../source/model/figure.ts';
import type {HeadlineRow} from '../../source/model/views.ts';
import {column, figure, number} from '../helpers/build.ts';

const row = (headline: string, body: string, ...figures: readonly Figure[]): HeadlineRow | undefined => headlinesOf([column('a', [body], figures.map(one => {
	if (one.segment !== -1) return one;
	const start = headline.indexOf(one.text);
	return {...one, start, end: start + one.text.length};
}), {headline})])[0];
const parts = (headline: string, source: string | null = null): Array<string | undefined> => {
	const found = row(headline, 'Nothing more is known.', ...(source === null ? [] : [number(7, {source})]));
	return [found?.actor?.text, found?.verb?.text, found?.attribution?.text];
};

describe('who does what, and on whose word', () => {
	test.each<[string, string, string, string | undefined]>([
		['Velmar council rejects harbour budget', 'Velmar council', 'rejects', undefined],
		['Islanders Have Lost Their Ferry, Coast Guard Says', 'Islanders', 'Have Lost', 'Coast Guard'],
		['Owner will sell both ferries, according to Ana Ruiz', 'Owner', 'will sell', 'Ana Ruiz'],
		['Sailor rescued from ferry dies, says Ellery clinic', 'Sailor rescued from ferry', 'dies', undefined],
		['Mayor Holm says she will resign', 'Mayor Holm', 'will resign', 'Mayor Holm'],
		['Holm announces inquiry', 'Holm', 'announces', 'Holm'],
		['Crews fight fire on night ferry', 'Crews', 'fight', undefined],
		['Councillors challenge Holm claims on ferry', 'Councillors', 'challenge', undefined],
		['Officer who refused to leave resigns over fire', 'Officer who refused to leave', 'resigns', undefined],
		['Ferry fire: all passengers rescued', 'all passengers', 'rescued', undefined],
		['Islanders suffering after ferry’s loss, says Velmar', 'Islanders', 'suffering', 'Velmar'],
	])('%s', (headline, ...expected) => {
		expect(parts(headline)).toEqual(expected);
	});

	test('a word before a colon is a source only where the article has one of that name', () => {
		expect(parts('Coast guard: forty hurt on ferry')[2]).toBeUndefined();
		expect(parts('Coast guard: forty hurt on ferry', 'the coast guard')[2]).toBe('Coast guard');
	});

	test('nothing is guessed where no verb is sure', () => {
		expect(parts('A long night in Port Ellery')).toEqual([undefined, undefined, undefined]);
	});

	test('every field stands where it says, whatever the headline', () => {
		fc.assert(fc.property(fc.oneof(fc.string(), fc.lorem(), fc.constantFrom('港で火事, says 港', 'Police say')), headline => {
			const found = headlinesOf([column('a', ['x'], [], {headline})])[0];
			for (const field of [found?.actor, found?.verb, found?.attribution]) if (field) expect(headline.slice(field.start, field.end)).toBe(field.text);
		}));
	});
});

describe('the headline against its body', () => {
	const flags = (headline: string, body: string, ...figures: readonly Figure[]): string[] => (row(headline, body, ...figures)?.flags ?? []).map(({flag}) => flag);
	const hurt = {measure: 'wounded', subject: 'passengers'} as const;
	const top = (value: number, fields: Partial<Figure> = {}): Figure => number(value, {...hurt, segment: -1, ...fields});

	test('its number is not in the body', () => {
		expect(flags('60 hurt on ferry', 'The coast guard counts 40 hurt.', top(60), number(40, {...hurt, source: 'the coast guard'}))).toEqual(['the headline\'s number is not in the body']);
		expect(flags('60 hurt on ferry', 'Nothing more is known.', top(60))).toEqual(['the headline\'s number is not in the body']);
	});

	test('a rounded number, "dozens" over 40, and a number that was only not read are in it', () => {
		expect(flags('1,000 hurt', 'In all 1,012 were hurt.', top(1000), number(1012, hurt))).toEqual([]);
		expect(flags('Dozens hurt', 'In all 40 were hurt.', figure('Dozens', {...hurt, segment: -1, low: 24, high: 99, qualifier: 'vague', boundsBasis: 'convention'}), number(40, hurt))).toEqual([]);
		expect(flags('60 hurt on ferry', 'The 60-odd burnt were treated ashore.', top(60))).toEqual([]);
		expect(flags('60 hurt on ferry', 'The 160 burnt were treated ashore.', top(60))).toHaveLength(1);
	});

	test('it drops the hedge that goes with the number in the body', () => {
		const quoted = number(60, {...hurt, source: 'the clinic', hedges: ['highly likely']});
		expect(flags('60 hurt on ferry, clinic says', 'It is highly likely that 60 are hurt, the clinic said.', top(60), quoted)).toEqual(['the headline drops the hedge']);
		expect(flags('60 feared hurt on ferry, clinic says', 'It is highly likely that 60 are hurt, the clinic said.', top(60), quoted)).toEqual([]);
		expect(flags('11,000 sent north', 'Some 11,000 went north.', top(11_000), figure('Some 11,000', {...hurt, low: 11_000, high: 11_000, qualifier: '~', hedges: ['Some']}))).toEqual(['the headline drops the hedge']);
	});

	test('it drops the source', () => {
		const said = number(60, {...hurt, source: 'the clinic'});
		expect(flags('60 hurt on ferry', 'The clinic treated 60.', top(60), said)).toEqual(['the headline drops the source']);
		expect(flags('60 hurt on ferry, clinic says', 'The clinic treated 60.', top(60), said)).toEqual([]);
		expect(flags('60 hurt on ferry', 'The clinic treated 60. Of the 60 two are critical.', top(60), said, number(60, hurt))).toEqual([]);
	});

	test('names the figures of the body that show it', () => {
		const found = row('60 hurt on ferry', 'The clinic treated 60.', top(60), number(60, {...hurt, source: 'the clinic'}));
		expect(found?.flags).toEqual([{flag: 'the headline drops the source', figure: 'a-0', body: ['a-1'], words: 'the clinic'}]);
	});
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createSearch} from '../../source/search/search.ts';
import {card, ids, marked, searcher, shelf} from './helpers.ts';

const hit = (query: string, article: string, mode?: 'fuzzy' | 'exact' | 'regex') => searcher.find(query, {...(mode && {mode})}).hits.find(found => found.article === article);
const headline = (id: string): string | null => shelf.find(entry => entry.card.id === id)?.card.headline ?? null;

describe('words', () => {
	test('are found in headlines, outlets and texts, whatever their case', () => {
		expect(ids('KIM')).toEqual(['kim']);
		expect(ids('warehouse')).toEqual(['oslo']);
		expect(ids('nhk')).toEqual(['tokyo']);
	});

	test('are found by their beginning, so that results come while one types', () => {
		expect(ids('pled')).toEqual(['kim']);
	});

	test('must all be there', () => {
		expect(ids('casualties herald')).toEqual(['opinion']);
		expect(ids('casualties warehouse')).toEqual([]);
	});

	test('weigh more in a headline than in a text', () => {
		const found = ids('casualties');
		expect(found.slice(0, 2).toSorted()).toEqual(['losses', 'opinion']);
		expect(found[2]).toBe('live');
	});

	test('are found without their accents, numbers without their commas', () => {
		expect(ids('sao paulo')).toEqual(['oslo']);
		expect(ids('5000')).toEqual(['losses']);
		expect(ids('5,000')).toEqual(['losses']);
	});

	test('of a script without spaces are found inside a sentence', () => {
		expect(ids('朝鮮')).toEqual(['tokyo']);
		expect(ids('兵士')).toEqual(['tokyo']);
	});

	test('that say nothing find nothing', () => {
		for (const query of ['', '   ', '-', 'outlet:', '""', '…']) expect(ids(query)).toEqual([]);
	});
});

describe('typos', () => {
	test('are read as the word that was meant, and the searcher says so', () => {
		expect(searcher.find('casulties').readAs).toEqual([{typed: 'casulties', word: 'casualties'}]);
		expect(ids('casulties')).toEqual(ids('casualties'));
	});

	test.each([['swapped', 'casaulties'], ['left out', 'casulties'], ['doubled', 'cassualties'], ['wrong', 'casuakties'], ['half a word', 'casult']])('%s letters: %s', (_, typed) => {
		expect(ids(typed)).toContain('losses');
	});

	test('are not looked for where the word is there as typed', () => {
		expect(searcher.find('casualties').readAs).toEqual([]);
	});

	test('are not forgiven in numbers or in very short words: those would be other numbers and other words', () => {
		expect(ids('5001')).toEqual([]);
		expect(ids('kin')).toEqual([]);
	});

	test('are forgiven in the name of an outlet', () => {
		expect(ids('outlet:independant')).toEqual(['live']);
		expect(searcher.find('outlet:independant').readAs).toEqual([{typed: 'independant', word: 'independent'}]);
	});
});

describe('fields, minus and phrases', () => {
	test('outlet: takes a name, its beginning, or the name run together', () => {
		expect(ids('outlet:bbc')).toEqual(['kim']);
		expect(ids('outlet:daily-mail')).toEqual(['oslo']);
		expect(ids('outlet:"the herald"')).toEqual(['opinion']);
		expect(ids('outlet:unknown')).toEqual(['post-a', 'post-b']);
	});

	test('a minus takes away what has the word, and only that word', () => {
		expect(ids('casualties -opinion').toSorted()).toEqual(['live', 'losses']);
		expect(ids('casualties -opin')).toHaveLength(3);
		expect(ids('casualties -outlet:huffpost').toSorted()).toEqual(['live', 'opinion']);
		expect(ids('casualties -"north korean"').toSorted()).toEqual(['live', 'opinion']);
	});

	test('a phrase is words next to each other, in their order', () => {
		expect(ids('"front line"')).toEqual(['live']);
		expect(ids('front line').toSorted()).toEqual(['live', 'oslo']);
		expect(ids('"sao paulo"')).toEqual(['oslo']);
		expect(ids('"5,000 casualties"')).toEqual(['losses']);
	});

	test('a closed phrase is complete, an open one is still being typed', () => {
		expect(ids('"north kor"')).toEqual([]);
		expect(ids('"north kor').toSorted()).toEqual(['live', 'losses']);
	});

	test('OR takes either of its neighbours, and only those', () => {
		expect(ids('warehouse OR pledges').toSorted()).toEqual(['kim', 'oslo']);
		expect(ids('warehouse OR pledges outlet:bbc')).toEqual(['kim']);
		expect(ids('casulties OR nowhere')).toHaveLength(3);
	});

	test('newest first where nothing else decides, then by id', () => {
		expect(ids('zelenskyy spoke')).toEqual(['post-a', 'post-b']);
		expect(ids('-casualties -kim')[0]).toBe('post-a');
	});
});

describe('what is marked', () => {
	test('the typed beginning of a word in the headline', () => {
		expect(marked(headline('kim'), hit('pled', 'kim')?.headlineMatches)).toEqual(['pled']);
	});

	test('the whole word where it was read for another', () => {
		expect(marked(headline('losses'), hit('casulties', 'losses')?.headlineMatches)).toEqual(['casualties']);
	});

	test('a phrase in one piece', () => {
		const found = hit('"front line"', 'live');
		expect(marked(found?.snippet?.text, found?.snippet?.matches)).toEqual(['front line']);
	});

	test('a snippet shows the words around the match, on one line, and is null where the text has none', () => {
		expect(hit('front', 'live')?.snippet?.text).not.toContain('\n');
		expect(hit('pledges', 'kim')?.snippet).toBeNull();
	});

	test('a snippet of a long text is cut at words', () => {
		const text = `${'before '.repeat(60)}needle ${'after '.repeat(60)}`;
		const [found] = createSearch([{card: card({id: 'long', headline: 'Long'}), text}]).find('needle').hits;
		expect(found?.snippet?.text).toMatch(/^… before .* needle after .* after …$/);
		expect(found?.snippet?.text.length).toBeLessThanOrEqual(124);
		expect(marked(found?.snippet?.text, found?.snippet?.matches)).toEqual(['needle']);
	});
});

describe('the other two ways', () => {
	test('exact takes words as they are: no beginnings, no typos', () => {
		expect(ids('casualt', 'exact')).toEqual([]);
		expect(ids('casulties', 'exact')).toEqual([]);
		expect(ids('casualties', 'exact')).toHaveLength(3);
	});

	test('regex takes the query as one pattern', () => {
		expect(ids('over [\\d,]+ casualt', 'regex')).toEqual(['losses']);
		expect(marked(headline('losses'), hit('kor\\w+', 'losses', 'regex')?.headlineMatches)).toEqual(['Korean']);
		expect(ids('troops.*week', 'regex')).toEqual(['live']);
		expect(ids('x*', 'regex')).toEqual([]);
	});
});

describe('nothing that is typed can break it', () => {
	test('any query gives hits whose marks lie within their texts', () => {
		fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 80}), query => {
			for (const found of searcher.find(query).hits) {
				const whole = headline(found.article) ?? '';
				for (const [start, end] of found.headlineMatches) expect(start < end && end <= whole.length).toBe(true);
				for (const [start, end] of found.snippet?.matches ?? []) expect(start < end && end <= (found.snippet?.text.length ?? 0)).toBe(true);
			}
		}), {numRuns: 300});
	});

	test('only the first 400 characters count', () => {
		expect(ids(`kim${' '.repeat(400)}nowhere`)).toEqual(['kim']);
	});

	test('a library without articles finds nothing', () => {
		expect(createSearch([]).find('kim').hits).toEqual([]);
	});
});

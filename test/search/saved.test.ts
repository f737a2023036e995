import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseQuery} from '../../source/search/parse-query.ts';
import {namersOf, renamed, savedTerm, whyNotSaved} from '../../source/search/saved.ts';
import {createSearch} from '../../source/search/search.ts';
import {completions} from '../../source/search/complete.ts';
import {shelf} from './helpers.ts';

const saved = new Map([['losses', 'casualties OR losses'], ['Front line', '"front line"'], ['quiet losses', 'saved:losses -saved:"front line"'], ['newest', 'kim OR zelenskyy sort:date']]);
const searcher = createSearch(shelf, [], saved);
const found = (query: string): string[] => searcher.find(query).hits.map(({article}) => article);
const problem = (query: string, of: ReadonlyMap<string, string> = saved) => parseQuery(query, of).problem;

describe('a saved search in a query', () => {
	test('finds what it finds by itself, under its name in any capitals', () => {
		expect(found('saved:losses')).toEqual(found('casualties OR losses'));
		expect(found('saved:LOSSES')).toEqual(found('saved:losses'));
		expect(found('saved:"front line"')).toEqual(['live']);
	});

	test('stands beside other terms, in parentheses, and within another saved one', () => {
		expect(found('saved:losses outlet:huffpost')).toEqual(['losses']);
		expect(found('(saved:losses OR kim) -opinion').toSorted()).toEqual(['kim', 'live', 'losses']);
		expect(found('saved:"quiet losses"').toSorted()).toEqual(['losses', 'opinion']);
	});

	test('behind a minus takes away all that it finds, by a slip too', () => {
		const slip = createSearch(shelf, [], new Map([['slip', 'casulties']]));
		const [all, without] = ['troops OR figures', '(troops OR figures) -saved:slip'].map(query => slip.find(query).hits.map(({article}) => article));
		expect(without).toEqual(all?.filter(id => !slip.find('saved:slip').hits.some(({article}) => article === id)));
		expect(without).not.toEqual(all);
	});

	test('keeps its order where the query around it has none', () => {
		expect(parseQuery('saved:newest troops', saved).sort).toBe('date');
		expect(parseQuery('saved:newest sort:outlet', saved).sort).toBe('outlet');
		expect(parseQuery('troops -saved:newest', saved).sort).toBeNull();
	});

	test('with any other term finds what the two would find written out', () => {
		const terms = ['kim', 'troops', '-opinion', 'outlet:bbc', '"front line"', 'is:undated', '(kim OR line)', 'spoke -court', 'casulties'];
		fc.assert(fc.property(fc.array(fc.constantFrom(...terms), {minLength: 1, maxLength: 3}), fc.constantFrom(...terms), fc.boolean(), (inner, outer, before) => {
			const query = inner.join(' ');
			const [short, long] = [createSearch(shelf, [], new Map([['this one', query]])), createSearch(shelf)];
			const ask = (term: string): string => (before ? `${term} ${outer}` : `${outer} ${term}`);
			expect(short.find(ask(savedTerm('this one')))).toEqual(long.find(ask(`(${query})`)));
		}), {numRuns: 200});
	});
});

describe('what cannot be asked says where and why', () => {
	test('a name that nothing is saved under, one that is not typed to its end yet', () => {
		expect(problem('kim saved:loses')).toEqual({message: 'No search is saved as “loses”. Did you mean “losses”?', from: 10, to: 15, unfinished: false});
		expect(problem('kim saved:los')?.unfinished).toBe(true);
	});

	test('searches that lead back to themselves, however far around', () => {
		const around = new Map([['a', 'kim saved:b'], ['b', '(saved:c OR x)'], ['c', '-saved:a']]);
		expect(problem('saved:b', around)?.message).toBe('The saved search “b” leads back to itself: b, c, a, b.');
		expect(problem('saved:a', new Map([['a', 'saved:a']]))?.message).toContain('a, a');
	});

	test('a mistake within a saved search, by its name', () => {
		expect(problem('saved:outer', new Map([['outer', 'saved:inner'], ['inner', 'kim oulet:bbc']]))?.message).toBe('In the saved search “inner”: There is no field oulet:. Did you mean outlet:?');
	});

	test('searches that name each other twice, and again, are not read without end', () => {
		const many = new Map(Array.from({length: 40}, (_, at) => [`s${at}`, at === 39 ? 'kim' : `saved:s${at + 1} saved:s${at + 1}`] as const));
		expect(problem('saved:s0', many)?.message).toContain('More than 100 saved searches');
	});
});

describe('saving', () => {
	test('takes what can be asked and named', () => {
		expect(whyNotSaved('drones', 'drones saved:losses', saved)).toBeNull();
		expect(whyNotSaved('losses', 'toll', saved)).toBeNull();
	});

	test.each([
		['', 'kim', 'needs a name'], ['x"y', 'kim', 'quotation marks'], ['x'.repeat(61), 'kim', '60 characters'], ['x', ' ', 'no search to save'], ['x', 'oulet:bbc', 'Did you mean outlet:?'],
		['x', 'saved:nothing', 'No search is saved as'], ['losses', 'kim saved:"quiet losses"', 'leads back to itself'],
	])('refuses the name %j for %j', (name, query, why) => {
		expect(whyNotSaved(name, query, saved)).toContain(why);
	});

	test('under another name: those that name it name it anew, and all find what they found', () => {
		expect(namersOf(saved, 'losses')).toEqual(['quiet losses']);
		const changes = renamed(saved, 'losses', 'the (many) losses');
		expect(changes).toEqual([['losses', null], ['the (many) losses', 'casualties OR losses'], ['quiet losses', 'saved:"the (many) losses" -saved:"front line"']]);
		const after = new Map([...saved, ...changes].flatMap(([name, query]) => (query === null || name === 'losses' ? [] : [[name, query] as const])));
		expect(createSearch(shelf, [], after).find('saved:"quiet losses"')).toEqual(searcher.find('saved:"quiet losses"'));
	});

	test('names are completed as values of a field are', () => {
		const values = {outlet: [], tag: [], event: [], figure: [], date: [], saved: [...saved.keys()]};
		expect(completions('kim saved:fr', values).map(({query}) => query)).toEqual(['kim saved:"Front line" ']);
	});
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {marked, revisionChanges, wordChanges} from '../../source/compare/revisions.ts';
import {derive} from '../helpers/memory-library.ts';

const article = (headline: string, ...paragraphs: readonly string[]) => derive({id: 'a', headline, paragraphs}).article;
const told = (...[before, after]: Parameters<typeof revisionChanges>): readonly string[] => revisionChanges(before, after).map(({kind, parts}) => `${kind}: ${marked(parts)}`);

describe('what an article became', () => {
	test('words that changed stand within their paragraph; the rest stays as it is', () => {
		expect(told(article('Ferry aground', 'The ferry ran aground with 40 people aboard.', 'Nobody was hurt, the harbour office said.'),
			article('Ferry aground', 'The ferry ran aground with 52 people aboard.', 'Nobody was hurt, the harbour office said.')))
			.toEqual(['same: Ferry aground', 'changed: The ferry ran aground with [-40-] {+52+} people aboard.', 'same: Nobody was hurt, the harbour office said.']);
	});

	test('paragraphs that came and went are told whole, and none is taken for a rewritten one', () => {
		expect(told(article('Ferry aground', 'The tide was low.', 'The captain is being heard.'), article('Ferry afloat', 'The captain is being heard.', 'Divers looked at the hull on Monday.')))
			.toEqual(['changed: Ferry [-aground-] {+afloat+}', 'removed: [-The tide was low.-]', 'same: The captain is being heard.', 'added: {+Divers looked at the hull on Monday.+}']);
	});

	test('two of the same words say that nothing changed', () => {
		const one = article('Ferry aground', 'The tide was low.');
		expect(revisionChanges(one, one).every(({kind}) => kind === 'same')).toBe(true);
	});

	test('two long texts that have nothing in common are told at once', () => {
		const long = (word: string): string => Array.from({length: 9000}, (_, index) => `${word}${index}`).join(' ');
		expect(wordChanges(long('tide'), long('hull')).map(({kind}) => kind)).toEqual(['removed', 'added']);
	});

	test('whatever the texts, taking the added words away gives the one, taking the removed ones away the other', () => {
		const text = fc.array(fc.constantFrom('tide', 'ferry', 'low', 'aground', '12', 'of'), {maxLength: 12}).map(words => words.join(' '));
		fc.assert(fc.property(text, text, (before, after) => {
			const changes = wordChanges(before, after);
			const without = (kind: string): string => changes.filter(change => change.kind !== kind).map(change => change.text).join(' ');
			expect([without('added'), without('removed')]).toEqual([before, after]);
		}));
	});
});

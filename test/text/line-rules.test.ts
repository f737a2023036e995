import {describe, expect, test} from 'vitest';
import boilerplate from '../../data/boilerplate.json' with {type: 'json'};
import pageFurniture from '../../data/page-furniture.json' with {type: 'json'};
import {anyOf, type LineRule, lineRules, wholeLine} from '../../source/text/line-rules.ts';
import {corpusPages} from '../corpus/corpus.ts';

const lines = [...new Set(corpusPages().flatMap(({bytes}) => new TextDecoder().decode(bytes).split(/\r\n|\r|\n/).map(line => line.trim())))];
// Other capitals, and letters that stand for others by all of Unicode.
const written = lines.flatMap(line => [line, line.toUpperCase(), line.toLowerCase(), line.replaceAll('s', '\u017F'), line.replaceAll('k', '\u212A')]);

/** Every rule tried on every line, one after the other. */
const oneByOne = (rules: ReadonlyArray<LineRule<string>>, flags: 'i' | 'iu'): ((text: string) => string | null) => {
	const made = rules.map(({value, patterns}) => ({value, pattern: wholeLine(anyOf(patterns), flags)}));
	return text => made.find(({pattern}) => pattern.test(text))?.value ?? null;
};

describe('the rule of a line is found at two looks, and is the first of those that match', () => {
	const tables: ReadonlyArray<readonly [string, 'i' | 'iu', ReadonlyArray<LineRule<string>>]> = [
		['furniture of pasted pages', 'i', boilerplate.lines.map(({rule, patterns}) => ({value: rule, patterns}))],
		['labels of web pages', 'iu', pageFurniture.texts.map(({rule, patterns}) => ({value: rule, patterns}))],
		['patterns that begin alike, with anything, or with what is not read', 'i', [{value: 'a', patterns: ['boats? lost', '\\x42oats']}, {value: 'b', patterns: ['.{0,9}lost', 'b.*']}, {value: 'c', patterns: ['(?:the )?é.*']}]],
	];
	test.each(tables)('%s', (_, flags, rules) => {
		const [quick, slow] = [lineRules(rules, flags), oneByOne(rules, flags)];
		const some = [...written, 'Boat lost', 'Boats', 'boats.', 'Ferry lost!', 'Bells', 'Édouard', 'the école', ''];
		expect(some.filter(line => slow(line) !== null).length).toBeGreaterThan(3);
		expect(some.filter(line => quick(line) !== slow(line))).toEqual([]);
	});
});

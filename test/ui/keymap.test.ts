import {describe, expect, it} from 'vitest';
import {createKeymap, defaultKeymap} from '../../source/ui/keys/bindings.ts';
import {keymap, contextTitles, type Context} from '../../source/ui/keys/keymap.ts';
import {splitKeys} from '../../source/ui/keys/keys.ts';

const {bindingsFor, footerHints, helpGroups, resolve} = defaultKeymap;
const contexts = Object.keys(contextTitles) as Context[];

describe('the table of keys', () => {
	for (const context of contexts) {
		it(`${context}: gives no key two meanings`, () => {
			const keys = bindingsFor(context).flatMap((binding): readonly string[] => binding.keys);
			expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
		});

		it(`${context}: begins no chord with a key that does something by itself`, () => {
			const keys = bindingsFor(context).flatMap((binding): readonly string[] => binding.keys);
			expect(keys.filter(key => key.includes(' ') && keys.includes(key.split(' ')[0] ?? ''))).toEqual([]);
		});

		it(`${context}: has a way out, and its hints and its help name only keys that work here`, () => {
			const actions = bindingsFor(context).map(binding => binding.action);
			expect(actions.some(action => action === 'close' || action === 'escape')).toBe(true);
			expect(footerHints(context).length).toBeGreaterThan(0);
			expect(helpGroups(context).flatMap(group => group.lines).length).toBeGreaterThan(3);
		});
	}

	it('leaves alone what terminals keep for themselves', () => {
		const kept = new Set(['ctrl+s', 'ctrl+q', 'ctrl+z', 'ctrl+i', 'ctrl+m', 'ctrl+j', 'ctrl+h']);
		expect(keymap.flatMap((binding): readonly string[] => binding.keys).filter(key => kept.has(key) || key.startsWith('alt+'))).toEqual([]);
	});

	it('knows chords', () => {
		expect(resolve('deck', 'g')).toEqual({action: null, pending: true});
		expect(resolve('deck', 'g g')).toEqual({action: 'first', pending: false});
		expect(resolve('search', 'g')).toEqual({action: null, pending: false});
	});
});

describe('what a terminal sends', () => {
	it('is cut into keys: letters, named keys, chords of control, arrows', () => {
		expect(splitKeys('jj/a b\r')).toEqual(['j', 'j', '/', 'a', 'space', 'b', 'enter']);
		expect(splitKeys('\u001B[B\u001B[5~\u001BOA')).toEqual(['down', 'pageup', 'up']);
		expect(splitKeys('\u0004\t\u007F\u001B')).toEqual(['ctrl+d', 'tab', 'backspace', 'esc']);
		expect(splitKeys('é港👩‍👧')).toEqual(['é', '港', '👩‍👧']);
	});

	it('is never taken for letters where it is a sequence nobody here knows', () => {
		expect(splitKeys('\u001B[200~x')).toEqual(['x']);
	});
});

describe('keys of one\'s own', () => {
	it('mean the action wherever it works; input, footer and help all follow', () => {
		const {keymap: mine, problems} = createKeymap({compare: ['C', 'g x']});
		expect(problems).toEqual([]);
		expect(mine.resolve('deck', 'C').action).toBe('compare');
		expect(mine.resolve('reader', 'g x').action).toBe('compare');
		expect(mine.resolve('deck', 'c').action).toBe(null);
		expect(mine.footerHints('deck')).toContainEqual({keys: 'C', label: 'compare'});
		expect(mine.helpGroups('deck').flatMap(({lines}) => lines)).toContainEqual({keys: 'C', label: 'compare marked or these'});
	});

	it('may change places', () => {
		const {keymap: mine, problems} = createKeymap({base: ['x'], drop: ['b']});
		expect(problems).toEqual([]);
		expect(mine.resolve('compare-text', 'x').action).toBe('base');
		expect(mine.resolve('compare-text', 'b').action).toBe('drop');
	});

	it.each([
		[{compair: ['C']}, 'keys.compair: there is no such action; did you mean compare?'],
		[{compare: ['ctrl+s']}, 'keys.compare: ctrl+s belongs to the terminal.'],
		[{compare: ['alt+c']}, 'keys.compare: "alt+c" is no key.'],
		[{compare: ['e']}, 'keys.compare: e is export in the Deck already.'],
		[{compare: ['g']}, 'keys.compare: g is'],
	])('that cannot be are told in a line and left as they were: %j', (remaps, line) => {
		const {keymap: mine, problems} = createKeymap({...remaps, star: ['S']});
		expect(problems).toHaveLength(1);
		expect(problems[0]).toContain(line);
		expect(mine.resolve('deck', 'c').action).toBe('compare');
		expect(mine.resolve('list', 'S').action).toBe('star');
	});

	it('do not take letters away from a line of text, nor control-C from anybody', () => {
		const {keymap: mine} = createKeymap({escape: ['z'], quit: ['Z']});
		expect(mine.resolve('search', 'z').action).toBe(null);
		expect(mine.resolve('search', 'esc').action).toBe('escape');
		expect(mine.resolve('deck', 'ctrl+c').action).toBe('quit');
	});
});

import {describe, expect, it} from 'vitest';
import {Problem} from '../../source/model/problem.ts';
import {createKeymap} from '../../source/ui/keys/bindings.ts';
import {mending} from '../../source/ui/words/mend-words.ts';
import {sayReview} from '../../source/ui/words/review-words.ts';
import {createSession} from '../../source/ui/session/session.ts';
import {tools} from '../../source/ui/tools.ts';
import {say} from '../../source/ui/words/words.ts';
import {harbour} from '../helpers/harbour.ts';
import {eventOf, memoryEffects, memoryLibrary, type Story} from '../helpers/memory-library.ts';

const empty = () => memoryLibrary([], []);
const quiet: readonly Story[] = [
	{id: 'a-1', headline: 'Quiet week on the island', paragraphs: ['Nothing of note happened, the mayor said.']},
	{id: 'a-2', headline: 'Council talks about the quay', paragraphs: ['The council came to no decision.']},
];
const single = () => memoryLibrary(quiet.slice(0, 1), [eventOf('e', 'Quiet', ['a-1'])]);
const pair = () => memoryLibrary(quiet, [eventOf('e', 'Quiet', ['a-1', 'a-2'])]);

const see = async (library: ReturnType<typeof empty>, keys: readonly string[], {columns = 80, rows = 24, remaps = {}} = {}): Promise<string> => {
	const session = await createSession({library, effects: memoryEffects(), size: {columns, rows}, tools, keymap: createKeymap(remaps).keymap});
	await session.press(keys);
	await session.settled();
	const rowsSeen = session.text().split('\n');
	expect(rowsSeen).toHaveLength(rows);
	return rowsSeen.join('\n');
};

/** Every view that can be opened, with what it says is missing and one key or command that helps. */
const inEmpty: ReadonlyArray<readonly [string, readonly string[], string, string]> = [
	['the deck', [], 'This library is empty.', 'newsdeck import'], ['articles', ['g', 'a'], 'This library has no articles.', 'newsdeck import'], ['outlets', ['g', 'o'], 'No outlets yet.', 'newsdeck demo'],
	['starred', ['g', 's'], 'No article has a star.', 'g a'], ['saved', ['g', 'c'], 'No comparison is saved.', 'newsdeck export --saved'], ['review', ['g', 'r'], 'Nothing waits for you here.', 'newsdeck audit'],
	['questions', ['g', 'q'], 'No question is followed.', 'newsdeck question save'], ['searches', ['g', '/'], 'No search is saved', 'newsdeck search --save'], ['search', ['/'], 'type to search', 'outlet:bbc'], ['search, nothing found', ['/', 'x', 'q', 'z', 'z'], 'nothing matches', '^W'],
	['a comparison', ['c'], 'This library is empty', 'I imports files or a folder'], ['an export', ['e'], 'nothing to export', '? keys'], ['copying', ['y'], 'nothing to copy', '? keys'], ['reading', ['enter'], 'This library is empty', 'I imports'],
	['undo', ['M'], 'Merging needs', 'space'], ['the pager', ['P'], 'P works in', 'enter first'],
];

describe('an empty library', () => {
	it.each(inEmpty)('%s says what is missing, and what helps', async (_, keys, missing, helps) => {
		const screen = await see(empty(), keys);
		expect(screen).toContain(missing);
		expect(screen).toContain(helps);
	});

	it.each(inEmpty)('%s: also where it is small', async (_, keys, missing) => {
		expect(await see(empty(), keys, {columns: 60, rows: 15})).toContain(missing.slice(0, 18));
	});
});

describe('a library of one article, without a figure', () => {
	it.each([
		['comparing', ['c'], 'Comparing needs two articles: mark them with space.'], ['the deck', [], 'no figures in these articles'], ['a figure', ['enter', ')'], 'no figure in this article'],
		['confirming', ['enter', 'f'], 'no figure or quote under the cursor'], ['following', ['enter', 'T'], 'no figure under the cursor'], ['the address', ['enter', 'o'], 'has no address'],
	] as const)('%s says why nothing happens', async (_, keys, why) => {
		expect(await see(single(), keys)).toContain(why);
	});
});

describe('articles without figures or quotations', () => {
	it.each([['1', 'explain'], ['3', 'figures'], ['7', 'timeline']] as const)('%s: %s says so, and which keys lead on', async (...[view]) => {
		const screen = await see(pair(), [view]);
		expect(screen).toContain('no figures in these articles');
		expect(screen).toMatch(/2 +read the articles side by side/);
		expect(screen).toMatch(/a +add another article/);
	});

	it('the quotations likewise', async () => {
		expect(await see(pair(), ['5'])).toMatch(/no quotations in these articles[^]*2 +read the articles side by side/);
	});

	it('no relay: said, and nothing opens', async () => {
		expect(await see(pair(), ['1', 'R'])).toContain('No statement here is told in more than one wording.');
	});
});

describe('a search that is still under way', () => {
	it('says so, and not that nothing matches', async () => {
		const session = await createSession({library: harbour(), effects: memoryEffects(), size: {columns: 80, rows: 24}, tools});
		await session.press(['/']);
		const seen: string[] = [];
		session.subscribe(() => seen.push(session.text()));
		await session.press([...'ferry']);
		await session.settled();
		expect(seen.filter(screen => screen.includes('nothing matches'))).toEqual([]);
		expect(session.text()).toContain('Ferry fire');
	});
});

describe('a filter', () => {
	it('that leaves nothing says which, and how it is taken away', async () => {
		const screen = await see(harbour(), ['j', 'j', '3', 'F', ...'zebra', 'enter']);
		expect(screen).toContain('Only figures with “zebra” are shown');
		expect(screen).toMatch(/esc +show all figures again/);
	});
});

describe('with other keys', () => {
	it('sentences name the keys in force, not the usual ones', async () => {
		const remaps = {mark: ['ctrl+x'], undo: ['Z'], 'import-files': ['g i'], 'view-text': ['8']};
		expect(await see(single(), ['c'], {remaps})).toContain('mark them with ^X');
		expect(await see(empty(), ['enter'], {remaps})).toContain('g i imports files or a folder');
		expect(await see(empty(), ['g', 'a'], {remaps})).toMatch(/g i +import files or a folder/);
		expect(await see(pair(), ['1'], {remaps})).toMatch(/8 +read the articles side by side/);
	});
});

describe('the sentences of the screen', () => {
	const told = [say, mending, sayReview].flatMap(each => Object.values(each)).flatMap((each): readonly string[] => typeof each === 'string' ? [each] : typeof each === 'function' ? [each.toString()] : []);

	it('name no key by its letter: keys can be others', () => {
		expect(told.length).toBeGreaterThan(100);
		expect(told.filter(sentence => /\bpress [a-zA-Z^]\b|[;:] [a-zA-Z] (?:takes|lists|drops|opens|closes|shows|puts|brings)\b|\bctrl-/.test(sentence))).toEqual([]);
	});
});

describe('a library whose files are damaged while it is open', () => {
	const broken = () => ({...harbour(), read: async (): Promise<never> => {
		throw new Problem({exit: 'library', what: 'The body of a-tide is damaged.', why: 'Its checksum is another.'});
	}});

	it.each([['the deck', []], ['the reader', ['enter']], ['a comparison', ['j', 'c']], ['a list', ['g', 'a']], ['the review', ['g', 'r']], ['the raw page', ['enter', 'r']]] as const)('%s says what failed, and the screen goes on', async (_, keys) => {
		const session = await createSession({library: broken(), effects: memoryEffects(), size: {columns: 80, rows: 24}, tools});
		await session.press(keys);
		await session.settled();
		expect(session.text()).toContain('! The body of a-tide is damaged.');
		await session.press(['esc', 'esc', 'esc', '?']);
		expect(session.text()).toContain('Keys in');
	});
});

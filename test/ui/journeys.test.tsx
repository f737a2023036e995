import {render} from 'ink-testing-library';
import {afterEach, describe, expect, it} from 'vitest';
import {App} from '../../source/ui/app.tsx';
import {createSession} from '../../source/ui/session/session.ts';
import type {Library} from '../../source/model/library.ts';
import {harbour} from '../helpers/harbour.ts';
import {memoryEffects, memoryLibrary} from '../helpers/memory-library.ts';
import {plainTools} from '../helpers/plain-tools.ts';
import {openScreen, type ScreenSize} from '../helpers/screen.ts';

const ENTER = '\r';
const ESCAPE = '\u001B';
const TAB = '\t';
const DOWN = '\u001B[B';

const opened: Array<{close(): void}> = [];
afterEach(() => {
	for (const screen of opened.splice(0)) screen.close();
});

/** The screen over the harbour library, as somebody sits down before it. */
const sitDown = async (size: ScreenSize = {}, effects = memoryEffects(), library: Library = harbour()) => {
	const session = await createSession({library, effects, size: {columns: size.columns ?? 120, rows: size.rows ?? 36}, tools: plainTools});
	const screen = await openScreen(<App session={session}/>, size);
	opened.push(screen);
	return screen;
};

const lastRow = (text: string): string => text.split('\n').at(-1) ?? '';
const firstRow = (text: string): string => text.split('\n')[0] ?? '';

describe('somebody opens a library', () => {
	it('and sees its events, and the figures of the first one with whose word each is', async () => {
		const text = (await sitDown()).text();
		expect(text).toContain('3 events   12 figures');
		expect(text).toContain('▌ The burnt ferry and what came after');
		expect(text).toMatch(/More than 40 {2}coast guard, reported/);
		expect(text).toMatch(/“possibly”/);
		expect(text).toMatch(/none given {2}the shipping company/);
		expect(lastRow(text)).toMatch(/enter open.*\? keys.*1 of 4/);
	});

	it('and moves down with j, with an arrow, and with many keys typed in one burst', async () => {
		const screen = await sitDown();
		expect(lastRow(await screen.press('j'))).toContain('2 of 4');
		expect(lastRow(await screen.press(DOWN))).toContain('3 of 4');
		expect(lastRow(await screen.press('kkj'))).toContain('2 of 4');
		expect(lastRow(await screen.press('G'))).toContain('4 of 4');
		expect(lastRow(await screen.press('g', 'g'))).toContain('1 of 4');
		expect(lastRow(await screen.press('jkjjG'))).toContain('4 of 4');
	});

	it('and finds an empty one: it says what to do next', async () => {
		const text = (await sitDown({}, memoryEffects(), memoryLibrary([], []))).text();
		expect(text).toContain('This library is empty.');
		expect(text).toContain('newsdeck import pages/');
	});

	it('in a terminal that is too small, then makes it larger', async () => {
		const screen = await sitDown({columns: 52, rows: 14});
		expect(screen.text().trim()).toBe('newsdeck needs 60x15; this is 52x14.');
		expect(await screen.resize(80, 24)).toContain('The burnt ferry');
		expect(await screen.resize(120, 36)).toMatch(/Coverage ─+/);
	});
});

describe('somebody reads', () => {
	it('opens the newest article of an event, steps through its figures, and sees the words and where they stand', async () => {
		const screen = await sitDown();
		let text = await screen.press('j', 'j', ENTER, ']', ')');
		expect(firstRow(text)).toContain('Tidewater Times');
		expect(text).toContain('figure 2 of 5');
		expect(text).toMatch(/source {5}coast guard, reported/);
		expect(text).toMatch(/as of {6}13 Jan 2025/);
		expect(text).toMatch(/sha256 {2}[\da-f]{4}…[\da-f]{4} {3}chars 0–12/);
		expect(text).toContain('1 line removed here, line 10 (rule share-line)');
		text = await screen.press(')', ')', '(');
		expect(text).toContain('figure 3 of 5');
		expect(text).toMatch(/source {5}Ines Calder, quoted/);
	});

	it('goes back one view a press, and q at the root leaves', async () => {
		const screen = await sitDown();
		await screen.press('j', ENTER);
		expect(firstRow(await screen.press('q'))).toContain('newsdeck');
		expect(screen.left()).toBe(false);
		await screen.press('q');
		await screen.leaving;
		expect(screen.left()).toBe(true);
	});

	it('hides the evidence on a narrow screen and has the whole height for the text', async () => {
		const screen = await sitDown({columns: 80, rows: 24});
		expect(await screen.press('j', ENTER)).toContain('Evidence');
		expect(await screen.press('r')).not.toContain('Evidence');
	});
});

describe('somebody searches', () => {
	it('with a typing mistake, is told how the word was read, and opens the article', async () => {
		const screen = await sitDown();
		const text = await screen.press('/', 'fery fire');
		expect(text).toContain('fery: read as ferry');
		expect(text).toContain('3 of 5 articles');
		expect(firstRow(await screen.press(ENTER))).toContain('Tidewater Times');
		expect(firstRow(await screen.press(ESCAPE))).toContain('/ fery fire');
	});

	it('types letters that are keys elsewhere, and leaves with two escapes: one clears, one goes back', async () => {
		const screen = await sitDown();
		expect(firstRow(await screen.press('/', 'quote?cjk'))).toContain('/ quote?cjk');
		expect(firstRow(await screen.press('\u007F'))).toContain('/ quote?cj');
		expect(await screen.press(ESCAPE)).toContain('type to search');
		expect(firstRow(await screen.press(ESCAPE))).toContain('newsdeck');
	});
});

describe('somebody compares', () => {
	it('the articles of an event with one key, and comes to the words of a figure from its cell', async () => {
		const screen = await sitDown();
		expect(firstRow(await screen.press('j', 'j', 'c'))).toContain('1 Explain');
		expect(firstRow(await screen.press('2'))).toContain('2 Text');
		expect(firstRow(await screen.press('3', 'l', ENTER))).toContain('article 2 of 3');
	});

	it('two marked articles, the first one marked as the base', async () => {
		const screen = await sitDown();
		let text = await screen.press(TAB, 'j', ' ', 'j', ' ');
		expect(lastRow(text)).toContain('2 marked');
		text = await screen.press('c');
		expect(text).toContain('> Ferry company counts 212 saved');
		expect(text).toContain('  Ferry fire: more than 40 hurt');
	});

	it('one article alone, and is told what is missing', async () => {
		const screen = await sitDown();
		expect(lastRow(await screen.press('j', 'c'))).toContain('! Comparing needs two articles');
	});
});

describe('somebody exports', () => {
	it('sees the very text, chooses a format, and writes the file', async () => {
		const effects = memoryEffects();
		const screen = await sitDown({}, effects);
		let text = await screen.press('j', 'j', 'e');
		expect(text).toContain('# Ferry fire in Port Ellery');
		expect(text).toContain('ferry-fire-in-port-ellery.md');
		text = await screen.press('j', 'j', ENTER);
		expect(lastRow(text)).toContain('ferry-fire-in-port-ellery.csv was written.');
		expect(effects.files.get('ferry-fire-in-port-ellery.csv')).toContain('38');
	});

	it('over a file that is there already only after saying so', async () => {
		const effects = memoryEffects({'ferry-fire-in-port-ellery.md': 'mine'});
		const screen = await sitDown({}, effects);
		expect(lastRow(await screen.press('j', 'j', 'e'))).toContain('there already');
		expect(lastRow(await screen.press(ENTER))).toContain('enter again writes over it');
		expect(effects.files.get('ferry-fire-in-port-ellery.md')).toBe('mine');
		await screen.press(ENTER);
		expect(effects.files.get('ferry-fire-in-port-ellery.md')).toContain('# Ferry fire');
	});
});

describe('somebody asks for the keys', () => {
	it('and gets those of the view below, then closes them again', async () => {
		const screen = await sitDown();
		expect(await screen.press('?')).toContain('Keys in the Deck');
		expect(await screen.press(ESCAPE)).not.toContain('Keys in the Deck');
		expect(await screen.press('j', ENTER, '?')).toContain('Keys in the Reader');
	});
});

it('draws the same rows in a terminal that Ink’s own test library plays', async () => {
	const session = await createSession({library: harbour(), effects: memoryEffects(), size: {columns: 100, rows: 24}, tools: plainTools});
	const {lastFrame, stdin, unmount} = render(<App session={session} size={{columns: 100, rows: 24}}/>);
	await new Promise(resolve => setTimeout(resolve, 20));
	stdin.write('j');
	await new Promise(resolve => setTimeout(resolve, 60));
	const frame = (lastFrame() ?? '').replace(/\u001B\[[\d;]*m/g, '').split('\n').map(line => line.trimEnd());
	expect(frame).toEqual(session.text().split('\n'));
	expect(frame.at(-1)).toContain('2 of 4');
	unmount();
});

describe('somebody who does not know the key', () => {
	it('finds what it does by name, and presses enter', async () => {
		const screen = await sitDown();
		expect(await screen.press(':')).toContain('Command');
		const text = await screen.press('compare text');
		expect(text).toMatch(/▌ compare: Text +2/);
		expect(firstRow(await screen.press(ENTER))).toContain('2 Text');
	});

	it('is told where a command works that does not work here', async () => {
		const screen = await sitDown();
		expect(await screen.press(':', 'make this')).toMatch(/make this column the base +! in a comparison only: press c first +b/);
		expect(lastRow(await screen.press(ENTER))).toContain('in a comparison only');
		expect(await screen.press(ESCAPE)).not.toContain('Command ═');
	});

	it('sees that nothing is called so', async () => expect(await (await sitDown()).press(':', 'qqqq')).toContain('no command of that name'));
});

describe('somebody who names an event', () => {
	it('leaves it as it was with escape', async () => {
		const screen = await sitDown();
		const before = (await screen.press('j')).split('\n').slice(2, 12);
		await screen.press('R', 'xyz', ESCAPE);
		expect(screen.text().split('\n').slice(2, 12)).toEqual(before);
	});
});

import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {plain} from '../../source/ui/paint/row.ts';
import {createSession} from '../../source/ui/session/session.ts';
import {tools} from '../../source/ui/tools.ts';
import {eventOf, memoryEffects, memoryLibrary, type Story} from '../helpers/memory-library.ts';
import {root} from '../helpers/program.ts';

/** A list of strings that break programs, beside the project. */
const file = path.join(root, '../shared/hostile/strings.json');
const shared: readonly string[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];

/** Made up: what a page, a path or a person may hand to the screen. */
const own: readonly string[] = [
	'', '   ', '\t\n\r', 'x'.repeat(500), '港'.repeat(120), '👩‍👩‍👧‍👦'.repeat(40), 'e\u0301'.repeat(60), `a${'\u0301'.repeat(80)}b`, '\u200B\u200C\u200D\uFEFF', '\u202Eback\u202C', '\u001B[31mred\u001B[0m', '\u001B]52;c;aGk=\u0007',
	'\u001B]8;;file:///etc/passwd\u0007link\u001B]8;;\u0007', 'tab\there', 'nul\u0000nul', 'a\u2028b\u2029c', '100\b\b\b999', '\uD83D', '\uDE00 lone', 'ｆｕｌｌ ｗｉｄｔｈ', '🇩🇪🇫🇷🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'ก็่้', 'हिन्दी देवनागरी', 'العربية من اليمين', 'ﷺ', '―— – ­soft',
	'undo', 'constructor', '__proto__', '{{key}}', '\u0001undo\u0001 takes that back', '%s%d%n', '../../..', '<script>', '${1+1}', '| a | b |',
];

const library = (texts: readonly string[]) => {
	const stories = texts.map((text, index): Story => ({
		id: `a-${index}`, headline: index % 4 === 3 ? null : text, outlet: index % 2 === 0 ? text : null, published: index % 3 === 0 ? '2025-01' : null, paragraphs: [text, `${text} 12 ${text}`],
		figures: [{text: '12', segment: 1, measure: index % 2 === 0 ? text : null, measureText: text, subject: text, scope: text, source: index % 3 === 0 ? null : text, sourceText: 'he', hedges: [text], periodText: text}],
		quotes: [{text: '12', segment: 1, speaker: text}],
	}));
	return memoryLibrary(stories, [eventOf('e', texts[0] ?? '', stories.slice(0, 6).map(({id}) => id)), ...stories.slice(6).map(({id}, index) => eventOf(`e-${index}`, texts[index + 6] ?? '', [id]))], [], texts[1]);
};

/** What is pressed to come to every view; `typed` is what somebody types or pastes there. */
const ways = (typed: string): ReadonlyArray<readonly [string, readonly string[]]> => [
	['deck', []], ['articles', ['tab', 'j']], ['a list', ['g', 'a', 'j']], ['outlets', ['g', 'o']], ['review', ['g', 'r', 'j']], ['reader', ['j', 'enter', ')']], ['raw page', ['enter', 'r']], ['search', ['/', `paste ${typed}`]], ['put right', ['enter', ')', 'i']],
	['palette', [':', `paste ${typed}`]], ['a question', ['m', `paste ${typed}`]], ['copy', ['enter', 'y']], ['export', ['e']], ...['1', '2', '3', '4', '5', '6', '7'].map(view => [`compare ${view}`, [view]] as const), ['relay', ['1', 'R']], ['help', ['?', '/', `paste ${typed}`]], ['a command', ['|', `paste ${typed}`]],
];
const sizes = [[60, 15], [80, 24], [120, 36], [173, 41]] as const;

const expectWhole = async (texts: readonly string[], turn: number): Promise<void> => {
	for (const [index, [name, keys]] of ways(texts[turn % texts.length] ?? '').entries()) {
		const [columns, rows] = sizes[(index + turn) % sizes.length] ?? [80, 24];
		const session = await createSession({library: library(texts), effects: memoryEffects(), size: {columns, rows}, tools});
		await session.press(keys);
		await session.settled();
		const frame = session.frame();
		expect(frame, name).toHaveLength(rows);
		for (const row of frame) expect(stringWidth(row.map(run => run.text).join('')), `${name}, ${columns}x${rows}: ${JSON.stringify(plain(row))}`).toBe(columns);
		expect(frame.map(plain).join('')).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/);
	}
};

const batches = (texts: readonly string[], size: number): readonly (readonly string[])[] => Array.from({length: Math.ceil(texts.length / size)}, (_, index) => texts.slice(index * size, (index + 1) * size));

describe('no row is wider than the terminal, and nothing of a text acts on it', () => {
	it.each(batches(own, 9).map((texts, index) => ({texts, index})))('made-up strings, batch $index', async ({texts, index}) => expectWhole(texts, index));

	it.skipIf(shared.length === 0).each(batches(shared, 40).map((texts, index) => ({texts, index})))('strings that break programs, batch $index (needs ../shared)', async ({texts, index}) => expectWhole(texts, index));
});

import {keymap, type Binding, type Context, type KeyAction} from '../source/ui/keys/keymap.ts';
import {placesOf} from '../source/commands/keys.ts';

/** A key as code, in a table: there a bar would end the cell. */
const code = (key: string): string => `\`${key.replace('|', '\\|')}\``;

const groupTable = (group: Binding['group']): string => [
	`## ${group}`, '', '| keys | what they do | where | action |', '|---|---|---|---|',
	...keymap.filter(binding => binding.group === group).map(({keys, help, action, contexts}) => `| ${keys.map(code).join(' ')} | ${help} | ${placesOf(contexts)} | \`${action}\` |`),
].join('\n');

/** Every key, a table a group: those that a person finds who has remapped none. */
export const allKeys = (): string => [...new Set(keymap.map(({group}) => group))].map(groupTable).join('\n\n');

/** Actions that share a line; with words of its own where those of the table need the screen around them. */
type Everyday = readonly [actions: readonly KeyAction[], words?: string];

/** What one uses every day, by the place whose keys are meant. */
const everyday: ReadonlyArray<readonly [title: string, context: Context, lines: readonly Everyday[]]> = [
	['everywhere', 'deck', [[['help']], [['search'], 'search, typos and all'], [['palette']], [['down', 'up']], [['undo', 'redo']], [['export']], [['copy']], [['close']]]],
	['in lists', 'deck', [[['open']], [['next-pane']], [['mark']], [['compare'], 'compare what is marked'], [['merge'], 'merge events'], [['tag']], [['import-files']], [['go-articles'], 'all articles']]],
	['comparing and reading', 'compare-figures', [
		[['view-explain', 'view-text', 'view-figures', 'view-headlines', 'view-quotes', 'view-gaps', 'view-timeline'], 'the seven views'],
		[['open'], 'read the sentence'], [['next-difference', 'previous-difference']], [['next-figure', 'previous-figure']], [['confirm'], 'this figure is right'], [['put-right'], 'put it right'], [['raw-page']], [['add', 'drop'], 'add, drop a column'],
	]],
];

/** The first binding of an action in a context. Throws where the keymap has none: the table names what is there. */
const bindingOf = (action: KeyAction, context: Context): Binding => {
	const found = keymap.find(each => each.action === action && (each.contexts as readonly Context[]).includes(context));
	if (found === undefined) throw new Error(`No key does ${action} in ${context}.`);
	return found;
};

/** One cell pair: the keys (of many, the first and the last), and what they do. */
const cells = ([actions, words]: Everyday, context: Context): readonly [string, string] => {
	const found = actions.map(action => bindingOf(action, context));
	const keys = found.map(({keys: [key = '']}) => code(key));
	return [keys.length > 2 ? `${keys[0] ?? ''} … ${keys.at(-1) ?? ''}` : keys.join(' '), words ?? found[0]?.help ?? ''];
};

/** The keys of every day: a pair of columns a place. */
export const everydayKeys = (): string => {
	const columns = everyday.map(([, context, lines]) => lines.map(line => cells(line, context)));
	const rows = Array.from({length: Math.max(...columns.map(lines => lines.length))}, (_, row) => columns.flatMap(lines => lines[row] ?? ['', '']));
	return [everyday.flatMap(([title]) => ['', title]), everyday.flatMap(() => ['---', '---']), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n');
};

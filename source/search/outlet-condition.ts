import {ofColumns, type Over, type ReadAs, type Told} from './answer.ts';
import type {Condition} from './query.ts';
import {packWords, nearWords, type Vocabulary} from './vocabulary.ts';
import {wordsOf} from './words.ts';

/** An outlet's name as it is compared; "unknown" where none is known. */
type Name = {readonly words: readonly string[]; readonly joined: string};

const nameOf = (outlet: string): Name => {
	const words = outlet === '' ? ['unknown'] : wordsOf(outlet);
	return {words, joined: words.join('')};
};

const has = (name: Name, words: readonly string[], open: boolean): boolean => {
	const typed = words.join('');
	// "dailymail", "daily-mail" and "mail" are all the Daily Mail.
	return (open ? name.joined.startsWith(typed) : name.joined === typed) || words.every(word => name.words.some(own => (open ? own.startsWith(word) : own === word)));
};

const vocabularyOf = (names: Iterable<Name>): Vocabulary => {
	const words = [...new Set([...names].flatMap(name => name.words))].sort();
	return packWords(words, new Uint32Array(words.length));
};

const corrected = (names: ReadonlyMap<string, Name>, words: readonly string[]): ReadAs[] => {
	const vocabulary = vocabularyOf(names.values());
	return words.flatMap(typed => {
		const near = nearWords(vocabulary, typed).sort((a, b) => a.slips - b.slips || (a.word < b.word ? -1 : 1))[0];
		return near === undefined || near.word === typed ? [] : [{typed, word: near.word}];
	});
};

/** Articles of an outlet, by its name, a word of it or its name run together; a misspelt name is read as the one that was meant. */
export const answerOutlet = (over: Over, condition: Extract<Condition, {kind: 'words'}>, negated: boolean): Told => {
	const open = condition.match !== 'exact' && condition.open && !over.exact;
	const shards = over.members.members.map(({shard}) => shard);
	const names = new Map(shards.flatMap(({outlets}) => outlets.map(outlet => [outlet, nameOf(outlet)] as const)));
	const known = [...names.values()].some(name => has(name, condition.words, open));
	const readAs = known || !open || negated ? [] : corrected(names, condition.words);
	const words = condition.words.map(word => readAs.find(({typed}) => typed === word)?.word ?? word);
	const chosen = new Map(shards.map(({articles, outlets}) => [articles, outlets.map(outlet => has(names.get(outlet) ?? nameOf(outlet), words, open))] as const));
	return {answer: {kind: 'test', test: ofColumns(over, (columns, row) => chosen.get(columns)?.[columns.outlet[row] ?? 0] === true)}, wanted: [], readAs, notes: []};
};

import type {ArticleId} from '../model/article.ts';
import {eachPosting, PARTS} from './shard.ts';
import {wordCount, type Vocabulary} from './vocabulary.ts';
import type {SearchIndex} from './search-index.ts';

/** Three letters or more that a match must hold as they are. Nothing, where the pattern has alternatives or is not simple enough to tell. */
const literalOf = (source: string): string | null => {
	if (/[|(]/.test(source)) return null;
	// What may be left out, classes, escapes and wildcards end a run of letters.
	const plain = source.replaceAll(/\[(?:\\.|[^\]])*\]|\\p\{[^}]*\}|\\./g, ' ').replaceAll(/[^](?:[*?]|\{0?,?\d*\})/g, ' ');
	const runs = plain.match(/[a-z]{3,}/gi) ?? [];
	return runs.toSorted((a, b) => b.length - a.length)[0]?.toLowerCase() ?? null;
};

/** Numbers of the words that hold these letters. */
const wordsWith = ({text, starts}: Vocabulary, letters: string): number[] => {
	const numbers: number[] = [];
	let number = 0;
	for (let at = text.indexOf(letters); at !== -1; at = text.indexOf(letters, at + 1)) {
		while ((starts[number + 1] ?? 0) <= at) number++;
		// Not across the end of a word; each word once.
		if (at + letters.length <= (starts[number + 1] ?? 0) && numbers.at(-1) !== number) numbers.push(number);
	}

	return numbers;
};

/** Articles that have a word with the letters a pattern cannot do without; null where it could match any. */
export const literalWords = ({members}: SearchIndex, source: string): ReadonlySet<ArticleId> | null => {
	const letters = literalOf(source);
	if (letters === null) return null;
	const found = new Set<ArticleId>();
	for (const {shard} of members) {
		if (wordCount(shard.vocabulary) === 0) continue;
		for (const word of wordsWith(shard.vocabulary, letters)) {
			eachPosting(shard, word, key => {
				found.add(shard.ids[Math.floor(key / PARTS)] ?? '');
			});
		}
	}

	return found;
};

// Files to be imported, made up by a seed: nothing of them is anybody's text.
import {closeSync, openSync, writeSync} from 'node:fs';
import {randomFrom} from './news.ts';

/** What a file can be. */
export type PageKind = 'jsonl' | 'csv' | 'tsv' | 'text' | 'feed';

const syllables = 'ba ke lo mi nu ra se to vi wa dor fen gal hum jin kor lam mer nol pel ris sun tam vor wex yar zel bri cla dre'.split(' ');
const verbs = ['closed', 'reopened', 'delayed', 'flooded', 'repaired', 'sold', 'moved', 'inspected', 'painted', 'searched'];
const outlets = ['Ostrow Daily', 'The Quay', 'Lindholm Post', 'Marrow Echo', 'Eastby News', 'Penhale Times', 'Tarn Observer', 'Wexcombe Herald'];
/** Words of the made-up language; the first are the most common. */
const WORDS = 30_000;

type Story = {readonly title: string; readonly outlet: string; readonly date: string; readonly url: string; readonly paras: readonly string[]};

const storiesFrom = (seed: number): (() => Story) => {
	const random = randomFrom(seed);
	const below = (most: number): number => Math.floor(random() * most);
	const one = <T>(from: readonly T[]): T => from[below(from.length)] as T;
	const word = (): string => {
		let [rest, made] = [below(WORDS * random() ** 2) + syllables.length, ''];
		for (; rest > 0; rest = Math.floor(rest / syllables.length)) made += syllables[rest % syllables.length] ?? '';
		return made;
	};

	const words = (count: number): string => Array.from({length: count}, word).join(' ');
	const name = (): string => word().replace(/^./, first => first.toUpperCase());
	const sentences = [
		() => `The ${word()} in ${name()} was ${one(verbs)} on Monday after ${3 + below(900)} people had asked for ${words(4)}, the ${word()} office said.`,
		() => `"We counted ${100 + below(9000)} visitors at the ${word()}," said Ann ${name()}, who runs the ${words(2)}.`,
		...Array.from({length: 4}, () => () => `The ${words(3)} and the ${words(4)} would ${words(2)} for the ${words(3)}.`),
		...Array.from({length: 4}, () => () => `Nobody at the ${word()} would say how long the ${words(3)} stays as ${words(3)}.`),
	];
	let number = 0;
	return () => {
		number += 1;
		return {
			title: `${name()} of ${name()} ${one(verbs)} after ${words(4)}`, outlet: one(outlets), date: `2025-0${1 + below(9)}-1${below(9)}`, url: `https://news.example/${number}`,
			paras: Array.from({length: 6 + below(10)}, () => Array.from({length: 2 + below(3)}, () => one(sentences)()).join(' ')),
		};
	};
};

/** How a file begins, how it tells a story, and how it ends. */
type Shape = {readonly head: string; readonly tell: (story: Story) => string; readonly foot: string};

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const table = (delimiter: string): Shape => ({
	head: `${['title', 'outlet', 'date', 'url', 'text'].join(delimiter)}\n`, foot: '',
	tell: ({title, outlet, date, url, paras}) => `${[title, outlet, date, url, paras.join('\n\n')].map(cell).join(delimiter)}\n`,
});
const markup = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const shapes: Readonly<Record<PageKind, Shape>> = {
	jsonl: {head: '', tell: story => `${JSON.stringify(story)}\n`, foot: ''},
	csv: table(','),
	tsv: table('\t'),
	text: {head: '', tell: ({title, outlet, date, paras}) => `${title}\n\n${outlet}\n\n${date}\n\n${paras.join('\n\n')}\n\nShare Button\n\n`, foot: ''},
	feed: {
		head: '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>The Salder Echo</title><link>https://news.example/</link>\n', foot: '</channel></rss>\n',
		tell: ({title, date, url, paras}) => `<item><title>${markup(title)}</title><link>${url}</link><pubDate>${date}</pubDate><description>${markup(paras.map(text => `<p>${markup(text)}</p>`).join(''))}</description></item>\n`,
	},
};

/** Writes a file of at least so many megabytes, a story at a time; the same for the same seed. */
export const writePages = (file: string, kind: PageKind, megabytes: number, seed = 7): void => {
	const next = storiesFrom(seed);
	const {head, tell, foot} = shapes[kind];
	const handle = openSync(file, 'w');
	try {
		let written = writeSync(handle, head);
		while (written < megabytes * 1024 * 1024) written += writeSync(handle, tell(next()));
		writeSync(handle, foot);
	} finally {
		closeSync(handle);
	}
};

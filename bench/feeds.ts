import {XMLParser} from 'fast-xml-parser';
import {feed} from '../source/readers/feed.ts';
import {unsent} from '../source/readers/reader.ts';
import {type BenchFigure, alternate, cpuNow, cpuOf, reading} from './harness.ts';
import {randomFrom} from './news.ts';

const ENTRIES = 400;
const FEEDS = 5;
const WORDS = 'harbour ferry council bridge lorry quarry librarian storm timetable winter fuel bakery market lifeboat engineer school'.split(' ');

/** A feed in our own made-up words: headlines, links, dates and a text of some sentences each. */
const madeUpFeed = (seed: number, html: boolean): string => {
	const random = randomFrom(seed);
	const words = (count: number): string => Array.from({length: count}, () => WORDS[Math.floor(random() * WORDS.length)] ?? '').join(' ');
	const text = (): string => html ? `<![CDATA[<p>${words(40)}.</p><p>${words(40)}.</p>]]>` : `${words(80)}.`;
	const items = Array.from({length: ENTRIES}, (_, at) => `<item><title>${words(8)}</title><link>https://example.org/${seed}/${at}</link><guid>${seed}-${at}</guid><pubDate>Tue, 0${1 + at % 9} Jul 2025 10:00:00 GMT</pubDate><description>${text()}</description></item>`);
	return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>The Salder Echo</title><link>https://example.org/</link>\n${items.join('\n')}\n</channel></rss>\n`;
};

const measure = async (html: boolean) => {
	const feeds = Array.from({length: FEEDS}, (_, seed) => madeUpFeed(seed + 1, html));
	const bytes = feeds.map(text => new TextEncoder().encode(text));
	const parser = new XMLParser({ignoreAttributes: false});
	return alternate(async () => {
		const before = cpuNow();
		for (const each of bytes) await feed.read(each, unsent);
		return [cpuNow() - before];
	}, () => [cpuOf(() => {
		for (const each of bytes) parser.parse(new TextDecoder().decode(each));
	})]);
};

/** What feeds cost until they are records, beside a bare parse of the same XML. */
export const figure: BenchFigure = {
	name: 'feeds',
	async run() {
		const readings = [];
		for (const [what, html] of [['plain text', false], ['HTML in each entry', true]] as const) {
			const {ours, peer} = await measure(html);
			readings.push(reading(`feeds, ${what}: ${FEEDS * ENTRIES} entries read`, ours[0] ?? [], {name: 'fast-xml-parser', runs: peer[0] ?? []}, 1.25));
		}

		return readings;
	},
};

import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {Problem} from '../../source/model/problem.ts';
import {digest} from '../../source/pipeline.ts';
import {feed} from '../../source/readers/feed.ts';
import {chooseReader} from '../../source/readers/index.ts';
import {opml} from '../../source/readers/opml.ts';
import {body, bytes, records, recordsOf} from './helpers.ts';

const RSS = `<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title><link>https://harbour.example/</link>
<item>
<title>Ferry &amp; bridge &lt;b&gt;shut&lt;/b&gt;</title><link>/ferry</link><guid isPermaLink="false">x-1</guid>
<pubDate>Mon, 31 Mar 2025 08:05:00 +0200</pubDate><dc:creator>Jane Doe</dc:creator><category>Sea</category>
<description>What is known.</description><content:encoded><![CDATA[<p>The ferry is shut.</p><figure><figcaption>A ferry</figcaption></figure><p>So is the bridge.</p>]]></content:encoded>
</item>
<item><title>Only a headline</title><pubDate>2025-03-30</pubDate></item>
</channel></rss>`;

describe('entries', () => {
	test('of RSS are articles with what the feed states; their text is HTML read as such', async () => {
		const found = await recordsOf(feed, RSS);
		expect(found).toMatchObject([
			{line: 3, endLine: 7, kind: 'article', id: 'x-1', title: 'Ferry & bridge shut', url: 'https://harbour.example/ferry', date: '2025-03-31T08:05:00+02:00', byline: 'Jane Doe', standfirst: 'What is known.', within: 'Harbour Post', outlet: null, tags: ['Sea']},
			{line: 8, kind: 'blurb', title: 'Only a headline', date: '2025-03-30'},
		]);
		expect(body(found[0])).toEqual(['The ferry is shut.', 'So is the bridge.']);
	});
	test('of Atom', async () => {
		const [entry] = await recordsOf(feed, '<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title><entry><id>urn:1</id><title type="html">A &lt;i&gt;ferry&lt;/i&gt;</title><link rel="self" href="https://h.example/self"/><link href="https://h.example/1"/><published>2025-03-31T08:05:00Z</published><updated>2025-04-01T00:00:00Z</updated><content type="html">&lt;p&gt;It burnt.&lt;/p&gt;</content></entry></feed>');
		expect(entry).toMatchObject({id: 'urn:1', title: 'A ferry', url: 'https://h.example/1', date: '2025-03-31T08:05:00Z'});
		expect(body(entry)).toEqual(['It burnt.']);
	});
	test('of JSON Feed', async () => {
		const [entry] = await recordsOf(feed, JSON.stringify({version: 'https://jsonfeed.org/version/1.1', title: 'Harbour Post', items: [{id: '1', url: 'https://h.example/1', title: 'A ferry', content_text: 'It burnt.', date_published: '2025-03-31T08:05:00+02:00'}]}));
		expect(entry).toMatchObject({title: 'A ferry', url: 'https://h.example/1', date: '2025-03-31T08:05:00+02:00', within: 'Harbour Post'});
	});
	test('take over the feed\'s name as their outlet, and say so', async () => {
		const {derivations} = await digest({path: 'a.rss', bytes: bytes(RSS), type: null, given: {}, imported: '2026-01-01T00:00:00Z'});
		expect(derivations.map(({article}) => [article.outlet, article.outletBasis])).toEqual([['Harbour Post', 'inherited'], ['Harbour Post', 'inherited']]);
	});
	test('an address that leads to a program is none', async () => expect((await recordsOf(feed, RSS.replace('/ferry', 'javascript:alert(1)')))[0]?.url).toBeNull());
	test('entities of the file\'s own are not unfolded', async () => {
		const bomb = `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>${RSS.slice(RSS.indexOf('<rss')).replace('Only a headline', 'x &c;')}`;
		expect((await recordsOf(feed, bomb))[1]?.title).toBe('x &c;');
	});
	test('what is no feed is told in one line', async () => {
		expect(records(await feed.read(bytes('<rss><channel>')))).toMatchObject({records: [], problems: [{line: 1, what: 'it is no feed (RSS, Atom, RDF or JSON Feed) that can be read'}]});
	});
});

test('a list of feeds is told, and nothing is fetched', async () => {
	const list = '<opml version="2.0"><body><outline text="News"><outline text="Harbour Post" type="rss" xmlUrl="https://harbour.example/rss"/></outline><outline text="B" xmlUrl="https://b.example/atom"/></body></opml>';
	expect(await opml.read(bytes(list))).toEqual({kind: 'feeds', feeds: [{title: 'Harbour Post', url: 'https://harbour.example/rss'}, {title: 'B', url: 'https://b.example/atom'}]});
	await expect(digest({path: 'my.opml', bytes: bytes(list), type: null, given: {}, imported: '2026-01-01T00:00:00Z'})).rejects
		.toThrow('my.opml was not imported. It is a list of feeds, not of articles: Harbour Post <https://harbour.example/rss>, B <https://b.example/atom>. Nothing was fetched.');
});

const hostile = new URL('../../../shared/hostile/feeds/', import.meta.url);
type Expected = {readonly file: string; readonly field: 'title' | 'url' | 'date'; readonly value: string};

/** What a file of the collection says of its first entry, in the comment at its top; values spelt as Python spells them. */
const expectations = (file: string, text: string): Expected[] => {
	const line = /Expect:\s*(.*)/.exec(text)?.[1] ?? '';
	return ([['title', 'title'], ['link', 'url'], ['updated', 'date'], ['published', 'date'], ['created', 'date']] as const).flatMap(([name, field]) => {
		const value = new RegExp(`entries\\[0\\]\\['${name}'\\]\\s*==\\s*u?(['"])(.*?)\\1`).exec(line)?.[2];
		return value === undefined ? [] : [{file, field, value}];
	});
};

describe.skipIf(!existsSync(hostile))('a collection of two thousand odd feeds (needs ../shared)', () => {
	const files = existsSync(hostile) ? readdirSync(hostile, {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.xml')).toSorted() : [];

	test('each is read, or told in one line; none breaks the program', async () => {
		expect(files.length).toBeGreaterThan(1000);
		for (const file of files) {
			const content = readFileSync(new URL(file, hostile));
			try {
				const reading = await chooseReader(file, content).read(content);
				if (reading.kind === 'records') for (const {what} of reading.problems) expect(what, file).not.toMatch(/\n/);
			} catch (error) {
				expect(error, file).toBeInstanceOf(Problem);
			}
		}
	});
	test('title, address and date of an entry are read wherever a good file has them', async () => {
		const wrong: string[] = [];
		let looked = 0;
		for (const file of files.filter(name => name.startsWith('wellformed'))) {
			const content = readFileSync(new URL(file, hostile));
			for (const {field, value} of expectations(file, content.toString('latin1'))) {
				// Markup is none of a headline's words, and two addresses are relative to a server that is not there.
				const words = value.replaceAll(/<(?!blink)[^>]*>/g, '').replaceAll(/&lt;(blink)&gt;|<(blink)>/g, '<$1$2>').trim();
				if (words === '' || value.startsWith('Crazy') || file.includes('http_item_link_base')) continue;
				looked++;
				const [entry] = records(await feed.read(content)).records;
				const read = entry?.[field] ?? null;
				const same = field === 'date' ? read !== null : field === 'url' ? read === new URL(words).href : read?.replaceAll(/<(?!blink)[^>]*>/g, '') === words;
				if (!same) wrong.push(`${file}: ${field} is ${String(read)}`);
			}
		}

		expect(wrong).toEqual([]);
		expect(looked).toBeGreaterThan(60);
	});
});

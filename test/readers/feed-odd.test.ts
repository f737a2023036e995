import {describe, expect, test} from 'vitest';
import {feed} from '../../source/readers/feed.ts';
import {opml} from '../../source/readers/opml.ts';
import {chooseReader} from '../../source/readers/index.ts';
import {body, bytes, records, recordsOf} from './helpers.ts';

const SPACES = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom"';
const rss = (items: string): string => `<?xml version="1.0"?>\n<rss version="2.0" ${SPACES}><channel><title>The Salder Echo</title><link>https://salder.example/</link>\n${items}\n</channel></rss>\n`;
const atom = (entries: string, about = ''): string => `<feed xmlns="http://www.w3.org/2005/Atom"${about}><title>Tarn</title><link href="./"/>\n${entries}\n</feed>\n`;
const inRss = async (items: string) => recordsOf(feed, rss(items));
const inAtom = async (entries: string, about?: string) => recordsOf(feed, atom(entries, about));

describe('a broken feed', () => {
	const whole = '<item><title>Ferry back</title><description>It sails.</description></item>';
	test('is read as far as its entries are whole, and tells which is not', async () => {
		const {records: found, problems} = records(await feed.read(bytes(rss(`${whole}\n<item><title>Half</title><description>A mark <b and no end</item>\n${whole}`))));
		expect(found.map(({title, line}) => [title, line])).toEqual([['Ferry back', 3], ['Ferry back', 5]]);
		expect(problems).toEqual([{line: 4, what: 'is an entry of broken XML, and was not read'}]);
	});
	test('that breaks off gives what came before', async () => {
		const {records: found, problems} = records(await feed.read(bytes(rss(`${whole}\n<item><title>Half</title><description>It s`).replace(/\n<\/channel>.*/s, ''))));
		expect(found.map(({title}) => title)).toEqual(['Ferry back']);
		expect(problems).toEqual([{line: 4, what: 'is an entry without its end; from there on nothing was read'}]);
	});
	test('a mark that begins no tag stands for itself', async () => {
		const [entry] = await inRss('<item><title>R&D & more</title><link>https://salder.example/a?x=1&y=2</link><description>A & B said 3 < 4.</description></item>');
		expect(entry).toMatchObject({title: 'R&D & more', url: 'https://salder.example/a?x=1&y=2', paragraphs: [{text: 'A & B said 3 < 4.'}]});
	});
});

describe('a feed', () => {
	test('may be in capitals, with markup that is not escaped, with text in several pieces', async () => {
		const [entry] = await recordsOf(feed, '<RSS><CHANNEL><TITLE>Up</TITLE><ITEM><TITLE><![CDATA[Ferry]]> and <![CDATA[quay]]></TITLE><DESCRIPTION><p>It sails.</p><p>Twice <br/> a day.</p></DESCRIPTION></ITEM></CHANNEL></RSS>');
		expect([entry?.title, ...body(entry)]).toEqual(['Ferry and quay', 'It sails.', 'Twice a day.']);
	});
	test('may stand behind what a server complains of', async () => {
		expect(await recordsOf(feed, `<br />\n<b>Warning</b>: something in line 3<br />\n${rss('<item><title>Ferry</title></item>')}`)).toMatchObject([{title: 'Ferry', line: 5}]);
	});
	test('may speak of tags', async () => {
		const found = await inRss('<!-- <item> --><item><title>How to write <![CDATA[&lt;item&gt;]]></title><description><![CDATA[Use </item> last.]]></description></item>');
		expect(found).toMatchObject([{title: 'How to write <item>', line: 3, endLine: 3}]);
	});
	test('may be of kinds that are older than RSS 2', async () => {
		const [channel] = await recordsOf(feed, '<channel href="https://c.example/"><title>C</title><item href="https://c.example/1" lastmod="2025-07-03"><title>Ferry</title><abstract>It sails.</abstract></item></channel>');
		const [rdf] = await recordsOf(feed, '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel><title>R</title></channel><item rdf:about="https://r.example/1"><title>Ferry</title><d:date>2025-07-03</d:date></item></rdf:RDF>');
		expect([channel, rdf].map(record => [record?.title, record?.url, record?.date, record?.within])).toEqual([['Ferry', 'https://c.example/1', '2025-07-03', 'C'], ['Ferry', 'https://r.example/1', '2025-07-03', 'R']]);
	});
});

describe('an address', () => {
	test('is meant from the entry\'s base, that from the feed\'s', async () => {
		const found = await inAtom('<entry xml:base="2025/"><title>Lamps</title><link href="lamps"/></entry><entry><title>Boats</title><link href="/boats"/></entry>', ' xml:base="https://tarn.example/blog/"');
		expect(found.map(({url}) => url)).toEqual(['https://tarn.example/blog/2025/lamps', 'https://tarn.example/boats']);
	});
	test('is no id that is none', async () => {
		const found = await inRss('<item><title>A</title><guid>salder-123</guid></item><item><title>B</title><guid>https://salder.example/b</guid></item>');
		expect(found.map(({id, url}) => [id, url])).toEqual([['salder-123', null], ['https://salder.example/b', 'https://salder.example/b']]);
	});
	test('is where an entry of Atom has its text, or its id, where it links to no page', async () => {
		const found = await inAtom('<entry><title>A</title><content src="https://tarn.example/a.html"/></entry><entry><title>B</title><id>https://tarn.example/b</id><link rel="enclosure" href="https://tarn.example/b.mp3"/></entry>');
		expect(found.map(({url}) => url)).toEqual(['https://tarn.example/a.html', 'https://tarn.example/b']);
	});
});

describe('a text', () => {
	test('is what a podcast or a film says of itself, where there is no other', async () => {
		const found = await inRss('<item><title>Episode 12</title><itunes:summary>&lt;p&gt;The flood reached 300 houses.&lt;/p&gt;</itunes:summary></item><item><media:group><media:title>The storm</media:title><media:description>All of it in ninety seconds.</media:description></media:group></item>');
		expect(found.map(record => [record.title, ...body(record)])).toEqual([['Episode 12', 'The flood reached 300 houses.'], ['The storm', 'All of it in ninety seconds.']]);
		const [film] = await inAtom('<entry xmlns:media="http://search.yahoo.com/mrss/"><title>The storm</title><media:group><media:title>The storm</media:title><media:description>Ninety seconds of it.</media:description></media:group></entry>');
		expect(body(film)).toEqual(['Ninety seconds of it.']);
	});
	test('ends without the link to the rest of it, and without what a program writes below', async () => {
		const found = await inRss(`<item><description><![CDATA[<p>The mayor wants 40 homes. More &#8230; <a class="more-link" href="/p">Continue reading <span class="screen-reader-text">Homes</span></a></p>]]></description></item>
			<item><description><![CDATA[Three libraries close […] <a href="/l">Weiterlesen &#8594;</a>]]></description></item>
			<item><description><![CDATA[The mayor spoke to <a href="/k">Ann Kell</a>]]></description></item>
			<item><content:encoded><![CDATA[<p>Twelve lorries turned back.</p><p>The post <a href="/b">Bridge shut</a> appeared first on <a href="/">The Salder Echo</a>.</p>]]></content:encoded></item>`);
		expect(found.map(body)).toEqual([['The mayor wants 40 homes. More …'], ['Three libraries close […]'], ['The mayor spoke to Ann Kell'], ['Twelve lorries turned back.']]);
	});
	test('is no list of other papers\' headlines', async () => {
		const [entry] = await inRss('<item><title>Bridge shut</title><description><![CDATA[<ol><li><a href="https://a.example">Bridge shut after crack</a>&nbsp;&nbsp;<font>The Quay</font></li><li><a href="https://b.example">Crack closes the bridge</a>&nbsp;&nbsp;<font>The Echo</font></li></ol>]]></description></item>');
		expect(entry).toMatchObject({kind: 'blurb', title: 'Bridge shut', paragraphs: []});
	});
	test('has the language of its entry, else that of the feed', async () => {
		const found = await inAtom('<entry><title>Boote</title></entry><entry xml:lang="en_GB"><title>Boats</title></entry>', ' xml:lang="de"');
		expect(found.map(({language}) => language)).toEqual(['de', 'en-GB']);
	});
});

test('a title that calls itself plain may hold characters by their names', async () => {
	const [atomEntry] = await inAtom('<entry><title>Q&amp;amp;A: the mayor&amp;#8217;s plan</title></entry>');
	const [jsonEntry] = await recordsOf(feed, JSON.stringify({version: 'https://jsonfeed.org/version/1', title: 'Tarn', items: [{id: '1', title: 'One &amp; two <3'}, {id: '2', title: 'What <b> means'}]}));
	expect([atomEntry?.title, jsonEntry?.title]).toEqual(['Q&A: the mayor’s plan', 'One & two <3']);
});

test('a title is without the paper that a feed of many papers puts behind it', async () => {
	const found = await inRss('<item><title>Bridge shut after crack - The Quay</title><source url="https://quay.example">The Quay</source></item><item><title>Ann Kell buys The Quay</title><source url="https://quay.example">The Quay</source></item>');
	expect(found.map(({title, outlet}) => [title, outlet])).toEqual([['Bridge shut after crack', 'The Quay'], ['Ann Kell buys The Quay', 'The Quay']]);
});

test('authors are named once, without their mail and without the word before them; accounts are nobody', async () => {
	const found = await inRss(`<item><title>A</title><author>ann@salder.example (Ann Kell)</author><dc:creator>Ann Kell</dc:creator><dc:creator>Jo Lund</dc:creator></item>
		<item><title>B</title><author>By Ann Kell and Jo Lund</author></item><item><title>C</title><author>Jo Lund &lt;jo@salder.example&gt;</author></item>
		<item><title>D</title><atom:author><atom:name>Jo Lund</atom:name></atom:author></item><item><title>E</title><dc:creator>admin</dc:creator></item><item><title>F</title><dc:creator>Di Renzo, Lea</dc:creator></item>`);
	expect(found.map(({byline}) => byline)).toEqual(['Ann Kell, Jo Lund', 'Ann Kell and Jo Lund', 'Jo Lund', 'Jo Lund', null, 'Di Renzo, Lea']);
});

test('a page that is called a feed is read as the page it is', () => {
	expect(chooseReader('news.xml', bytes('<!DOCTYPE html><html><body><h1>Not Found</h1></body></html>')).name).toBe('html');
});

test('a list names each feed once, also by the scheme of older readers', async () => {
	const list = '<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/feed"/><outline text="B" xmlUrl="feed://b.example/rss"/><outline text="C" xmlUrl="feed:https://c.example/rss"/><outline text="Again"><outline text="A" xmlUrl="https://a.example/feed"/></outline></body></opml>';
	expect(await opml.read(bytes(list))).toEqual({kind: 'feeds', feeds: [{title: 'A', url: 'https://a.example/feed'}, {title: 'B', url: 'http://b.example/rss'}, {title: 'C', url: 'https://c.example/rss'}]});
});

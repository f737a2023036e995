import {describe, expect, test} from 'vitest';
import {digest} from '../../source/pipeline.ts';
import {html} from '../../source/readers/html.ts';
import {body, bytes, records, recordsOf} from './helpers.ts';

const FERRY = [
	'The night ferry burnt in the harbour on Monday, and all 212 passengers were brought ashore by fishing boats, the operator said.',
	'The fire began on the car deck shortly after ten in the evening, according to the harbour master, who watched it from the quay.',
	'Divers will look at the hull on Wednesday; until then nobody knows whether the ship can be towed to the yard.',
];
const page = (inner: string, head = ''): string => `<!doctype html>\n<html lang="en-GB">\n<head><title>Ferry burns - Harbour Post</title>${head}</head>\n<body>\n${inner}\n</body></html>`;
const story = (extra = ''): string => `<main><article><h1>Ferry burns</h1>\n${FERRY.map(text => `<p>${text}</p>`).join('\n')}\n${extra}</article></main>`;

describe('the article of a page', () => {
	test('is its paragraphs, headings and lists, each with its line of the text that the page shows', async () => {
		const [record] = await recordsOf(html, page(story('<h2>What comes next</h2>\n<ul>\n<li>The hull is looked at on Wednesday.</li>\n</ul>\n<blockquote><p>Nobody was left behind, and that is what counts tonight.</p></blockquote>\n')));
		expect(body(record)).toEqual([...FERRY, 'heading: What comes next', 'list: The hull is looked at on Wednesday.', 'quote: Nobody was left behind, and that is what counts tonight.']);
		expect(record?.paragraphs.map(({line}) => line)).toEqual([2, 3, 4, 5, 6, 7]);
		expect(record).toMatchObject({line: 1, titleLine: 1, endLine: 7, kind: 'article', title: 'Ferry burns', language: 'en'});
	});
	test('is without what pages call menus, captions, shares, sign-ups, related stories and comments; all of it is told', async () => {
		const junk = '<figure><img><figcaption>The burning ferry, seen from the quay.</figcaption></figure><div class="newsletter-signup"><p>Our letter comes every morning.</p></div><div class="c-relatedLinks"><a href="/2">Bridge closed</a></div>';
		const reading = records(await html.read(bytes(page(`<nav><a href="/">Home</a></nav>\n${story(junk)}\n<section id="comments"><p>First!</p></section>\n<footer>All about us</footer>`))));
		expect(body(reading.records[0])).toEqual(FERRY);
		expect(reading.removed.map(({rule}) => rule).toSorted()).toEqual(['caption', 'comments', 'menu', 'newsletter sign-up', 'page foot', 'related links']);
	});
	test('a part with most of the prose is the article, whatever it is called', async () => {
		expect(body((await recordsOf(html, page(`<div class="related"><h1>Ferry burns</h1>${FERRY.map(text => `<p>${text}</p>`).join('')}</div>`)))[0])).toEqual(FERRY);
	});
	test('a line that is only a link leads elsewhere; a link within a sentence is text', async () => {
		const [record] = await recordsOf(html, page(story('<p><a href="/x">FIVE FERRIES THAT BURNT BEFORE</a></p><p>The <a href="/y">operator said</a> that it will help the inquiry in every way it can.</p>')));
		expect(body(record).slice(3)).toEqual(['The operator said that it will help the inquiry in every way it can.']);
	});
	test('two line breaks end a paragraph, one does not', async () => {
		const [record] = await recordsOf(html, page(`<div class="article-body">${FERRY.join('<br><br>')}<br>And that was all.</div>`));
		expect(body(record)).toEqual([FERRY[0], FERRY[1], `${FERRY[2]} And that was all.`]);
	});
	test('a second article that a reader scrolls on to is another one', async () => {
		const [record, ...more] = await recordsOf(html, page(`<article><h2>Ferry burns</h2>${FERRY.map(text => `<p>${text}</p>`).join('')}</article><article><h2>Bridge closed for a year</h2><p>The old bridge over the sound is shut, because its cables have rusted through, the council said.</p></article>`, '<meta property="og:type" content="article">'));
		expect(more).toEqual([]);
		expect(body(record)).toEqual(FERRY);
	});
	test('control characters in references do not come through', async () => {
		expect(body((await recordsOf(html, page(story('<p>And &#27;[31mred&#x1b;[0m it was, said the woman on the quay, all night long.</p>'))))[0]).at(-1)).toBe('And red it was, said the woman on the quay, all night long.');
	});
});

describe('what a page says of itself', () => {
	test('JSON-LD before OpenGraph before meta tags; offsets stay as stated', async () => {
		const data = {'@graph': [{'@type': 'Organization', name: 'Harbour Post'}, {'@type': ['NewsArticle'], headline: 'Ferry burns in harbour', datePublished: '2025-03-31T08:05:00+02:00', author: [{name: 'Jane Doe'}, {name: 'John Roe'}], publisher: {name: 'Harbour Post'}, keywords: 'ferry, fire'}]};
		const head = `<script type="application/ld+json">${JSON.stringify(data)}</script><meta property="og:title" content="Another title"><meta property="og:site_name" content="Another outlet"><link rel="canonical" href="https://harbour.example/ferry">`;
		expect((await recordsOf(html, page(story(), head)))[0]).toMatchObject({title: 'Ferry burns in harbour', outlet: 'Harbour Post', byline: 'Jane Doe, John Roe', date: '2025-03-31T08:05:00+02:00', url: 'https://harbour.example/ferry', tags: ['ferry', 'fire']});
	});
	test('a date without a time stays a date', async () => expect((await recordsOf(html, page(story(), '<meta name="date" content="2025-03-31">')))[0]?.date).toBe('2025-03-31'));
	test('what it does not say is null: nothing is made up', async () => {
		expect((await recordsOf(html, page(story())))[0]).toMatchObject({outlet: null, byline: null, date: null, url: null, standfirst: null});
	});
	test('an opening that the page calls its description is the standfirst', async () => {
		const [record] = await recordsOf(html, page(`<h1>Ferry burns</h1><h2>All passengers are safe, says the operator</h2>${FERRY.map(text => `<p>${text}</p>`).join('')}`, '<meta name="description" content="All passengers are safe, says the operator">'));
		expect(record?.standfirst).toBe('All passengers are safe, says the operator');
		expect(body(record)).toEqual(FERRY);
	});
	test('the only date that it prints, where its data has none: in the byline, or in a part that says it is one', async () => {
		const read = async (...rows: string[]) => (await recordsOf(html, page(rows.join('') + story())))[0];
		expect(await read('<p class="byline">By Jane Doe, 3 May 2024</p>')).toMatchObject({byline: 'Jane Doe', date: '2024-05-03'});
		expect(await read('<p class="byline">By Jane Doe</p>', '<span class="publish-date">Published on 3 May 2024</span>')).toMatchObject({byline: 'Jane Doe', date: '2024-05-03'});
		expect((await read('<span class="date">3 May 2024</span>', '<span class="date">9 May 2024</span>'))?.date).toBeNull();
		expect((await read('<span class="date">3 minutes</span>'))?.date).toBeNull();
		expect((await read('<aside><span class="date">9 May 2024</span></aside>'))?.date).toBeNull();
	});
	test('the only byline that it prints, where its data names nobody', async () => {
		const byline = (...names: string[]) => recordsOf(html, page(names.map(name => `<p class="article-byline">${name}</p>`).join('') + story()));
		expect((await byline('By Jane Doe'))[0]?.byline).toBe('Jane Doe');
		expect((await byline('By Jane Doe', 'By John Roe'))[0]?.byline).toBeNull();
		expect((await byline('Advertisement'))[0]?.byline).toBeNull();
	});
	test('broken data is passed over', async () => expect((await recordsOf(html, page(story(), '<script type="application/ld+json">{"@type": "NewsArticle", </script>')))[0]?.title).toBe('Ferry burns'));
	test('read the whole way it has its basis', async () => {
		const {derivations} = await digest({path: 'a.html', bytes: bytes(page(story(), '<meta property="og:site_name" content="Harbour Post"><meta property="article:published_time" content="2025-03-31">')), type: null, given: {}, imported: '2026-01-01T00:00:00Z'});
		expect(derivations.map(({article}) => article)).toMatchObject([{outlet: 'Harbour Post', outletBasis: 'stated', published: '2025-03-31', publishedBasis: 'stated', headline: 'Ferry burns'}]);
		expect(derivations[0]?.figures.map(({text, line}) => [text, line])).toEqual([['212', 2]]);
	});
});

test('a tag page is its stories, each with its own address and time', async () => {
	const card = (n: number): string => `<li class="teaser-row"><h3><a href="/story/${n}">Story number ${n} of the day</a></h3><time datetime="2025-03-0${n}">then</time><p>What story ${n} tells, in one line.</p></li>`;
	const found = await recordsOf(html, page(`<h1>All about ferries</h1><ul>${[1, 2, 3, 4].map(card).join('\n')}</ul>`, '<base href="https://harbour.example/"><meta property="og:site_name" content="Harbour Post">'));
	expect(found.map(({title, url, date, kind}) => [title, url, date, kind])).toEqual([1, 2, 3, 4].map(n => [`Story number ${n} of the day`, `https://harbour.example/story/${n}`, `2025-03-0${n}`, 'blurb']));
	expect(found[0]).toMatchObject({outlet: null, within: 'Harbour Post'});
});

describe('a live blog', () => {
	const post = (n: number): string => `<article class="post"><time datetime="2025-03-31T1${n}:00:00Z">1${n}:00</time><h3>Update number ${n}</h3><p>What was known at ${n} o'clock, as the harbour master told it.</p></article>`;
	const blog = page(`<h1>Ferry fire live: latest updates</h1><p>All that is known of the fire, as it comes in from the harbour.</p><div>${[3, 2, 1].map(post).join('\n')}</div>`);

	test('is a parent and its posts', async () => {
		const found = await recordsOf(html, blog.replaceAll('Ferry burns - Harbour Post', 'Ferry fire live: latest updates'));
		expect(found.map(({kind, parent, title, date}) => [kind, parent, title, date])).toEqual([
			['live-blog', null, 'Ferry fire live: latest updates', null],
			...[3, 2, 1].map(n => ['post', 0, `Update number ${n}`, `2025-03-31T1${n}:00:00Z`]),
		]);
		expect(body(found[0])).toEqual(['All that is known of the fire, as it comes in from the harbour.']);
		expect(body(found[1])).toEqual(['What was known at 3 o\'clock, as the harbour master told it.']);
	});
	test('whose posts stand only in its data is read from there', async () => {
		const data = {'@type': 'LiveBlogPosting', headline: 'Ferry fire', liveBlogUpdate: [{'@type': 'BlogPosting', headline: 'All safe', articleBody: 'All passengers are safe.', datePublished: '2025-03-31T10:00:00Z'}]};
		const found = await recordsOf(html, page('<h1>Ferry fire</h1><div id="app"></div>', `<script type="application/ld+json">${JSON.stringify(data)}</script>`));
		expect(found.map(({kind, title}) => [kind, title])).toEqual([['live-blog', 'Ferry fire'], ['post', 'All safe']]);
	});
	test('knows its posts when it is stored', async () => {
		const {derivations} = await digest({path: 'live.html', bytes: bytes(blog.replace('Ferry burns - Harbour Post', 'Ferry fire live: latest updates')), type: null, given: {outlet: 'Harbour Post'}, imported: '2026-01-01T00:00:00Z'});
		const [parent, ...posts] = derivations.map(({article}) => article);
		expect(posts.map(article => [article.parent, article.outlet])).toEqual(posts.map(() => [parent?.id, 'Harbour Post']));
		expect(new Set(derivations.map(({article}) => article.id)).size).toBe(4);
	});
});

describe('pages made to harm', () => {
	test.each([
		['nested 100,000 deep', '<div>'.repeat(100_000)], ['with 300,000 attributes', `<p ${Array.from({length: 300_000}, (_, n) => `a${n}="1"`).join(' ')}>`],
		['of open quotes', '<a href="'.repeat(100_000)], ['of open comments', '<!-'.repeat(300_000)], ['of references', '&#27;[2J'.repeat(100_000)], ['of headings', '<h2><a href=/>Another headline</a></h2>'.repeat(5000)],
	])('a page %s is read or told', async (_, harm) => {
		const page = bytes(`<html><body>${harm}A sentence stands at the end of it all, and nobody expected it there.`);
		const reading = records(await html.read(page));
		for (const {paragraphs} of reading.records) expect(JSON.stringify(paragraphs)).not.toContain('\\u001b');
	});
});

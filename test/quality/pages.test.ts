import {expect, test} from 'vitest';
import {cutText, overlapOf, pageRows, scorePage, type LabelledPage} from './pages.ts';
import {renderPage} from './render-page.ts';

const html = '<html><head><title>Ferry late again | The Quay News</title><style>p{}</style><meta property="og:site_name" content="The Quay News"><meta property="article:published_time" content="2024-05-02T23:30:00Z"></head><body><nav><a>Home</a> <a>Sport</a></nav><h1>Ferry late\n again</h1><p hidden>secret</p><p>By <b>Ann</b><br>3 May 2024</p><table><tr><td>one</td><td>two</td></tr></table><script>x()</script><ul><li>a<li>b</ul></body></html>';

test('a page becomes the text that a person copies: blocks, breaks and rows begin lines, scripts and hidden things are left out', () => {
	const {text, labels} = renderPage(html);
	expect(text).toBe('Home Sport\n\nFerry late again\n\nBy Ann\n3 May 2024\n\none two\n\na\nb');
	expect(labels).toMatchObject({outlets: ['The Quay News'], published: ['2024-05-02T23:30:00Z']});
});

test('overlap counts runs of four words as often as they stand there', () => {
	expect(overlapOf('a b c d e', 'a b c d e')).toEqual({precision: 1, recall: 1, f1: 1});
	expect(overlapOf('a b c d e', 'a b c d x')).toEqual({precision: .5, recall: .5, f1: .5});
	expect(overlapOf('a b c d', '')).toEqual({precision: 0, recall: 0, f1: 0});
});

test('what the page does not state is not asked for, what no label says is invented, and every score can fail', () => {
	const page: LabelledPage = {id: 'p', half: 'held out', body: 'The ferry was late again on Thursday.', ...renderPage(html.replace('<ul>', '<p>The ferry was late again on Thursday.</p><ul>'))};
	const right = scorePage(page, cutText('p', 'Ferry late again\nThe Quay News\n3 May 2024\nThe ferry was late again on Thursday.'));
	expect(right).toMatchObject({body: {f1: 1}, headline: {stated: true, right: true}, outlet: {stated: false, invented: false}, date: {stated: true, right: true, invented: false}});
	const wrong = scorePage(page, cutText('p', 'Quay News: latest\nThe Other Times\n7 June 2019\nNothing of this stands there, and nobody said so.'));
	expect(wrong).toMatchObject({body: {f1: 0}, headline: {right: false}, date: {right: false, invented: true}});
	const shares = new Map(pageRows([right, wrong], 'x').map(({name, right: count, of}) => [name, count / Math.max(1, of)]));
	for (const name of ['body F1', 'headline', 'date', 'date not invented']) expect(shares.get(`pages: ${name}, x`), name).toBeLessThan(1);
});

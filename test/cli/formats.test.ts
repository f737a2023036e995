import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {emptyPlace, objects, run} from '../helpers/program.ts';

const TEXT = ['The last ferry of the day turned back on Thursday after a fire in the engine room, the harbour office said in a statement.', 'At least 12 people were treated for smoke, and 212 passengers were brought ashore by a second boat before midnight.', 'The line carries about 9,000 people a week between the two islands and is due to be renewed in spring, the company said.'];
const PAGE = `<!doctype html><html lang="en"><head><title>Ferry turned back | Quay Daily</title><meta property="og:title" content="Ferry turned back after fire"><meta property="og:site_name" content="Quay Daily"><meta property="article:published_time" content="2025-01-14T08:00:00Z"></head><body><nav><a href="/">Home</a></nav><article><h1>Ferry turned back after fire</h1>${TEXT.map(text => `<p>${text}</p>`).join('')}</article></body></html>`;
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Quay Daily</title><item><title>Ferry turned back after fire</title><link>https://quay.example/1</link><pubDate>Tue, 14 Jan 2025 08:00:00 GMT</pubDate><description>${TEXT.join(' ')}</description></item></channel></rss>`;
const TABLE = `id,title,text,outlet,date\r\n7,Ferry turned back after fire,"${TEXT.join(' ')}",Quay Daily,2025-01-14\r\n`;
const LINE = JSON.stringify({id: '7', title: 'Ferry turned back after fire', paras: TEXT, outlet: 'Quay Daily', date: '2025-01-14'});

test.each([
	['page.html', PAGE], ['feed.xml', FEED], ['table.csv', TABLE], ['lines.jsonl', LINE], ['page.html.gz', gzipSync(PAGE)], ['page.txt', ['Ferry turned back after fire', 'Quay Daily', '14 January 2025', ...TEXT].join('\n')],
] as const)('the built program reads %s: headline, outlet, day and figures', async (name, content) => {
	const {folder, env} = emptyPlace();
	writeFileSync(path.join(folder, name), content);
	const imported = await run(['import', name, '--library', 'mine'], {cwd: folder, env});
	expect([imported.code, imported.err]).toEqual([0, '']);
	const [card] = objects((await run(['list', '--json', '--library', 'mine'], {cwd: folder, env})).out);
	expect(card).toMatchObject({headline: 'Ferry turned back after fire', outlet: 'Quay Daily'});
	expect(card?.['published']).toMatch(/^2025-01-14/);
	const figures = objects((await run(['figures', '--json', '--library', 'mine'], {cwd: folder, env})).out).map(figure => figure['text']);
	expect(figures).toEqual(expect.arrayContaining(['At least 12', '212', 'about 9,000']));
});

import {execFileSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {openLibrary} from '../source/store/lowdb-library.ts';
import {cacheFolder} from '../source/host/paths.ts';
import {madeUpNews} from './news.ts';

/** The built program. */
export const program = path.join(import.meta.dirname, '../dist/newsdeck.js');
const now = (): Date => new Date('2026-01-02T09:00:00Z');

/** An environment in which nothing of the person's own is in reach. */
export const bareEnvironment = (home: string): Record<string, string> => ({
	PATH: process.env['PATH'] ?? '', HOME: home, XDG_CACHE_HOME: path.join(home, 'cache'), XDG_STATE_HOME: path.join(home, 'state'), XDG_DATA_HOME: path.join(home, 'data'), XDG_CONFIG_HOME: path.join(home, 'config'),
});

/** A library of made-up articles, four to an event, in a folder under `home`, and its cache, as closing it leaves it. */
export const makeLibrary = async (home: string, articles: number): Promise<string> => {
	const folder = path.join(home, `library-${articles}`);
	const library = await openLibrary(folder, {create: true, now, cache: await cacheFolder(bareEnvironment(home))});
	await library.commit(madeUpNews(articles, 7), 0);
	await library.close();
	return folder;
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The same articles for newsboat: a feed that has been fetched into its cache. Arguments to start it with. */
export const newsboatOver = (home: string, articles: number): string[] => {
	const folder = path.join(home, `newsboat-${articles}`);
	mkdirSync(folder, {recursive: true});
	const items = madeUpNews(articles, 7).imports.flatMap(({derivations}) => derivations).map(({article}) =>
		`<item><title>${escaped(article.headline ?? '')}</title><guid>${article.id}</guid><link>http://feed.invalid/${article.id}</link><pubDate>${new Date(article.published ?? 0).toUTCString()}</pubDate><description>${article.segments.map(({text}) => escaped(text)).join('\n')}</description></item>`);
	writeFileSync(path.join(folder, 'feed.xml'), `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Made up</title><link>http://feed.invalid/</link><description>Made up</description>${items.join('\n')}</channel></rss>`);
	writeFileSync(path.join(folder, 'urls'), `file://${folder}/feed.xml\n`);
	writeFileSync(path.join(folder, 'config'), 'auto-reload no\n');
	const args = ['-u', path.join(folder, 'urls'), '-c', path.join(folder, 'cache.db'), '-C', path.join(folder, 'config')];
	execFileSync('newsboat', [...args, '-x', 'reload'], {stdio: 'ignore', env: bareEnvironment(home)});
	return args;
};

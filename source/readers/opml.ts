import {decode} from './decode.ts';
import type {Reader} from './reader.ts';
import {oneLine, webAddress} from './record.ts';
import type {FeedLink} from '../model/document.ts';

type Outline = {readonly text?: string; readonly title?: string; readonly xmlUrl?: string; readonly outlines?: readonly Outline[]};

/** "feed://quay.example/rss" and "feed:https://quay.example/rss", as older readers write them. */
const FEED_SCHEME = /^\s*feed:(?:\/\/(?!https?:))?/i;

/** Each feed once, in whichever folders it stands. Folders are opened; without recursion, because a file may be nested as deep as it likes. */
const feedsIn = (outlines: readonly Outline[]): FeedLink[] => {
	const feeds: FeedLink[] = [];
	const waiting = [...outlines].reverse();
	for (let outline = waiting.pop(); outline !== undefined; outline = waiting.pop()) {
		const url = webAddress(outline.xmlUrl?.replace(FEED_SCHEME, scheme => scheme.endsWith('//') ? 'http://' : ''));
		if (url !== null && !feeds.some(known => known.url === url)) feeds.push({title: oneLine(outline.title ?? outline.text) ?? url, url});
		waiting.push(...[...outline.outlines ?? []].reverse());
	}

	return feeds;
};

/** A list of feeds. It holds no articles: the feeds are told, and none is fetched. */
export const opml: Reader = {
	name: 'opml',
	reads: 'a list of feeds, which it tells',
	sniff: ({path, head}) => /^\uFEFF?(?:\s|<\?[\s\S]{0,500}?\?>|<!--[\s\S]*?-->)*<opml\b/i.test(head) ? .99 : /\.opml$/i.test(path) ? .9 : 0,
	read: async (bytes, sent) => {
		const {parseOpml} = await import('feedsmith');
		try {
			return {kind: 'feeds', feeds: feedsIn(parseOpml(decode(bytes, sent)).body?.outlines ?? [])};
		} catch {
			return {kind: 'feeds', feeds: []};
		}
	},
};

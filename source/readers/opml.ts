import type {FeedLink} from '../model/document.ts';
import {decode} from './decode.ts';
import type {Reader} from './reader.ts';
import {oneLine, webAddress} from './record.ts';
import type {XmlElement} from './xml.ts';

/** "feed://quay.example/rss" and "feed:https://quay.example/rss", as older readers write them. */
const FEED_SCHEME = /^\s*feed:(?:\/\/(?!https?:))?/i;

/** Each feed once, in whichever folders it stands; without recursion, because a file may be nested as deep as it likes. */
const feedsIn = async (xml: string): Promise<FeedLink[]> => {
	const {attributeOf, elementsOfXml} = await import('./xml.ts');
	const feeds = new Map<string, FeedLink>();
	const waiting: XmlElement[] = elementsOfXml(xml).toReversed();
	for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
		const url = webAddress(attributeOf(element, 'xmlurl')?.replace(FEED_SCHEME, scheme => scheme.endsWith('//') ? 'http://' : ''));
		if (url !== null && !feeds.has(url)) feeds.set(url, {title: oneLine(attributeOf(element, 'title') ?? attributeOf(element, 'text')) ?? url, url});
		waiting.push(...element.children.toReversed());
	}

	return [...feeds.values()];
};

/** A list of feeds. It holds no articles: the feeds are told, and none is fetched. */
export const opml: Reader = {
	name: 'opml',
	reads: 'a list of feeds, which it tells',
	sniff: ({path, head}) => /^\uFEFF?(?:\s|<\?[\s\S]{0,500}?\?>|<!--[\s\S]*?-->)*<opml\b/i.test(head) ? .99 : /\.opml$/i.test(path) ? .9 : 0,
	read: async (bytes, sent) => ({kind: 'feeds', feeds: await feedsIn(decode(bytes, sent))}),
};

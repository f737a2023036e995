/** All names of RSS behind a prefix: `<r:rss xmlns:r="http://backend.userland.com/rss2">`. */
const prefixed = (xml: string): string => {
	const prefix = /<([\w-]+):rss\b/i.exec(xml.slice(0, 4096))?.[1];
	return prefix === undefined ? xml : xml.replaceAll(new RegExp(`(</?)${prefix}:`, 'g'), '$1');
};

const attribute = (attributes: string, name: string): string | null => new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes)?.slice(1).find(value => value !== undefined) ?? null;
const element = (name: string, value: string | null): string => value === null ? '' : `<${name}>${value}</${name}>`;

/** Channel Definition Format, older than RSS: address and time stand in attributes, the text in ABSTRACT. */
const channelDefinition = (xml: string): string => {
	if (!/^(?:\s|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>)*<channel\b/i.test(xml.slice(0, 4096))) return xml;
	const items = xml.replaceAll(/<item\b([^>]*?)(\/?)>/gi, (_, attributes: string, closed: string) =>
		`<item>${element('link', attribute(attributes, 'href'))}${element('pubDate', attribute(attributes, 'lastmod'))}${closed === '' ? '' : '</item>'}`);
	return `<rss version="2.0">${items.replaceAll(/(<\/?)abstract\b/gi, '$1description')}</rss>`;
};

const ATOM = /<(?:[\w.-]+:)?feed\b/i;
/** Atom 0.3 may pack HTML as base64. */
const packed = (xml: string): string => ATOM.test(xml.slice(0, 4096)) && /base64|octet-stream/.test(xml)
	? xml.replaceAll(/<(title|content|summary)\b([^>]*)\b(?:mode\s*=\s*["']base64["']|type\s*=\s*["']application\/octet-stream["'])[^>]*>([A-Za-z\d+/=\s]*)<\/\1>/g, (_, name: string, __: string, text: string) =>
		`<${name} type="html"><![CDATA[${new TextDecoder().decode(Uint8Array.from(atob(text.replaceAll(/\s+/g, '').replace(/=+$/, '')), symbol => symbol.charCodeAt(0))).replaceAll(']]>', '')}]]></${name}>`)
	: xml;

/** No element of a feed says so much of itself: its attributes go. */
const shortened = (xml: string): string => xml.replaceAll(/<([\w:.-]+)\s[^<>]{20000,}>/g, '<$1>');

/** Dialects that the parser does not know, written as it knows them. */
export const asKnown = (xml: string): string => packed(channelDefinition(prefixed(shortened(xml))));

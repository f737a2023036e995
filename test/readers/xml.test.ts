import {describe, expect, test} from 'vitest';
import {attributeOf, elementsOfXml, textOfXml, type XmlElement} from '../../source/readers/xml.ts';

type Shape = string | readonly [string, ...Shape[]];
/** The names of elements with those of their children. */
const shapeOf = ({name, children}: XmlElement): Shape => children.length === 0 ? name : [name, ...children.map(shapeOf)];
const shapes = (xml: string): Shape[] => elementsOfXml(xml).map(shapeOf);

describe('the elements of XML', () => {
	test('stand in each other as their tags do, by names in small letters', () => {
		expect(shapes('<?xml version="1.0"?><Feed><entry><Title>A</Title><link/></entry><entry></entry></Feed>')).toEqual([['feed', ['entry', 'title', 'link'], 'entry']]);
	});
	test('are none in comments, CDATA and declarations', () => {
		expect(shapes('<!DOCTYPE rss [<!ENTITY a "<x>">]><!-- <a> --><rss><![CDATA[<b>]]><? <c> ?><!whatever></rss>')).toEqual(['rss']);
	});
	test('end at the mark that stands in no value', () => {
		const [link] = elementsOfXml('<link title="a > b" href=\'/x?a="1"\'>text</link>');
		expect([attributeOf(link, 'title'), attributeOf(link, 'href'), link?.inner]).toEqual(['a > b', '/x?a="1"', 'text']);
	});
	test('tell whether their end tag is there; one that ends nothing is passed over', () => {
		const [rss] = elementsOfXml('<rss></nothing><item><br></item><item>');
		expect(rss?.children.map(({closed, inner}) => [closed, inner])).toEqual([[true, '<br>'], [false, '']]);
		expect(rss?.children[0]?.children[0]?.closed).toBe(false);
	});
	test('have the prefix by which their namespace is known, the feed\'s own names none', () => {
		expect(shapes('<r:rss xmlns:r="http://backend.userland.com/rss2" xmlns:x="http://purl.org/dc/elements/1.1/"><r:item><x:date/><dc:date/><media:title/></r:item></r:rss>')).toEqual([['rss', ['item', 'dc:date', 'dc:date', 'media:title']]]);
		expect(shapes('<a:feed xmlns:a="https://www.w3.org/2005/Atom/"><a:entry/></a:feed>')).toEqual([['feed', 'entry']]);
		expect(shapes('<rss xmlns:a="http://www.w3.org/2005/Atom"><a:link/></rss>')).toEqual([['rss', 'atom:link']]);
	});
	test('know where they stand', () => {
		const xml = '<rss>\n<item>x</item></rss>';
		const item = elementsOfXml(xml)[0]?.children[0];
		expect([xml.slice(item?.from, item?.until), xml.slice(item?.until)]).toEqual(['<item>x', '</item></rss>']);
	});
	test('may stand as deep in each other as they like, and marks may be as many', () => {
		const depth = 100_000;
		expect(elementsOfXml(`<a>${'<b>'.repeat(depth)}${'</c>'.repeat(depth)}</a>`)).toHaveLength(1);
		for (const mark of ['<', '<!--', '<![CDATA[', '<!x[>', '<!DOCTYPE x[>', '<a x="', '</']) expect(elementsOfXml(`<a>${mark.repeat(depth)}</a>`), mark).not.toHaveLength(0);
	});
});

test('text is without comments, CDATA is as it stands, and characters stand for their names', () => {
	expect(textOfXml(' R&amp;D <!-- no --><![CDATA[ &amp; <b> ]]> caf&eacute; ')).toBe('R&D  &amp; <b>  café');
	expect(textOfXml('A & B <!-- open')).toBe('A & B <!-- open');
	expect(textOfXml(' <!-- nothing --> ')).toBeUndefined();
});

test('an attribute is found by its name in any case and behind any prefix', () => {
	const [element] = elementsOfXml('<item rdf:About="a&amp;b" xml:lang="de" data-href="no" href=\'yes\'/>');
	expect(['about', 'xml:lang', 'href', 'rel'].map(name => attributeOf(element, name))).toEqual(['a&b', 'de', 'yes', undefined]);
});

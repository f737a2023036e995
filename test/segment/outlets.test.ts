import {describe, expect, test} from 'vitest';
import outletTable from '../../data/outlets.json' with {type: 'json'};
import type {Article} from '../../source/model/article.ts';
import type {KnownOutlet} from '../../source/model/own-tables.ts';
import {decodeLines} from '../../source/readers/decode.ts';
import {recordOf} from '../../source/readers/record.ts';
import {outletNames} from '../../source/segment/outlet-names.ts';
import {segment} from '../../source/segment/segment.ts';
import {tablesWith} from '../../source/segment/tables.ts';

const table: readonly KnownOutlet[] = outletTable;
const SALDER: readonly KnownOutlet[] = [
	{name: 'The Port Salder Echo', aliases: ['Salder Echo', 'The Echo'], domains: ['salderecho.com']},
	{name: 'Orla Evening Echo', aliases: ['The Echo'], domains: ['orlaecho.com', 'echo.orla.com']},
	{name: 'Tide', aliases: ['Tide Magazine'], inPlace: ['Tide', 'TIDE']},
	{name: 'Salder Harbour Watch', subject: true},
	{name: 'SLN', aliases: ['Salder Local News']},
	{name: 'El Día de Orla'},
];
const names = outletNames(SALDER);

describe('the table of outlets', () => {
	test('holds well over a thousand, each under one name, without a word that says nothing', () => {
		expect(table.length).toBeGreaterThan(3000);
		expect(new Set(table.map(({name}) => name)).size).toBe(table.length);
		const wrong = table.flatMap(({name, aliases = [], inPlace = [], domains = []}) => [
			...[name, ...aliases, ...inPlace].filter(text => text !== text.trim() || text.length < 2), ...aliases.filter(alias => alias === name || inPlace.includes(alias)),
			...domains.filter(domain => !/^(?:[\p{L}\d-]+\.)+[a-z]{2,}$/u.test(domain) || domain.startsWith('www.')),
		]);
		expect(wrong).toEqual([]);
	});
	test('gives each domain to one outlet', () => {
		const domains = table.flatMap(outlet => outlet.domains ?? []);
		expect(domains.filter((domain, at) => domains.indexOf(domain) !== at)).toEqual([]);
	});
	test.each([['fox', 'Fox News'], ['FOX', 'Fox News'], ['Fox News', 'Fox News'], ['EL PAIS', 'El País'], ['www.bbc.co.uk', 'BBC News'], ['seattle times', 'Seattle Times'], ['The Seattle Times', 'Seattle Times']])('in a field for outlets "%s" is %s', (text, name) => {
		expect(outletNames(table).known(text, 'field')).toBe(name);
	});
});

describe('a name', () => {
	test.each([['the port salder echo'], ['Port Salder Echo'], ['SALDER ECHO'], ['SalderEcho'], ['TheSalderEcho.com'], ['salderecho.com']])('is known as "%s" too', text => expect(names.known(text)).toBe('The Port Salder Echo'));
	test('is known without its accents', () => expect(names.known('EL DIA DE ORLA')).toBe('El Día de Orla'));
	test('that two have is nobody\'s: it stays as printed, and running text does not name them by it', () => {
		expect(names.known('the echo', 'field')).toBe('The Echo');
		expect(names.leading('the Echo that nothing was lost')).toBeNull();
	});
	test('that is a word too counts where an outlet stands, as the table spells it', () => {
		expect(['TIDE', 'Tide', 'tide', 'Tide Magazine'].map(text => names.known(text, 'place'))).toEqual(['Tide', 'Tide', null, 'Tide']);
		expect(names.known('Tide', 'line')).toBeNull();
		expect(names.leading('Tide tables for May')).toBeNull();
		expect(names.known('tide', 'field')).toBe('Tide');
	});
	test('of those whose deeds are news is not found in running text', () => {
		expect(names.known('Salder Harbour Watch', 'line')).toBe('Salder Harbour Watch');
		expect(names.trailing('On Monday Salder Harbour Watch')).toBeNull();
	});
	test('of a few capitals is not a word in small letters', () => expect(['SLN', 'Sln', 'sln'].map(text => names.known(text, 'line'))).toEqual(['SLN', null, null]));
	test('in running text is the longest that fits, up to a comma or the possessive', () => {
		expect(names.leading('the Port Salder Echo’s reporter')).toEqual({outlet: 'The Port Salder Echo', printed: 'the Port Salder Echo'});
		expect(names.leading('Salder Local News, adding')).toEqual({outlet: 'SLN', printed: 'Salder Local News'});
		expect(names.trailing('But the Orla Evening Echo')).toEqual({outlet: 'Orla Evening Echo', printed: 'the Orla Evening Echo'});
	});
	test('of the user\'s own table wins over the program\'s', () => expect(outletNames(SALDER, [{name: 'Echo of Quay', aliases: ['The Echo']}]).known('The Echo')).toBe('Echo of Quay'));
	test('is found by the address of its site, and of nothing near it', () => expect(['www.salderecho.com', 'news.salderecho.com', 'notsalderecho.com', 'echo.orla.com', 'orla.com'].map(names.ofHost)).toEqual(['The Port Salder Echo', 'The Port Salder Echo', null, 'Orla Evening Echo', null]));
});

const MENU = ['Home', 'News', 'Sport', 'Weather', 'Culture', 'Travel', 'Shop', 'Jobs', 'Contact', 'Log in', 'Subscribe'];
const STORY = ['Ferry turned back after fire in engine room', '2 May 2024', 'The last ferry of the day turned back on Thursday after a fire in the engine room, the harbour master said.',
	'Nobody was hurt, and the forty passengers were taken ashore by the pilot boat before nine in the evening.', 'The ferry will be towed to the yard on Monday, where the engine is to be taken apart and looked at by two engineers.'];
const own = tablesWith({outlets: [...SALDER], lines: []});
const cut = (lines: readonly string[], url?: string): Article | undefined => {
	const page = lines.join('\n\n');
	return segment({kind: 'page', lines: decodeLines(new TextEncoder().encode(page))}, {document: 'd', path: 'page.txt', given: url === undefined ? {} : {url}, tables: own}).articles[0];
};
const page = (above: readonly string[], below: readonly string[]): string[] => [...above, ...MENU, ...STORY, 'Share this article', ...below];

describe('who made a copied page', () => {
	test.each([
		['its copyright line and its newsletter', [], ['Sign up for the Salder Echo newsletter', '© 2024 The Port Salder Echo. All rights reserved.']],
		['the rights of the company of its name', ['Salder Echo'], ['© 2024 Salder Echo Ltd']],
		['what follows it, and its address', ['salderecho.com'], ['Follow the Salder Echo on Facebook']],
		['the name over its menu and again at its foot', ['The Port Salder Echo'], ['About the Salder Echo', 'Contact the Salder Echo']],
		['its app', ['Salder Echo'], ['Get the Salder Echo app', 'Salder Echo for iPhone']],
	])('is told by %s', (_, above, below) => {
		expect(cut(page(above, below))).toMatchObject({outlet: 'The Port Salder Echo', outletBasis: 'inferred'});
	});
	test('a paper that nobody told us of is found by two ways that agree', () => {
		expect(cut(page(['Tarnow Gazette'], ['About the Tarnow Gazette', 'Follow Tarnow Gazette on Facebook', '© 2024 Tarnow Gazette'])))
			.toMatchObject({outlet: 'Tarnow Gazette', outletBasis: 'inferred'});
	});
	test('an agency beside the date is whose words a paper prints; where no paper is named it is the outlet', () => {
		const [headline = '', ...rest] = STORY;
		const story = [headline, 'Reuters', ...rest];
		expect(cut([...MENU, ...story, 'Share this article', 'Sign up for the Salder Echo newsletter', '© 2024 The Port Salder Echo. All rights reserved.'])?.outlet).toBe('The Port Salder Echo');
		expect(cut(story)).toMatchObject({outlet: 'Reuters', outletBasis: 'stated'});
	});
	test('an agency made the page on which it is followed and tells of itself, not every page with its rights', () => {
		expect(cut(page(['Reuters TV'], ['Follow Reuters', 'Reuters Jobs', 'About Reuters']))).toMatchObject({outlet: 'Reuters', outletBasis: 'inferred'});
		expect(cut(page([], ['© 2024 Reuters. All rights reserved.', 'Reuters']))?.outlet).toBeNull();
	});
	test.each([
		['more of it', ['More from the Salder Echo', 'Salder Echo wins a prize for its ferry reports']],
		['line after line of what it offers', ['Salder Echo Jobs', 'Salder Echo Weddings', 'Salder Echo Motors', 'Salder Echo Homes', 'Salder Echo Puzzles']],
	])('a paper that is known is told by %s', (_, below) => expect(cut(page([], below))?.outlet).toBe('The Port Salder Echo'));
	test('a paper and a date in one row are both', () => {
		const [headline = '', , ...rest] = STORY;
		expect(cut([headline, 'Salder Echo · 3 May 2024', ...rest])).toMatchObject({outlet: 'The Port Salder Echo', outletBasis: 'stated', published: '2024-05-03'});
	});
	test('a row of a writer and a paper beside the date is both', () => {
		const [headline = '', ...rest] = STORY;
		expect(cut([headline, 'Odile Farrant Orla Evening Echo', ...rest])).toMatchObject({outlet: 'Orla Evening Echo', outletBasis: 'stated', byline: 'Odile Farrant'});
	});
	test('the paper is named, not the group that owns it', () => {
		expect(cut(page(['Salder Echo'], ['The Salder Echo is part of Farrant Media', 'About the Salder Echo', '© 2024 Farrant Media Group Ltd']))?.outlet).toBe('The Port Salder Echo');
	});
	test('part of a name over the menu is the whole one at the foot', () => {
		expect(cut(page(['Chronicle'], ['About the Tarnow Chronicle', 'Follow Tarnow Chronicle on Twitter', '© 2024 Tarnow Chronicle']))?.outlet).toBe('Tarnow Chronicle');
	});
	test.each([
		['that names nobody', [], ['© 2024. All rights reserved.', 'Privacy policy']],
		['that lists its partners', [], ['Our partners', 'The Port Salder Echo', 'Orla Evening Echo', 'Salder Local News']],
		['whose list of other pieces names an outlet', [], ['Most read', 'Salder Echo wins a prize for its ferry reports', 'Bakers of Orla give up rye', 'Mill pond frozen since Sunday']],
		['with an author to follow', [], ['Follow Odile Farrant on Twitter', 'More from Odile Farrant', '@odilefarrant']],
		['that has the rights of a company alone', [], ['© 2024 Farrant Holding']],
		['with a word of its menu that is a paper elsewhere', ['Tide'], ['© 2024']],
	])('a page %s is given to nobody', (_, above, below) => expect(cut(page(above, below))).toMatchObject({outlet: null, outletBasis: null}));
	test('what an institution asks for does not make it the outlet', () => {
		expect(cut([...STORY, 'Salder Harbour Watch has asked the yard for a comment, and Salder Harbour Watch understands that none will come.'])?.outlet).toBeNull();
	});
	test('a paper that asks for a comment is the outlet', () => {
		expect(cut([...STORY, 'The Salder Echo has asked the yard for a comment.'])).toMatchObject({outlet: 'The Port Salder Echo', outletBasis: 'inferred', outletEvidence: '“The Salder Echo has asked”, line 11'});
	});
	test('the agency in the dateline is the outlet where nothing else is named, and only inferred', () => {
		const wire = [STORY[0] ?? '', 'SALDER, May 2 (SLN) - The last ferry of the day turned back on Thursday.', ...STORY.slice(3)];
		expect(cut(wire)).toMatchObject({outlet: 'SLN', outletBasis: 'inferred', outletEvidence: '“(SLN)”, line 3'});
		expect(cut([wire[0] ?? '', 'The Port Salder Echo', '2 May 2024', ...wire.slice(1)])).toMatchObject({outlet: 'The Port Salder Echo', outletBasis: 'stated'});
	});
	test('the address that came with a page tells it, where no row does', () => {
		expect(cut(STORY, 'https://www.salderecho.com/ferry')).toMatchObject({outlet: 'The Port Salder Echo', outletBasis: 'inferred', outletEvidence: '“www.salderecho.com”, its address'});
		expect(cut([STORY[0] ?? '', 'Orla Evening Echo', ...STORY.slice(1)], 'https://www.salderecho.com/ferry')).toMatchObject({outlet: 'Orla Evening Echo', outletBasis: 'stated'});
	});
	test('the address of a record tells it, where the record does not', () => {
		const [article] = segment({kind: 'records', records: [recordOf({line: 1, title: 'Ferry fire', url: 'https://news.salderecho.com/1'})], problems: [], removed: []}, {document: 'd', path: 'd.jsonl', given: {}, tables: own}).articles;
		expect(article).toMatchObject({outlet: 'The Port Salder Echo', outletBasis: 'inferred', outletEvidence: '“news.salderecho.com”, its address'});
	});
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Article, Segment} from '../../source/model/article.ts';
import type {Given} from '../../source/model/document.ts';
import {decodeLines} from '../../source/readers/decode.ts';
import {recordOf} from '../../source/readers/record.ts';
import {entriesOf} from '../../source/segment/entries.ts';
import {likeliestHeadline} from '../../source/segment/headline-signs.ts';
import {segment, type Segmentation} from '../../source/segment/segment.ts';
import {ours} from '../../source/segment/tables.ts';
import {sha256} from '../../source/text/hash.ts';

const cut = (page: string, given: Given = {}): Segmentation =>
	segment({kind: 'page', lines: decodeLines(new TextEncoder().encode(page))}, {document: sha256(page), path: 'page.txt', given});
const headlines = ({articles}: Segmentation) => articles.map(({headline}) => headline);
const body = (article: Article | undefined) => article?.segments.map(({text}) => text);
const rules = ({removed}: Segmentation) => removed.map(({rule}) => rule);

const FERRY = ['Ferry turned back after fire in engine room', 'The last ferry of the day turned back on Thursday after a fire in the engine room.', 'Nobody was hurt, the harbour master said.'];
const LIBRARY = ['Council votes to close two libraries', 'Two of the five libraries in town will close, the council decided by nine votes.', 'Campaigners said they would go to court.'];

describe('pages with several articles', () => {
	test.each(['Share Button', '---', 'Read more', 'Continue reading', 'Facebook Twitter WhatsApp', 'Share this article'])('are cut at rows of "%s"', row => {
		const result = cut([...FERRY, row, ...LIBRARY, row].join('\n'));
		expect(headlines(result)).toEqual([FERRY[0], LIBRARY[0]]);
		expect(body(result.articles[1])).toEqual(LIBRARY.slice(1));
		expect(result.articles.map(({position, siblings}) => [position, siblings])).toEqual([[1, 2], [2, 2]]);
	});
	test('are cut without any row, where a headline tells of what follows it', () => expect(headlines(cut([...FERRY, 'Council votes by nine to six to close two libraries', ...LIBRARY.slice(1)].join('\n')))).toHaveLength(2));
	test('are cut where a byline and a date follow a headline', () => {
		const result = cut([...FERRY, 'Library doors shut', 'By Tom Reed', '2 May 2024', ...LIBRARY.slice(1)].join('\n'));
		expect(result.articles[1]).toMatchObject({headline: 'Library doors shut', byline: 'Tom Reed', published: '2024-05-02', publishedBasis: 'stated'});
	});
	// A page of a newspaper's subject, menu and all: every story with its date, or with a share button under it.
	test.each([['dates under their headlines', '2 May 2024', ''], ['bylines under their headlines', 'By Tom Reed', ''], ['share buttons between them', '', 'Share Button']])('are cut under the menu of a saved page by %s', (_, row, below) => {
		const menu = ['Home', 'News', 'Sport', 'Weather', 'Culture', 'Travel', 'Shop', 'Jobs', 'Contact', 'Log in', 'Subscribe'];
		const told = [['Salder', 'A flood'], ['Orla', 'A landslide'], ['Tarnow', 'A burst pipe'], ['Velmar', 'A fallen crane'], ['Quay', 'A lorry fire']] as const;
		const page = told.flatMap(([town, thing]) => [`${thing} closes the harbour road at ${town}`, row, `The harbour road at ${town} was closed on Monday after ${thing.toLowerCase()} reached the lower town, the council said.`,
			'Workers cleared the road until late in the evening, and buses took the long way round by the mill.', `Nobody was hurt, said the mayor of ${town}, who had walked along the quay with two of her councillors.`, below]);
		expect(headlines(cut([...menu, ...page].filter(Boolean).join('\n\n')))).toEqual(told.map(([town, thing]) => `${thing} closes the harbour road at ${town}`));
	});
	// Headlines of other articles stand below each other; the page's own stands apart.
	test('a line that stands apart is likelier the headline than the last of a list', () => {
		const list = ['Library doors shut after the vote', 'Ferry fares rise again in spring', 'Bakers of Orla give up rye', 'Mill pond frozen since Sunday'];
		const odds = (...between: readonly string[]): number => {
			const entries = entriesOf(decodeLines(new TextEncoder().encode([...list, ...between, FERRY[0], '', FERRY[1], '', FERRY[2]].join('\n'))), ours);
			const likely = likeliestHeadline(entries, entries.length - 2);
			expect(entries[likely?.index ?? -1]?.line.text).toBe(FERRY[0]);
			return likely?.odds ?? -Infinity;
		};
		expect(odds('')).toBeGreaterThan(odds() + 1);
	});
	test('a share row under the headline, or within the text, parts nothing', () => expect(headlines(cut([FERRY[0], 'Share', FERRY[1], 'Share', FERRY[2]].join('\n')))).toEqual([FERRY[0]]));
});

describe('the head of an article', () => {
	test('a writer and a date in one row are both; a town before a date is no writer', () => {
		const [headline = '', ...rest] = FERRY;
		expect(cut([headline, 'Ann Reed, 3 May 2024', ...rest].join('\n')).articles[0]).toMatchObject({byline: 'Ann Reed', published: '2024-05-03', standfirst: null});
		expect(cut([headline, 'New York, 3 May 2024', ...rest].join('\n')).articles[0]?.byline).toBeNull();
	});
	test('headline with a full stop, standfirst, byline, date with its offset', () => {
		const [article] = cut(['Views: 12', 'Miners freed after nine days.', 'Families had waited at the gate since the shaft flooded', 'Jane Doe, Labour correspondent', 'Published 22 July 2024 10:30 BST', 'Nine miners were freed on Monday, the company said.'].join('\n')).articles;
		expect(article).toMatchObject({headline: 'Miners freed after nine days.', standfirst: 'Families had waited at the gate since the shaft flooded', byline: 'Jane Doe', published: '2024-07-22T10:30+01:00', startLine: 2});
		expect(body(article)).toEqual(['Nine miners were freed on Monday, the company said.']);
	});
	test('an aggregator prints it three times, with rows of outlet and time', () => {
		const page = ['Bank robber jailed for twelve years', 'Bank robber jailed for twelve years', 'The Coast Tribune', 'time4 hours ago', '• The Coast Tribune', 'Bank robber jailed for twelve years', 'A man who held up three banks was jailed on Friday.'].join('\n');
		expect(cut(page).articles).toMatchObject([{headline: 'Bank robber jailed for twelve years', outlet: 'The Coast Tribune', outletBasis: 'stated', published: null, segmentCount: 1}]);
	});
	test('"5 days ago" is a date only when the day of capture is known', () => {
		const page = ['Peace talks resume in the capital', 'Sky News5 days ago', 'Talks resumed on Monday.'].join('\n');
		expect(cut(page).articles[0]).toMatchObject({outlet: 'Sky News', published: null});
		expect(cut(page, {captured: '2024-05-10'}).articles[0]).toMatchObject({published: '2024-05-05', publishedBasis: 'inferred'});
	});
	test('a date before the headline is cut off and kept', () => expect(cut(` date 2024-12-01 ${FERRY.join('\n')}`).articles[0]).toMatchObject({headline: FERRY[0], published: '2024-12-01', publishedBasis: 'stated'}));
	test('what the importer says wins', () => {
		expect(cut(FERRY.join('\n'), {outlet: 'X', date: '2020-01-01', url: 'https://x.example', tags: ['t']}).articles[0])
			.toMatchObject({outlet: 'X', outletBasis: 'given', published: '2020-01-01', publishedBasis: 'given', url: 'https://x.example', tags: ['t']});
	});
});

describe('the outlet in the text', () => {
	test('it reveals', () => expect(cut([...FERRY, 'The Harbour Post can reveal that the engine was old.'].join('\n')).articles[0]).toMatchObject({outlet: 'The Harbour Post', outletBasis: 'inferred', outletEvidence: '“The Harbour Post can reveal”, line 4'}));
	test('one interview with another paper proves nothing', () => expect(cut([...FERRY, 'She told The Times the engine was old.'].join('\n')).articles[0]?.outlet).toBeNull());
});

describe('what nobody wrote for the reader', () => {
	test('goes, each with its rule', () => {
		const result = cut(['logo', ...FERRY, 'Advertisement', 'Sign up to our newsletter', 'We use cookies to improve your experience.', 'No comments yet...'].join('\n'));
		expect(rules(result)).toEqual(['logo', 'advertisement', 'newsletter sign-up', 'cookie note', 'comments']);
		expect(body(result.articles[0])).toEqual(FERRY.slice(1));
	});
	test('captions printed twice, and their credit', () => {
		const result = cut([...FERRY, 'The ferry in the harbour.', 'The ferry in the harbour.', 'via Associated Press', 'It will sail again in May.'].join('\n'));
		expect(body(result.articles[0])).toEqual([...FERRY.slice(1), 'It will sail again in May.']);
	});
	test('an appeal for money, with the paragraphs that belong to it', () => {
		const result = cut([...FERRY, 'Our reporters need you', 'Your donation keeps our newsroom open, and quality journalism needs it.', 'We believe news should be for all. Please support us.', 'The ferry is forty years old.'].join('\n'));
		expect(body(result.articles[0])).toEqual([...FERRY.slice(1), 'The ferry is forty years old.']);
	});
	test('junk inside a line leaves the words around it in place', () => {
		const [article] = cut([FERRY[0], '👉 Hear the Daily podcast 👈 The ferry turned back.'].join('\n')).articles;
		expect(article?.segments[0]).toMatchObject({text: 'The ferry turned back.', pieces: [{at: 0, line: 2, column: 29, length: 22}]});
	});
	test('a box of links in the middle does not end the article', () => expect(body(cut([...FERRY, 'Related articles', 'Cyclists call for lanes', 'Parking fees to double', 'The engine was forty years old.'].join('\n')).articles[0])).toEqual([...FERRY.slice(1), 'The engine was forty years old.']));
	test('ordinary sentences with such words stay', () => {
		for (const sentence of ['Print sales fell by a tenth.', 'She was baking cookies when the page turned.', 'Via a translator, he said no.', 'Listen carefully, he said.', 'They share a border.']) expect(cut([...FERRY, sentence].join('\n')).articles[0]?.segments.at(-1)?.text).toBe(sentence);
	});
});

describe('live blogs', () => {
	const blog = ['Storm Wendel latest: thousands without power', 'The storm has cut power to thousands of homes.', 'Schools in four counties to stay closed', 'All schools in four counties will be closed on Wednesday.', 'Schools in four counties to stay closed', 'What parents in the four counties should know', 'Two rescued from flooded car', 'Two people were pulled from a car, fire crews said.'];
	test('parent, posts that inherit, link cards gone', () => {
		const {articles} = cut(blog.join('\n'), {});
		expect(articles.map(({kind, headline}) => [kind, headline])).toEqual([['live-blog', blog[0]], ['post', blog[2]], ['post', blog[6]]]);
		expect(articles[1]?.parent).toBe(articles[0]?.id);
		expect(body(articles[1])).toEqual([blog[3]]);
	});
	test('posts under clock times', () => {
		const {articles} = cut(['Election night', '23:41', 'First result', 'Northbridge stays green.', '23:15 GMT', 'Exit poll', 'The poll gives both sides 300 seats.', '22:00', 'Polls close', 'Voting has ended.'].join('\n'));
		expect(articles.map(({headline}) => headline)).toEqual(['Election night', 'First result', 'Exit poll', 'Polls close']);
	});
});

const held = ({articles, removed}: Segmentation): number[] => {
	const segments: Array<Segment | null> = articles.flatMap(article => [article.headlineSegment, article.standfirstSegment, ...article.segments]);
	return [...segments.filter(part => part !== null), ...removed].flatMap(({startLine, endLine}) => Array.from({length: endLine - startLine + 1}, (_, index) => startLine + index));
};

test('every line that is not blank is in one article or removed with a rule; every word leads home', () => {
	const line = fc.constantFrom('', '', ...FERRY, ...LIBRARY, 'Share', 'Read more', '---', 'By Tom Reed', '2 May 2024', '3 hours ago', '14:05', 'Related articles', 'Comments', 'Log in', 'Sky News', 'What next?', 'via Reuters', '• a point', ' date 2024-05-01 Storm latest: power cut', 'Read more: More here', 'Your donation keeps quality journalism open.', 'He said so. Read more: It rained.\u200B 5\u202E.', 'Tom Reed is a writer in Leeds', 'A teaser that goes on and on about the storm, the ferry and the libraries, where Tom Reed speaks to those who lost their homes in it');
	fc.assert(fc.property(fc.array(line, {maxLength: 30}), lines => {
		const page = lines.join('\n');
		const result = cut(page);
		const filled = lines.flatMap((text, index) => text.trim() === '' ? [] : [index + 1]);
		const places = held(result).filter(number => filled.includes(number)).sort((a, b) => a - b);
		expect(places).toEqual(filled);
		for (const {text, pieces} of result.articles.flatMap(({segments}) => segments)) {
			for (const piece of pieces) {
				const read = text.slice(piece.at, piece.at + piece.length);
				// U+FFFD stands for a character that was taken out beside a digit.
				const raw = lines[piece.line - 1]?.slice(piece.column, piece.column + piece.length).split('').map((unit, at) => read[at] === '\uFFFD' ? '\uFFFD' : unit).join('');
				expect(raw).toBe(read);
			}
		}

		expect(new Set(result.articles.map(({id}) => id)).size).toBe(result.articles.length);
	}), {numRuns: 300});
});

test('blank lines tell nothing: doubled or gone, the articles are the same', () => {
	const lines = [...FERRY, 'Share Button', ...LIBRARY, 'Share Button'];
	const texts = (page: string) => cut(page).articles.map(article => [article.headline, body(article)]);
	expect(texts(lines.join('\n\n\n'))).toEqual(texts(lines.join('\n')));
});

test('hard-wrapped text is put together again', () => {
	const [article] = cut('Inquiry into dam failure\n\nThe government has promised an independent inquiry into the failure of\nthe dam, which sent a wall of water through three villages on Sunday\nnight and left at least seventeen people dead, the ministry said late\non Monday.\n\nEngineers had warned of cracks, according to documents that were seen\nby local papers.\n').articles;
	expect(article?.segments.map(({startLine, endLine}) => [startLine, endLine])).toEqual([[3, 6], [8, 9]]);
});

test('records stay as they came', () => {
	const record = recordOf({line: 3, id: 'x', title: 'T', paragraphs: ['One.', 'Share'].map(text => ({kind: 'paragraph', text, line: 3})), outlet: 'bbc', date: '2024-05-01', tags: ['a']});
	const {articles, removed} = segment({kind: 'records', records: [record], problems: [], removed: []}, {document: 'd', path: 'p', given: {tags: ['b']}});
	expect(removed).toEqual([]);
	expect(articles).toMatchObject([{externalId: 'x', externalIds: ['x'], outlet: 'BBC News', published: '2024-05-01', publishedBasis: 'stated', startLine: 3, endLine: 3, tags: ['b', 'a'], segments: [{text: 'One.', pieces: []}, {text: 'Share'}]}]);
});

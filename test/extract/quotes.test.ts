import {existsSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {buildCast} from '../../source/extract/names.ts';
import {extractQuotes} from '../../source/extract/quotes.ts';
import {articleOf, goldArticles, readQuoteGold, readQuotes} from '../helpers/gold-quotes.ts';
import {scoreQuotes} from '../quality/quotes.ts';

/** Words, speaker as the text names them, sure name, cue. */
type Line = readonly [text: string, speaker: string | null, name: string | null, cue: string | null];
type Passage = readonly [what: string, paragraphs: readonly string[], quotes: readonly Line[]];

const read = (paragraphs: readonly string[]): Line[] => {
	const article = articleOf(...paragraphs);
	return extractQuotes(article, buildCast(article)).map(quote => [quote.text, quote.speaker, quote.speakerName, quote.cue]);
};

const passages: readonly Passage[] = [
	['verb before the name', ['“We have run out of sandbags,” said Moira Kettle, who runs the village shop.'], [['We have run out of sandbags,', 'Moira Kettle', 'Moira Kettle', 'said']]],
	['name before the verb', ['“The bridge will close on Monday,” Derek Plum told councillors.'], [['The bridge will close on Monday,', 'Derek Plum', 'Derek Plum', 'told']]],
	['cue with a colon', ['Transport minister Hugo Lark said: “The line opens in spring.”'], [['The line opens in spring.', 'Hugo Lark', 'Hugo Lark', 'said']]],
	['cue with a comma, American style', ['Gov. Teresa Bloom said, "We are not closing a single school this year."'], [['We are not closing a single school this year.', 'Gov. Teresa Bloom', 'Teresa Bloom', 'said']]],
	['an apposition between name and verb', ['Nadia Frost, the head of the water company, said: “Nobody was told about the leak.”'], [['Nobody was told about the leak.', 'Nadia Frost', 'Nadia Frost', 'said']]],
	['an age and an apposition with commas of its own', ['Colin Marsh, 52, a farmer from Ludlow, Shropshire, said: “The field has been under water since March.”'], [['The field has been under water since March.', 'Colin Marsh', 'Colin Marsh', 'said']]],
	['an interrupted sentence', ['“The roof,” said Alan Birch, “was never going to last the winter.”'], [['The roof,', 'Alan Birch', 'Alan Birch', 'said'], ['was never going to last the winter.', 'Alan Birch', 'Alan Birch', 'said']]],
	['two sentences around the cue', ['“We asked for help in June,” Julia Wren said. “Nobody came until August.”'], [['We asked for help in June,', 'Julia Wren', 'Julia Wren', 'said'], ['Nobody came until August.', 'Julia Wren', 'Julia Wren', 'said']]],
	['paragraphs that go on with an opening mark alone', ['Mayor Owen Slate said: “The plan was costed twice.', '“It was costed by people who know the river.', '“It will be built.”'], [['The plan was costed twice.', 'Owen Slate', 'Owen Slate', 'said'], ['It was costed by people who know the river.', 'Owen Slate', 'Owen Slate', 'said'], ['It will be built.', 'Owen Slate', 'Owen Slate', 'said']]],
	['a whole paragraph after a credited one', ['“The tests were rushed,” Dr Petra Holm said.', '“I would not have signed them off in that state.”'], [['The tests were rushed,', 'Dr Petra Holm', 'Petra Holm', 'said'], ['I would not have signed them off in that state.', 'Dr Petra Holm', 'Petra Holm', 'said']]],
	['a colon in the paragraph before', ['Fire chief Ross Tandy had this to say:', '“My crews were on the road within four minutes of the call.”'], [['My crews were on the road within four minutes of the call.', 'Ross Tandy', 'Ross Tandy', 'say']]],
	['a fragment inside a clause', ['Martha Quill said the inquiry had “no power to compel witnesses” and would fail.'], [['no power to compel witnesses', 'Martha Quill', 'Martha Quill', 'said']]],
	['two fragments and a participle', ['Simon Reed said the vote was “a farce from the start”, adding that members “were never shown the accounts”.'], [['a farce from the start', 'Simon Reed', 'Simon Reed', 'said'], ['were never shown the accounts', 'Simon Reed', 'Simon Reed', 'adding']]],
	['described as', ['The coroner described the ward as “dangerously short of nurses”.'], [['dangerously short of nurses', 'The coroner', null, 'described']]],
	['described by, with the name behind', ['The scheme was described by Lord Ashby as “a bypass to nowhere in particular”.'], [['a bypass to nowhere in particular', 'Lord Ashby', 'Ashby', 'described']]],
	['according to, in front', ['According to the charity, “one child in nine goes to bed hungry”.'], [['one child in nine goes to bed hungry', 'the charity', null, 'According to']]],
	['according to, behind', ['“The valve had been painted shut,” according to the inspector’s report.'], [['The valve had been painted shut,', 'the inspector’s report', null, 'according to']]],
	['was quoted as saying', ['“The border stays shut,” General Ivo Petrak was quoted as saying by state radio.'], [['The border stays shut,', 'Ivo Petrak', 'Ivo Petrak', 'saying']]],
	['an agency quotes somebody', ['“Output fell by half,” Interfax quoted Northern Nickel as saying.'], [['Output fell by half,', 'Northern Nickel', 'Northern Nickel', 'saying']]],
	['asked, he said', ['Asked whether he would resign, Mr Doyle said: “Not this side of Christmas.”'], [['Not this side of Christmas.', 'Mr Doyle', 'Doyle', 'said']]],
	['somebody asks in quotation marks', ['“Who signed the contract?” asked Ruth Okafor, who chairs the committee.'], [['Who signed the contract?', 'Ruth Okafor', 'Ruth Okafor', 'asked']]],
	['an exclamation and a name', ['“Let them in!” Fatima Noor shouted from the gate.'], [['Let them in!', 'Fatima Noor', 'Fatima Noor', 'shouted']]],
	['a post on X', ['Writing on X, the novelist Clara Dunn said: “I have never met this man.”'], [['I have never met this man.', 'Clara Dunn', 'Clara Dunn', 'said']]],
	['a statement by a body', ['In a statement, the Football Association said: “An investigation is under way.”'], [['An investigation is under way.', 'the Football Association', 'Football Association', 'said']]],
	['a letter reads', ['“We write with deep concern about the closure,” the letter reads.'], [['We write with deep concern about the closure,', 'the letter', null, 'reads']]],
	['a spokesman for a body', ['A spokeswoman for Thames Valley Police said: “A man remains in custody.”'], [['A man remains in custody.', 'A spokeswoman for Thames Valley Police', null, 'said']]],
	['somebody’s spokesman is not somebody', ['Angela Thorpe’s spokesman said: “She was not in the room at the time.”'], [['She was not in the room at the time.', 'Angela Thorpe’s spokesman', null, 'said']]],
	['nobody is named', ['“It is chaos in there,” one insider said. “People are in tears.”'], [['It is chaos in there,', 'one insider', null, 'said'], ['People are in tears.', 'one insider', null, 'said']]],
	['several officials', ['Western officials said the raid had been “planned for at least a year”.'], [['planned for at least a year', 'Western officials', null, 'said']]],
	['single marks, with an apostrophe inside', ['‘It’s the farmers’ land, not ours,’ said Peter Voss.'], [['It’s the farmers’ land, not ours,', 'Peter Voss', 'Peter Voss', 'said']]],
	['straight single marks, with apostrophes inside', ["'We don't know what the boys' parents were told,' Sarah Lunt said. 'They won't speak.'"], [["We don't know what the boys' parents were told,", 'Sarah Lunt', 'Sarah Lunt', 'said'], ["They won't speak.", 'Sarah Lunt', 'Sarah Lunt', 'said']]],
	['a quotation inside one', ['“He looked at me and said ‘that will do nicely’ and left,” Ann Crabbe told the court.'], [['He looked at me and said ‘that will do nicely’ and left,', 'Ann Crabbe', 'Ann Crabbe', 'told']]],
	['he, after the man who was named', ['Tom Hurley has run the pub for thirty years.', '“I am not selling to anyone,” he said.'], [['I am not selling to anyone,', 'he', 'Tom Hurley', 'said']]],
	['she, past a man', ['Priya Nair took over from Gordon Hale in May.', 'She said: “I found the cupboard bare and the roof leaking.”'], [['I found the cupboard bare and the roof leaking.', 'She', 'Priya Nair', 'said']]],
	['two men, and nobody can tell', ['Mark Ellis met Peter Stone on Friday.', 'The talks with Paul Dent went badly for Brian Moss.', 'A note of the meeting was leaked. “I walked out after an hour of it,” he said.'], [['I walked out after an hour of it,', 'he', null, 'said']]],
	['he added: the same speaker', ['“The mast is unsafe,” Luke Carver said.', 'He added: “I would not let my own children near it.”'], [['The mast is unsafe,', 'Luke Carver', 'Luke Carver', 'said'], ['I would not let my own children near it.', 'He', 'Luke Carver', 'added']]],
	['a surname later', ['Chief constable Helen Marks apologised to the family.', '“We got this badly wrong,” Marks said.'], [['We got this badly wrong,', 'Marks', 'Helen Marks', 'said']]],
	['a part instead of a name', ['Health secretary Nina Patel toured the ward.', '“Staff here work miracles every day,” the health secretary said.'], [['Staff here work miracles every day,', 'the health secretary', 'Nina Patel', 'said']]],
	['a part nobody was given', ['Rupert Vane flew to Geneva. Foreign minister Anna Weiss stayed at home.', '“It is a matter for the courts alone,” the justice minister said.'], [['It is a matter for the courts alone,', 'the justice minister', null, 'said']]],
	['a ministry by its letters', ['The Ministry of Defence published the figures on Friday.', 'The MoD said: “Losses are thought to be heavy.”'], [['Losses are thought to be heavy.', 'The MoD', 'Ministry of Defence', 'said']]],
	['the group for its name', ['The march was called by the Clean Rivers Coalition.', '“Enough is enough for this valley,” the group said.'], [['Enough is enough for this valley,', 'the group', 'Clean Rivers Coalition', 'said']]],
	['a credit late in the sentence', ['The harbour would be “closed to all shipping until further notice” from midnight, Captain Rosa Lind said.'], [['closed to all shipping until further notice', 'Rosa Lind', 'Rosa Lind', 'said']]],
	['the spokesman is named behind a comma', ['“No decision has been taken on the airport,” said a spokesman, Eric Vale.'], [['No decision has been taken on the airport,', 'a spokesman', 'Eric Vale', 'said']]],
	['a wife and a husband of one name', ['Edwin Shaw denies fraud.', 'His wife, Lorna Shaw, told the jury: “We shared everything in those days.”'], [['We shared everything in those days.', 'Lorna Shaw', 'Lorna Shaw', 'told']]],
	['one word that is the whole answer', ['Asked for a comment, Ben Archer said: “Rubbish.”'], [['Rubbish.', 'Ben Archer', 'Ben Archer', 'said']]],
	['question and answer in an interview', ['“Do you regret it?” I ask her.', '“Every day of my life,” says Edith Crane.'], [['Every day of my life,', 'Edith Crane', 'Edith Crane', 'says']]],
	['Mr and Mrs', ['Leo Banks and Carol Banks live by the quarry.', '“The dust gets into everything we own,” Mrs Banks said.'], [['The dust gets into everything we own,', 'Mrs Banks', 'Carol Banks', 'said']]],
	['a verb between adverbs', ['But Mr Tull later angrily insisted the deal was “dead in the water”.'], [['dead in the water', 'Mr Tull', 'Tull', 'insisted']]],
	['a shared subject', ['A palace official would not discuss the guest list but said “no invitation has been withdrawn”.'], [['no invitation has been withdrawn', 'A palace official', null, 'said']]],
	['marks that were lost', ['Harbour master Jon Reef told the board “2030 is a “make or break year for the docks” in the north.'], [['2030 is a “make or break year for the docks', 'Jon Reef', 'Jon Reef', 'told']]],
	['a new interview after another man’s post', ['Web tycoon Max Orwell replied in a post: “Utter nonsense.”', 'He told the Breakfast Table podcast: “We wrote the script long before any of that.”'], [['Utter nonsense.', 'Max Orwell', 'Max Orwell', 'replied'], ['We wrote the script long before any of that.', 'He', null, 'told']]],
	['an adjective before the name', ['“How long must we wait for an answer?” a furious Mr Pell asked after the vote.'], [['How long must we wait for an answer?', 'Mr Pell', 'Pell', 'asked']]],
	['a newspaper chimes in', ['The Hull Evening Post chimed in: “The council has lost its mind over this bridge.”'], [['The council has lost its mind over this bridge.', 'The Hull Evening Post', 'Hull Evening Post', 'chimed in']]],
	['a fragment of others inside one man’s words', ['“I was talking about the zealots,” Carl Rowe said, adding that they want a world “without cars or cows”. “That is a fantasy.”'], [['I was talking about the zealots,', 'Carl Rowe', 'Carl Rowe', 'said'], ['without cars or cows', 'Carl Rowe', 'Carl Rowe', 'adding'], ['That is a fantasy.', 'Carl Rowe', 'Carl Rowe', 'said']]],
	['another man answers', ['“It was your idea,” Dan Frith said.', '“It was nobody’s idea at all,” Carl Rowe replied.'], [['It was your idea,', 'Dan Frith', 'Dan Frith', 'said'], ['It was nobody’s idea at all,', 'Carl Rowe', 'Carl Rowe', 'replied']]],
	['a report with its own author', ['The report, written by judge Iris Coote, says the ward was “understaffed on every night of the month”.'], [['understaffed on every night of the month', 'The report', null, 'says']]],
	['capitals before the name', ['“We will appeal against every word of it,” Ohio Rep. Walter Dunn wrote.'], [['We will appeal against every word of it,', 'Rep. Walter Dunn', 'Walter Dunn', 'wrote']]],
	['the verb first, with a colon', ['Mayor Lena Ott opened the fair. Added Ott: “It has never been this busy.”'], [['It has never been this busy.', 'Ott', 'Lena Ott', 'Added']]],
	['shot back', ['Ruth Okafor and Ben Archer sparred. Archer shot back: “You wrote the contract yourself.”'], [['You wrote the contract yourself.', 'Archer', 'Ben Archer', 'shot back']]],
	['words that describe the speaker', ['“It has taken nine years off my life,” freshman councillor Bea Orme (Labour) said.'], [['It has taken nine years off my life,', 'Bea Orme', 'Bea Orme', 'said']]],
	['in somebody’s eyes, without a verb', ['To Rep. Gus Hale, the bill “takes the river away from those who fish it.”'], [['takes the river away from those who fish it.', 'Rep. Gus Hale', 'Gus Hale', null]]],
	['the subject of the sentence before', ['Gwen Ashe left the court in tears. “I never once saw the man they say I robbed.”'], [['I never once saw the man they say I robbed.', 'Gwen Ashe', 'Gwen Ashe', null]]],
	['fragments with one credit at the end', ['He took care “not to name the people who paid” and gave “useful hints to the police”, the filing said.'], [['not to name the people who paid', 'the filing', null, 'said'], ['useful hints to the police', 'the filing', null, 'said']]],
	['the same marks within', ['"She once called the plan a "gold standard," and now she hides," Ned Poole said.'], [['She once called the plan a "gold standard," and now she hides,', 'Ned Poole', 'Ned Poole', 'said']]],
	['a party and a place in brackets', ['In a letter to the firm’s lawyer, Rep. Ida Marsh (D-Ohio), the panel’s chair, said the vote was “not binding on any member”.'], [['not binding on any member', 'Rep. Ida Marsh', 'Ida Marsh', 'said']]],
	['a relative clause that ended', ['Lowe said that aldermen, who had called him out for it, could “wait until the cows come home”.'], [['wait until the cows come home', 'Lowe', 'Lowe', 'said']]],
	['an opening mark that was lost in the last paragraph', ['Ida Marsh said: “The weir is old.', 'It will not last another winter, whatever the council says.”'], [['The weir is old.', 'Ida Marsh', 'Ida Marsh', 'said'], ['It will not last another winter, whatever the council says.', 'Ida Marsh', 'Ida Marsh', 'said']]],
];

const silent: ReadonlyArray<readonly [string, string]> = [
	['words set off', 'The “free” lunch cost the council four thousand pounds.'],
	['a term', 'Doctors call this “long flu” and have no cure for it.'],
	['the title of a song', 'The band closed with their hit “Rain On The Harbour Wall” on Saturday.'],
	['the title of a film', 'She starred in the film ‘The Last Ferry Home’ with great success.'],
	['a nickname', 'Gerald “Two Dinners” Pike was acquitted.'],
	['a petition', 'Some 4,000 people signed a “save our village library” petition.'],
	['a fragment of two words', 'Dan Frith said the offer was “an insult”.'],
	['apostrophes alone', "The players' union and the clubs' lawyers met in the '90s."],
	['inches', 'The plank was 6" wide and 12" long, he said.'],
];

describe('quotes: who says what', () => {
	it.each(passages)('%s', (_what, paragraphs, quotes) => {
		expect(read(paragraphs)).toEqual(quotes);
	});
});

describe('quotes: what is none', () => {
	it.each(silent)('%s', (_what, paragraph) => {
		expect(read([paragraph])).toEqual([]);
	});
});

describe('quotes: spans and ids', () => {
	const article = articleOf('“We know,” Al Finch said. “We know,” he said again.', 'Ms Roe said: “It was cold  out there.');
	const quotes = extractQuotes(article, buildCast(article));

	it('points at exactly its words', () => {
		for (const quote of quotes) expect(article.segments[quote.segment]?.text.slice(quote.start, quote.end)).toBe(quote.text);
	});

	it('gives the same words twice two ids', () => {
		expect(new Set(quotes.map(quote => quote.id)).size).toBe(quotes.length);
	});

	it('reads the same article the same way twice', () => {
		expect(extractQuotes(article, buildCast(article))).toEqual(quotes);
	});
});

const hasGold = existsSync(new URL('../../../shared/gold/seeds.json', import.meta.url));

describe.skipIf(!hasGold)('quotes of the labelled pages (needs ../shared)', () => {
	it('keeps its floors', () => {
		const gold = readQuoteGold();
		const score = scoreQuotes(goldArticles().flatMap(readQuotes), gold.quotes, gold.quoteTraps);
		const ratio = (name: string) => {
			const row = score.rows.find(candidate => candidate.name === name);
			return row === undefined ? 0 : row.right / row.of;
		};

		expect(ratio('quotes F1')).toBeGreaterThanOrEqual(0.95);
		expect(ratio('speaker')).toBeGreaterThanOrEqual(0.9);
		expect(ratio('cue')).toBeGreaterThanOrEqual(0.9);
	});
});

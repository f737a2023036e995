import {describe, expect, it} from 'vitest';
import {buildCast} from '../../source/extract/names.ts';
import {quotationSpans} from '../../source/extract/quotations.ts';
import {articleOf} from '../helpers/gold-quotes.ts';

/** The name that `words` stand for where they occur (the last time) in the last paragraph. */
const resolve = (words: string, ...paragraphs: readonly string[]): string | null => {
	const segment = paragraphs.length - 1;
	return buildCast(articleOf(...paragraphs)).resolve(words, {segment, offset: paragraphs[segment]?.lastIndexOf(words) ?? 0});
};

describe('names: who is meant', () => {
	it.each([
		['a full name as it is', 'Hugo Lark', 'Hugo Lark', ['Transport minister Hugo Lark said so.']],
		['a surname', 'Lark', 'Hugo Lark', ['Transport minister Hugo Lark came.', 'Lark left.']],
		['Mr and a surname', 'Mr Lark', 'Hugo Lark', ['Transport minister Hugo Lark came.', 'Mr Lark left.']],
		['the family name first', 'Mr Pak', 'Pak Sung Ho', ['North Korean general Pak Sung Ho spoke.', 'Mr Pak left.']],
		['titles go', 'US Senator Maria Pell', 'Maria Pell', ['US Senator Maria Pell left.']],
		['Mrs of a couple', 'Mrs Shaw', 'Lorna Shaw', ['Edwin Shaw and Lorna Shaw wed.', 'Mrs Shaw left.']],
		['a surname that two bear', 'Shaw', null, ['Edwin Shaw and Lorna Shaw wed.', 'Then Shaw left.']],
		['a part that was printed before the name', 'the transport minister', 'Hugo Lark', ['Transport minister Hugo Lark came.', 'Later the transport minister left.']],
		['the head of that part alone', 'The minister', 'Hugo Lark', ['Transport minister Hugo Lark came.', 'The minister left.']],
		['a part printed behind the name', 'the chief executive', 'Rita Dunn', ['Rita Dunn, chief executive of the bank, came.', 'Then the chief executive left.']],
		['another part', 'the home secretary', null, ['Foreign secretary Hugo Lark and chancellor Rita Dunn came.', 'Then the home secretary left.']],
		['the only leader in the story', 'The Tory leader', 'Rita Dunn', ['Rita Dunn was cheered in Hull.', 'The Tory leader left.']],
		['a witness may be anybody', 'The witness', null, ['Rita Dunn was cheered in Hull.', 'The witness left.']],
		['letters for a ministry', 'the MoD', 'Ministry of Defence', ['The Ministry of Defence said so.', 'Later the MoD said more.']],
		['letters for a body the table does not know', 'The OPT', 'Office of Public Transport', ['The Office of Public Transport fined him.', 'The OPT said more.']],
		['the ministry', 'The ministry', 'Ministry of Health', ['The Ministry of Health said so.', 'The ministry said more.']],
		['the agency of two agencies is the nearer one', 'the agency', 'Highways Agency', ['The Food Agency spoke first. The Highways Agency came second.', 'Then the agency left.']],
		['nobody', 'One ally', null, ['Hugo Lark came.', 'One ally left.']],
		['he', 'He', 'Hugo Lark', ['Hugo Lark came.', 'He left.']],
		['she, past a man', 'She', 'Rita Dunn', ['Rita Dunn met Hugo Lark.', 'She left.']],
		['he in the same sentence', 'he', 'Hugo Lark', ['Hugo Lark was asked what he thought.']],
		['he with two men in the way', 'He', null, ['Hugo Lark came. A car hit Peter Stone.', 'He left.']],
		['she when no woman was named', 'She', null, ['Hugo Lark came.', 'She left.']],
		['he, too far away', 'He', null, ['Hugo Lark came.', 'It rained.', 'It snowed.', 'It thawed.', 'The river rose.', 'He left.']],
		['a man named only as a possessor', 'He', 'Hugo Lark', ['Hugo Lark read Peter Stone’s letter.', 'He left.']],
	] as const)('%s', (_what, words, name, paragraphs) => {
		expect(resolve(words, ...paragraphs)).toBe(name);
	});
});

describe('quotation marks', () => {
	const inside = (text: string): Array<[string, boolean, number]> => quotationSpans(text).map(span => [text.slice(span.start, span.end), span.closed, span.depth]);

	it.each([
		['curly', '“One,” he said.', [['One,', true, 0]]],
		['straight', '"One," he said. "Two."', [['One,', true, 0], ['Two.', true, 0]]],
		['curly single', '‘It’s one,’ he said.', [['It’s one,', true, 0]]],
		['straight single', "'It's one,' he said.", [["It's one,", true, 0]]],
		['nested', '“He said ‘no’ twice.”', [['He said ‘no’ twice.', true, 0], ['no', true, 1]]],
		['never closed', '“It goes on', [['It goes on', false, 0]]],
		['one opening mark too many', '“Two “and a half” more', [['Two “and a half', true, 0]]],
		['one bent the wrong way', '“Enough,“ she said.', [['Enough,', true, 0]]],
		['a single one closed by a double one', "'We tried,\" said Roe. 'We failed.'", [['We tried,', true, 0], ['We failed.', true, 0]]],
		['a space before the closing mark', "He was 'dreaming about Rio ', she said.", [['dreaming about Rio ', true, 0]]],
		['a torn possessive', "This is Roe 's car and 'his alone'.", [['his alone', true, 0]]],
		['clipped words', "rock 'n' roll in the '90s, give 'em time", []],
		['feet and inches', 'He is 6\'2" tall.', []],
		['glued to the next sentence', 'It is "a new dawn".The end', [['a new dawn', true, 0]]],
		['nothing', '', []],
	] as const)('%s', (_what, text, spans) => {
		expect(inside(text)).toEqual(spans);
	});
});

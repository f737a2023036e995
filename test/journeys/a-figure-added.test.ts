import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody chooses words by keys; what surrounds them fills the fields; with its value it is a figure in every view', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('enter', '}', 'a').told('choose words').press('w', 'w', 'w', 'w', 'w').told('“mass”').fits()
		.press('enter').sees('a figure to add', /measure +casualties/, /source +US officials/, /how +indirect/).fits()
		.press('a').told('needs its value').press('enter').type('>1,000').press('enter').sees(/value +mass \(>1,000\)/)
		.press('a').told('“mass” is a figure now').seesNot('Put right').sees(/value +>1,000/)
		.press('esc', 'c', '3', '3').sees(/√ .*mass +US officials/)
		.press('u').seesNot(/mass +US officials/).press('ctrl+r').sees(/√ .*mass +US officials/);
});

test('several words become a quote; who said them is found beside them', async () => {
	const {deck} = await sitDown();
	await deck.press('enter', '}', '}', 'a', 'G', 'b', 'b', 'v', 'l', 'l').told('“killed or wounded”')
		.press('"').sees('a quote to add', /words +killed or wounded/, /speaker +(?:The White House spokesman )?John Kirby/, /cue +said/)
		.press('a').told('“killed or wounded” is a quote now').sees('quote 1 of 2').press('i').sees('this quote', 'not read');
});

test('words that are read already are put right instead; lines, ends and paragraphs are one key away; escape leaves all as it was', async () => {
	const {deck} = await sitDown();
	await deck.press('enter', '}', 'a', 'G').told('“Ukraine”').press('k').told('“claimed”').press('j').told('“Ukraine”').press('g', 'g').told('“North”').press('}').told('“The”').press('{', 'G', 'h', 'h', 'h')
		.press('enter').sees('a figure to add').press('esc').told('“in”').press('h', 'enter').sees('this figure', /value +£1bn/).told('is read here already').press('esc').told('paragraph 1 of');
});

test('from a comparison, a figure that was missed beside another one', async () => {
	const {deck} = await sitDown();
	await deck.press('c', 'i', 'a').sees('Evidence').told('choose words').press('esc').titled('HuffPost UK');
});

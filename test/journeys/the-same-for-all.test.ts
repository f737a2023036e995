import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('a printed word is another measure: somebody sees which figures it would change, in the outlet and everywhere, and takes it back in one go', async () => {
	const {deck} = await sitDown({size: '80x24'});
	await deck.press('c', 'i', 'j', 'j', 'L').sees('“casualties” is read as which measure?', '> casualties').press('ctrl+u').type('losses').press('enter')
		.sees('“casualties” is losses, in HuffPost UK', /measure +losses +was casualties/).fits().press('tab').sees('“casualties” is losses, in all articles', /\d figures/)
		.press('enter').told(/\d figures put right; u takes that back/).seesNot('casualties, a total').press('u').sees('casualties, a total');
});

test('a source has another name: its figures and quotes follow', async () => {
	const {deck} = await sitDown();
	await deck.press('c', 'i', 'j', 'j', 'j', 'j', 'j', 'L').sees('The MoD is another name of').type('the Ministry of Defence').press('enter')
		.sees('The MoD is another name of the Ministry of Defence', /source +the Ministry of Defence +was The MoD/).press('esc').sees('Put right', /▌ source +The MoD/)
		.press('L', 'esc').sees(/▌ source +The MoD/).press('esc').sees('The MoD, quoted')
		.press('i', 'j', 'j', 'j', 'j', 'j', 'L').type('the Ministry of Defence').press('enter', 'enter').told('put right; u takes that back').sees('the Ministry of').seesNot('The MoD, quoted');
});

test('what was said of one figure is said of those like it; where nothing was said, that comes first', async () => {
	const {deck} = await sitDown();
	await deck.press('c', 'i', 'L').told('change it first').press('x', 'L').sees('what was said of this figure', 'Nothing else is like it').press('enter').told('Nothing else is like it').seesNot('Put right');
});

import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('an import that ends while one reads leaves one where one is', async () => {
	let done = (): void => undefined;
	const {deck} = await sitDown({intake: library => ({
		async files() {
			await new Promise<void>(resolve => {
				done = resolve;
			});
			return {told: 'articles imported: 3', open: async () => library};
		},
		demo: async () => library, regroup: async () => '',
	})});
	await deck.press('j', 'space', 'I').type('pages').start('enter').start('j').start('enter');
	done();
	await deck.press('}').told('articles imported: 3').titled('article 1 of').press('q').sees('marked   3 of 24');
});

test('the cursor stays on its event when others above it become one', async () => {
	const {deck} = await sitDown();
	await deck.press('G', 'k', 'R').type('The one I stay on').press('enter', 'k', 'space', 'k', 'space', 'j', 'j').sees(/▌ The one I stay on/)
		.press('M').sees('Make 2 events one').press('enter').told('2 events are one now').sees(/▌ The one I stay on/).press('u').sees(/▌ The one I stay on/);
});

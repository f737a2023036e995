import {test} from 'vitest';
import {sitDown} from '../helpers/journey.tsx';

test('somebody makes the window small and large again while comparing: the cursor stays on its figure', async () => {
	const {deck} = await sitDown({size: '200x50'});
	await deck.press('c', '3', 'l').sees(/▌ +over 5,000/).resize(80, 24).sees(/▌ +over 5,000/).fits().resize(60, 15).fits().resize(50, 12).sees('needs 60x15').resize(120, 36).sees(/▌ +over 5,000/).fits();
});

import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {hasLabels, scores, shareOf} from './scores.ts';

describe.skipIf(!hasLabels)('the labelled pages and articles, read the whole way (needs ../shared)', () => {
	test('every score stands at its floor or above, and every score has a floor', async () => {
		const floors: Record<string, number> = JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8'));
		const shares = Object.fromEntries((await scores()).map(row => [row.name, shareOf(row)]));
		expect(Object.keys(shares).toSorted()).toEqual(Object.keys(floors).toSorted());
		for (const [name, share] of Object.entries(shares)) expect(share, name).toBeGreaterThanOrEqual(floors[name] ?? 1);
	});
});

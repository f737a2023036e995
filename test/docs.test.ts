import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {refreshed} from '../docs/generate.ts';

const root = path.join(import.meta.dirname, '..');

test('the README\'s tables of verbs, keys and exit codes are what the program says', () => {
	const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
	expect(refreshed(readme)).toBe(readme);
});

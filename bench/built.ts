import {readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {program} from './screen-setup.ts';

const root = path.join(import.meta.dirname, '..');
/** What the build is made of. */
const made = ['source', 'data', '.ci', 'package.json'];
/** The demo library is made with the program, and read beside it. */
const NOT = path.join(root, 'data/demo');

function *filesIn(place: string): Generator<string> {
	if (!statSync(place).isDirectory()) return void (yield place);
	for (const entry of readdirSync(place, {withFileTypes: true})) if (path.join(place, entry.name) !== NOT) yield* filesIn(path.join(place, entry.name));
}

/** Why the built program is not that of the sources; null where it is. */
export const whyNotBuilt = (): string | null => {
	const built = statSync(program, {throwIfNoEntry: false});
	if (built === undefined) return 'dist/ is missing';
	for (const place of made) for (const file of filesIn(path.join(root, place))) if (statSync(file).mtimeMs > built.mtimeMs) return `dist/ is older than ${path.relative(root, file)}`;
	return null;
};

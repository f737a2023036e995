import {userInfo} from 'node:os';
import type {Effects} from '../model/effects.ts';
import {exists, writeOutput} from './files.ts';

/** The real outside world; `fixed` stops the clock for tests and scripts (`--now`). */
export const hostEffects = (fixed: Date | null): Effects => ({
	now: () => fixed ?? new Date(),
	user: userInfo().username,
	writeFile: writeOutput,
	exists,
});

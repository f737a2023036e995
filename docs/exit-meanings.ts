import {exitCodes, type ExitName} from '../source/model/problem.ts';

const meanings: Readonly<Record<ExitName, string>> = {
	done: 'done',
	nothing: 'nothing matched, or a check found something',
	usage: 'wrong usage, with a pointer to the place',
	unreadable: 'input unreadable, nothing imported',
	library: 'library missing, damaged, locked, or newer than this program',
	partial: 'some inputs failed, the rest is in',
	output: 'output refused: it exists, or the disk is full',
	bug: 'a bug in newsdeck',
	interrupted: 'broken off with control-C; the library is whole',
	ended: 'ended by a signal; the library is whole',
};
const isName = (name: string): name is ExitName => name in exitCodes;

/** Every exit code with what it means, in order. */
export const exitMeanings: ReadonlyArray<readonly [code: number, meaning: string]> = Object.entries(exitCodes).map(([name, code]) => [code, isName(name) ? meanings[name] : '']);

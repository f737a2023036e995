import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {verbs} from '../../source/commands/index.ts';
import {run} from '../helpers/program.ts';

const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;
const folder = mkdtempSync(path.join(tmpdir(), 'newsdeck-completion-'));
const files = {bash: path.join(folder, 'newsdeck.bash'), zsh: path.join(folder, '_newsdeck'), fish: path.join(folder, 'newsdeck.fish')};

beforeAll(async () => {
	for (const [shell, file] of Object.entries(files)) {
		const {code, out} = await run(['completion', shell]);
		expect(code).toBe(0);
		writeFileSync(file, out);
	}
});

/** What bash offers for the last of these words. */
const inBash = (...words: string[]): string[] => execFileSync('bash', ['-c', `source "${files.bash}"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _newsdeck; printf '%s\\n' "\${COMPREPLY[@]}"`, 'bash', 'newsdeck', ...words], {encoding: 'utf8', cwd: folder}).split('\n').filter(Boolean);

/** What fish offers for a line. */
const inFish = (line: string): string[] => execFileSync('fish', ['--no-config', '-c', `source ${files.fish}; complete -C '${line}'`], {encoding: 'utf8', env: {...process.env, HOME: folder}}).split('\n').map(offered => offered.split('\t')[0] ?? '').filter(Boolean);

describe.skipIf(!has('bash'))('bash (needs bash)', () => {
	test('offers verbs, flags of the verb that was typed, and the values of a flag', () => {
		expect(inBash('')).toEqual(Object.keys(verbs));
		expect(inBash('ex')).toEqual(['explain', 'export']);
		expect(inBash('export', '--ev')).toEqual(['--event', '--evidence']);
		expect(inBash('export', '--format', 'js')).toEqual(['json', 'jsonl']);
		expect(inBash('list', '--evid')).toEqual([]);
		expect(inBash('list', '--li')).toEqual(['--limit', '--library']);
		expect(inBash('import', 'newsdeck.').toSorted()).toEqual(['newsdeck.bash', 'newsdeck.fish']);
		expect(inBash('export', '--event', '')).toEqual([]);
	});
});

describe.skipIf(!has('fish'))('fish (needs fish)', () => {
	test('offers verbs, flags of the verb that was typed, and the values of a flag', () => {
		expect(inFish('newsdeck ').toSorted()).toEqual(Object.keys(verbs).toSorted());
		expect(inFish('newsdeck export --evi')).toEqual(['--evidence']);
		expect(inFish('newsdeck export --evidence ').toSorted()).toEqual(['full', 'none', 'short']);
		expect(inFish('newsdeck list --evi')).toEqual([]);
	});
});

describe.skipIf(!has('zsh'))('zsh (needs zsh)', () => {
	test('reads the script, and takes its function for newsdeck', () => {
		expect(spawnSync('zsh', ['-n', files.zsh]).status).toBe(0);
		const {stdout, stderr} = spawnSync('zsh', ['-f', '-c', `autoload -Uz compinit; compinit -u -D; source ${files.zsh}; print $_comps[newsdeck]`], {encoding: 'utf8', env: {...process.env, HOME: folder}});
		expect({stdout, stderr}).toEqual({stdout: '_newsdeck\n', stderr: ''});
	});
});

import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {loadSettings} from '../../source/host/config.ts';
import type {Settings} from '../../source/model/settings.ts';

type Told = {readonly user?: string; readonly project?: string; readonly environment?: NodeJS.ProcessEnv; readonly given?: Partial<Settings>};

const settle = async ({user, project, environment = {}, given = {}}: Told) => {
	const folder = mkdtempSync(path.join(tmpdir(), 'newsdeck-config-'));
	mkdirSync(path.join(folder, 'newsdeck'));
	if (user !== undefined) writeFileSync(path.join(folder, 'newsdeck/config.json'), user);
	if (project !== undefined) writeFileSync(path.join(folder, '.newsdeck.json'), project);
	return {folder, ...await loadSettings({environment: {...environment, XDG_CONFIG_HOME: folder}, folder, given})};
};

describe('settings', () => {
	it('come from the nearest place that gives them, and tell which', async () => {
		const user = JSON.stringify({theme: 'dark', ascii: true, mouse: false, pager: 'less -R', keys: {compare: ['C'], star: ['s']}});
		const {values, origins, problems} = await settle({user, project: JSON.stringify({theme: 'light', ascii: false, keys: {compare: ['X']}}), environment: {NEWSDECK_THEME: 'ansi16', NO_COLOR: '1'}, given: {theme: 'mono'}});
		expect(problems).toEqual([]);
		expect(values).toMatchObject({theme: 'mono', ascii: false, mouse: false, pager: 'less -R', color: 'never', screenReader: false, keys: {compare: ['X'], star: ['s']}});
		expect(origins.theme).toEqual({from: 'flag', where: '--theme'});
		expect(origins.color).toEqual({from: 'environment', where: 'NO_COLOR'});
		expect(origins.ascii).toEqual({from: 'project', where: '.newsdeck.json'});
		expect(origins.mouse.from).toBe('user');
		expect(origins.screenReader).toEqual({from: 'default', where: ''});
	});

	it('need no file', async () => {
		const {values, problems} = await settle({});
		expect(problems).toEqual([]);
		expect(values).toMatchObject({theme: 'auto', mouse: true, library: null});
	});

	it.each([
		['{"theme": "drak"}', '"theme" is "drak"; it takes "auto", "dark", "light", "ansi16" or "mono".'],
		['{"mose": true}', '"mose" is no setting; did you mean "mouse".'],
		['{"keys": {"compare": "c"}}', 'it takes actions with their keys, as {"compare": ["c"]}.'],
		['{"ascii": "yes"}', '"ascii" is "yes"; it takes true or false.'],
		['{\n"ascii": true,\n}', 'is no JSON at line 3; nothing of it is used.'],
		['[]', 'is no object'],
	])('that cannot be are told with file, key and what it takes: %s', async (user, line) => {
		const {problems, values} = await settle({user, project: '{"screenReader": true}'});
		expect(problems).toHaveLength(1);
		expect(problems[0]).toContain('config.json: ');
		expect(problems[0]).toContain(line);
		expect(values).toMatchObject({theme: 'auto', ascii: false, screenReader: true});
	});

	it('of a folder never name a program that is run', async () => {
		const {values, problems} = await settle({project: '{"editor": "sh -c boom", "pager": "boom", "theme": "light"}'});
		expect(values).toMatchObject({editor: null, pager: null, theme: 'light'});
		expect(problems).toHaveLength(2);
	});

	it('mean a relative library from the file that names it', async () => {
		const {folder, values} = await settle({project: '{"library": "desk/library"}'});
		expect(values.library).toBe(path.join(folder, 'desk/library'));
	});

	it('tell of a variable that is neither yes nor no', async () => {
		const {values, problems} = await settle({environment: {NEWSDECK_ASCII: 'perhaps', NEWSDECK_SCREEN_READER: '1'}});
		expect(values).toMatchObject({ascii: false, screenReader: true});
		expect(problems).toEqual(['NEWSDECK_ASCII=perhaps is neither 1 nor 0.']);
	});
});

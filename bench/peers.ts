import {spawnSync} from 'node:child_process';
import {programAt} from './children.ts';

/** Programs of Debian that newsdeck is measured beside, and the packages they come in. */
const packages: Readonly<Record<string, string>> = {fzf: 'fzf', rg: 'ripgrep', lnav: 'lnav', newsboat: 'newsboat'};

/** Installs what is missing, where that may be done; returns the names of those that are missing still: their rows say so. */
export const readyPeers = (): string[] => {
	const missing = (): string[] => Object.keys(packages).filter(name => programAt(name) === null);
	const wanted = missing().flatMap(name => packages[name] ?? []);
	if (wanted.length === 0 || process.getuid?.() !== 0 || programAt('apt-get') === null) return missing();
	const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
	for (const args of [['update', '-qq'], ['install', '-y', '-qq', '--no-install-recommends', ...wanted]]) spawnSync('apt-get', args, {env, stdio: 'ignore', timeout: 300_000});
	return missing();
};

import {lstat, mkdir, mkdtemp, open, readdir, readFile, rename, rm} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {Problem} from '../model/problem.ts';
import {reasonOf} from './files.ts';

const refusal = (folder: string, why: string, remedy: string): Problem => new Problem({exit: 'output', what: `${folder} was not written.`, why, remedy});

/** A name that stays within its folder: parts of plain letters, none of them "..". */
const isOwnName = (name: string): boolean => name.split('/').every(part => /^[\w-][\w.-]*$/.test(part));

const writeNew = async (path: string, content: string | Uint8Array): Promise<void> => {
	const handle = await open(path, 'wx', 0o644);
	try {
		await handle.writeFile(content);
		await handle.sync();
	} finally {
		await handle.close();
	}
};

/** Whether everything in a folder is what its own list of hashes names: then it is an older one of these, and may go. */
const isListed = async (folder: string, list: string): Promise<boolean> => {
	const named = new Set((await readFile(join(folder, list), 'utf8').catch(() => '')).split('\n').map(line => line.slice(66)).filter(Boolean));
	if (named.size === 0) return false;
	const entries = await readdir(folder, {recursive: true, withFileTypes: true});
	return entries.every(entry => {
		const name = join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/');
		return entry.isDirectory() ? [...named].some(each => each.startsWith(`${name}/`)) : entry.isFile() && (name === list || named.has(name));
	});
};

/**
 * Writes a whole folder or nothing: beside it, then by a rename, so that nothing planted at its place is followed or written through.
 * `list`: the file among them that names the others with their hashes. A folder that holds anything is left alone; with `force` one that its
 * own list accounts for is replaced, and any other still left alone. Throws a Problem, exit "output".
 */
export const writeFolder = async (folder: string, files: ReadonlyMap<string, string | Uint8Array>, {force, list}: {readonly force: boolean; readonly list: string}): Promise<void> => {
	const target = resolve(folder);
	const there = await lstat(target).catch(() => null);
	if (there !== null && !there.isDirectory()) throw refusal(folder, there.isSymbolicLink() ? 'A link of that name is there, and links are not followed.' : 'A file of that name is there.', 'Choose another name.');
	const held = there === null ? 0 : (await readdir(target)).length;
	if (held > 0 && !force) throw refusal(folder, 'A folder of that name is there.', 'Use --force to replace it, or another name.');
	if (held > 0 && !await isListed(target, list)) throw refusal(folder, 'The folder holds what no bundle put there.', 'Choose another name; --force replaces bundles only.');
	let work: string | null = null;
	try {
		work = await mkdtemp(join(dirname(target), '.newsdeck-'));
		const fresh = join(work, 'new');
		await mkdir(fresh, {mode: 0o755});
		for (const [name, content] of files) {
			if (!isOwnName(name)) throw new Error(`"${name}" is no name within a folder`);
			await mkdir(dirname(join(fresh, name)), {recursive: true});
			await writeNew(join(fresh, name), content);
		}

		if (held > 0) await rename(target, join(work, 'old'));
		await rename(fresh, target);
	} catch (error) {
		throw refusal(folder, reasonOf(error), 'Choose another place.');
	} finally {
		// Removing goes by entries and never through a link.
		if (work !== null) await rm(work, {recursive: true, force: true});
	}
};

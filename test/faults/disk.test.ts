import {execFileSync} from 'node:child_process';
import {chmod, chown, link, lstat, mkdir, readFile, readdir, rename, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {describe, expect, it} from 'vitest';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {fire, importOf, now, undated, withFolder} from '../store/samples.ts';
import {startLimited, startWriter} from './run-writer.ts';

const page = importOf('harbour.txt', [fire]);
const begin = async (folder: string): Promise<string> => {
	await (await openLibrary(folder, {create: true, now})).commit({imports: [page]}, 0);
	return join(folder, 'library.json');
};
const isRoot = process.getuid?.() === 0;

/** A disk of so many kilobytes, gone afterwards; null where this computer does not let us have one. */
const smallDisk = (folder: string, kilobytes: number): (() => void) | null => {
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder], {stdio: 'ignore'});
		return () => execFileSync('umount', [folder], {stdio: 'ignore'});
	} catch {
		return null;
	}
};

describe('a disk that is full', () => {
	it('leaves the old library readable and no half file behind', async context => withFolder(async folder => {
		const release = isRoot ? smallDisk(folder, 96) : null;
		if (release === null) return context.skip('only root may mount a small disk');
		try {
			const file = await begin(folder);
			const before = await readFile(file);
			const writer = startWriter([folder, 'big', '1', '200000']);
			expect(await writer.ended).toBe(1);
			expect(writer.said()).toEqual([expect.stringMatching(/^problem output: .*The disk is full\./u)]);
			expect(await readFile(file)).toEqual(before);
			expect([await readdir(join(folder, 'documents')), (await readdir(join(folder, 'bodies'))).length]).toEqual([[page.document.id], 1]);
			expect(await (await openLibrary(folder, {now})).read([page.derivations[0]?.article.id ?? ''])).toEqual(page.derivations);
			// Small things still fit: nothing of the failed commit holds the space.
			const small = startWriter([folder, 'small', '1']);
			expect([await small.ended, small.said()]).toEqual([0, ['saved small-0']]);
		} finally {
			release();
		}
	}));

	it('or a limit on file size at library.json itself, takes the new parts away again', async context => withFolder(async folder => {
		if (process.platform === 'win32') return context.skip('no ulimit here');
		const file = await begin(folder);
		for (let index = 1; index < 40; index++) {
			await (await openLibrary(folder, {now})).commit({imports: [importOf(`n${index}`, [{headline: `n${index}`, body: [`${index}`]}])]}, index);
		}
		const before = await readFile(file);
		const parts = await readdir(join(folder, 'documents'));
		// About 40 kB of library.json meet a limit of 8 or 16 kB; a document and a pack are far below it.
		const writer = startLimited(16, [folder, 'big', '1']);
		expect(await writer.ended).toBe(1);
		expect(writer.said()).toEqual([expect.stringMatching(/^problem output: .*larger than is allowed\./u)]);
		expect(await readFile(file)).toEqual(before);
		expect(await readdir(join(folder, 'documents'))).toEqual(parts);
		expect((await readdir(folder)).sort()).toEqual(['bodies', 'documents', 'library.json', 'library.json.bak']);
	}));
});

describe('a folder that may not be written to', () => {
	it('is read all the same, and a commit says why it failed', async () => withFolder(async folder => {
		const library = join(folder, 'library');
		await begin(library);
		const nobody = 65_534;
		if (isRoot) {
			await chmod(folder, 0o755);
			for (const name of ['', 'library.json', 'documents', 'bodies', join('documents', page.document.id), ...(await readdir(join(library, 'bodies'))).map(each => join('bodies', each))]) {
				await chown(join(library, name), nobody, nobody);
			}
		}
		await chmod(library, 0o555);
		const writer = startWriter([library, 'x', '1'], isRoot ? {uid: nobody} : {});
		expect(await writer.ended).toBe(1);
		expect(writer.said()).toEqual([expect.stringMatching(/^problem output: .*may not be written to\./u)]);
		expect(await (await openLibrary(library, {now, readOnly: true})).summary()).toMatchObject({generation: 1, articles: 1});
		await chmod(library, 0o755);
	}));
});

describe('a kill right before the last rename', () => {
	it('leaves nothing for the next commit to trip over', async () => withFolder(async folder => {
		const file = await begin(folder);
		await link(file, `${file}.bak`);
		await writeFile(`${file}.tmp`, '{"half":');
		await writeFile(join(folder, 'documents', `${'a'.repeat(64)}.tmp`), 'half');
		expect(await (await openLibrary(folder, {now})).commit({imports: [importOf('x', [undated])]}, 1)).toBe(2);
		expect((await readdir(folder)).sort()).toEqual(['bodies', 'documents', 'library.json', 'library.json.bak']);
		expect(await readdir(join(folder, 'documents'))).toHaveLength(2);
		expect(await readFile(`${file}.bak`, 'utf8')).toContain('"generation":1,');
	}));

	it('whichever file that one writes, library.json or the journal', async () => withFolder(async folder => {
		const file = await begin(folder);
		const halves = ['', '.bak', '.log', '.log.bak'].map(name => `${file}${name}.tmp`);
		const note = {corrections: [{correction: {kind: 'note', article: page.derivations[0]?.article.id ?? '', text: 'Mine.'} as const, who: 'ada', when: now().toISOString(), why: null}]};
		for (const changes of [note, {imports: [importOf('x', [undated])]}]) {
			for (const half of halves) await writeFile(half, '{"half":');
			const library = await openLibrary(folder, {now});
			await library.commit(changes, (await library.summary()).generation);
			expect((await readdir(folder)).filter(name => name.endsWith('.tmp'))).toEqual([]);
		}
	}));
});

describe('links', () => {
	it('library.json stays a link, and what it points to is replaced', async () => withFolder(async folder => {
		const library = join(folder, 'library');
		const file = await begin(library);
		await mkdir(join(folder, 'elsewhere'));
		const real = join(folder, 'elsewhere', 'real.json');
		await rename(file, real);
		await symlink('../elsewhere/real.json', file);
		await (await openLibrary(library, {now})).commit({imports: [importOf('x', [undated])]}, 1);
		expect((await lstat(file)).isSymbolicLink()).toBe(true);
		expect((await lstat(real)).isFile()).toBe(true);
		expect(await (await openLibrary(library, {now})).summary()).toMatchObject({generation: 2, articles: 2});
		expect((await readdir(join(folder, 'elsewhere'))).sort()).toEqual(['real.json', 'real.json.bak']);
	}));

	it('that somebody planted where we write are not followed', async () => withFolder(async folder => {
		const library = join(folder, 'library');
		const file = await begin(library);
		const victim = join(folder, 'victim');
		await writeFile(victim, 'precious');
		const next = importOf('x', [undated]);
		for (const name of [`${file}.tmp`, `${file}.bak`, `${file}.bak.tmp`, join(library, 'documents', next.document.id), join(library, 'documents', `${next.document.id}.tmp`)]) await symlink(victim, name);
		await (await openLibrary(library, {now})).commit({imports: [next]}, 1);
		expect(await readFile(victim, 'utf8')).toBe('precious');
		expect(Buffer.from(await (await openLibrary(library, {now})).raw(next.document.id))).toEqual(next.bytes);
		expect((await lstat(join(library, 'documents', next.document.id))).isFile()).toBe(true);
	}));
});

import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {wholeOf} from '../../source/model/library.ts';
import {openLibrary} from '../../source/store/lowdb-library.ts';
import {checkedLine} from '../../source/store/pack-bodies.ts';
import {keptDerivation, openSpool} from '../../source/store/spool.ts';
import {fire, groupingOf, importOf, inquiry, now, withFolder} from './samples.ts';

describe('what an import has read and not written yet', () => {
	let temporary = '';
	beforeEach(() => {
		temporary = mkdtempSync(path.join(tmpdir(), 'newsdeck-test-'));
		vi.stubEnv('TMPDIR', temporary);
	});
	afterEach(() => {
		vi.unstubAllEnvs();
		rmSync(temporary, {recursive: true, force: true});
	});

	test.skipIf(process.platform === 'win32')('lies in a file without a name, which nobody finds and no kill leaves behind', () => {
		const spool = openSpool();
		const {chunks} = spool.add(Buffer.from('some words'));
		expect(Buffer.concat([...chunks()]).toString()).toBe('some words');
		expect(readdirSync(temporary)).toEqual([]);
		spool.close();
	});

	test('is in memory where it is little', async () => {
		const spool = openSpool();
		expect(await spool.take([Buffer.from('a few '), Buffer.from('words')], 100)).toEqual(Buffer.from('a few words'));
		const large = await spool.take([Buffer.from('a few '), Buffer.from('words '), Buffer.from('more')], 12);
		expect(large).not.toBeInstanceOf(Uint8Array);
		if (!(large instanceof Uint8Array)) expect(Buffer.concat([...large.chunks()]).toString()).toBe('a few words more');
		spool.close();
	});

	test('becomes the same library as what was in memory all the time', async () => withFolder(async folder => {
		const page = importOf('page.txt', [fire, inquiry]);
		const spool = openSpool();
		const derivations = page.derivations.map(each => {
			const {file, start, byteLength} = spool.add(checkedLine(each).bytes);
			const {headlineSegment: _headline, standfirstSegment: _standfirst, segments: _segments, removed: _removed, ...card} = each.article;
			return keptDerivation(card, {file, start, length: byteLength});
		});
		expect(derivations.map(wholeOf)).toEqual(page.derivations);
		const places = [path.join(folder, 'memory'), path.join(folder, 'spool')];
		for (const [index, imports] of [[page], [{...page, bytes: spool.add(page.bytes), derivations}]].entries()) {
			await (await openLibrary(places[index] ?? '', {create: true, name: 'same', now})).commit({imports, grouping: groupingOf([page])}, 0);
		}

		const [memory, spooled] = await Promise.all(places.map(async place => {
			const library = await openLibrary(place, {now});
			return {state: await library.state(), read: await library.read(page.derivations.map(({article}) => article.id)), raw: await library.raw(page.document.id)};
		}));
		expect(spooled).toEqual(memory);
		spool.close();
	}));
});

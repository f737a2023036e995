import {ownTables} from '../../host/own-tables.ts';
import {runWorker, WorkerEnded} from '../../host/worker.ts';
import type {Derivation} from '../../model/library.ts';
import {Problem} from '../../model/problem.ts';
import {digest, type Digest, type Incoming} from '../../pipeline.ts';
import {cleanForDisplay} from '../../text/sanitise.ts';
import type {WorkerMessage} from '../../worker.ts';

/** From here on an input is read in a thread of its own: it could take all the memory or seconds, and the program must live to tell. */
const HEAVY = 256 * 1024;
const MEGABYTE = 1024 * 1024;

/** What a thread may use for so many bytes: some ten times what pages need that are as they should be. */
const limitsFor = (bytes: number): {megabytes: number; milliseconds: number} => {
	const size = Math.ceil(bytes / MEGABYTE);
	return {megabytes: 512 + 40 * size, milliseconds: 60_000 + 30_000 * size};
};

const failed = (path: string, size: number, {how, message}: WorkerEnded): Problem => {
	const limits = limitsFor(size);
	const what = `${path === '-' ? 'standard input' : cleanForDisplay(path)} was not imported.`;
	switch (how) {
		case 'memory': return new Problem({exit: 'unreadable', what, why: `Reading it takes more than ${limits.megabytes} MB of memory.`, remedy: 'Cut it into smaller files.'});
		case 'time': return new Problem({exit: 'unreadable', what, why: `Reading it takes longer than ${Math.round(limits.milliseconds / 60_000)} minutes.`, remedy: 'Cut it into smaller files.'});
		case 'interrupted': return new Problem({exit: 'unreadable', what, why: 'It was broken off.', remedy: 'Import it again.'});
		case 'bug': return new Problem({exit: 'unreadable', what, why: `Reading it came upon a bug in newsdeck: ${cleanForDisplay(message)}.`, remedy: 'The rest goes on; please report it.'});
	}
};

/** Bytes that can be handed over whole: what shares its memory with others is copied first. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
	bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes);

/** One input read, with its bytes: those that were given are gone where a thread has had them. */
export type Worked = {readonly digest: Digest; readonly bytes: Uint8Array};

/** Reads one input with the user's tables, a heavy one in a thread of its own. Throws a Problem where it cannot be read, where the thread dies, and where `signal` ends it. */
export const digestSafely = async (input: Omit<Incoming, 'own'>, signal: AbortSignal): Promise<Worked> => {
	const incoming: Incoming = {...input, own: await ownTables(process.env)};
	if (incoming.bytes.length < HEAVY) return {digest: await digest(incoming), bytes: incoming.bytes};
	const derivations: Derivation[] = [];
	const result: {made: Worked | null; problem: Problem | null} = {made: null, problem: null};
	const bytes = own(incoming.bytes);
	const size = bytes.length;
	try {
		await runWorker({...incoming, bytes}, [bytes.buffer], limitsFor(size), signal, heard => {
			const message = heard as WorkerMessage;
			if (message.kind === 'articles') {
				derivations.push(...message.derivations);
				return 'more';
			}

			if (message.kind === 'problem') result.problem = new Problem(message);
			else result.made = {digest: {...message.digest, derivations}, bytes: message.bytes};
			return 'done';
		});
	} catch (error) {
		throw error instanceof WorkerEnded ? failed(incoming.path, size, error) : error;
	}

	if (result.problem !== null) throw result.problem;
	if (result.made === null) throw new Error('a thread ended without a digest');
	return result.made;
};



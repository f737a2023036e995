import {ownTables} from '../../host/own-tables.ts';
import {runWorker, WorkerEnded} from '../../host/worker.ts';
import type {ArticleCard} from '../../model/article.ts';
import type {KeptDerivation, Told} from '../../model/library.ts';
import {Problem} from '../../model/problem.ts';
import type {Watched} from '../../model/watched.ts';
import {digest, type Digest, type Incoming, type Rest} from '../../pipeline.ts';
import {keptDerivation, type Spool, type Spooled} from '../../store/spool.ts';
import {cleanForDisplay} from '../../text/sanitise.ts';
import type {ImportJob, WorkerMessage} from '../../worker.ts';

/** From so many bytes on an input is kept on the disk and read in a thread of its own: it could take all the memory or seconds, and the program must live to tell. */
export const HEAVY = 256 * 1024;
const MEGABYTE = 1024 * 1024;

/** What a thread may use for so many bytes: some ten times what pages need that are as they should be. */
export const limitsFor = (bytes: number): {megabytes: number; milliseconds: number} => {
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

const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(bytes < 10 * MEGABYTE ? 1 : 0)} MB`;

/** What was made of one input; of a heavy one, only the cards are in memory. */
export type DigestKept = Omit<Digest, 'derivations'> & {readonly derivations: readonly Told[]};

/** A card with the words that all cards of a document share as one: each message brings its own copy of them. */
const sharing = (): ((card: ArticleCard) => ArticleCard) => {
	const known = new Map<string, string>();
	const one = <T extends string | null>(text: T): T => {
		if (text === null) return text;
		const found = known.get(text);
		if (found === undefined) known.set(text, text);
		return (found ?? text) as T;
	};
	return card => ({...card, document: one(card.document), path: one(card.path), outlet: one(card.outlet), published: one(card.published), byline: one(card.byline)});
};

/** Reads one input with the user's tables, one that lies in the spool in a thread of its own. `progress` is told how much of that is read. Throws a Problem where it cannot be read, where the thread dies, and where `signal` ends it. */
export const digestSafely = async (input: Omit<Incoming, 'own' | 'bytes' | 'keep'> & {readonly bytes: Uint8Array | Spooled}, spool: Spool, {progress, signal}: Watched): Promise<DigestKept> => {
	const incoming = {...input, own: await ownTables(process.env)};
	const {bytes} = incoming;
	if (bytes instanceof Uint8Array) return digest(incoming);
	const derivations: KeptDerivation[] = [];
	const result: {rest: Rest | null; problem: Problem | null} = {rest: null, problem: null};
	const shared = sharing();
	const job: ImportJob = {...incoming, bytes: {file: bytes.file, start: bytes.start, byteLength: bytes.byteLength}};
	try {
		await runWorker(job, [], limitsFor(bytes.byteLength), signal, heard => {
			const message = heard as WorkerMessage;
			if (message.kind === 'articles') {
				for (const [at, card] of message.cards.entries()) {
					const place = message.places[at];
					if (place !== undefined) derivations.push(keptDerivation(shared(card), place));
				}

				progress(`${message.percent} % of ${megabytes(bytes.byteLength)}, articles: ${derivations.length}`);

				return 'more';
			}

			if (message.kind === 'problem') result.problem = new Problem(message);
			else {
				result.rest = message.rest;
				spool.grown(message.end);
			}

			return 'done';
		});
	} catch (error) {
		throw error instanceof WorkerEnded ? failed(incoming.path, bytes.byteLength, error) : error;
	}

	if (result.problem !== null) throw result.problem;
	if (result.rest === null) throw new Error('a thread ended without a digest');
	const {siblings, ...rest} = result.rest;
	return {...rest, derivations: siblings === null ? derivations : derivations.map(each => ({...each, article: {...each.article, siblings}}))};
};

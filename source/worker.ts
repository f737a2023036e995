// The thread in which heavy imports are read: bytes in, the digest out, some articles at a time.
import {parentPort} from 'node:worker_threads';
import type {Derivation} from './model/library.ts';
import {Problem, type ExitName} from './model/problem.ts';
import {cut, derive, type Digest, type Incoming} from './pipeline.ts';

/** What the thread says, in this order: any number of `articles`, then `done`; or `problem` alone. `bytes` come back to whoever sent them. */
export type WorkerMessage =
	| {readonly kind: 'articles'; readonly derivations: readonly Derivation[]}
	| {readonly kind: 'done'; readonly digest: Omit<Digest, 'derivations'>; readonly bytes: Uint8Array<ArrayBuffer>}
	| {readonly kind: 'problem'; readonly exit: ExitName; readonly what: string; readonly why: string; readonly remedy: string};

/** Articles to a message: the other side need not hold them twice, nor be woken for each. */
const AT_ONCE = 64;

const port = parentPort;
port?.once('message', async (incoming: Incoming & {readonly bytes: Uint8Array<ArrayBuffer>}) => {
	const say = (message: WorkerMessage, transfer: readonly ArrayBuffer[] = []): void => port.postMessage(message, [...transfer]);
	try {
		const {articles, ...digest} = await cut(incoming);
		for (let at = 0; at < articles.length; at += AT_ONCE) say({kind: 'articles', derivations: articles.slice(at, at + AT_ONCE).map(derive)});
		say({kind: 'done', digest, bytes: incoming.bytes}, [incoming.bytes.buffer]);
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		const {exit, what, why, remedy} = error;
		say({kind: 'problem', exit, what, why, remedy});
	}
});

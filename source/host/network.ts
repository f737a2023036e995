import {lookup as dnsLookup} from 'node:dns/promises';
import {request as requestHttp, type IncomingMessage} from 'node:http';
import {request as requestHttps} from 'node:https';
import {BlockList, isIP, isIPv6, type LookupFunction} from 'node:net';
import {brotliDecompressSync, gunzipSync, inflateSync} from 'node:zlib';
import {Problem} from '../model/problem.ts';
import {cleanForDisplay} from '../text/sanitise.ts';

/** What a server sent. `address`: where the redirects led; `charset`: as its header states. */
export type Fetched = {readonly bytes: Uint8Array; readonly charset: string | null; readonly address: string};

type Address = {readonly address: string; readonly family: number};
/** What tests put in the place of the world; `allows`: may be connected to. */
export type NetworkRules = {
	readonly resolve: (host: string) => Promise<readonly Address[]>;
	readonly allows: (address: string) => boolean;
	/** Bytes, packed and unpacked. */
	readonly largest: number;
	/** Milliseconds, for all redirects together. */
	readonly longest: number;
};

// Two lists: asked for an IPv4 address, Node's looks through mapped IPv6 networks, too.
const inside4 = new BlockList();
const inside6 = new BlockList();
for (const [net, bits] of [
	['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24],
	['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) inside4.addSubnet(net, bits, 'ipv4');
// An IPv6 address can hold an IPv4 one (mapped, translated, 6to4, Teredo): all of these are refused.
for (const [net, bits] of [['::', 96], ['::ffff:0:0', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8]] as const) inside6.addSubnet(net, bits, 'ipv6');

/** False for addresses of this computer, its own network and everything that is no host of the public internet. */
export const isPublic = (address: string): boolean => isIPv6(address) ? !inside6.check(address, 'ipv6') : isIP(address) !== 0 && !inside4.check(address, 'ipv4');

const theWorld: NetworkRules = {
	resolve: async host => dnsLookup(host, {all: true}),
	allows: isPublic,
	largest: 50 * 1024 * 1024,
	longest: 30_000,
};

const MOST_REDIRECTS = 5;

const refusal = (address: string, why: string, remedy = 'Nothing was fetched from there.') => new Problem({exit: 'unreadable', what: `${cleanForDisplay(address)} was not imported.`, why, remedy});

const checked = async (url: URL, {resolve, allows}: NetworkRules): Promise<readonly Address[]> => {
	if (!/^https?:$/.test(url.protocol)) throw refusal(url.href, `Only http and https are fetched, not ${url.protocol.slice(0, -1)}.`);
	const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
	const found = isIP(host) === 0 ? await resolve(host).catch(() => []) : [{address: host, family: isIP(host)}];
	if (found.length === 0) throw refusal(url.href, `The name ${cleanForDisplay(host)} is not known.`, 'Check the address and the connection.');
	const own = found.find(({address}) => !allows(address));
	if (own !== undefined) throw refusal(url.href, host === own.address ? `${host} is no address of the public internet.` : `${cleanForDisplay(host)} is ${own.address}, which is no address of the public internet.`);
	return found;
};

/** Hands out the addresses that were checked, so that a second look-up cannot lead elsewhere. */
const only = (addresses: readonly Address[]): LookupFunction => (_, options, done) => {
	const [first] = addresses;
	if (options.all === true) done(null, addresses.map(({address, family}) => ({address, family})));
	else done(null, first?.address ?? '', first?.family);
};

const responseOf = async (url: URL, addresses: readonly Address[], signal: AbortSignal): Promise<IncomingMessage> => new Promise((resolve, reject) => {
	const send = url.protocol === 'https:' ? requestHttps : requestHttp;
	send(url, {lookup: only(addresses), signal, agent: false, headers: {
		'user-agent': 'newsdeck', 'accept-encoding': 'gzip, br', accept: 'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,text/*;q=0.9,*/*;q=0.5',
	}}, resolve).on('error', reject).end();
});

const bodyOf = async (response: IncomingMessage, address: string, largest: number): Promise<Uint8Array> => {
	const tooLarge = refusal(address, `It is larger than ${Math.floor(largest / 1024 / 1024)} MiB.`, 'Save it as a file and import that.');
	if (Number(response.headers['content-length'] ?? 0) > largest) throw tooLarge;
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of response) {
		if (!(chunk instanceof Uint8Array)) continue;
		size += chunk.length;
		if (size > largest) throw tooLarge;
		chunks.push(chunk);
	}

	const packed = Buffer.concat(chunks);
	const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
	const unpack = {gzip: gunzipSync, 'x-gzip': gunzipSync, br: brotliDecompressSync, deflate: inflateSync}[encoding];
	if (encoding === 'identity' || encoding === '' || packed.length === 0) return packed;
	if (unpack === undefined) throw refusal(address, `It is encoded in a way newsdeck does not know: ${cleanForDisplay(encoding).slice(0, 40)}.`);
	try {
		return unpack(packed, {maxOutputLength: largest});
	} catch (error) {
		throw error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge : refusal(address, 'What the server sent is damaged.');
	}
};

const reasonOf = (error: unknown, late: boolean, longest: number): string => {
	if (late) return `The server took longer than ${longest / 1000} seconds.`;
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return code === 'ECONNREFUSED' ? 'The server does not accept connections.' : `The connection failed${code === '' ? '' : ` (${code})`}.`;
};

const followed = async (start: string, rules: NetworkRules, signal: AbortSignal): Promise<Fetched> => {
	let url = new URL(start);
	for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
		const response = await responseOf(url, await checked(url, rules), signal);
		const status = response.statusCode ?? 0;
		const {location} = response.headers;
		if (status >= 300 && status < 400 && location !== undefined) {
			response.destroy();
			if (!URL.canParse(location, url.href)) throw refusal(start, 'It leads to an address that is none.');
			url = new URL(location, url);
			continue;
		}

		if (status < 200 || status >= 300) {
			response.destroy();
			throw refusal(start, `The server answered ${status}${status === 404 ? ': there is no such page' : ''}.`);
		}

		const charset = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(response.headers['content-type'] ?? '')?.[1] ?? null;
		return {bytes: await bodyOf(response, start, rules.largest), charset, address: url.href};
	}

	throw refusal(start, `It leads on and on: more than ${MOST_REDIRECTS} redirects.`);
};

/**
 * Fetches one address, only when a person names it. Every address on the way is resolved, checked and then connected to as checked;
 * size and time are bounded. Throws a Problem, exit "unreadable".
 */
export const fetchPage = async (address: string, rules: NetworkRules = theWorld): Promise<Fetched> => {
	if (!URL.canParse(address)) throw refusal(address, 'It is no address.', 'Write it as https://example.org/page.');
	const signal = AbortSignal.timeout(rules.longest);
	try {
		return await followed(address, rules, signal);
	} catch (error) {
		throw error instanceof Problem ? error : refusal(address, reasonOf(error, signal.aborted, rules.longest), 'Try again, or save the page and import the file.');
	}
};

/** True for what is written as an address of the network, not as a path. */
export const isAddress = (word: string): boolean => /^[a-z][a-z\d+.-]*:\/\//i.test(word);

import {createServer, type RequestListener, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {fetchPage, isAddress, isPublic, type NetworkRules} from '../../source/host/network.ts';

const answers: RequestListener = (request, response) => {
	const path = request.url ?? '/';
	if (path === '/page') response.setHeader('content-type', 'text/html; charset="ISO-8859-7"').end('<p>α</p>');
	else if (path === '/packed') response.setHeader('content-encoding', 'gzip').end(gzipSync('packed words'));
	else if (path === '/bomb') response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(5_000_000)));
	else if (path === '/large') response.end(Buffer.alloc(300_000));
	else if (path === '/slow') response.write('a');
	else if (path === '/loop') response.writeHead(302, {location: '/loop'}).end();
	else if (path === '/moved') response.writeHead(301, {location: '/page'}).end();
	else if (path === '/inside') response.writeHead(302, {location: 'http://inner.example/secret'}).end();
	else if (path === '/file') response.writeHead(302, {location: 'file:///etc/passwd'}).end();
	else response.writeHead(404).end();
};

describe('fetching an address', () => {
	let server: Server;
	let at: string;
	beforeAll(async () => {
		server = createServer(answers);
		await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
		const {port} = server.address() as AddressInfo;
		at = `http://harbour.example:${port}`;
	});
	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});
	/** Every name is this computer; only "inner.example" is one that may not be asked. */
	const rules: NetworkRules = {
		resolve: async host => [{address: host === 'inner.example' ? '10.0.0.7' : '127.0.0.1', family: 4}],
		allows: address => address === '127.0.0.1', largest: 200_000, longest: 20_000,
	};
	const fetched = async (path: string) => fetchPage(`${at}${path}`, path === '/slow' ? {...rules, longest: 400} : rules);

	test('hands on the bytes, the charset, and where it was led', async () => {
		expect(await fetched('/moved')).toEqual({bytes: Buffer.from('<p>α</p>'), charset: 'ISO-8859-7', address: `${at}/page`});
		expect(Buffer.from((await fetched('/packed')).bytes).toString()).toBe('packed words');
	});
	test.each([
		['/missing', /answered 404/], ['/large', /larger than/], ['/bomb', /larger than/], ['/slow', /took longer than 0\.4 seconds/], ['/loop', /more than 5 redirects/],
		['/inside', /inner\.example is 10\.0\.0\.7, which is no address of the public internet/], ['/file', /Only http and https/],
	])('%s is refused in one line', async (path, why) => {
		await expect(fetched(path)).rejects.toThrow(why);
		await expect(fetched(path)).rejects.toMatchObject({exit: 'unreadable'});
	});
	test('this computer and its network are never asked', async () => {
		for (const inner of ['http://127.0.0.1/', 'http://[::1]/', 'http://localhost/', 'http://169.254.169.254/latest', 'http://0x7f000001/', 'http://[::ffff:10.0.0.1]/']) await expect(fetchPage(inner), inner).rejects.toThrow('no address of the public internet');
		await expect(fetchPage('ftp://harbour.example/')).rejects.toThrow('Only http and https');
	});
});

test('which addresses are public', () => {
	expect(['8.8.8.8', '93.184.216.34', '2606:2800:220:1::1'].map(isPublic)).toEqual([true, true, true]);
	expect(['10.1.2.3', '172.20.0.1', '192.168.1.1', '100.64.0.1', '127.1.2.3', '0.0.0.0', '224.0.0.1', '::', '::1', 'fe80::1', 'fd00::1', '::ffff:127.0.0.1', '64:ff9b::a00:1', '2002:7f00:1::', 'no address'].filter(isPublic)).toEqual([]);
});

test('an address is told from a path', () => {
	expect(['https://a.example/x', 'FILE:///etc', 'a.txt', './http:/x', '-'].map(isAddress)).toEqual([true, true, false, false, false]);
});

// Loaded before newsdeck (node --import): any attempt to reach the network or to start another program ends it with 99.
import childProcess from 'node:child_process';
import dns from 'node:dns';
import {syncBuiltinESMExports} from 'node:module';
import net from 'node:net';

const refuse = what => () => {
	process.stderr.write(`reached for ${what}\n`);
	process.exit(99);
};
net.Socket.prototype.connect = refuse('the network');
dns.lookup = refuse('a name server');
for (const name of ['spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync', 'execFileSync']) childProcess[name] = refuse('another program');
syncBuiltinESMExports();

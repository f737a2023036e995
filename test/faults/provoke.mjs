// Loaded before newsdeck (node --import) by the tests of the terminal: does to the running program, from inside, what a bug would do.
const fault = process.env['NEWSDECK_TEST_FAULT'];
const overflow = depth => overflow(depth + 1) + 1;

const faults = {
	throw() {
		throw new Error('a thing that was never thought of');
	},
	rejection() {
		void Promise.reject(new Error('a thing that was never thought of'));
	},
	exit() {
		process.exit(9);
	},
	overflow: () => overflow(0),
};

/** A machine with other work: the program is held up right after its first frame is written. */
if (fault === 'slow') {
	const write = process.stdout.write.bind(process.stdout);
	process.stdout.write = (chunk, ...rest) => {
		const done = write(chunk, ...rest);
		if (!String(chunk).includes('newsdeck')) return done;
		process.stdout.write = write;
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
		return done;
	};
}

// Signalled once the screen stands, since nothing is to be restored before.
process.on('SIGUSR2', () => setImmediate(faults[fault]));

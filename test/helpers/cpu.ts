/** Milliseconds of this thread's own time on a core that some work takes: the same on a busy machine as on an idle one. */
export const cpuTime = async (work: () => unknown): Promise<number> => {
	const before = process.threadCpuUsage();
	await work();
	const {user, system} = process.threadCpuUsage(before);
	return (user + system) / 1000;
};

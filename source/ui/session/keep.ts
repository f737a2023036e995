/** The newest few of something, by name. */
export const keep = <T>(limit: number): {get(key: string): T | undefined; set(key: string, value: T): void; clear(): void} => {
	const kept = new Map<string, T>();
	return {
		get: key => kept.get(key),
		clear: () => kept.clear(),
		set(key, value) {
			kept.delete(key);
			kept.set(key, value);
			const oldest = kept.keys().next();
			if (kept.size > limit && !oldest.done) kept.delete(oldest.value);
		},
	};
};

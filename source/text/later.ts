/** What `make` makes, once: when it is first asked for. */
export const later = <T>(make: () => T): (() => T) => {
	let made: {readonly value: T} | undefined;
	return () => (made ??= {value: make()}).value;
};

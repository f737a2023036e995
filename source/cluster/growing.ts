type Numbers = Int32Array | Float32Array | Uint8Array | Uint16Array;

/** A typed array that grows at its end: millions of numbers in a plain array would take four times the memory. */
export type Growing<T extends Numbers> = {
	readonly length: () => number;
	readonly at: (index: number) => number;
	readonly push: (value: number) => void;
	/** Adds to the number at a place; the array is lengthened with zeros up to it. */
	readonly add: (index: number, value: number) => void;
	/** What it holds, as long as nothing more is pushed. */
	readonly view: () => T;
	/** It is empty again. */
	readonly clear: () => void;
};

/**
 * Gives back at once what an array has in memory; whoever reads it from then on finds nothing. A collector counts such arrays late, for they lie
 * outside its heap: by then there may be hundreds of megabytes of them.
 */
export const letGo = (...arrays: ReadonlyArray<Numbers>): void => {
	for (const {buffer} of arrays) if (buffer instanceof ArrayBuffer && !buffer.detached) buffer.transfer(0);
};

/** An empty one. `make` says of what kind: `size => new Int32Array(size)`. */
export const growing = <T extends Numbers>(make: (size: number) => T): Growing<T> => {
	let items = make(1024);
	let length = 0;
	const reach = (size: number): void => {
		if (size > items.length) {
			const wider = make(Math.max(size, items.length + (items.length >> 1)));
			wider.set(items.subarray(0, length));
			letGo(items);
			items = wider;
		}

		length = Math.max(length, size);
	};

	return {
		length: () => length,
		at: index => items[index] ?? 0,
		push(value) {
			reach(length + 1);
			items[length - 1] = value;
		},
		add(index, value) {
			reach(index + 1);
			items[index] = (items[index] ?? 0) + value;
		},
		view: () => items.subarray(0, length) as T,
		clear() {
			letGo(items);
			items = make(0);
			length = 0;
		},
	};
};

/** Bytes that grow as numbers are written to them, each as seven bits a byte, the last one without the high bit. */
export class ByteWriter {
	#bytes: Uint8Array<ArrayBuffer>;
	#length = 0;

	constructor(room = 1024) {
		this.#bytes = new Uint8Array(room);
	}

	get length(): number {
		return this.#length;
	}

	/** A whole number from 0 up to 2^32. */
	write(value: number): void {
		if (this.#length + 5 > this.#bytes.length) this.#grow();
		let left = value;
		while (left > 127) {
			this.#bytes[this.#length++] = (left & 127) | 128;
			left = left >>> 7;
		}

		this.#bytes[this.#length++] = left;
	}

	#grow(): void {
		const larger = new Uint8Array(this.#bytes.length * 2);
		larger.set(this.#bytes);
		this.#bytes = larger;
	}

	/** What was written, in bytes of its own. */
	finish(): Uint8Array<ArrayBuffer> {
		return this.#bytes.slice(0, this.#length);
	}
}

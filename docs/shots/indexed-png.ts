import {crc32, deflateSync} from 'node:zlib';

/** Pixels as the renderer hands them over: four bytes each, row by row. */
export type Pixels = {readonly width: number; readonly height: number; readonly pixels: Uint8Array; asPng(): Uint8Array};

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A);
/** An index is one byte. */
const MOST_COLOURS = 256;

/** A chunk of the PNG specification: length, name, data, check sum of the two. */
const chunk = (name: string, data: Uint8Array): Buffer => {
	const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
};

/**
 * The same picture with a palette: a screen has few colours, and their places in a table take a third of the bytes. Nothing is lost; a picture
 * of more colours stays as the renderer writes it. The pixels are opaque. Written by hand: four chunks need no package.
 */
export const indexedPng = (rendered: Pixels): Uint8Array => {
	const {width, height, pixels} = rendered;
	const colours = new Map<number, number>();
	// A row begins with the byte of its filter: none.
	const rows = new Uint8Array(height * (width + 1));
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const at = (y * width + x) * 4;
			const colour = ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
			const index = colours.get(colour) ?? colours.size;
			colours.set(colour, index);
			rows[y * (width + 1) + 1 + x] = index;
		}
	}

	if (colours.size > MOST_COLOURS) return rendered.asPng();
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	// Eight bits, a palette, the usual methods, not interlaced.
	head.set([8, 3, 0, 0, 0], 8);
	const palette = Uint8Array.from([...colours.keys()].flatMap(colour => [colour >> 16, (colour >> 8) & 255, colour & 255]));
	return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('PLTE', palette), chunk('IDAT', deflateSync(rows, {level: 9})), chunk('IEND', new Uint8Array(0))]);
};

import {analyse} from 'chardet';
import type {Bytes} from '../model/document.ts';

/** What Unicode took over from an older table under another name, and the larger table that pages mean where they say the smaller one. */
const LARGER: Readonly<Record<string, string>> = {'iso-8859-1': 'windows-1252', 'iso-8859-8': 'windows-1255', 'iso-8859-9': 'windows-1254', 'iso-8859-6': 'windows-1256'};
const WESTERN = 'windows-1252';

/** So much from the first byte beyond ASCII on is looked at. */
const SAMPLE = 16 * 1024;
/** Fewer bytes beyond ASCII ("café") tell no alphabet. */
const FEWEST = 4;
/** chardet is as sure as this, in hundredths, of a line of text in the right table. */
const SURE = 20;

const beyondAscii = ({chunks}: Bytes): Uint8Array => {
	for (const chunk of chunks()) {
		const first = chunk.findIndex(byte => byte >= 0x80);
		if (first >= 0) return chunk.subarray(Math.max(0, first - 64), first + SAMPLE);
	}

	return new Uint8Array();
};

/** UTF-8 with a broken character here and there is still that: in any other table every letter beyond ASCII would be two wrong ones. */
const BROKEN = .1;
const isBrokenUtf8 = (sample: Uint8Array): boolean => {
	const symbols = [...new TextDecoder('utf-8').decode(sample)].filter(symbol => symbol > '\u007F');
	return symbols.filter(symbol => symbol === '\uFFFD').length <= symbols.length * BROKEN;
};

/**
 * How a text is written that says nothing of it and is no UTF-8: by the letters and pairs of bytes that languages have (chardet). Western European
 * where nothing tells another: most pages of that kind are.
 */
export const guessEncoding = (content: Bytes): string => {
	const sample = beyondAscii(content);
	if (sample.filter(byte => byte >= 0x80).length < FEWEST) return WESTERN;
	if (isBrokenUtf8(sample)) return 'utf-8';
	const [best] = analyse(sample).map(({name, confidence}) => ({label: name.toLowerCase(), confidence}));
	if (best === undefined || best.confidence < SURE) return WESTERN;
	const label = LARGER[best.label] ?? best.label;
	try {
		return new TextDecoder(label).encoding;
	} catch {
		return WESTERN;
	}
};

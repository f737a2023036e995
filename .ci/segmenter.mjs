// What Ink and its helpers get for an Intl.Segmenter: the same characters, without asking where all are plain. They ask at every frame, of every row; and the first
// segmenter costs half of what Node's own start does.
import {isPlain} from '../source/text/width.ts';

export const lateSegmenter = (...how) => {
	let made = null;
	return {
		segment(text) {
			// An escape is a character of its own beside any other.
			if (!isPlain(text.replaceAll('\u001B', ''))) return (made ??= new Intl.Segmenter(...how)).segment(text);
			const characters = Array.from(text, (segment, index) => ({segment, index, input: text}));
			return Object.assign(characters, {containing: at => characters[at]});
		},
	};
};

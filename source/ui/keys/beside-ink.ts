/** Presses and the wheel, with columns and rows as numbers of any size. */
export const MOUSE_ON = '\u001B[?1000h\u001B[?1006h';
export const MOUSE_OFF = '\u001B[?1006l\u001B[?1000l';

/** A stream whose reads can be looked at; what a read may return is the stream's own business. */
type Keyboard = {read(size?: number): unknown};

/** Reports of the mouse, and F1 in the four ways that terminals send it. */
const UNHEARD = /\u001B(?:\[<\d{1,3};\d{1,4};\d{1,4}[Mm]|OP|\[11~|\[\[A|\[P)/g;
/** A report that the terminal has not sent to its end yet. */
const BEGUN = /\u001B\[<[\d;]{0,13}$/;

/**
 * Takes what Ink throws away out of what is read from the keyboard: reports of the mouse, and the key F1, which Ink knows and tells nobody.
 * Returns what takes that back.
 */
export const heedUnheard = (keyboard: Keyboard, hear: (report: string) => void): (() => void) => {
	const read = keyboard.read.bind(keyboard);
	const before = Object.getOwnPropertyDescriptor(keyboard, 'read');
	let begun = '';
	keyboard.read = size => {
		const chunk = read(size);
		if (typeof chunk !== 'string') return chunk;
		const text = begun + chunk;
		begun = BEGUN.exec(text)?.[0] ?? '';
		const whole = text.slice(0, text.length - begun.length);
		for (const [report] of whole.matchAll(UNHEARD)) hear(report);
		return whole.replaceAll(UNHEARD, '');
	};
	return () => {
		if (before === undefined) Reflect.deleteProperty(keyboard, 'read');
		else Object.defineProperty(keyboard, 'read', before);
	};
};

/** What a text holds, or why it cannot be trusted. */
export type Parsed = {readonly value: unknown} | {readonly wrong: string};

// The key may be spelt with an escape, so any escaped underscore is reason enough to look.
const suspicious = /__proto__|\\u005f/iu;

const hasPrototypeKey = (value: unknown): boolean => {
	const waiting: unknown[] = [value];
	while (waiting.length > 0) {
		const next = waiting.pop();
		if (typeof next !== 'object' || next === null) continue;
		if (Object.hasOwn(next, '__proto__')) return true;
		for (const child of Object.values(next)) waiting.push(child);
	}
	return false;
};

/** Strict JSON from strict UTF-8. A `__proto__` key is refused: nothing we wrote has one, and a later copy of the object could act on it. */
export const parseJson = (bytes: Uint8Array): Parsed => {
	let text: string;
	try {
		text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
	} catch {
		return {wrong: 'it is not valid UTF-8'};
	}
	return parseText(text);
};

/** The same of text that was decoded already. */
export const parseText = (text: string): Parsed => {
	try {
		const value: unknown = JSON.parse(text);
		return suspicious.test(text) && hasPrototypeKey(value) ? {wrong: 'it has a "__proto__" key'} : {value};
	} catch {
		return {wrong: text.trim() === '' ? 'it is empty' : 'it is not whole JSON'};
	}
};

/** Whether a value is an object with keys (no array, not null). */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

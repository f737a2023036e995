/** The sequences newsdeck's screen is made of: looks without concealment, cursor moves, clearing, its own page, the cursor, one frame at a time, the keyboard. */
const OWN = /^\u001B\[(?:(?:\d{1,3}(?:;\d{1,3}){0,15})?m|\d{0,4}(?:;\d{1,4})?H|\d{0,4}[A-GJK]|\?(?:25|1049|2004|2026|1000|1002|1003|1006)[hl])/;
const HIDING = /^\u001B\[(?:[\d;]*;)?8m/;
const ACTING = /[\0-\x08\v\f\x0E-\x1A\x1C-\x1F\x7F-\x9F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029\uFEFF\u{E0000}-\u{E007F}]/u;

/** Everything in what was painted that is not newsdeck's own and could act on a terminal, each with a little of what stands around it. */
export const foreign = (painted: string): string[] => {
	const found: string[] = [];
	const tell = (at: number): void => void found.push(JSON.stringify(painted.slice(Math.max(0, at - 20), at + 20)));
	for (let at = painted.indexOf('\u001B'); at >= 0; at = painted.indexOf('\u001B', at + 1)) {
		const here = painted.slice(at, at + 60);
		if (!OWN.test(here) || HIDING.test(here)) tell(at);
	}

	const acting = ACTING.exec(painted);
	if (acting) tell(acting.index);
	return found;
};

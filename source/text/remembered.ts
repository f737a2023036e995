/** So many answers are kept: the names, places and subjects of a large library, not the words of its sentences. */
const KEPT = 4096;

/** A function of one text that is asked the same of few texts again and again, as where every figure is set against every other: its answers are kept, and must not be changed. */
export const remembered = <T>(of: (text: string) => T): ((text: string) => T) => {
	const known = new Map<string, {readonly answer: T}>();
	return text => {
		const before = known.get(text);
		if (before !== undefined) return before.answer;
		if (known.size >= KEPT) known.clear();
		const answer = of(text);
		known.set(text, {answer});
		return answer;
	};
};

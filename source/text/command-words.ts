/** A command line as the words a program is started with; `problem`: why it cannot be, null where it can. */
export type CommandWords = {readonly words: readonly string[]; readonly problem: {readonly kind: 'open quote' | 'for a shell'; readonly sign: string} | null};

/** What a shell would act on where it stands as a word of its own: no program means it, and none of them does anything here. */
const FOR_A_SHELL = /^(?:\|&?|\|\||&&?|;|\d*>>?|\d*<<?|&>|\d?>&\d)$/;

/**
 * Cuts a command line into words by blanks and quotes, as POSIX has it ('all as it is', "all but a backslash before a quote or a backslash", a backslash
 * before a blank, a quote or a backslash), and nothing else: $, *, ~ and ` stand for themselves. A backslash before a letter stays: C:\tools\jq.exe is a path.
 */
export const commandWords = (line: string): CommandWords => {
	const words: string[] = [];
	let word: string | null = null;
	let bare = true;
	let problem: CommandWords['problem'] = null;
	const close = (): void => {
		if (word !== null) {
			if (bare && FOR_A_SHELL.test(word)) problem ??= {kind: 'for a shell', sign: word};
			words.push(word);
		}

		word = null;
		bare = true;
	};

	for (const [part, single, double, escaped, open] of line.matchAll(/'([^']*)'|"((?:[^"\\]|\\[^])*)"|\\([\s'"\\])|(['"])[^]*$|\s+|[^\s'"\\]+|\\/g)) {
		if (/^\s/.test(part)) {
			close();
			continue;
		}

		if (open !== undefined) problem ??= {kind: 'open quote', sign: open};
		bare &&= single === undefined && double === undefined && escaped === undefined;
		word = (word ?? '') + (single ?? double?.replaceAll(/\\(["\\])/g, '$1') ?? escaped ?? (open === undefined ? part : part.slice(1)));
	}

	close();
	return {words, problem};
};

import type {Desk} from '../../source/model/desk.ts';

/** Prints what it is handed. */
export const cat: Desk['run'] = async (_, input) => ({lines: [...input].join('').split('\n').slice(0, -1), complaint: '', complaints: 0, end: {how: 'exit', code: 0}});

/** Clipboard, pager and browser as lists of what came to them. */
export const fakeDesk = (editor: (text: string) => string = text => text, command: Desk['run'] = cat): {readonly desk: Desk; readonly used: readonly string[]} => {
	const used: string[] = [];
	return {
		used,
		desk: {
			copy: text => void used.push(`copy ${text}`), edit: async text => editor(text), page: async text => void used.push(`page ${text}`),
			open: async url => void used.push(`open ${url}`), redraw: async () => void used.push('redraw'),
			run: async (words, input, signal) => {
				used.push(`run ${words.join(' ')}`);
				return command(words, input, signal);
			},
			runHere: async (words, input) => {
				used.push(`run here ${words.join(' ')}\n${[...input].join('')}`);
				return 0;
			},
			complete: async path => 'pages/monday.txt'.startsWith(path) ? 'pages/monday.txt' : path,
		},
	};
};

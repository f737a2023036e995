import type {Ran} from '../../model/desk.ts';
import type {CommandWords} from '../../text/command-words.ts';
import {count, thousands} from './words.ts';

const kilobytes = (bytes: number): string => `${thousands(Math.round(bytes / 1024))} kB`;

/** How a command ended. */
const ended = ({end}: Ran): string => {
	switch (end.how) {
		case 'exit': return `ended with ${end.code}`;
		case 'signal': return `ended by ${end.signal}`;
		case 'broken off': return 'broken off';
		case 'too long': return `ended after ${count(end.seconds, 'second')}: that is the most`;
		case 'too much': return `ended after ${kilobytes(end.bytes)}: that is the most that is shown`;
	}
};

/** What is said where articles are handed to a command. */
export const sayPipe = {
	title: (what: string): string => `Hand ${what} to a command`,
	as: (format: string): string => `as ${format}`,
	noShell: 'No shell: quotes make words; $ * ~ | > are plain.',
	nothingToHand: 'There is no article here to hand to a command.',
	noCommand: 'Name a command: jq -r .text',
	noEarlier: 'No command was run before.',
	running: 'running',
	nothingPrinted: 'it printed nothing',
	/** "ended with 2 · jq: compile error (and 3 lines more)": the way it ended and its first complaint. */
	ended: (ran: Ran): string => `${ended(ran)}${ran.complaint === '' ? '' : ` · ${ran.complaint.trim()}${ran.complaints > 1 ? ` (and ${count(ran.complaints - 1, 'line')} more)` : ''}`}`,
	/** After a command that had the terminal. */
	came: (program: string, code: number | null): string => `${program} ended ${code === null ? 'by a signal' : `with ${code}`}.`,
	/** Why a line is no command. */
	wrong: ({kind, sign}: NonNullable<CommandWords['problem']>): string => kind === 'open quote' ? `The quote ${sign} is not closed.` : `${sign} is for a shell, and none reads this: quote it where it is meant, or name one (sh -c '...').`,
} as const;

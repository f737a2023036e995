/** What is known about a terminal: what colours it can show, and on which paper. */
export type TerminalKind = {readonly noColor: boolean; readonly trueColor: boolean; readonly ground: number | null};

const depthOf = (stream: object, environment: NodeJS.ProcessEnv): number =>
	'getColorDepth' in stream && typeof stream.getColorDepth === 'function' ? Number(stream.getColorDepth(environment)) : 1;

/**
 * Reads what terminals tell of themselves: COLORTERM and TERM through Node's table of terminals, COLORFGBG's last field for the paper.
 * `color` is the setting: "never" where NO_COLOR is set, "always" where a person asked for colour all the same.
 */
export const terminalKind = (stream: object, environment: NodeJS.ProcessEnv, color: 'auto' | 'always' | 'never'): TerminalKind => {
	// Node's table heeds NO_COLOR by itself; whether it counts is settled before.
	const {NO_COLOR: _, ...rest} = environment;
	const depth = depthOf(stream, rest);
	const ground = /(?:^|;)(\d{1,2})$/.exec(environment['COLORFGBG'] ?? '')?.[1];
	const named = environment['COLORTERM'] === 'truecolor' || environment['COLORTERM'] === '24bit';
	return {
		noColor: color === 'never' || environment['TERM'] === 'dumb' || (color === 'auto' && depth < 4),
		trueColor: named || depth >= 24, ground: ground === undefined ? null : Number(ground),
	};
};

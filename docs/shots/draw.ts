import type {Terminal} from '@xterm/headless';

/** How a terminal is drawn: sizes in pixels, colours as hex. */
export type Look = {readonly cell: number; readonly line: number; readonly size: number; readonly margin: number; readonly ink: string; readonly paper: string; readonly font: string};
export const darkLook: Look = {cell: 9, line: 20, size: 15, margin: 14, ink: '#D9D5CB', paper: '#16171B', font: 'DejaVu Sans Mono'};
export const lightLook: Look = {...darkLook, ink: '#24231F', paper: '#FBF9F3'};

const BASE = ['#1d1f21', '#cc6666', '#8fc3a3', '#e3b565', '#81a2be', '#b9a5e2', '#7fb2e5', '#c5c8c6', '#666666', '#d54e53', '#b9ca4a', '#e7c547', '#7aa6da', '#c397d8', '#70c0b1', '#eaeaea'];
const LEVELS = [0, 95, 135, 175, 215, 255];
const hex = (...parts: readonly number[]): string => `#${parts.map(part => part.toString(16).padStart(2, '0')).join('')}`;

/** One of the 256 colours of xterm. */
const indexed = (color: number, ink: string): string => {
	if (color < 16) return BASE[color] ?? ink;
	if (color > 231) return hex(8 + (color - 232) * 10, 8 + (color - 232) * 10, 8 + (color - 232) * 10);
	const cube = color - 16;
	return hex(LEVELS[Math.floor(cube / 36) % 6] ?? 0, LEVELS[Math.floor(cube / 6) % 6] ?? 0, LEVELS[cube % 6] ?? 0);
};

type Run = {readonly x: number; readonly text: string; readonly cells: number; readonly fg: string; readonly bg: string; readonly style: string};
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type Cell = NonNullable<ReturnType<NonNullable<ReturnType<Terminal['buffer']['active']['getLine']>>['getCell']>>;

const colours = (cell: Cell, look: Look): {fg: string; bg: string} => {
	const fg = cell.isFgRGB() ? hex(cell.getFgColor() >> 16, (cell.getFgColor() >> 8) & 255, cell.getFgColor() & 255) : cell.isFgPalette() ? indexed(cell.getFgColor(), look.ink) : look.ink;
	const bg = cell.isBgRGB() ? hex(cell.getBgColor() >> 16, (cell.getBgColor() >> 8) & 255, cell.getBgColor() & 255) : cell.isBgPalette() ? indexed(cell.getBgColor(), look.paper) : look.paper;
	return cell.isInverse() ? {fg: bg, bg: fg} : {fg, bg};
};

const styleOf = (cell: Cell): string => [
	cell.isBold() ? ' font-weight="bold"' : '', cell.isItalic() ? ' font-style="italic"' : '',
	cell.isUnderline() ? ' text-decoration="underline"' : '', cell.isDim() ? ' opacity="0.6"' : '',
].join('');

const isShape = (text: string, look: Look): boolean => [...text].every(character => shape(character, 0, 0, '', look) !== null);

/** Cells of one look side by side. Words are kept apart at double blanks, so that no font can push a column away. */
const runsOf = (terminal: Terminal, y: number, look: Look): Run[] => {
	const line = terminal.buffer.active.getLine(terminal.buffer.active.viewportY + y);
	const runs: Run[] = [];
	for (let x = 0; x < terminal.cols; x++) {
		const cell = line?.getCell(x);
		const cells = cell?.getWidth() ?? 0;
		if (!cell || cells === 0) continue;
		const last = runs.at(-1);
		const style = styleOf(cell);
		const text = cell.getChars() || ' ';
		const {fg, bg} = colours(cell, look);
		const joins = last && isShape(last.text, look) === isShape(text, look) && last.style === style && last.fg === fg && last.bg === bg && cells === 1 && last.cells === [...last.text].length && !(text === ' ' && last.text.endsWith(' '));
		if (joins) runs[runs.length - 1] = {...last, text: last.text + text, cells: last.cells + 1};
		else runs.push({x, text, cells, fg, bg, style});
	}

	return runs;
};

/** Rules and bars are drawn as shapes: fonts leave gaps between them. */
const shape = (character: string, x: number, y: number, color: string, {cell, line}: Look): string | null => {
	const mid = x + cell / 2;
	const middle = y + line / 2;
	const stroke = (x1: number, y1: number, x2: number, y2: number): string => `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${color}" stroke-width="1"/>`;
	const across = stroke(x, middle, x + cell, middle);
	const double = stroke(x, middle - 1.5, x + cell, middle - 1.5) + stroke(x, middle + 1.5, x + cell, middle + 1.5);
	const up = stroke(mid, y, mid, middle);
	const down = stroke(mid, middle, mid, y + line);
	const shapes: Readonly<Record<string, string>> = {
		'─': across, '═': double, '│': up + down, '┬': across + down, '┴': across + up, '┼': across + up + down, '╤': double + down, '╪': double + up + down,
		'└': stroke(mid, middle, x + cell, middle) + up, '┘': stroke(x, middle, mid, middle) + up,
		'╒': stroke(mid, middle - 1.5, x + cell, middle - 1.5) + stroke(mid, middle + 1.5, x + cell, middle + 1.5) + down,
		'╕': stroke(x, middle - 1.5, mid, middle - 1.5) + stroke(x, middle + 1.5, mid, middle + 1.5) + down,
		'▌': `<rect x="${x}" y="${y}" width="${cell / 2}" height="${line}" fill="${color}"/>`,
		'█': `<rect x="${x}" y="${y}" width="${cell}" height="${line}" fill="${color}"/>`,
	};
	return shapes[character] ?? null;
};

const drawRun = (run: Run, top: number, look: Look): string => {
	const left = look.margin + run.x * look.cell;
	const ground = run.bg === look.paper ? '' : `<rect x="${left}" y="${top}" width="${run.cells * look.cell}" height="${look.line}" fill="${run.bg}"/>`;
	const characters = [...run.text];
	if (isShape(run.text, look)) {
		return ground + characters.map((character, index) => shape(character, left + index * look.cell, top, run.fg, look) ?? '').join('');
	}

	const text = run.text.trim();
	if (text === '') return ground;
	const lead = characters.length - [...run.text.trimStart()].length;
	const cells = run.cells - lead - (characters.length - [...run.text.trimEnd()].length);
	return `${ground}<text x="${left + lead * look.cell}" y="${top + look.line * 0.72}" fill="${run.fg}"${run.style} textLength="${cells * look.cell}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`;
};

/** A terminal's screen as SVG, one text a run of equal cells, each at its column. */
export const drawTerminal = (terminal: Terminal, look: Look = darkLook): string => {
	const width = terminal.cols * look.cell + look.margin * 2;
	const height = terminal.rows * look.line + look.margin * 2;
	const rows = Array.from({length: terminal.rows}, (_, y) => runsOf(terminal, y, look).map(run => drawRun(run, look.margin + y * look.line, look)).join(''));
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${look.font}, monospace" font-size="${look.size}" xml:space="preserve">`,
		`<rect width="100%" height="100%" fill="${look.paper}"/>`, ...rows, '</svg>',
	].join('\n');
};

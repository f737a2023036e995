/** The roles of the palette; what each looks like in a theme is theme.ts's business. */
export type Role = 'ink' | 'dim' | 'rule' | 'figure' | 'quote' | 'focus' | 'own' | 'warn';

/** Cells of one look. */
export type Run = {
	readonly text: string;
	readonly role?: Role;
	readonly bold?: boolean;
	readonly italic?: boolean;
	readonly underline?: boolean;
	readonly inverse?: boolean;
	/** The ground of the selected item. */
	readonly tint?: boolean;
};

/** One row of the screen, left to right. A view is a pure function to rows; Ink paints them, commands print them. */
export type Row = readonly Run[];

/** The row without its looks. */
export const plain = (row: Row): string => row.map(run => run.text).join('').trimEnd();

import type {BenchFigure} from './harness.ts';

/** Everything that is measured, by name, in the order of the page; each is loaded where it is measured. */
export const shelf: Readonly<Record<string, () => Promise<{readonly figure: BenchFigure}>>> = {
	keystroke: async () => import('./keystroke.ts'),
	fzf: async () => import('./fzf.ts'),
	'search-peers': async () => import('./search-peers.ts'),
	recall: async () => import('./recall.ts'),
	index: async () => import('./index-files.ts'),
	million: async () => import('./million.ts'),
	'full-text': async () => import('./full-text.ts'),
	start: async () => import('./start.ts'),
	'first-frame': async () => import('./first-frame.ts'),
	'key-to-paint': async () => import('./key-to-paint.ts'),
	open: async () => import('./open.ts'),
	commit: async () => import('./commit.ts'),
	growth: async () => import('./growth.ts'),
	'growth-stages': async () => import('./growth-stages.ts'),
	'import-memory': async () => import('./import-memory.ts'),
	segment: async () => import('./segment.ts'),
	html: async () => import('./html.ts'),
	feeds: async () => import('./feeds.ts'),
	extract: async () => import('./extract.ts'),
	cluster: async () => import('./cluster.ts'),
	export: async () => import('./export.ts'),
	'worst-cases': async () => import('./worst-cases.ts'),
};

/** Figures that run the built program, or the built package. */
export const ofTheBuild: ReadonlySet<string> = new Set(['start', 'first-frame', 'key-to-paint', 'open', 'commit', 'growth', 'import-memory']);

import {scoreAlignment} from './alignment.ts';
import {scoreExtraction} from './article-extraction.ts';
import {hasBasil, scoreBasil} from './basil.ts';
import type {Row} from './figures.ts';
import {hasDatasets, scoreGrouping} from './grouping.ts';
import {hasPages, scorePages} from './pages.ts';
import {hasSeeds, scoreSeeds} from './seeds.ts';

/** Whether the labelled pages and articles lie beside the project. */
export const hasLabels = hasSeeds && hasBasil && hasDatasets && hasPages;

/** Every score that has a floor, in the order in which it is printed. */
export const scores = async (): Promise<Row[]> => [
	...await scoreSeeds(), ...await scoreBasil(), ...await scoreAlignment(), ...await scoreExtraction(), ...scorePages(), ...scoreGrouping(),
];

/** A score as a share; nothing to score is right. */
export const shareOf = ({right, of}: Pick<Row, 'right' | 'of'>): number => of === 0 ? 1 : right / of;

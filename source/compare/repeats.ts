import type {MatrixRow} from '../model/comparison.ts';
import type {Figure} from '../model/figure.ts';

/** For each figure of the matrix what it stands for: the same value told again in the same article, by the figure's id. */
export const repeatsOf = (matrix: readonly MatrixRow[]): ReadonlyMap<string, readonly Figure[]> =>
	new Map(matrix.flatMap(row => row.cells).flatMap(({figures, repeats}) => figures.map(figure => [
		figure.id,
		repeats.filter(other => other.low === figure.low && other.high === figure.high && other.unit === figure.unit && (other.flow === 'period') === (figure.flow === 'period')),
	] as const)));

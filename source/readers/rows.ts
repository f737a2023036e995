import type {RecordProblem} from '../model/document.ts';

/** A row of a table, and the lines of the file (1-based) it begins and ends in. */
export type Row = {readonly line: number; readonly endLine: number; readonly cells: readonly string[]};

const MOST_MENDED = 20;
const newlines = (text: string): number => text.match(/\n/g)?.length ?? 0;

/** Every line end as LF: csv-parse counts CRLF within quotes as two lines. */
function* unified(stretches: Iterable<string>): Generator<string> {
	let afterReturn = false;
	for (const stretch of stretches) {
		const text = afterReturn && stretch.startsWith('\n') ? stretch.slice(1) : stretch;
		if (stretch !== '') afterReturn = stretch.endsWith('\r');
		yield text.replaceAll(/\r\n?/g, '\n');
	}
}

/** What stands behind so many lines. */
function* after(lines: number, stretches: Iterable<string>): Generator<string> {
	let left = lines;
	for (const stretch of stretches) {
		let at = 0;
		for (; left > 0; left--) {
			const end = stretch.indexOf('\n', at);
			if (end < 0) break;
			at = end + 1;
		}

		if (left === 0 && at < stretch.length) yield stretch.slice(at);
	}
}

/** csv-parse, with what it does not do: a quote that is never closed costs its own line, not all that follow. `text`: from its beginning each time it is asked for. */
export async function* rowsIn(text: () => Iterable<string>, {delimiter, quoted}: {readonly delimiter: string; readonly quoted: boolean}, problems: RecordProblem[]): AsyncGenerator<Row> {
	const {CsvError, parse} = await import('csv-parse');
	for (let mended = 0, before = 0; ; mended++) {
		const first = before;
		let last = before;
		let rows: Row[] = [];
		let empty = true;
		const parser = parse({
			bom: true, delimiter, quote: quoted ? '"' : null, relax_column_count: true, skip_empty_lines: true,
			skip_records_with_error: false, trim: false, relax_quotes: true,
			on_record(record: string[], {lines}) {
				// csv-parse counts the line a record ends in; quoted cells may span several.
				const endLine = first + lines;
				rows.push({line: endLine - record.reduce((sum, cell) => sum + newlines(cell), 0), endLine, cells: record});
				last = endLine;
				return null;
			},
		});
		const failed = new Promise<Error>(resolve => parser.once('error', resolve));
		const done = async (work: (tell: (error?: Error | null) => void) => void): Promise<Error | null> => Promise.race([failed, new Promise<Error | null>(resolve => work(error => resolve(error ?? null)))]);
		let error: Error | null = null;
		for (const stretch of after(before, unified(text()))) {
			empty = false;
			error = await done(tell => parser.write(stretch, tell));
			yield* rows;
			rows = [];
			if (error !== null) break;
		}

		if (empty && mended > 0) return;
		error ??= await done(tell => parser.end(tell));
		yield* rows;
		if (error === null) return;
		if (!(error instanceof CsvError) || mended === MOST_MENDED) {
			problems.push({line: last + 1, what: 'cannot be read from here on'});
			return;
		}

		problems.push({line: last + 1, what: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'has a quotation mark that is never closed' : 'is no row that can be read'});
		before = last + 1;
	}
}

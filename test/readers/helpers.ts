import type {ArticleRecord, Reading} from '../../source/model/document.ts';
import type {Reader} from '../../source/readers/reader.ts';

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const records = (reading: Reading) => {
	if (reading.kind !== 'records') throw new Error(`no records but ${reading.kind}`);
	return reading;
};

/** The records a reader finds in a text. */
export const recordsOf = async (reader: Reader, text: string): Promise<readonly ArticleRecord[]> => records(await reader.read(bytes(text))).records;

/** Kind and words of a record's paragraphs. */
export const body = (record: ArticleRecord | undefined): string[] => record?.paragraphs.map(({kind, text}) => kind === 'paragraph' ? text : `${kind}: ${text}`) ?? [];

import type {ArticleId} from './article.ts';
import type {DocumentId} from './document.ts';

export type Qualifier = '=' | '>' | '>=' | '<' | '<=' | '~' | 'range' | 'vague';
export type Directness = 'direct' | 'indirect' | 'own';
/** FactBank's scale (Saurí and Pustejovsky 2009), of the source towards its own statement. */
export type Stance = 'certain' | 'probable' | 'possible' | 'uncommitted' | 'denied';
/** What a person says of a reading: it is right, it is none, it says something else (where nothing was read: here is one). */
export type Review = 'confirmed' | 'rejected' | 'edited';
export type Component = 'killed' | 'wounded' | 'missing' | 'captured';

/**
 * A number somebody reported, or a refusal to give one (`refusal`, low and high null).
 * Keys are those of `newsdeck figures --json`. Absent is null, never "".
 */
export type Figure = {
	readonly id: string;
	readonly article: ArticleId;
	readonly externalId: string | null;
	readonly document: DocumentId;
	readonly sha256: DocumentId;
	/** 1-based raw line of the figure's first character. */
	readonly line: number;
	/** Body segment from 0; headline -1, standfirst -2. */
	readonly segment: number;
	/** UTF-16 offsets in the segment's text; `text` is exactly that slice. */
	readonly start: number;
	readonly end: number;
	readonly text: string;
	readonly sentence: string;
	readonly low: number | null;
	readonly high: number | null;
	readonly qualifier: Qualifier;
	readonly boundsBasis: 'stated' | 'convention';
	readonly unit: string | null;
	readonly measure: string | null;
	readonly measureText: string | null;
	readonly components: readonly Component[] | null;
	readonly subject: string | null;
	readonly scope: string | null;
	readonly flow: 'total' | 'period' | null;
	readonly periodText: string | null;
	readonly source: string | null;
	readonly sourceText: string | null;
	readonly sourceChain: readonly string[];
	readonly directness: Directness;
	readonly cue: string | null;
	readonly stance: Stance;
	readonly hedges: readonly string[];
	/** The words the source names as its ground ("intercepted calls"), verbatim. */
	readonly basis: string | null;
	/** "could not independently verify", "preliminary": verbatim. */
	readonly verification: string | null;
	/** ISO year, month or day. */
	readonly asOf: string | null;
	readonly asOfText: string | null;
	readonly saidOn: string | null;
	readonly saidOnText: string | null;
	/** Id shared by the carriers of one statement. */
	readonly statement: string | null;
	/** Inside quotation marks. */
	readonly quoted: boolean;
	readonly derived: boolean;
	/** A conversion in brackets or part of a compound ("two-car train"). */
	readonly minor: boolean;
	readonly refusal: boolean;
	readonly review: Review | null;
};

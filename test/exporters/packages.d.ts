// What the tests use of packages that bring no types.
declare module 'citeproc' {
	const CSL: {
		readonly Engine: new (system: {retrieveLocale(name: string): string; retrieveItem(id: string): unknown}, style: string) => {
			setOutputFormat(name: 'text' | 'html'): void;
			updateItems(ids: readonly string[]): void;
			makeBibliography(): [unknown, string[]];
		};
	};
	export default CSL;
}
declare module '@citation-js/core' {
	export const Cite: {async(text: string, options?: {readonly forceType: string}): Promise<{readonly data: ReadonlyArray<Readonly<Record<string, unknown>>>}>};
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';

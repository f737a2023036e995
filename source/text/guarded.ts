/** A pattern behind a look that is quicker: where `may` says no, `pattern` cannot match. A test holds the two against each other. */
export type Guarded = {
	readonly may: (text: string) => boolean;
	readonly pattern: RegExp;
	readonly test: (text: string) => boolean;
	readonly exec: (text: string) => RegExpExecArray | null;
};

export const guarded = (may: Guarded['may'], pattern: RegExp): Guarded => ({
	may, pattern, test: text => may(text) && pattern.test(text), exec: text => may(text) ? pattern.exec(text) : null,
});

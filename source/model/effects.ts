/** The outside world, handed in: tests hand in another. */
export interface Effects {
	now(): Date;
	/** Refuses (Problem, exit "output") where the file exists and `force` is false; else temp file and rename. */
	writeFile(path: string, content: string, options: {readonly force: boolean}): Promise<void>;
	exists(path: string): Promise<boolean>;
}

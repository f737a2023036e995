/** The outside world, handed in: tests hand in another. */
export interface Effects {
	now(): Date;
	/** Who corrects: the name the system has for the person. */
	readonly user: string;
	/** Refuses (Problem, exit "output") where the file exists and `force` is false; else temp file and rename. */
	writeFile(path: string, content: string, options: {readonly force: boolean}): Promise<void>;
	exists(path: string): Promise<boolean>;
}

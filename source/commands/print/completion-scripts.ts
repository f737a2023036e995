import type {Command, FlagSpec, FlagSpecs} from '../command.ts';
import {kebab} from '../help.ts';

/** What completing needs to know of the verbs, all loaded. */
export type CommandTable = ReadonlyArray<{readonly name: string; readonly summary: string; readonly command: Pick<Command, 'flags' | 'wordless'>}>;

const words = (flags: FlagSpecs): string[] => Object.keys(flags).map(name => `--${kebab(name)}`);
const isFile = ({value}: FlagSpec): boolean => value === 'FILE' || value === 'DIR' || value === 'PATH';
const flagsOf = (flags: FlagSpecs): ReadonlyArray<readonly [name: string, spec: FlagSpec]> => Object.entries(flags).map(([name, spec]) => [kebab(name), spec]);

/** Within single quotes, for bash, zsh and fish alike. */
const quoted = (text: string): string => `'${text.replaceAll('\'', '\'\\\'\'')}'`;

export const bash = (table: CommandTable, shared: FlagSpecs): string => {
	const values = (verb: string, flags: FlagSpecs): string[] => flagsOf(flags).flatMap(([name, spec]) => {
		if (spec.choices !== undefined) return [`\t\t${verb}:--${name}) COMPREPLY=($(compgen -W ${quoted(spec.choices.join(' '))} -- "$cur")); return ;;`];
		if (isFile(spec)) return [`\t\t${verb}:--${name}) COMPREPLY=($(compgen -f -- "$cur")); return ;;`];
		return spec.value === undefined ? [] : [`\t\t${verb}:--${name}) return ;;`];
	});
	const names = table.map(({name}) => name);
	return [
		'# newsdeck: completion for bash. In ~/.bashrc: eval "$(newsdeck completion bash)"',
		'_newsdeck() {',
		'\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb= flags= i',
		'\tfor ((i = 1; i < COMP_CWORD; i++)); do',
		`\t\tcase \${COMP_WORDS[i]} in ${names.join('|')}) verb=\${COMP_WORDS[i]}; break ;; esac`,
		'\tdone',
		'\tcase $verb:$prev in',
		...table.flatMap(({name, command}) => values(name, command.flags)),
		...values('*', shared),
		'\tesac',
		'\tif [[ $cur == -* ]]; then',
		'\t\tcase $verb in',
		...table.map(({name, command}) => `\t\t\t${name}) flags=${quoted(words(command.flags).join(' '))} ;;`),
		'\t\tesac',
		`\t\tCOMPREPLY=($(compgen -W "$flags ${words(shared).join(' ')}" -- "$cur"))`,
		'\telif [[ -z $verb ]]; then',
		`\t\tCOMPREPLY=($(compgen -W ${quoted(names.join(' '))} -- "$cur"))`,
		'\telse',
		'\t\tCOMPREPLY=($(compgen -f -- "$cur"))',
		'\tfi',
		'}',
		'complete -o filenames -F _newsdeck newsdeck',
	].join('\n');
};

export const zsh = (table: CommandTable, shared: FlagSpecs): string => {
	const bare = (text: string): string => text.replaceAll(/[[\]:\\]/g, sign => `\\${sign}`);
	const argument = ([name, spec]: readonly [string, FlagSpec]): string => {
		const action = spec.choices === undefined ? isFile(spec) ? '_files' : ' ' : `(${spec.choices.join(' ')})`;
		return quoted(`--${name}[${bare(spec.help)}]${spec.value === undefined ? '' : `:${spec.value}:${action}`}`);
	};
	return [
		'#compdef newsdeck',
		'# newsdeck: completion for zsh. Save it as _newsdeck in a folder of $fpath.',
		'_newsdeck() {',
		'\tlocal -a verbs shared',
		`\tverbs=(${table.map(({name, summary}) => quoted(`${name}:${bare(summary)}`)).join(' ')})`,
		`\tshared=(${flagsOf(shared).map(argument).join(' ')})`,
		'\tlocal verb=${words[(r)(' + table.map(({name}) => name).join('|') + ')]}',
		'\tcase $verb in',
		...table.map(({name, command}) => `\t\t${name}) _arguments $shared ${[...flagsOf(command.flags).map(argument), ...(command.wordless === true ? [] : ['\'*:file:_files\''])].join(' ')} ;;`),
		'\t\t*) _arguments $shared \'1:verb:{_describe verb verbs}\' ;;',
		'\tesac',
		'}',
		'(( $+functions[compdef] )) && compdef _newsdeck newsdeck',
	].join('\n');
};

export const fish = (table: CommandTable, shared: FlagSpecs): string => {
	const lines = (where: string, flags: FlagSpecs): string[] => flagsOf(flags).map(([name, spec]) =>
		`complete -c newsdeck ${where}-l ${name} -d ${quoted(spec.help)}${spec.value === undefined ? '' : spec.choices === undefined ? isFile(spec) ? ' -r -F' : ' -x' : ` -x -a ${quoted(spec.choices.join(' '))}`}`);
	return [
		'# newsdeck: completion for fish. newsdeck completion fish > ~/.config/fish/completions/newsdeck.fish',
		...table.map(({name, summary}) => `complete -c newsdeck -f -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`),
		...lines('', shared),
		...table.flatMap(({name, command}) => lines(`-n '__fish_seen_subcommand_from ${name}' `, command.flags)),
	].join('\n');
};

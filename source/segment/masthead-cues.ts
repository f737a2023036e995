import {rowsFor} from './needs.ts';

/** A capitalised name of up to six words; scripts without capitals begin with any letter. */
export const NAME = '((?:[Tt]he )?[\\p{Lu}\\p{Lo}\\d][\\p{L}\\d&’\'.!+-]*(?: (?:(?:of|and|the|for|by|&) )?[\\p{Lu}\\d][\\p{L}\\d&’\'.!+-]*){0,5})';
/** What a company has in its name and a paper has not. */
export const COMPANY = /,? (?:S\.? ?[AL]\.?(?:S\.?)?|S\.?p\.?A|S\.?r\.?l|Sp\. z o\.o|B\.?V|N\.?V|A\/S|\b(?:Inc|LLC|LLP|Ltd|Limited|PLC|plc|GmbH|AG|AB|AS|Oy|Kft|Zrt|Ltda|Pty|Pvt|Corp|Corporation|Company|Co|Group|Holdings?|Media Group|Publishing|Publications|Publishers|Enterprises|Verlag|Editions|Éditions))\b\.?.*$/;

/** One way in which a page names who made it. */
export type Kind = 'copyright' | 'owner' | 'follow' | 'about' | 'search' | 'more' | 'things' | 'letters' | 'app' | 'imprint' | 'self' | 'first' | 'byline' | 'title' | 'titles' | 'alone' | 'named' | 'domain' | 'series';
type Cue = {readonly kind: Kind; readonly pattern: RegExp};
const cue = (kind: Kind, pattern: string): Cue => ({kind, pattern: new RegExp(pattern, 'u')});

/** Words of a page's furniture that name the site: "© 2019 The Salder Echo", "Follow the Echo on Facebook", "About the Echo". */
export const CUES: readonly Cue[] = [
	cue('copyright', `^[^\\p{L}\\d©ⓒ]*(?:All contents? |Site |Content |Website )?(?:©|ⓒ|\\([cC]\\)|[Cc]opyright|COPYRIGHT)(?:[ ,]|©|ⓒ|\\([cC]\\)|[Cc]opyright|by|\\d{4}(?: ?[-–] ?\\d{2,4})?)*${NAME}`),
	cue('copyright', `^${NAME},? (?:©|\\([cC]\\)|[Cc]opyright) ?\\d{4}`),
	cue('copyright', `^(?:©|\\([cC]\\))? ?\\d{4} ${NAME}[.,]? [Aa]ll [Rr]ights`),
	cue('follow', `\\b(?:[Ff]ollow|[Tt]weets by|[Ss]uivez|[Ss]uivre|[Pp]olub|[Ss]egui|[Vv]olg|[Ss]íguenos en|[Ss]igue a|[Ff]olgen [Ss]ie) @?${NAME}(?: (?:on|sur|auf|en|na|w|su|em) | online|:|$)`),
	cue('follow', `\\b(?:[Ll]ike|[Ff]ind|[Jj]oin) ${NAME} on `),
	cue('follow', `^${NAME} (?:on|sur|auf|en|na|w|su|em|bei) (?:[Ff]acebook|[Tt]witter|X|[Ii]nstagram|[Yy]ou[Tt]ube|[Ll]inked[Ii]n|[Tt]ik[Tt]ok|[Gg]oogle)`),
	cue('about', `^(?:About|Contact|Advertise (?:with|on|in)|Subscribe to|Sign up (?:for|to)|Support|Join|Welcome to|Log in to|Sign in to|Back to|Careers at|Jobs at|Work (?:for|at|with)|Write for|Donate to|Read|Visit|Inside|Become an?|Get) (?:the )?${NAME}(?: [Tt]oday| [Nn]ow|[:!.])?$`),
	cue('search', `^(?:Search|Browse) (?:the )?${NAME}(?:\\.\\.\\.|…)?$`),
	cue('more', `^(?:(?:Read )?[Mm]ore (?:from|on|in|at)|Also (?:on|in)|Latest (?:from|on)|Most (?:read|popular) (?:on|in)|From|Trending on) (?:the )?${NAME}:?$`),
	cue('things', `^(?:The )?${NAME} (?:[Hh]ome ?[Pp]age|[Nn]ewsletters?|[Aa]pps?|[Ss]tore|[Ss]hop|[Ss]taff|[Ss]ubscribers?|[Ll]ogo|[Mm]asthead|[Mm]ain [Mm]enu|[Mm]embership|[Ee]vents|[Pp]odcasts?|[Aa]rchives?|[Ff]acebook|[Tt]witter|[Ee]ditorial|RSS|[Mm]agazine|[Ee]-?[Pp]aper)$`),
	cue('letters', `\\b(?:[Ss]ign up (?:for|to)|[Ss]ubscribe to|[Gg]et|[Rr]eceive) (?:the |our )?${NAME}(?:['’]s)? .{0,24}(?:[Nn]ewsletters?|e-?mails?|[Aa]lerts?|[Uu]pdates|[Bb]riefings?)\\b`),
	cue('app', `\\b(?:[Dd]ownload|[Gg]et|[Tt]ry|[Ii]nstall) (?:the )?(?:free )?${NAME}(?: [Nn]ews)? [Aa]pps?\\b`),
	cue('app', `^(?:The )?${NAME} (?:for|on) (?:iPhone|iPad|iOS|Android|Kindle)\\b`),
	cue('imprint', `\\b(?:[Cc]opyright (?:of|by)|[Pp]roperty of|[Pp]ublished by|[Tt]rademarks? of|[Pp]ermission (?:of|from)) (?:the )?${NAME}`),
	cue('imprint', `^(?:The )?${NAME} (?:is|are) (?:published|printed|produced|registered|regulated)\\b`),
	cue('self', `^${NAME} (?:is (?:part of|a part of|an? |the |owned|published|operated|supported|funded|not responsible|trusted)|and its partners|uses cookies|covers)`),
	cue('first', `(?:[Oo]riginally|[Ff]irst) (?:published|appeared) (?:on|by|in|at) (?:the )?${NAME}`),
	cue('byline', `(?:^|[,|–—-] |/ )${NAME} (?:[Ss]taff|[Cc]ontribut(?:or|ing)|[Bb]ureau|[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Ee]ditor-at-large)\\b`),
	cue('byline', `^(?:By|BY) [^,|]{3,50}[,|] (?:(?:for|For) )?(?:the )?${NAME}$`),
];

/** Those that a line may hold. */
export const cuesFor = rowsFor(CUES);

/** The plainer a kind of naming, the better its line is as evidence. */
export const PLAIN: readonly Kind[] = ['title', 'first', 'copyright', 'follow', 'about', 'letters', 'app', 'things', 'imprint', 'self', 'search', 'byline', 'more', 'titles', 'alone', 'named', 'domain', 'owner', 'series'];

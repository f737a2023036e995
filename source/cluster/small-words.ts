/** Words that say nothing by themselves: a label does not begin or end with one, and no reason consists of one. */
export const smallWords: ReadonlySet<string> = new Set((
	'a an the and or but nor of in on at to for from by with without within as is are was were be been being am has have had having will would could can may might must shall should do does did done doing not no '
	+ 'it its he she they them him her his hers their theirs we us our you your i me my this that these those who whom whose which what when where why how than then there here also too very just only even still yet '
	+ 'more most less least much many few some any all both each every other another such own same so if because while although though since until before after during over under above below about into onto out up down off '
	+ 'through between among against towards around across per via amid despite according say says said saying tell tells told ask asked add added first last next new now one two three '
	+ 'year years month months week weeks day days today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr like get got make made take taken come came go went going regards bring really'
).split(' '));

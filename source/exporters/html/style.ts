// The hues of the screen, on paper and at night; each has one meaning (figure, quote, newsdeck's own words, a warning).
export const sheet = `
:root{color-scheme:light dark;--paper:#fcfaf5;--ink:#24231f;--dim:#656157;--rule:#b9b2a2;--figure:#875000;--quote:#27673f;--focus:#1a5c9c;--own:#69459b;--warn:#a32e1d;--tint:#f1ecdf}
@media (prefers-color-scheme:dark){:root{--paper:#16181c;--ink:#d9d5cb;--dim:#928f87;--rule:#4c4e52;--figure:#e3b565;--quote:#8fc3a3;--focus:#7fb2e5;--own:#b9a5e2;--warn:#e5806f;--tint:#23272e}}
*{box-sizing:border-box}
html{font:16px/1.5 Charter,"Bitstream Charter",Georgia,serif;background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:100rem;padding:1.5rem clamp(1rem,3vw,3rem) 4rem;overflow-wrap:anywhere}
h1{font-size:1.9rem;line-height:1.2;margin:.2rem 0 .5rem;max-width:40rem}
h2{font-size:1.25rem;margin:2.6rem 0 .8rem;padding-top:.5rem;border-top:3px double var(--rule)}
h3{font-size:1rem;margin:1.2rem 0 .3rem}
p,ul,ol,dl,blockquote{margin:.4rem 0;max-width:44rem}
ul,ol{padding-left:1.3rem}
a{color:var(--focus)}a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem}
nav a{display:inline-block;padding:.2rem 0}
.dim,.when,.who-small,dt,caption{color:var(--dim)}
.f{color:var(--figure);font-weight:600;text-decoration-color:var(--rule);text-underline-offset:.15em}
.hedge{color:var(--figure);font-style:italic}
.q{color:var(--quote)}
.own{color:var(--own);font-style:italic}
.warn{color:var(--warn)}
.scroll{overflow-x:auto;max-width:100%;position:relative}
table{border-collapse:collapse;min-width:36rem;width:100%}
table.ledger{table-layout:fixed}
caption{text-align:left;padding-bottom:.4rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .8rem .45rem 0;border-bottom:1px solid var(--rule);overflow-wrap:normal}
thead th{border-bottom:3px double var(--rule)}
td p{margin:0 0 .35rem}
td .f{font-size:1.05rem}
.note td{border-bottom:1px solid var(--rule);padding-top:0}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.row{border-bottom:1px solid var(--rule);padding:.6rem 0}
.cell+.cell{margin-top:.8rem}
.cell p{margin:.2rem 0}
.name{font-weight:700;margin:.2rem 0}
.gap p{display:inline}.gap .name::after{content:' '}
.heads{display:none}
@media print,(min-width:60rem){
.row,.heads{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:2rem}
.heads{position:sticky;top:0;background:var(--paper);border-bottom:3px double var(--rule);padding:.4rem 0;z-index:1}
.cell+.cell{margin-top:0}
.gap p{display:block}
}
@media screen and (min-width:60rem){
.row .name{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
}
del{color:var(--dim)}ins{color:var(--own);text-decoration:underline}
details{border-bottom:1px solid var(--rule)}
summary{cursor:pointer;padding:.45rem 0}
blockquote{border-left:3px solid var(--rule);padding-left:.9rem}
mark{background:var(--tint);color:var(--figure);font-weight:600}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem .9rem;font-size:.92rem}
dd{margin:0}
.mono{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,monospace;font-size:.82em}
.proof{list-style:none;padding:0}.proof>li{margin:0}
:target{background:var(--tint)}
svg{display:block;min-width:44rem;width:100%;height:auto;font:13px ui-sans-serif,system-ui,sans-serif}
svg text{fill:var(--ink)}svg .dim{fill:var(--dim)}svg .f{fill:var(--figure)}
svg line{stroke:var(--rule)}svg .mark{stroke:var(--figure);stroke-width:6;stroke-linecap:round}svg circle{fill:var(--figure)}
.tick{display:flex;gap:.6rem;align-items:baseline;padding:.2rem 0}
@media print{
:root{--paper:#fff;--ink:#000;--dim:#444;--rule:#999;--figure:#000;--quote:#000;--own:#000;--warn:#000;--focus:#000;--tint:#fff}
html{font-size:10pt}body{padding:0;max-width:none}nav{display:none}
.scroll{overflow:visible}table,svg{min-width:0}
details::details-content{content-visibility:visible;display:block;block-size:auto}
@page{margin:14mm}
h2,h3,summary{break-after:avoid}tr,.proof>li{break-inside:avoid}p{orphans:3;widows:3}
.heads{display:none}.row,.heads{gap:1rem}.row .name{color:var(--dim);font-size:.85em}
}
`.replaceAll('\n', '');

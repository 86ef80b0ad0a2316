/**
 * The look of the page: one calm column, generous space, lengths in rem so that everything grows with the text.
 * Colours come as custom properties from `paletteRules()`.
 */
export const pageStyles = `*,*::before,*::after{box-sizing:border-box}
html{font-size:var(--size,100%);-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1.5rem}
body{margin:0;background:var(--background);color:var(--text);font-family:var(--font,"Report","Atkinson Hyperlegible Next",system-ui,"Segoe UI",sans-serif);font-size:1.125rem;line-height:1.6;overflow-wrap:break-word}
p,ul,ol,dl,figure,blockquote,pre,table{margin:0 0 1.25em}
a{color:var(--link);text-decoration-thickness:.08em;text-underline-offset:.18em}
a:hover{text-decoration-thickness:.16em}
:focus-visible{outline:.2rem solid var(--link);outline-offset:.2rem;border-radius:.15rem}
.cover :focus-visible{outline-color:var(--on-primary)}
main:focus{outline:none}
img,svg{max-width:100%;height:auto}
h1,h2,h3,h4,h5,h6{color:var(--heading);line-height:1.2;margin:2.2em 0 .6em;text-wrap:balance}
h1{font-size:2.5rem}
h2{font-size:1.9rem;margin-top:0}
h3{font-size:1.4rem}
h4{font-size:1.2rem}
h5,h6{font-size:1.125rem}
li{margin-bottom:.35em}
li>ul,li>ol{margin:.35em 0 .5em}
hr{border:0;border-top:.15rem solid var(--rule);width:6rem;margin:2.5rem 0}
code{font-family:ui-monospace,Consolas,"DejaVu Sans Mono",monospace;font-size:.95em}
pre{white-space:pre-wrap;background:var(--tint);padding:1rem 1.25rem;border-radius:.4rem}
abbr{text-decoration:none}
sup{line-height:0;font-size:.8em}
.note-mark a{padding:.35em .3em}
.visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-6rem;z-index:3;background:var(--background);color:var(--link);padding:.75rem 1.25rem;border-radius:0 0 .4rem .4rem;font-weight:700}
.skip:focus{top:0}
.cover{background:var(--primary);color:var(--on-primary);border-bottom:.6rem solid var(--accent)}
.cover-inner{max-width:66rem;margin:0 auto;padding:2rem 1.5rem 3rem}
.cover h1{color:inherit;font-size:clamp(2.1rem,1.3rem + 3.4vw,3.6rem);line-height:1.1;letter-spacing:-.01em;margin:2.5rem 0 0;max-width:22em}
.cover .subtitle{font-size:clamp(1.2rem,1rem + 1vw,1.6rem);line-height:1.35;margin:.75rem 0 0;max-width:36em}
.cover .facts{list-style:none;padding:0;margin:1.75rem 0 0;display:flex;flex-wrap:wrap;gap:.25rem 2rem}
.cover .facts li{margin:0}
.cover .about,.cover .contact{max-width:42rem;margin:1.25rem 0 0}
.cover .contact a{color:inherit}
.cover-top{display:flex;flex-wrap:wrap;gap:1rem 2rem;justify-content:space-between;align-items:flex-start;min-height:2.75rem}
.settings-bar{margin-inline-start:auto}
.logo{display:inline-block;background:#fff;padding:.75rem 1rem;border-radius:.4rem;line-height:0}
.logo img{max-height:4.5rem;width:auto}
.cover-picture{margin:2rem 0 0}
.cover-picture img{display:block;border-radius:.4rem;max-height:28rem;width:auto}
@media (min-width:56rem){
.cover-inner:has(.cover-picture){display:grid;grid-template-columns:minmax(0,1fr) auto;grid-template-rows:auto auto auto auto auto 1fr;column-gap:4rem}
.cover-inner:has(.cover-picture)>*{grid-column:1}
.cover-inner:has(.cover-picture)>.cover-top,.cover-inner:has(.cover-picture)>.settings{grid-column:1/-1}
.cover-inner .cover-picture{grid-column:2;grid-row:2/span 5;margin:1.5rem 0 0}
.cover-inner:has(.settings:not([hidden])) .cover-picture{grid-row:3/span 5}
}
.page{max-width:66rem;margin:0 auto;padding:3rem 1.5rem 4rem}
.contents h2{font-size:1.2rem;margin:0 0 .8rem}
.contents ol{list-style:none;padding:0;margin:0}
.contents li{margin:0}
.contents ol ol{margin:0 0 .35rem;padding-inline-start:.9rem;border-inline-start:.15rem solid var(--line)}
.contents a{display:block;padding:.3rem .25rem;line-height:1.35;text-decoration:none}
.contents ol ol a{font-size:1rem}
.contents a:hover{text-decoration:underline}
.page>.contents{background:var(--tint);border-radius:.6rem;padding:1.5rem;margin-bottom:3rem}
main{max-width:var(--measure,44rem)}
.page:not(:has(>.contents)) main{max-width:none}
.page:not(:has(>.contents)) main :is(p,ul,ol,h2,h3,h4,h5,h6,.quote,.callout,.figure,.description,.notes,pre){max-width:var(--measure,44rem)}
.page:not(:has(>.contents)) main :is(.key-figures,.cards,.steps) :is(ul,ol,p){max-width:none}
main>section,main>div>section{margin-top:4.5rem}
/* The number of a printed page stands with the section that begins it. */
main>.page-break:has(+section){margin-top:4rem;margin-bottom:0}
main>.page-break:first-child{margin-top:0}
main>.page-break+section{margin-top:1.25rem}
main>section:first-child{margin-top:0}
main>section>h2::before,main>div>section>h2::before{content:"";display:block;width:3.5rem;height:.35rem;background:var(--accent);border-radius:.2rem;margin-bottom:1rem}
.block-title{font-weight:700;font-size:1.2rem;line-height:1.3;color:var(--heading);margin:0 0 1rem}
.key-figures{margin:2rem 0 2.5rem;padding:1.75rem 1.5rem;background:var(--tint);border-radius:.6rem}
/* WebKit tells VoiceOver of no list without a marker, but does of one whose marker is empty (WebKit, AccessibilityList). */
.key-figures ul{list-style:none;list-style-type:"";margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,9rem),1fr));gap:1.5rem}
.key-figures li{margin:0;padding-top:.75rem;border-top:.25rem solid var(--accent);line-height:1.4}
.figure-value{display:block;font-size:2.75rem;line-height:1.1;color:var(--heading);letter-spacing:-.01em}
.figure-long{font-size:2.1rem;padding-top:.25em}.figure-longest{font-size:1.9rem;padding-top:.35em}
.key-figures:has(.figure-longest) ul{grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr))}
.key-figures ul:has(>li:nth-child(4):last-child){grid-template-columns:repeat(auto-fit,minmax(min(100%,max(11rem,40%)),1fr))}
@media (min-width:66rem){:root:not([data-size]) .page:not(:has(>.contents)) .key-figures:not(:has(.figure-longest)) ul:has(>li:nth-child(4):last-child){grid-template-columns:repeat(4,minmax(0,1fr))}}
.figure-label{display:block;margin-top:.25rem}
.figure-change{display:block;color:var(--quiet);font-size:1rem;margin-top:.15rem}
.quote{margin:2rem 0;padding:.25rem 0;padding-inline-start:1.5rem;border-inline-start:.35rem solid var(--accent)}
.quote blockquote{margin:0;font-size:1.2rem;line-height:1.55}
.quote blockquote p:last-child{margin-bottom:0}
.quote figcaption{margin-top:.75rem;color:var(--quiet)}
.quote-by{font-weight:700;color:var(--text)}
main>blockquote,section>blockquote{margin-inline-start:0;padding-inline-start:1.5rem;border-inline-start:.35rem solid var(--line)}
.figure{margin:2rem 0}
.figure img{display:block;border-radius:.4rem}
.figure figcaption{margin-top:.75rem;color:var(--quiet);font-size:1rem}
.credit{display:inline-block}
.description{margin:-1rem 0 2rem;padding-inline-start:1.25rem;border-inline-start:.2rem solid var(--line);font-size:1rem}
.picture-words{font-style:normal;background:var(--tint);padding:1rem 1.25rem;border-radius:.4rem}
.inline-image{vertical-align:-.15em;max-height:1.4em;width:auto}
.chart{margin:2.5rem 0;padding:1.5rem;border:.1rem solid var(--line);border-radius:.6rem}
.chart figcaption{font-weight:700;font-size:1.2rem;line-height:1.3;color:var(--heading);margin-bottom:1.25rem}
.chart svg{margin:0 auto}
.chart-wide{display:block}
.chart-wide{width:40rem}
.chart-narrow{width:18.75rem}
.chart-narrow,:root[data-size="larger"] .chart-wide,:root[data-size="largest"] .chart-wide{display:none}
:root[data-size="larger"] .chart-narrow,:root[data-size="largest"] .chart-narrow{display:block}
@media (max-width:38rem){.chart-wide{display:none}.chart .chart-narrow{display:block}}
.chart-sentence{margin:1.25rem 0 0;color:var(--quiet);font-size:1rem}
.chart-data{margin-top:1.25rem}
.chart-data table,.chart-data .table-scroll{margin-bottom:0}
.chart-ways{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:0 0 1.25rem;padding:0;border:0;font-size:1rem}
.chart-ways legend{float:left;padding:0;margin-right:.5rem;line-height:2.5rem}
.fill-text{fill:var(--text)}.fill-quiet{fill:var(--quiet)}.fill-background{fill:var(--background)}.stroke-background{stroke:var(--background)}.stroke-rule{stroke:var(--rule)}
${[1, 2, 3, 4, 5, 6].map((n) => `.fill-series-${n}{fill:var(--series-${n})}.stroke-series-${n}{stroke:var(--series-${n})}`).join('')}
.data-table{margin:2rem 0}
.table-scroll{overflow-x:auto;margin-bottom:1.25em}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;line-height:1.4}
.table-scroll table{margin:0}
caption{text-align:start;font-weight:700;color:var(--heading);padding-bottom:.6rem}
/* The caption stays in view and wraps when the table is wider than the screen. */
caption>span{display:inline-block;position:sticky;inset-inline-start:0;max-width:min(100%,calc(100vw - 3rem))}
th,td{text-align:start;vertical-align:top;padding:.6rem;border-bottom:.08rem solid var(--line)}
th{min-width:5.5em}
th.align-right{min-width:4.5em}
thead th,thead td{background:var(--tint);border-bottom:.15rem solid var(--rule);vertical-align:bottom}
.align-right{text-align:end}
.align-center{text-align:center}
.steps{margin:2rem 0}
.steps ol{list-style:none;list-style-type:"";margin:0;padding:0;counter-reset:step}
.steps li{position:relative;margin:0;padding:0 0 1.5rem;padding-inline-start:3.5rem;counter-increment:step}
.steps li>p:last-child{margin-bottom:0}
.steps-steps li::before{content:counter(step);position:absolute;inset-inline-start:0;top:-.15rem;width:2.25rem;height:2.25rem;border-radius:50%;background:var(--primary);color:var(--on-primary);font-weight:700;display:flex;align-items:center;justify-content:center}
.steps-steps li::after,.steps-timeline li::after{content:"";position:absolute;inset-inline-start:1.05rem;top:2.4rem;bottom:.35rem;border-inline-start:.15rem solid var(--rule)}
.steps li:last-child::after{display:none}
.steps-timeline li{padding-inline-start:2.5rem}
.steps-timeline li::before{content:"";position:absolute;inset-inline-start:0;top:.35rem;width:1.1rem;height:1.1rem;border-radius:50%;border:.25rem solid var(--accent);background:var(--background)}
.steps-timeline li::after{inset-inline-start:.47rem;top:1.75rem}
.step-when{margin:0;color:var(--quiet);font-size:1rem}
.step-title{margin:0 0 .35rem;font-weight:700;line-height:1.35}
.steps-funnel li{padding:0 0 1.25rem}
.steps-funnel .step-title{font-weight:400}
.step-value{font-size:2rem;line-height:1.1;color:var(--heading);margin-right:.35rem}
.funnel-bar{display:block;width:100%;height:.8rem;margin:.15rem 0 .4rem;border-radius:.15rem;background:var(--tint)}
.cards{margin:2rem 0}
.cards ul{list-style:none;list-style-type:"";margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));gap:1.25rem}
.card{margin:0;padding:1.25rem;border:.1rem solid var(--line);border-radius:.6rem;line-height:1.5}
.card img{display:block;border-radius:.3rem;margin-bottom:1rem}
.card-title{font-weight:700;font-size:1.15rem;line-height:1.35;margin-bottom:.5rem}
.card>p:last-child{margin-bottom:0}
.callout{margin:2rem 0;padding:1.25rem 1.5rem;background:var(--tint);border-inline-start:.35rem solid var(--link);border-radius:.15rem}
.callout .block-title{font-size:1.125rem;margin-bottom:.5rem}
.callout>:last-child{margin-bottom:0}
.callout-important,.callout-warning{border-inline-start-color:var(--accent)}
.tasks{list-style:none;list-style-type:"";padding-inline-start:0}
.task-state{font-weight:700}
.page-break{color:var(--quiet);font-size:.9rem;border:.08rem solid var(--line);border-radius:.3rem;padding:.05rem .45rem;line-height:1.4}
div.page-break{width:fit-content;margin:0 0 1rem}
span.page-break{white-space:nowrap;margin:0 .25rem}
.notes{margin-top:4.5rem;padding-top:2rem;border-top:.15rem solid var(--rule)}
.notes h2{font-size:1.4rem}
.notes-list{padding-inline-start:1.75rem;font-size:1rem}
.notes-list li{margin-bottom:.75rem}
:target{scroll-margin-top:1.5rem}
.notes-list li:target,.note-mark a:target{background:var(--tint);outline:.15rem solid var(--rule)}
.note-back{display:inline-block;padding:0 .5rem;text-decoration:none}
.foot{border-top:.1rem solid var(--line);background:var(--tint)}
.foot-inner{max-width:66rem;margin:0 auto;padding:2rem 1.5rem 3rem;font-size:1rem}
.foot p{margin:0 0 .5rem;max-width:44rem}
button{font:inherit;font-size:1rem;line-height:1.3;color:var(--link);background:var(--background);border:.12rem solid var(--link);border-radius:.4rem;padding:.55rem 1rem;min-height:2.75rem;cursor:pointer}
button:hover{text-decoration:underline}
button[aria-pressed="true"]{background:var(--link);color:var(--background)}
.settings-button{background:transparent;color:var(--on-primary);border-color:var(--on-primary)}
.settings{background:var(--background);color:var(--text);border-radius:.6rem;padding:1.5rem;margin-top:1.25rem;font-size:1rem}
.settings :focus-visible{outline-color:var(--link)}
.settings[hidden],.settings-bar[hidden]{display:none}
.settings-groups{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:1.25rem 2rem;margin-bottom:1.25rem}
fieldset{border:0;margin:0;padding:0;min-width:0}
.settings legend{font-weight:700;padding:0;margin-bottom:.35rem}
.settings label{display:flex;gap:.6rem;align-items:center;min-height:2.1rem;cursor:pointer}
.settings input{width:1.25rem;height:1.25rem;margin:0;flex:none;accent-color:var(--link)}
@media (min-width:64rem){
:root:not([data-size="larger"],[data-size="largest"]) .page:has(>.contents){display:grid;grid-template-columns:15rem minmax(0,1fr);gap:4rem}
:root:not([data-size="larger"],[data-size="largest"]) .page>.contents{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow-y:auto;background:none;padding:0 .5rem 0 .25rem;margin:0;font-size:1rem}
:root:not([data-size="larger"],[data-size="largest"]) .contents ol ol a{font-size:.95rem}
}
@media (max-width:30rem){.page{padding:2rem 1rem 3rem}.cover-inner{padding:1.25rem 1rem 2rem}.chart{padding:1rem;border-width:0 0 .1rem;border-radius:0;padding-inline-start:0;padding-inline-end:0}.key-figures{padding:1.25rem 1rem}.quote{padding-inline-start:1rem}.foot-inner{padding:1.5rem 1rem 2rem}}
:root[data-size="large"]{--size:125%}
:root[data-size="larger"]{--size:150%}
:root[data-size="largest"]{--size:200%}
:root[data-spacing="wide"] body{line-height:1.9;letter-spacing:.03em;word-spacing:.08em}
:root[data-spacing="wider"] body{line-height:2.2;letter-spacing:.12em;word-spacing:.16em}
:root[data-spacing="wider"] p,:root[data-spacing="wider"] li{margin-bottom:1.8em}
:root[data-width="narrow"]{--measure:32rem}
:root[data-width="full"]{--measure:none}
:root[data-font="sans"]{--font:system-ui,"Segoe UI",Roboto,Arial,sans-serif}
:root[data-font="serif"]{--font:Georgia,"Times New Roman",serif}
@media (prefers-reduced-motion:no-preference){:root:not([data-motion="off"]){scroll-behavior:smooth}:root:not([data-motion="off"]) .skip{transition:top .15s}}
@media (prefers-contrast:more){:root{--quiet:var(--text);--line:var(--text);--rule:var(--text)}a{text-decoration-thickness:.14em}.contents a{text-decoration:underline}}
@media (forced-colors:active){
.cover{border-bottom-color:CanvasText}
.key-figures,.callout,.card,.page>.contents,.page-break,.settings,pre,.picture-words{border:.1rem solid CanvasText}
.key-figures li{border-top-color:CanvasText}
.quote,.callout{border-inline-start:.35rem solid CanvasText}
main>section>h2::before,main>div>section>h2::before{background:CanvasText;forced-color-adjust:none}
.steps-steps li::before{border:.12rem solid CanvasText}
.fill-text,.fill-quiet{fill:CanvasText}
.stroke-rule{stroke:CanvasText}
.fill-background{fill:Canvas}.stroke-background{stroke:Canvas}
${[1, 2, 3, 4, 5, 6].map((n) => `.fill-series-${n}`).join(',')}{fill:CanvasText}
${[1, 2, 3, 4, 5, 6].map((n) => `.stroke-series-${n}`).join(',')}{stroke:CanvasText}
.funnel-bar{border:.08rem solid CanvasText}
button[aria-pressed="true"]{background:Highlight;color:HighlightText;forced-color-adjust:none}
}
@media print{
@page{margin:2cm}
/* 10.5 points, and more for whoever chose larger text. */
html{font-size:calc(var(--size,100%)*.875)}
body{font-size:1rem}
.skip,.settings-bar,.settings,.chart-ways,.note-back{display:none!important}
.cover{background:none;color:var(--text);border-bottom:.35rem solid var(--accent);margin-bottom:2rem}
.cover h1{color:var(--heading);margin-top:1.5rem}
.cover-inner,.page,.foot-inner{padding-inline-start:0;padding-inline-end:0;max-width:none}
.page{display:block!important;padding-bottom:0}
.page>.contents{position:static!important;max-height:none!important;background:none;padding:0;columns:2;column-gap:2rem}
.cover-picture img{max-height:16rem}
main{max-width:none}
/* The bar above a heading, and the mark of the page that begins with it, belong to it. */
h2,h3,h4,h5,h6,caption,figcaption,.block-title{break-after:avoid;break-inside:avoid}
div.page-break{break-after:avoid}
main>section,main>div>section{margin-top:2.5rem}
.chart-picture,.chart table,.key-figures,.figure,.quote,.card,.callout,tr,.key-figures li,.steps li{break-inside:avoid}
/* A head of a table without rows, or one row without its head, says nothing. */
thead,tbody tr:first-child{break-after:avoid}
tbody tr:last-child{break-before:avoid}
.chart [hidden]{display:block!important}
/* What stands out above an item is left on the page before. */
.steps-steps li{padding-top:.15rem}
.steps-steps li::before{top:0}
/* A frame that a page cuts would be open at its foot. */
.chart{border-width:.1rem 0;border-radius:0;padding-inline:0}
.chart-wide{width:30rem}
.table-scroll{overflow:visible;container-type:inline-size}
th{min-width:0!important}
caption>span{position:static;max-width:none}
thead{display:table-header-group}
[data-address]::after{content:" (" attr(data-address) ")";font-size:.85em;font-weight:400;overflow-wrap:anywhere}
.key-figures,.callout,thead th,.steps-steps li::before,.funnel-bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.foot{background:none}
}
`;

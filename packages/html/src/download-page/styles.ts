/** What the page of editions adds to the look of a report. */
export const downloadStyles = `.page-narrow{max-width:66rem}
.page-narrow main{max-width:none}
.page-narrow main p{max-width:44rem}
.intro{font-size:1.25rem;line-height:1.45;margin-bottom:-1.5rem}
.need{display:grid;gap:.75rem 2.5rem;padding:1.75rem 0;border-top:.1rem solid var(--line)}
.need:last-child{padding-bottom:0}
h2+.need{border-top:0;padding-top:.5rem}
.need h3{margin:0;font-size:1.25rem;line-height:1.3}
@media (min-width:60rem){:root:not([data-size="larger"],[data-size="largest"]) .need{grid-template-columns:13rem minmax(0,1fr)}.need h3{padding-top:1.1rem}}
.page.page-narrow:not(:has(>.contents)) main .editions{max-width:none}
.editions{list-style:none;list-style-type:"";margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));gap:1.25rem}
.edition{margin:0;padding:1.25rem 1.5rem;border:.1rem solid var(--line);border-inline-start:.35rem solid var(--accent);border-radius:.4rem;display:flex;flex-direction:column;gap:.6rem}
.edition p{margin:0}
.edition-title{font-size:1.15rem;font-weight:700;line-height:1.35}
.edition-title a{display:inline-block;padding:.15rem 0}
.edition-facts{list-style:none;margin:auto 0 0;padding:.35rem 0 0;display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;color:var(--quiet);font-size:1rem}
.edition-facts li{margin:0}
.guide{margin:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));gap:1.5rem 2.5rem}
.guide dt{font-weight:700;color:var(--heading);margin-bottom:.2rem}
.guide dd{margin:0}
.guide dd+dd{margin-top:.2rem}
details summary{display:inline-block;cursor:pointer;color:var(--link);font-weight:700;padding:.5rem 0;text-decoration:underline;text-underline-offset:.18em}
details summary::before{content:"";display:inline-block;width:.55em;height:.55em;margin-inline-end:.6em;border:solid currentColor;border-width:0 .16em .16em 0;transform:rotate(-45deg)}
[dir="rtl"] details summary::before{transform:rotate(135deg)}
details[open] summary::before{transform:rotate(45deg) translate(-.12em,-.12em)}
.sums td{font-family:ui-monospace,Consolas,"DejaVu Sans Mono",monospace;font-size:.9rem;overflow-wrap:anywhere}
.sums th{font-weight:400;white-space:nowrap}
@media (max-width:40rem){.sums th{white-space:normal}.sums table,.sums tbody,.sums tr,.sums th,.sums td{display:block;padding-left:0;padding-right:0}.sums thead{display:none}.sums th{border:0;padding-bottom:0;font-weight:700}}
@media print{.need{display:block;padding:1rem 0}.need h3{margin-bottom:.75rem;padding:0}.edition{break-inside:avoid}}
@media (forced-colors:active){.edition{border-inline-start-color:CanvasText}}
`;

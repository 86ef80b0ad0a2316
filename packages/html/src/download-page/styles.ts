/** What the page of editions adds to the look of a report. */
export const downloadStyles = `.page-narrow{max-width:66rem}
.page-narrow main{max-width:none}
.page-narrow main p{max-width:44rem}
.editions{list-style:none;margin:0 0 2rem;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));gap:1.25rem}
.edition{margin:0;padding:1.25rem 1.5rem;border:.1rem solid var(--line);border-top:.35rem solid var(--accent);border-radius:.4rem;display:flex;flex-direction:column;gap:.6rem}
.edition p{margin:0}
.edition-title{font-size:1.2rem;font-weight:700;line-height:1.35}
.edition-title a{display:inline-block;padding:.15rem 0}
.edition-facts{list-style:none;margin:auto 0 0;padding:.6rem 0 0;display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;color:var(--quiet);font-size:1rem}
.edition-facts li{margin:0}
.guide{margin:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));gap:1.25rem 2.5rem}
.guide dt{font-weight:700;color:var(--heading)}
.guide dd{margin:0}
.sums td{font-family:ui-monospace,Consolas,"DejaVu Sans Mono",monospace;font-size:.9rem;overflow-wrap:anywhere}
.sums th{font-weight:400;white-space:nowrap}
@media (max-width:40rem){.sums th{white-space:normal}.sums table,.sums tbody,.sums tr,.sums th,.sums td{display:block;padding-left:0;padding-right:0}.sums thead{display:none}.sums th{border:0;padding-bottom:0;font-weight:700}}
@media (forced-colors:active){.edition{border-top-color:CanvasText}}
`;

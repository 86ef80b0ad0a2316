/** The build embeds these files as byte arrays (loader `binary` of tsup.config.ts). */
declare module '*.ttf' {
  const bytes: Uint8Array;
  export default bytes;
}
declare module '*.woff2' {
  const bytes: Uint8Array;
  export default bytes;
}

/** The build embeds WebAssembly as a byte array (loader `binary` of tsup.config.ts). */
declare module '*.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

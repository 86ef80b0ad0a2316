#!/usr/bin/env node
// A file that is always there: npm links commands before a fresh clone has built anything.
await import('../dist/bin.js');

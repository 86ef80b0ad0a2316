export * from './still-picture.js';
export * from './png.js';

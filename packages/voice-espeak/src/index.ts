export { espeakEngine, type EspeakFactory, type EspeakModule } from './engine.js';

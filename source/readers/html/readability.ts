// Readability is CommonJS: a bundler gives its names to a static import only. This room is what is loaded when a page needs it.
export {Readability} from '@mozilla/readability';

/** Where the browser keeps how far one has come in the lessons. */
export const LESSONS_KEY = "convscope.lessons";

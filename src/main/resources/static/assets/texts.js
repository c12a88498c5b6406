// Texts of scripts in the page's language: found by their English, with what they name in braces.

const known = JSON.parse(document.querySelector('meta[name="texts"]')?.content ?? '{}');

/** The language of the page. */
export const language = document.documentElement.lang;

/** How days and numbers are written in it. */
export const locale = language === 'en' ? 'en-GB' : language;

export const say = (english, ...named) => (known[english] ?? english).replace(/\{(\d)\}/g, (place, at) => named[at]);

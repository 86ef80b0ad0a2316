import { attribute, words, type DomElement } from './dom.js';

/** What a style sheet says that has a meaning. */
export interface Look {
  bold?: boolean;
  italic?: boolean;
  deleted?: boolean;
  hidden?: boolean;
  raised?: 'super' | 'sub';
  pageBreakBefore?: boolean;
}

/** The looks of classes: Google Docs and Word write every mark as a class. */
export type ClassLooks = ReadonlyMap<string, Look>;

/** Reads rules of single classes, `.c3{font-weight:700}`; other rules say how a page looks, not what it means. */
export function readClassLooks(css: string): ClassLooks {
  const looks = new Map<string, Look>();
  for (const [, selector, body] of css.slice(0, 2_000_000).matchAll(/([^{}]{1,400})\{([^{}]{0,4000})\}/g)) {
    for (const part of selector!.split(',')) {
      const name = /^\s*(?:p|span|li|td)?\.([\w-]+)\s*$/.exec(part)?.[1];
      if (name !== undefined) looks.set(name, { ...looks.get(name), ...readLook(body!) });
    }
  }
  return looks;
}

function readLook(declarations: string): Look {
  const look: Look = {};
  for (const declaration of declarations.split(';')) {
    const [name = '', ...rest] = declaration.split(':');
    const value = rest.join(':').trim().toLowerCase();
    switch (name.trim().toLowerCase()) {
      case 'font-weight':
        look.bold = /^(?:bold|[6-9]00)/.test(value);
        break;
      case 'font-style':
        look.italic = /^(?:italic|oblique)/.test(value);
        break;
      case 'text-decoration':
      case 'text-decoration-line':
        if (value.includes('line-through')) look.deleted = true;
        break;
      case 'display':
        look.hidden = value === 'none';
        break;
      case 'visibility':
        if (value === 'hidden') look.hidden = true;
        break;
      case 'mso-hide':
        if (value === 'all') look.hidden = true;
        break;
      case 'vertical-align':
        if (value === 'super' || value === 'sub') look.raised = value;
        break;
      default:
    }
  }
  return look;
}

/** The look of an element by its classes and its own style. */
export function lookOf(element: DomElement, classes: ClassLooks): Look {
  const look: Look = {};
  if (classes.size > 0) for (const name of words(element, 'class')) Object.assign(look, classes.get(name));
  const style = attribute(element, 'style');
  return style === undefined ? look : { ...look, ...readLook(style) };
}

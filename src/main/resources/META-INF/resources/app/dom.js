// Builds elements. Text is always set as text, never as markup, so that nothing that was sent can act as code.

const SVG = 'http://www.w3.org/2000/svg';

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked' || name === 'selected' || name === 'disabled') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    element.append(child);
  }
}

/** h('td', {class: 'number'}, '45.0') */
export function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function s(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** Whoever works by keyboard goes on in the control of the same name, or where what came of it is told. */
export function replace(element, ...children) {
  const held = element.contains(document.activeElement) && document.activeElement.name;
  element.replaceChildren();
  append(element, children);
  if (held) element.querySelector(`[name="${held}"]`)?.focus();
}

/** Leads the keyboard to what is no control: to what came of a step. */
export function lead(element) {
  element.tabIndex = -1;
  element.focus();
}

/** Does the work of a button, once at a time; the button keeps the focus meanwhile, which a disabled one would lose. */
export async function working(button, act) {
  if (button.hasAttribute('aria-disabled')) return;
  button.setAttribute('aria-disabled', 'true');
  try {
    await act();
  } finally {
    button.removeAttribute('aria-disabled');
  }
}

/** A select whose options are [value, label]; options may be grouped as {label, options}. */
export function select(attributes, options, chosen) {
  const option = ([value, label]) => h('option', { value, selected: value === chosen }, label);
  return h('select', attributes, options.map(each => Array.isArray(each) ? option(each)
    : h('optgroup', { label: each.label }, each.options.map(option))));
}

/** A labelled field: the label is read out with it. */
export function field(label, control, ...after) {
  return h('label', { class: 'field' }, h('span', {}, label), control, ...after);
}

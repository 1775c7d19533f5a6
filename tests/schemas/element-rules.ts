// A document of XML against what its format asks of each element: which children it has, how many, in which form.
import { parseXml, type XmlElement } from '@rgrove/parse-xml';

/** How often an element stands in another. */
export type Count = '1' | '?' | '*' | '+';

export interface ElementRule {
  readonly children?: Readonly<Record<string, Count>>;
  /** The children stand in the order of the rule (an XML Schema's sequence). */
  readonly inOrder?: boolean;
  readonly attributes?: Readonly<Record<string, RegExp>>;
  /** Attributes that may be missing. */
  readonly mayHave?: Readonly<Record<string, RegExp>>;
  readonly text?: RegExp;
}

/** By name; of an element that stands in no rule everything is a fault. */
export type ElementRules = Readonly<Record<string, ElementRule>>;

/** In words; empty: the document is as its format asks. */
export function faultsIn(xml: string, root: string, rules: ElementRules): readonly string[] {
  const found = parseXml(xml).root!;
  if (found.name !== root) return [`the root is ${found.name}`];
  return faultsOf(found, rules);
}

function faultsOf(element: XmlElement, rules: ElementRules): readonly string[] {
  const { name } = element;
  const rule = rules[name];
  if (rule === undefined) return [`${name} is not known`];
  const elements = element.children.filter((child): child is XmlElement => child.type === 'element');
  const own = elements.map(child => child.name);
  const counts = rule.children ?? {};
  return [
    ...own.filter(child => !(child in counts)).map(child => `${name} may not have ${child}`),
    ...Object.entries(counts).flatMap(([child, count]) =>
      isCount(own.filter(each => each === child).length, count)
        ? []
        : [`${name} has not ${count} of ${child}`],
    ),
    ...(rule.inOrder && !isInOrder(own, Object.keys(counts)) ? [`${name}: ${own.join(' ')}`] : []),
    ...attributeFaults(element, rule),
    ...(rule.text !== undefined && !rule.text.test(element.text) ? [`${name} says « ${element.text} »`] : []),
    ...elements.filter(child => child.name in counts).flatMap(child => faultsOf(child, rules)),
  ];
}

function isCount(found: number, count: Count): boolean {
  return { '1': found === 1, '?': found <= 1, '*': true, '+': found >= 1 }[count];
}

function isInOrder(names: readonly string[], order: readonly string[]): boolean {
  const places = names.map(name => order.indexOf(name));
  return places.every((place, index) => index === 0 || places[index - 1]! <= place);
}

function attributeFaults({ name, attributes }: XmlElement, rule: ElementRule): readonly string[] {
  const { attributes: needed = {}, mayHave = {} } = rule;
  const given = Object.entries(attributes).filter(([each]) => !each.startsWith('xmlns'));
  return [
    ...Object.keys(needed)
      .filter(each => !(each in attributes))
      .map(each => `${name} has no ${each}`),
    ...given
      .filter(([each, value]) => !(needed[each] ?? mayHave[each])?.test(value))
      .map(([each, value]) => `${name} has ${each}="${value}"`),
  ];
}

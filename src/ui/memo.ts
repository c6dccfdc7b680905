import { Component, type ComponentType, type FunctionComponent, h } from 'preact';

const same = (a: object, b: object): boolean => {
  const [left, right] = [Object.entries(a), Object.entries(b)];
  const others = new Map(right);
  return left.length === right.length && left.every(([name, value]) => Object.is(others.get(name), value));
};

/** A component that renders again only when one of its props is another value: preact's own is part of preact/compat, which is big. */
export function memo<Props extends object>(view: FunctionComponent<Props>): ComponentType<Props> {
  return class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      return !same(this.props, next);
    }
    override render(props: Props) {
      return h(view, props);
    }
  };
}

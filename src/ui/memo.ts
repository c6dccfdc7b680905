import { Component, type ComponentType, type FunctionComponent } from 'preact';

const valueAt = (props: object, name: string): unknown => Reflect.get(props, name);

const same = (a: object, b: object): boolean => {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length && names.every((name) => valueAt(a, name) === valueAt(b, name))
  );
};

/** A component that renders again only when one of its props is another value: preact's own is part of preact/compat, which is big. */
export function memo<Props extends object>(view: FunctionComponent<Props>): ComponentType<Props> {
  return class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      return !same(this.props, next);
    }
    override render(props: Props) {
      return view(props);
    }
  };
}

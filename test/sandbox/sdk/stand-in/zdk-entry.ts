import { createZdk } from './zdk';

/** What releases 1.2 to 1.4 leave for the script that brings `ZDK` and `$Client`. */
interface OlderSdk {
  getContext(): {
    readonly Event: { Trigger(name: string, data: object, wantsAnswer: boolean): Promise<unknown> };
  };
}

const sdk: OlderSdk | undefined = Reflect.get(window, '_zdksdk');

export const { ZDK, $Client } = createZdk((data) => sdk?.getContext().Event.Trigger('ZDK_EVENT', data, true));

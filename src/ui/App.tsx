import type { AppStore } from "../store/appStore";
import { Announcer } from "./Announcer";
import { TextProvider } from "./i18n";
import { Page } from "./Page";
import { SavedWork, type WorkPlace } from "./SavedWork";
import { StoreProvider } from "./StoreContext";

export interface AppProps {
  readonly store: AppStore;
  /** Where work is saved; without it nothing is. */
  readonly work?: WorkPlace | null;
}

/** The whole page around one store; draws on the server too. */
export function App({ store, work = null }: AppProps) {
  return (
    <StoreProvider store={store}>
      <TextProvider>
        <SavedWork work={work}>
          <Announcer>
            <Page />
          </Announcer>
        </SavedWork>
      </TextProvider>
    </StoreProvider>
  );
}

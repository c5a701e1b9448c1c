import { FailedState } from '../kit/FailedState.tsx';
import { KitProvider } from '../kit/KitProvider.tsx';
import { Screen } from '../kit/Screen.tsx';
import { useText } from '../session/shop.tsx';

/** The last resort when a screen throws, or its file is gone after an update of the app. */
export function CrashedPage() {
  const { app, failed } = useText().common;
  return (
    <KitProvider>
      <Screen title={app}>
        <FailedState
          title={failed.title}
          message={failed.crashed}
          detail={null}
          retryLabel={failed.reload}
          onRetry={() => window.location.reload()}
        />
      </Screen>
    </KitProvider>
  );
}

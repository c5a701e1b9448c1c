import { useState } from 'react';
import { useParams } from 'react-router-dom';
import type { ProgramView } from '../../../shared/contract/program.ts';
import type { PosterOf } from '../../../shared/text/poster/poster.ts';
import { useProgram } from '../../api/useProgram.ts';
import { useEndProgram } from '../../api/useProgramsApi.ts';
import { ConfirmDialog } from '../../kit/ConfirmDialog.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { BlockStack } from '../../kit/structure.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { Banner, Text } from '../../kit/words.ts';
import { ScreenOf } from '../../parts/ScreenOf.tsx';
import { useSayFailure } from '../../parts/useSayFailure.ts';
import { useShopView, useText } from '../../session/shop.tsx';
import { ProgramBadge } from '../programs/ProgramBadge.tsx';
import { PosterCard } from './PosterCard.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { VersionsCard } from './VersionsCard.tsx';

export function ProgramPage() {
  const { id = '' } = useParams();
  const { common, programs } = useText();
  return (
    <ScreenOf title={common.program} back={{ content: programs.title, url: '/programs' }} query={useProgram(id)}>
      {(view) => <ProgramScreen view={view} />}
    </ScreenOf>
  );
}

type Asked = 'publish' | 'end' | null;

function ProgramScreen({ view }: { readonly view: ProgramView }) {
  const { program, programs, simulations } = useText();
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  const isEnded = view.state === 'ended';
  const promised = usePromised(view);
  return (
    <Screen
      title={view.name === '' ? programs.nameless : view.name}
      subtitle={programs.holders(view.holders)}
      titleMetadata={<ProgramBadge state={view.state} />}
      back={{ content: programs.title, url: '/programs' }}
      {...(isEnded ? {} : { primaryAction: { content: program.edit, url: `/programs/${view.id}/edit` } })}
      secondaryActions={[
        { content: simulations.action, url: `/simulations?program=${view.id}` },
        ...(view.state === 'published'
          ? [{ content: program.end.action, destructive: true, onAction: () => setAsked('end') }]
          : []),
      ]}
    >
      <BlockStack gap="400">
        {view.hasDraft && !isEnded && (
          <Banner tone="info" action={{ content: program.publish.action, onAction: () => setAsked('publish') }}>
            {program.draftWaiting}
          </Banner>
        )}
        <VersionsCard view={view} />
        {promised !== null && <PosterCard of={promised} />}
      </BlockStack>
      {asked === 'publish' && <PublishDialog id={view.id} onDone={close} onClose={close} />}
      {asked === 'end' && <EndDialog id={view.id} onClose={close} />}
    </Screen>
  );
}

/** What the newest published version promises, in the shop's money; null while there is none to promise anything. */
function usePromised(view: ProgramView): PosterOf | null {
  const { currency, timeZone } = useShopView();
  const newest = view.versions.toSorted((a, b) => b.version - a.version)[0];
  return newest === undefined || view.state === 'ended' ? null : { ...newest, currency, timeZone };
}

function EndDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { program, common } = useText();
  const end = useEndProgram(id);
  const say = useToast();
  const sayFailure = useSayFailure();
  const send = () =>
    end.mutate(undefined, { onSuccess: () => say(program.end.done), onError: sayFailure, onSettled: onClose });
  return (
    <ConfirmDialog
      open
      title={program.end.title}
      confirmLabel={program.end.confirm}
      cancelLabel={common.cancel}
      isDestructive
      isBusy={end.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      <Text as="p">{program.end.message}</Text>
    </ConfirmDialog>
  );
}

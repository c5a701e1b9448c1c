import type { ProgramRowView } from '../../../shared/contract/program.ts';
import type { SimulationListView } from '../../../shared/contract/simulation.ts';
import { isUnderWay } from '../../api/useSimulations.ts';
import { Button, Form, FormLayout, Select, TextField } from '../../kit/controls.ts';
import { BlockStack, Card, InlineStack } from '../../kit/structure.ts';
import { Banner, Link, List, Text } from '../../kit/words.ts';
import { useFaultAt, useFaultWords } from '../../parts/faults.ts';
import { useText } from '../../session/shop.tsx';
import { type Choice, type Period, type SimulationFormLogic, useSimulationForm } from './useSimulationForm.ts';

type Props = { readonly programs: readonly ProgramRowView[]; readonly list: SimulationListView };
type PartProps = { readonly form: SimulationFormLogic };

/** Which programs, and which part of the past. */
export function SimulationForm({ programs, list }: Props) {
  const words = useText().simulations.form;
  const form = useSimulationForm(programs);
  const running = list.rows.find(isUnderWay);
  return (
    <Card>
      <Form onSubmit={form.send}>
        <BlockStack gap="400">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          {running !== undefined && (
            <Banner tone="info">
              {words.underWay} <Link url={`/simulations/${running.id}`}>{words.look}</Link>
            </Banner>
          )}
          <DraftFaults form={form} />
          <FormLayout>
            <ProgramFields form={form} />
            <PeriodFields form={form} />
          </FormLayout>
          <InlineStack>
            <Button submit variant="primary" loading={form.isBusy} disabled={running !== undefined}>
              {words.start}
            </Button>
          </InlineStack>
        </BlockStack>
      </Form>
    </Card>
  );
}

function ProgramFields({ form }: PartProps) {
  const { simulations, programs } = useText();
  const words = simulations.form;
  const nameOf = ({ program, version }: Choice): string => {
    const name = program.name === '' ? programs.nameless : program.name;
    return version === null ? words.draft(name) : words.version(name, version);
  };
  const options = form.choices.map((choice) => ({ value: choice.value, label: nameOf(choice) }));
  const others = options.filter(({ value }) => value !== form.first);
  return (
    <FormLayout.Group>
      <Select label={words.program} options={options} value={form.first} onChange={form.setFirst} />
      <Select
        label={words.compare}
        options={[{ value: '', label: words.compareNone }, ...others]}
        value={form.second}
        onChange={form.setSecond}
      />
    </FormLayout.Group>
  );
}

const PERIODS: readonly Period[] = ['whole', 'year', 'half', 'days'];

function PeriodFields({ form }: PartProps) {
  const words = useText().simulations.form;
  const faultAt = useFaultAt();
  const day = (name: 'fromDay' | 'toDay') => (
    <TextField
      label={words[name]}
      type="date"
      value={form.days[name]}
      onChange={(value) => form.setDays({ ...form.days, [name]: value })}
      helpText={words.emptyDay}
      error={faultAt(form.faults, name)}
      autoComplete="off"
    />
  );
  return (
    <>
      <Select
        label={words.period}
        options={PERIODS.map((value) => ({ value, label: words.periods[value] }))}
        value={form.period}
        onChange={(chosen) => form.setPeriod(PERIODS.find((one) => one === chosen) ?? 'whole')}
      />
      {form.period === 'days' && (
        <FormLayout.Group condensed>
          {day('fromDay')}
          {day('toDay')}
        </FormLayout.Group>
      )}
    </>
  );
}

/** A draft may be half done: what is wrong with it, and the way to mend it. */
function DraftFaults({ form }: PartProps) {
  const words = useText().simulations.form;
  const say = useFaultWords();
  return form.chosen.map(({ program, value }, i) => {
    const own = form.faults.filter(({ path }) => path.startsWith(`programs.${i}.`));
    if (own.length === 0) return null;
    const mend = { content: words.mend, url: `/programs/${program.id}/edit` };
    return (
      <Banner key={value} tone="warning" title={words.draftFaults(program.name)} action={mend}>
        <List>
          {own.map((fault) => (
            <List.Item key={fault.path}>{say(fault)}</List.Item>
          ))}
        </List>
      </Banner>
    );
  });
}

/** An instant in the shop's time zone as text that compares: "2026-11-22T09:30:00". */
export function localDateTime(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '00';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}

type One = { readonly dateTime: string };
type Two = { readonly startDateTime: string; readonly endDateTime: string };
type OneTime = { readonly time: string };
type TwoTimes = { readonly startTime: string; readonly endTime: string };

/** The fields of `shop.localTime` of a Function's input. */
export function localTimeFields(at: number, timeZone: string): object {
  const now = localDateTime(at, timeZone);
  const [date = '', time = ''] = now.split('T');
  return {
    date,
    dateTimeAfter: ({ dateTime }: One) => now > dateTime,
    dateTimeBefore: ({ dateTime }: One) => now < dateTime,
    dateTimeBetween: ({ startDateTime, endDateTime }: Two) => now >= startDateTime && now <= endDateTime,
    timeAfter: (given: OneTime) => time > given.time,
    timeBefore: (given: OneTime) => time < given.time,
    timeBetween: ({ startTime, endTime }: TwoTimes) => time >= startTime && time <= endTime,
  };
}
